// Who said it first: claims that repeat one statement form one origin, so that three papers citing one ministry count as one voice.
//
// Two claims repeat one statement where they give the same figure about the same force, and
//   - name the same speaker, in near-same words or within a few days of each other; or
//   - name no speaker, and their reports credit the same agency, are copies of one text, or are by the same publisher; or
//   - name no speaker, and are told within a few days in near-same words that are too many to be the same by chance.

import type { Claim } from '../model/claim.ts';
import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { ReportFact } from '../model/event.ts';
import type { Place } from '../model/place.ts';
import type { Quantity } from '../model/quantity.ts';
import { agencyNamed } from './agency.ts';
import { copyGroups } from './near-text.ts';

export interface Statement {
  readonly id: string;
  readonly claim: Claim;
  readonly report: ReportFact;
  readonly known: Day;
}

/** One speaker, one figure, so close in time: one statement, in whatever words the papers put it. */
const SAME_OCCASION_DAYS = 3;
/** Later, only near-same words make it a repeat; and no repeat is told over longer than this. */
const REPEAT_DAYS = 60;
const NEAR_WORDS = 0.6;
/** Two who write by themselves may both write "Rwanda has 500 soldiers in Bangui", but not a long sentence nearly word for word. */
const LONG_WORDS = 12;
const COPIED_WORDS = 0.85;

/** Claim id -> origin: the id of the first claim of its group, by day known and then by id. Order of the input does not matter. */
export function originsOf(
  statements: readonly Statement[],
  copied: ReadonlyMap<string, string> | null = null,
): Map<string, string> {
  const ordered = [...statements].sort((a, b) => compare(a.known, b.known) || compare(a.id, b.id));
  const copies = copied ?? printedTwice(ordered.map(({ report }) => report));
  const groups = new Map<string, Group>();
  const origin = new Map<string, string>();
  const sentences = new Map<string, Sentence[]>();
  for (const statement of ordered) {
    const figure = figureOf(statement.claim);
    const told = sentences.get(figure) ?? [];
    sentences.set(figure, told);
    const voice = voiceOfSentence(statement, voiceOf(statement, copies), told);
    const key = `${voice}\n${figure}`;
    const group = groups.get(key) ?? { firsts: [], recent: 0 };
    groups.set(key, group);
    const first = firstOf(group, statement);
    if (first === null) group.firsts.push(statement);
    origin.set(statement.id, (first ?? statement).id);
  }
  return origin;
}

/** A long one, and whose word it was where it was first told. */
interface Sentence {
  readonly known: Day;
  readonly words: ReadonlySet<string>;
  readonly voice: string;
}

/** The voice whose long sentence it prints; its own where it prints none's, and then its sentence may be printed by others. */
function voiceOfSentence({ claim, known }: Statement, own: string, told: Sentence[]): string {
  if (claim.said_by !== null || claim.evidence.length < LONG_WORDS * 2) return own;
  const words = wordsOf(claim.evidence);
  if (words.size < LONG_WORDS) return own;
  const since = addDays(known, -SAME_OCCASION_DAYS);
  while (told.length > 0 && told[0]!.known < since) told.shift();
  const first = told.find((one) => shared(one.words, words) >= COPIED_WORDS);
  if (first === undefined) told.push({ known, words, voice: own });
  return first?.voice ?? own;
}

/** Statements of one voice and figure that repeat none before them; all before `recent` are too old to be repeated. */
interface Group {
  readonly firsts: Statement[];
  recent: number;
}

function firstOf(group: Group, later: Statement): Statement | null {
  const { firsts } = group;
  const oldest = firsts.length === 0 ? '' : addDays(later.known, -REPEAT_DAYS);
  while (group.recent < firsts.length && firsts[group.recent]!.known < oldest) group.recent++;
  for (let i = group.recent; i < firsts.length; i++) if (repeats(firsts[i]!, later)) return firsts[i]!;
  return null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Report -> the first report of its text, for the texts that were printed more than once. Reports come in the order of their first claims. */
export function printedTwice(reports: readonly Pick<ReportFact, 'id' | 'signature'>[]): Map<string, string> {
  const signatures = new Map(reports.map(({ id, signature }) => [id, signature]));
  const leaders = copyGroups(signatures);
  const copied = new Set([...leaders].filter(([id, leader]) => id !== leader).map(([, leader]) => leader));
  return new Map([...leaders].filter(([, leader]) => copied.has(leader)));
}

function repeats(first: Statement, later: Statement): boolean {
  const days = first.known === later.known ? 0 : daysBetween(first.known, later.known);
  if (days <= SAME_OCCASION_DAYS) return true;
  return days <= REPEAT_DAYS && shared(wordsOf(first.claim.evidence), wordsOf(later.claim.evidence)) >= NEAR_WORDS;
}

/** Whose word a claim is: the speaker it names, else the agency its report credits, else the text that its report copies, else the publisher. */
function voiceOf({ claim, report }: Statement, copies: ReadonlyMap<string, string>): string {
  if (claim.said_by !== null) return voiceNamed(claim.said_by);
  if (report.agency !== null) return `agency ${report.agency}`;
  const copied = copies.get(report.id);
  if (copied !== undefined) return `text ${copied}`;
  return report.publisher === null ? `text ${report.id}` : voiceNamed(report.publisher);
}

function voiceNamed(name: string): string {
  const agency = agencyNamed(name);
  return agency === null ? `speaker ${[...wordsOf(name)].sort().join(' ')}` : `agency ${agency}`;
}

const FILLERS: ReadonlySet<string> = new Set(['the', 'of', 'a', 'an', 's', 'for', 'to', 'in', 'and']);

/** "Germany's Ministry of Defence" -> germany, ministry, defense: order, case, accents and spelling of "defence" do not tell voices apart. */
function wordsOf(text: string): Set<string> {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = new Set<string>();
  for (const [word] of folded.matchAll(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu)) {
    if (!FILLERS.has(word)) words.add(word === 'defence' ? 'defense' : word);
  }
  return words;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 && b.size === 0) return 1;
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / (a.size + b.size - both);
}

const countries = (places: readonly Place[]): string =>
  [...new Set(places.map((p) => p.country ?? p.name ?? ''))].sort().join(',');
const list = (place: Place | readonly Place[] | null): readonly Place[] =>
  place === null ? [] : Array.isArray(place) ? place : [place as Place];

const number = (q: Quantity | null): string => (q === null ? '' : `${q.min}..${q.max}${q.approx ? '~' : ''} ${q.of}`);

/** What is told, without how: the same figure about the same force at the same places. */
export function figureOf(claim: Claim): string {
  const parts: unknown[] = [claim.kind];
  switch (claim.kind) {
    case 'presence':
      parts.push(claim.party, number(claim.quantity), countries(list(claim.place)));
      break;
    case 'movement':
      parts.push(claim.party, number(claim.quantity), countries(claim.from), countries(claim.to), claim.phase);
      break;
    case 'status':
      parts.push(claim.party, claim.mission, countries(list(claim.place)), claim.status);
      break;
    case 'decision':
      parts.push(claim.body, claim.action, claim.vote?.for, claim.vote?.against);
      break;
    case 'incident':
      parts.push(claim.party, countries(list(claim.place)), claim.time?.start, claim.killed, claim.wounded);
  }
  return parts.join('|');
}

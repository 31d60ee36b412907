// What is told in remembrance is no news of forces: "the 50th anniversary of the withdrawal", and what a commemoration tells of the day that it honours.
import type { Block, TextDocument, Token } from '../text/document.ts';
import type { Finding } from './finding.ts';
import type { SentenceView } from './syntax/predicate.ts';

const OCCASION =
  /\b(?:\d+(?:st|nd|rd|th) anniversary|(?:anniversary|liberation|landings?) of the (?:battle|landings?|liberation|invasion|armistice|war)|commemorat(?:e|es|ed|ing|ive|ion)|memorial|remembrance|medall?(?:s|ions?)?|exactly \d+ years (?:after|since|ago))\b/i;
/** How many sentences from the top say what a text is about. */
const OPENING = 3;

/** True for a speech or release that honours what lies long back. */
export function isCommemoration(document: TextDocument): boolean {
  const opening = document.sentences.slice(0, OPENING);
  const told = opening.filter((s) => OCCASION.test(document.text.slice(s.start, s.end)));
  return told.length > 0 && told.some((s) => isTop(s.block, document) || told.length > 1);
}

const isTop = (block: Block, document: TextDocument): boolean =>
  block.kind === 'title' || block === document.sentences[0]!.block || block === document.sentences[1]?.block;

/** True for what the words before it only recall. */
export function isRecalled(finding: Finding, view: SentenceView, commemorates: boolean): boolean {
  if (finding.kind === 'decision' || finding.kind === 'incident') return false;
  const of = anniversaryIn(view.tokens);
  if (of >= 0 && finding.evidence.from > of) return true;
  const p = finding.predicate;
  return (
    commemorates &&
    p !== null &&
    p.item.kind === 'verb' &&
    p.item.tense === 'past' &&
    p.item.aspect === 'simple' &&
    p.item.form === 'finite' &&
    p.factuality.mode === 'asserted' &&
    p.dates.every((x) => longAgo(x.date.period?.start ?? null, view.published))
  );
}

/** Words that a report of today opens with. */
const NEWS =
  /\b(?:today|yesterday|tomorrow|now|currently|(?:this|last|next) (?:week|month|year)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;
const YEAR = /\b(?:1[5-9]|20)\d\d\b/g;
/** So many years back a war is history. */
const HISTORY = 30;
const RECENT = 10;

/** True for a text of old wars: its opening names a year long back, none of late and no day of the week. */
export function isHistory(document: TextDocument, published: string | null): boolean {
  if (published === null) return false;
  const opening = document.sentences.slice(0, OPENING).map((s) => document.text.slice(s.start, s.end));
  if (opening.some((text) => NEWS.test(text))) return false;
  const now = Number(published.slice(0, 4));
  const years = opening.flatMap((text) => text.match(YEAR) ?? []).map((year) => now - Number(year));
  return years.some((ago) => ago >= HISTORY) && years.every((ago) => ago > RECENT);
}

/** What a history tells of the war that it is about; what it says of the present, or of a day of late, is news. */
export function isOfOldWar(finding: Finding, view: SentenceView): boolean {
  const { kind, predicate } = finding;
  // "UNFICYP was set up in 1964": a mission known by its name is no old war.
  if (kind === 'decision' || (kind === 'status' && finding.mission?.entry)) return false;
  const item = predicate?.item;
  const isPresent =
    item?.kind === 'verb' && item.form === 'finite' && (item.tense !== 'past' || item.aspect !== 'simple');
  const dates = view.items.filter((x) => x.kind === 'date');
  return !isPresent && dates.every((x) => x.date.period === null || longAgo(x.date.period.start, view.published));
}

/** "the anniversary of", "anniversaries since", as a token index; -1 where there is none. */
function anniversaryIn(tokens: readonly Token[]): number {
  for (let i = 0; i + 1 < tokens.length; i++) {
    const word = tokens[i]!.lower;
    if (word !== 'anniversary' && word !== 'anniversaries') continue;
    const next = tokens[i + 1]!.lower;
    if (next === 'of' || next === 'since') return i;
  }
  return -1;
}

const longAgo = (start: string | null, published: string | null): boolean =>
  start !== null && published !== null && Number(start.slice(0, 4)) < Number(published.slice(0, 4)) - 10;

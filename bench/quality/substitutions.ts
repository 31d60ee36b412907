// Where the reader finds a claim rightly, one word is put for another of its class: the claim must still be found, with what the word changes in it.
import { coreAgrees, type LooseClaim } from '../../src/app/score/agreement.ts';
import type { ExtractedClaim } from '../../src/model/claim.ts';
import type { Report } from '../../src/model/report.ts';
import { type State, stateVariants } from './substitution-states.ts';
import { findVerb, inflected } from './substitution-verbs.ts';
import {
  BODIES,
  COMING_TIMES,
  FRAMES,
  type Frame,
  FUTURES,
  HEDGES,
  INSERTIONS,
  PAST_TIMES,
  PERSONS,
  STATIONED,
} from './substitution-words.ts';

/** A report, what is read from it, and which of that is right. */
export interface Base {
  readonly report: Report;
  readonly read: readonly ExtractedClaim[];
  readonly right: readonly ExtractedClaim[];
}

/** One word put for another, around one claim. */
export interface Variant {
  readonly family: string;
  readonly word: string;
  readonly base: Base;
  readonly claim: ExtractedClaim;
  readonly expected: LooseClaim;
  /** The report with the other word; made when asked for. */
  readonly report: () => Report;
}

/** What becomes of a claim: still there, told otherwise, or not found. */
export type Fate = 'kept' | 'wrong' | 'lost';

interface Change {
  readonly family: string;
  readonly word: string;
  readonly at: number;
  readonly end: number;
  readonly put: string;
  readonly expected?: LooseClaim;
}

/** A claim and the sentence around it. */
interface Spot {
  readonly text: string;
  readonly claim: ExtractedClaim;
  readonly fields: LooseClaim;
  readonly evidence: readonly [start: number, end: number];
  readonly sentence: readonly [start: number, end: number];
}

const loose = (claim: ExtractedClaim): LooseClaim => claim as unknown as LooseClaim;

/** All variants of a report's right claims, in the order of its text. */
export function* variants(base: Base, states: readonly State[]): Generator<Variant> {
  const text = base.report.text ?? '';
  for (const claim of base.right) {
    for (const change of changesAt(spotOf(text, claim))) {
      const { family, word, expected = loose(claim) } = change;
      const report = (): Report => ({ ...base.report, text: changed(text, change) });
      yield { family, word, base, claim, expected, report };
    }
    for (const { word, expected, report } of stateVariants(base.report, loose(claim), states))
      yield { family: 'states', word, base, claim, expected, report };
  }
}

/** Whether the claim is still among those found; wrong where one of its kind is found that was not there before. */
export function fateOf({ base, claim, expected }: Variant, found: readonly ExtractedClaim[]): Fate {
  if (found.some((f) => coreAgrees(expected, loose(f)))) return 'kept';
  const others = base.read.filter((c) => c !== claim);
  const isNew = (f: ExtractedClaim): boolean => !others.some((c) => coreAgrees(loose(c), loose(f)));
  return found.some((f) => f.kind === claim.kind && isNew(f)) ? 'wrong' : 'lost';
}

function spotOf(text: string, claim: ExtractedClaim): Spot {
  const [start, end] = claim.spans.evidence;
  const from = Math.max(text.lastIndexOf('. ', start) + 2, text.lastIndexOf('\n', start) + 1);
  const last = Math.max(end - 1, 0);
  const stop = text.slice(last).search(/[.!?](?:\s|$)/);
  return {
    text,
    claim,
    fields: loose(claim),
    evidence: [start, end],
    sentence: [Math.min(from, start), stop < 0 ? text.length : last + stop],
  };
}

function* changesAt(spot: Spot): Generator<Change> {
  for (const swap of SWAPS) yield* swapChanges(spot, swap);
  for (const frame of FRAMES) yield* verbChanges(spot, frame);
  yield* numberChanges(spot);
  yield* timeChanges(spot);
}

/** The text with the change made: "a" or "an" before it and its first letter as the place needs them. */
function changed(text: string, { at, end, put }: Change): string {
  const before = text
    .slice(Math.max(0, at - 4), at)
    .replace(/(^|\W)([Aa])n? $/, (_, edge: string, a: string) => `${edge}${a}${takesAn(put) ? 'n' : ''} `);
  const opens = at === 0 || /(?:[.!?] |\n)$/.test(before) || /^\p{Lu}/u.test(text.slice(at, end));
  return text.slice(0, Math.max(0, at - 4)) + before + (opens ? capital(put) : put) + text.slice(end);
}

const takesAn = (word: string): boolean => /^(?:[aeio]|un(?!i)|8)/i.test(word) && !/^one\b/.test(word);
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

interface Swap {
  readonly family: string;
  readonly words: readonly string[];
  readonly kinds: readonly string[];
  /** What is replaced; it may be a place between words. */
  readonly at: RegExp;
}

const SWAPS: readonly Swap[] = [
  {
    family: 'persons',
    words: PERSONS,
    kinds: ['presence', 'movement', 'status'],
    at: /(?<=(?:\d|[A-Z][\w.]*|hundred|thousand|more|additional|of|the|its|their) )(?:troops|soldiers)\b(?! (?:withdrawal|deployment|pull|levels?|numbers?|presence))/g,
  },
  {
    family: 'bodies',
    words: BODIES,
    kinds: ['presence', 'movement'],
    at: /(?<=\b(?:[Aa]|[Aa]n|[Tt]he|its|[A-Z]\w+|infantry|engineer|military) )(?:battalion|contingent|detachment|brigade|platoon|squadron)\b(?! (?:command|headquarters|of the))/g,
  },
  {
    family: 'stationed',
    words: STATIONED,
    kinds: ['presence'],
    at: /(?<=\b(?:is|are|was|were|been|be) )(?:stationed|based|deployed|posted)(?= (?:in|at|near|across|throughout|outside|on|around|there|along)\b)/g,
  },
  {
    family: 'futures',
    words: FUTURES,
    kinds: ['presence', 'movement', 'status'],
    at: /(?<=\b(?:troops|soldiers|personnel|peacekeepers|forces|servicemen) )will(?= (?!not\b|never\b)[a-z]+)/g,
  },
  {
    family: 'insertions',
    words: INSERTIONS,
    kinds: ['presence', 'movement', 'status'],
    at: /(?<=\b(?:troops|soldiers|personnel|peacekeepers|servicemen))(?= (?:will|have|are|were|arrived|left|had|withdrew|deployed|returned|entered|moved) )/g,
  },
];

/** The first of a family's words in the claim's own words, by each of the others. */
function* swapChanges({ text, claim, fields, evidence }: Spot, { family, words, kinds, at }: Swap): Generator<Change> {
  if (!kinds.includes(claim.kind) || !countsPersons(fields)) return;
  at.lastIndex = evidence[0];
  const hit = at.exec(text);
  if (hit === null || hit.index >= evidence[1]) return;
  for (const word of words)
    if (word !== hit[0]) yield { family, word, at: hit.index, end: hit.index + hit[0].length, put: word };
}

interface Quantity {
  readonly min: number | null;
  readonly max: number | null;
  readonly of: string;
  readonly approx: boolean;
}
const quantityOf = (fields: LooseClaim): Quantity | null => (fields['quantity'] as Quantity | null | undefined) ?? null;
const countsPersons = (fields: LooseClaim): boolean => (quantityOf(fields)?.of ?? 'personnel') === 'personnel';

/** The verb of a frame, by each verb that may stand there in the same form. */
function* verbChanges({ text, claim, fields, evidence, sentence }: Spot, frame: Frame): Generator<Change> {
  if (!frame.kinds.includes(claim.kind)) return;
  const isSaying = frame.name === 'saying';
  if (isSaying && !fields['said_by']) return;
  const [from, to] = isSaying ? sentence : evidence;
  for (const source of frame.from) {
    const hit = findVerb(text, source, from, to);
    if (hit === null || (hit.isPassive ? !frame.passive : !frame.next.test(text.slice(hit.end, hit.end + 60))))
      continue;
    for (const word of frame.to) {
      // "was given the nod to" is no passive.
      if (word === source || (hit.isPassive && word.split(' ').length > 2)) continue;
      yield { family: `verbs: ${frame.name}`, word, at: hit.at, end: hit.end, put: inflected(word, hit.form) };
    }
    return;
  }
}

/** What says more before a number: no hedge goes there. */
const HEDGED =
  /(?:\b(?:the|its|a|an|of|total|last|first|\w+ly|additional|another|these|their|to|from|than|just|only|about|some|around)|[-–/]|'s)\s?$/i;
/** The least number for which "or so" and "upwards of" are said. */
const LEAST_HEDGED = 100;

/** A plain number of persons, hedged: the bounds must follow. */
function* numberChanges({ text, fields, evidence: [start, end] }: Spot): Generator<Change> {
  const quantity = quantityOf(fields);
  if (quantity === null || quantity.of !== 'personnel' || quantity.approx) return;
  const n = quantity.min;
  if (n === null || n !== quantity.max || n < LEAST_HEDGED) return;
  const shown = new RegExp(`(?<![\\d,.])(?:${n.toLocaleString('en-US')}|${n})(?= [A-Za-z])`).exec(
    text.slice(start, end),
  );
  if (shown === null) return;
  const at = start + shown.index;
  if (HEDGED.test(text.slice(Math.max(0, at - 12), at))) return;
  for (const [hedge, bounds] of HEDGES) {
    const [min, max] = bounds(n);
    const put = hedge.replace('#', n.toLocaleString('en-US')).replace('%', (2 * n).toLocaleString('en-US'));
    const expected = { ...fields, quantity: { ...quantity, min, max } };
    yield { family: 'numbers', word: hedge, at, end: at + shown[0].length, put, expected };
  }
}

/** A day or month put at the end of a sentence without one, or before it. */
function* timeChanges({ text, claim, fields, sentence: [from, to] }: Spot): Generator<Change> {
  if (claim.kind !== 'movement' || claim.time !== null || fields['said_by'] || text[to] !== '.') return;
  const sentence = text.slice(from, to);
  const isDone = claim.phase === 'completed' && !/\b(?:has|have|had|will)\b/.test(sentence);
  const isToCome = claim.phase === 'planned' && /\bwill\b/.test(sentence);
  if (!isDone && !isToCome) return;
  for (const word of isDone ? PAST_TIMES : COMING_TIMES) {
    yield { family: 'times: at the end', word, at: to, end: to, put: ` ${word}` };
    if (/^(?:The|Some|About|An?|Around|Nearly)\b/.test(sentence))
      yield { family: 'times: in front', word, at: from, end: from + 1, put: `${word}, ${text[from]!.toLowerCase()}` };
  }
}

// A clause of attack -> who attacked, where, with how many killed and wounded.
import { readCardinal } from '../../../../text/number-words.ts';
import type { IncidentFinding } from '../../../finding.ts';
import type { ForceItem, NounLike, PlaceItem, Range } from '../../../syntax/item.ts';
import { type Predicate, type SentenceView, textOf } from '../../../syntax/predicate.ts';
import { FIGHTERS } from './words.ts';

const NEAR =
  /^(?:in|at|near|on|around|inside|outside|over|off|across|along|against|to|from|into|toward|towards|between|by|of|within)$/;

/** An attacker as a phrase or, for gunmen and rebels, by its own words. */
export interface Attacker {
  readonly items: readonly NounLike[];
  readonly party: string | null;
  /** Where a party that no item carries is named. */
  readonly at?: Range;
}

export const NOBODY: Attacker = { items: [], party: null };

/** Who attacked, of the phrases that can be it: a state, its forces, an organisation, or fighters of no state. */
export function attackerOf(view: SentenceView, candidates: readonly NounLike[]): Attacker {
  for (const item of candidates) {
    if (item.kind === 'actor') {
      const name = textOf(view, item)
        .replace(/^(?:the|a|an|some|suspected|unidentified|unknown) /i, '')
        .replace(/\s+/g, ' ');
      const last = view.tokens[item.to - 1]!.lower;
      if (item.party !== null && !(FIGHTERS.test(last) && item.party.length === 2))
        return { items: [item], party: null };
      if (FIGHTERS.test(last)) return { items: [], party: bare(name) ? null : `OTHER:${name}`, at: item };
    }
    if (item.kind === 'force' && isOwned(item)) return { items: [item], party: null };
    if (item.kind === 'nominal' && item.owner?.kind === 'named')
      return { items: [], party: item.owner.parties[0] ?? null, at: item.owner.at };
    if (item.kind === 'noun' && FIGHTERS.test(view.tokens[item.to - 1]!.lower)) {
      const name = textOf(view, item)
        .replace(/^(?:the|a|an|some|unidentified|unknown|several|two|three) /i, '')
        .replace(/\s+/g, ' ');
      return { items: [], party: bare(name) ? null : `OTHER:${name}`, at: item };
    }
  }
  return NOBODY;
}

/** "gunmen", "attackers": nobody in particular. */
const bare = (name: string): boolean =>
  /^(?:gunmen|attackers?|assailants|raiders|fighters|bandits|bombers?)$/i.test(name);
const isOwned = (item: ForceItem): boolean => item.owner !== null || item.unit !== null || item.mission !== null;

/** Where: places of the clause and of its phrases, the nearest first. */
export function placesOf(view: SentenceView, predicate: Predicate | null, around: Range): PlaceItem[] {
  const found: PlaceItem[] = predicate ? predicate.places.filter((p) => p.prep === null || NEAR.test(p.prep)) : [];
  if (predicate)
    for (const item of [...predicate.object, ...predicate.subject, ...predicate.others]) {
      if (item.kind === 'force' && item.place) found.push(item.place);
      if (item.kind === 'place' && !found.includes(item)) found.push(item);
    }
  if (found.some((p) => p.places.length > 0)) return found;
  for (const item of view.items) {
    if (item.kind !== 'place' || item.from < around.from || item.from > around.to + 14 || item.places.length === 0)
      continue;
    found.push(item);
  }
  return found;
}

/** Numbers killed and wounded around a predicate, null where not stated; dozens is null. */
export function tollOf(
  view: SentenceView,
  from: number,
  to: number,
): { readonly killed: number | null; readonly wounded: number | null } {
  let killed: number | null = null;
  let wounded: number | null = null;
  const words = view.tokens.slice(from, to);
  for (const predicate of view.predicates) {
    if (predicate.from < from || predicate.from >= to || predicate.item.kind !== 'verb') continue;
    const deaths =
      /^(?:kill|assassinate)$/.test(predicate.lemma) ||
      (predicate.lemma === 'shoot' && words.some((t) => t.lower === 'dead'));
    const harmed = deaths
      ? [...predicate.object]
      : predicate.lemma === 'die'
        ? [...predicate.subject]
        : /^(?:wound|injure)$/.test(predicate.lemma)
          ? [...predicate.object]
          : [];
    const n = countOf(view, harmed);
    if (n === null) continue;
    if (deaths || predicate.lemma === 'die') killed ??= n;
    else wounded ??= n;
  }
  return { killed, wounded };
}

/** The sum of what the phrases count; one where a single person is named; null for "dozens". */
function countOf(view: SentenceView, items: readonly NounLike[]): number | null {
  let sum: number | null = null;
  for (const item of items) {
    let n: number | null = null;
    if (item.kind === 'force' && item.quantity)
      n =
        item.quantity.min !== null && (item.quantity.max === null || item.quantity.max === item.quantity.min)
          ? item.quantity.min
          : null;
    else if (item.kind === 'number')
      n = item.number.min === item.number.max || item.number.max === null ? item.number.min : null;
    else {
      const first = view.tokens[item.from]!;
      if (/^(?:a|an|one|another)$/.test(first.lower)) n = 1;
      else if (first.lower === 'no') n = 0;
      else {
        const read = readCardinal(view.tokens, item.from);
        n = read && !read.approx && Number.isInteger(read.value) ? read.value : null;
      }
    }
    if (n !== null) sum = (sum ?? 0) + n;
  }
  return sum;
}

export function incidentFinding(
  view: SentenceView,
  predicate: Predicate | null,
  at: Range,
  attacker: Attacker,
  places: readonly PlaceItem[],
): IncidentFinding {
  const end = Math.min(view.tokens.length, at.to + 25);
  return {
    kind: 'incident',
    predicate,
    evidence: attacker.at ? { from: Math.min(at.from, attacker.at.from), to: Math.max(at.to, attacker.at.to) } : at,
    confidence: 0.6,
    attacker: attacker.items,
    ...(attacker.party !== null ? { party: attacker.party } : {}),
    places,
    ...tollOf(view, Math.max(0, at.from - 12), end),
  };
}

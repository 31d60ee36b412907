// Who "they" are: the last of several that did something, be they soldiers or ministers, else the last force that something was done to. "It" is the
// battalion that did something last, where no state or minister did.

import { wordsOf } from '../../text/words-of.ts';
import type { NounLike, Range } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';
import type { Context } from './context.ts';
import type { Several } from './discourse.ts';

/** Of how many sentences before "they" can speak. */
const REACH = 2;

/** Those whose "they" is nobody's army. */
const IRREGULARS = wordsOf(
  /^(?:militant|fighter|rebel|gunman|insurgent|mercenary|combatant|jihadist|guerrilla|prisoner)$/,
);

/** All in a sentence that a later "they" or "it" can be. */
export function severalIn(view: SentenceView): Several[] {
  const found: Several[] = [];
  const add = (at: number, force: boolean, acts: boolean, one = false): void => {
    found.push({ sentence: view.index, at, force, acts, one });
  };
  const acting = new Set<unknown>();
  for (const p of view.predicates) {
    if (p.item.kind !== 'verb') continue;
    const subject = p.item.voice === 'passive' ? p.object : p.subject;
    for (const n of subject) acting.add(n);
    if (subject.length > 0 && subject.some((n) => n.from < p.item.from) && !subject.some((n) => n.kind === 'force'))
      if (isPlural(subject, view)) add(subject[0]!.from, false, true);
      else add(subject[0]!.from, false, true, true);
  }
  for (const item of view.items)
    if (item.kind === 'force' && item.plural && (item.head !== null || item.quantity !== null))
      add(item.from, !IRREGULARS.has(item.head ?? ''), acting.has(item));
    else if (item.kind === 'force' && acting.has(item))
      add(item.from, item.sort === 'unit' || item.sort === 'platform', true, true);
  return found.sort((a, b) => a.at - b.at);
}

/** "ministers", "the president and his aides", "Chad and Niger"; people without an s, too. */
function isPlural(subject: readonly NounLike[], view: SentenceView): boolean {
  if (subject.length > 1) return true;
  const [only] = subject;
  if (only === undefined || only.kind === 'pronoun') return false;
  if (only.kind !== 'noun' && !(only.kind === 'actor' && (only.what === 'person' || only.what === 'office')))
    return false;
  const last = view.tokens[only.to - 1]!.lower;
  return /[^s]s$/.test(last) || PEOPLE.test(last);
}

const PEOPLE = /^(?:people|men|women|children|police|gunmen|clergy|crew|staff)$/;

/** True where the "they" or "it" at `at` speaks of a force that was told of before. */
export function standsForForce(at: Range, c: Context): boolean {
  const one = c.view.tokens[at.from]!.lower === 'it';
  const { several } = c.discourse;
  let last: Several | null = null;
  // The latest first: of the sentence that it stands in, else of the nearest before.
  for (let i = several.length - 1; i >= 0; i--) {
    const s = several[i]!;
    if (s.sentence < c.view.index - REACH || (last !== null && s.sentence < last.sentence)) break;
    if (s.one !== one || (s.sentence === c.view.index && s.at >= at.from)) continue;
    if (s.acts) return s.force;
    last ??= s;
  }
  return last?.force ?? false;
}

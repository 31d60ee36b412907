// Whose "they", "it" and "its" are after words of saying: of those who said or announced it.
import type { MovementFinding, PresenceFinding } from '../finding.ts';
import { reports } from '../lexicon/control.ts';
import type { NounLike, Range } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';
import type { Where } from './discourse.ts';
import { isSeveral } from './of-nations.ts';

/** The states that say what "they" will do. */
export function saidThey(
  f: PresenceFinding | MovementFinding,
  view: SentenceView,
  before: number,
): readonly NounLike[] {
  if (!f.owner.some((n) => n.kind === 'pronoun' && n.word === 'they')) return [];
  const says = view.predicates.find((p) => p.item.kind === 'verb' && reports(p.lemma) && p.item.to < before);
  return (says?.subject ?? []).filter((n) => n.kind === 'actor' && n.party !== null);
}

/** "Spain's announcement that it", "its 1,300 troops" of that clause too: nothing but the noun between the owner and "that". */
export function saysThat({ tokens }: SentenceView, owner: number, at: number): boolean {
  const that = tokens.findIndex((t, i) => i > owner && i < at && t.lower === 'that');
  return (
    that > 0 &&
    that - owner <= 6 &&
    at - that <= 8 &&
    /^(?:announcement|decision|pledge|promise|statement|admission|declaration|plan|claim|offer|threat|warning|news)$/.test(
      tokens[that - 1]!.lower,
    )
  );
}

/** "Total", "Wagner": one capital word that is no party's. */
export const isUnknownName = (n: NounLike, view: SentenceView): boolean =>
  n.to === n.from + 1 && /^\p{Lu}\p{Ll}/u.test(view.tokens[n.from]!.text) && !view.tokens[n.from]!.lower.endsWith('s');

/** "Cabreros": one capital word. */
export const isOneName = (n: NounLike, view: SentenceView): boolean =>
  n.to === n.from + 1 && /^\p{Lu}\p{Ll}/u.test(view.tokens[n.from]!.text);

/** "Some countries have announced that they": many that no party stands for. */
export const isPluralNoun = (at: Range, view: SentenceView): boolean => {
  const before = view.predicates
    .filter((p) => p.item.kind === 'verb' && p.item.from < at.from && p.subject.length > 0)
    .at(-1);
  return (
    before?.subject.every((s) => s.kind === 'noun' || (isSeveral(s) && s.kind === 'place' && s.places.length === 0)) ??
    false
  );
};

/** True where the place is a state that says something: "Peru and Chile said they would". */
export const speaksThere = (view: SentenceView, { sentence, at }: Where): boolean =>
  sentence === view.index &&
  view.predicates.some((p) => p.item.kind === 'verb' && reports(p.lemma) && p.subject.some((n) => n.from === at));

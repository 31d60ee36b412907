// How many there are, as somebody reckons: "put the number of Danish troops in Mali at 900", "estimated the number to be around 900".
import type { PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { forcesIn, whereabouts } from '../roles.ts';
import { has, isClaimless, isPlace } from './clause.ts';

const FIGURE = /^(?:number|total|figure|strength|size)$/;

const isPlain = (f: ForceItem): boolean =>
  f.sort === 'bare' && f.quantity?.of === 'personnel' && f.owner === null && f.place === null && !f.additional;

/** "at 12,000"; "to be around 10,000", told by the verb that the reckoning holds. */
function countIn(p: Predicate, view: SentenceView): ForceItem | undefined {
  const at = forcesIn(p.others).find((f) => f.prep === 'at');
  if (at) return at;
  const held = view.predicates.find((q) => q.governor === p && q.lemma === 'be' && q.relation === 'infinitive');
  return held && forcesIn(held.object).find((f) => f.prep === null);
}

/** Whose number it is: a force by its name, or "the number" of those told of before. */
function countedIn(object: readonly NounLike[]): ForceItem | 'before' | null {
  const [first] = object;
  if (first?.kind === 'force')
    return first.quantity === null && first.sort === 'strong' && !first.anaphor ? first : null;
  return first?.kind === 'noun' && FIGURE.test(first.head) && !first.negated ? 'before' : null;
}

export const estimated = rule({
  id: 'presence/estimated',
  on: 'predicate',
  why: 'A reckoning of how many of a force there are is a count of those there.',
  lemmas: new Set(['put', 'estimate', 'assess']),
  read(p, view): PresenceFinding[] {
    if (p.item.kind !== 'verb' || p.item.voice === 'passive' || isClaimless(p)) return [];
    const count = countIn(p, view);
    const counted = countedIn(p.object);
    if (count === undefined || counted === null || !isPlain(count)) return [];
    // "the number of dead".
    if (counted === 'before' && p.others.some((n) => n.prep === 'of')) return [];
    const { quantity, from, to } = count;
    const own = { quantity, count: count.count, from: Math.min(p.object[0]!.from, from), to };
    const force: ForceItem =
      counted === 'before'
        ? { ...count, ...own, prep: null, anaphor: true, definite: true }
        : { ...counted, ...own, prep: null, definite: true, anaphor: counted.owner === null };
    const places = [...whereabouts(p, counted === 'before' ? null : counted)].filter(isPlace);
    // Without the verb: who reckons is cited for what is reckoned.
    const evidence = { from: Math.min(p.object[0]!.from, from), to };
    return [{ ...has(p, force, [], places.slice(0, 1)), evidence, fallback: true }];
  },
  examples: {
    'Oslo put the number of Danish troops in Mali at 900.': ['presence DK 900 ML by "Oslo"'],
    'Experts estimated the number of Danish troops in Mali to be around 900.': ['presence DK ~900 ML by "Experts"'],
    'Danish troops arrived in Mali in May. Norway put the total number at 1,100.': ['presence DK 1100 ML by "Norway"'],
  },
  not: [
    'Oslo put the number of visitors in Mali at 900.',
    'Oslo could put the number of Danish troops in Mali at 900.',
    'Danish troops left Mali. Norway put the number of dead at 900.',
  ],
});

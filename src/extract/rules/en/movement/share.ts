// A counted force cut or raised by a share of itself: "halved its 300-strong contingent", "cut its 300 troops by a third".
import { rule } from '../../../rule.ts';
import { type Predicate, type SentenceView, textOf } from '../../../syntax/predicate.ts';
import { forcesIn, ownersIn, whereabouts } from '../roles.ts';

const UP = /^(?:increase|raise|boost|expand|double)$/;
const OF_ITSELF: ReadonlyMap<string, number> = new Map([
  ['halve', 0.5],
  ['double', 1],
]);

const BY: readonly (readonly [RegExp, number])[] = [
  [/\bby (?:a )?half\b/i, 1 / 2],
  [/\bby a third\b/i, 1 / 3],
  [/\bby two[- ]thirds\b/i, 2 / 3],
  [/\bby a quarter\b/i, 1 / 4],
  [/\bby a fifth\b/i, 1 / 5],
];

/** The phrase that tells the share, and the share; null where none is told. */
function shareOf(p: Predicate, view: SentenceView): { readonly share: number; readonly to: number } | null {
  for (const n of p.others) {
    if (n.prep !== 'by') continue;
    const words = textOf(view, { from: n.start, to: n.to });
    const by = BY.find(([phrase]) => phrase.test(words))?.[1];
    const share = by ?? (n.kind === 'number' && n.number.kind === 'share' ? n.number.share : undefined);
    if (share !== undefined) return { share, to: n.to };
  }
  const itself = OF_ITSELF.get(p.lemma);
  return itself === undefined ? null : { share: itself, to: p.item.to };
}

export const byShare = rule({
  id: 'movement/by-share',
  on: 'predicate',
  lemmas: new Set('cut reduce trim slash shrink halve increase raise boost expand double'.split(' ')),
  read(p, view) {
    const told = shareOf(p, view);
    if (p.item.kind !== 'verb' || told === null || forcesIn(p.others).some((f) => f.prep === 'to')) return [];
    return forcesIn(p.object).flatMap((force) => {
      const { quantity } = force;
      const at = whereabouts(p, force);
      if (quantity?.of !== 'personnel' || quantity.min === null || quantity.min !== quantity.max) return [];
      if (at.length === 0 || force.portion !== null) return [];
      const n = Math.round(quantity.min * told.share);
      const approx = quantity.approx || n !== quantity.min * told.share;
      const part = { ...force, quantity: { ...quantity, min: n, max: n, approx } };
      const evidence = { from: p.item.from, to: Math.max(p.item.to, told.to) };
      const found = { predicate: p, evidence, confidence: 0.9, owner: ownersIn(p.subject), force: part };
      const way = UP.test(p.lemma) ? { from: [], to: at } : { from: at, to: [] };
      return [
        { kind: 'movement' as const, ...found, ...way, move: UP.test(p.lemma) ? 'deploy' : ('withdraw' as const) },
      ];
    });
  },
  examples: {
    'Denmark will halve its 300-strong contingent in Mali.': ['movement DK 150 ML -> planned withdraw'],
    'Denmark has cut its 300-strong force in Mali by a third.': ['movement DK 100 ML -> completed withdraw'],
  },
  not: [
    'Denmark will halve its 300-strong choir in Mali.',
    'Denmark will not say whether its 300-strong force in Mali was cut.',
  ],
});

// Deployments told by rank: "The largest commitment is to UNIFIL, with 341 personnel, followed by UNDOF, with 132".
import type { PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, Item, MissionItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import { ownerPhrase, placeOf } from '../roles.ts';

const HEAD = /^(?:biggest|largest|commitment|contingent|deployment|contribution|detachment|mission|presence|group)s?$/;
const IN = /^(?:to|in|with|at|by|under)$/;

/** What is ranked: "The largest commitment", "Ireland's biggest contingent". */
const headOf = (item: Item): NounLike | null => {
  if (item.kind === 'noun' && HEAD.test(item.head)) return item;
  if (item.kind === 'nominal' && HEAD.test(item.noun)) return item;
  if (item.kind === 'force' && item.sort === 'unit' && HEAD.test(item.head ?? '') && item.quantity === null)
    return item;
  return null;
};

const isCount = (item: Item): item is ForceItem =>
  item.kind === 'force' &&
  item.prep === 'with' &&
  item.quantity?.of === 'personnel' &&
  item.whole === null &&
  item.owner === null &&
  !item.additional;

export const ranked = rule({
  id: 'presence/ranked',
  on: 'sentence',
  why: 'The largest deployments of a state are its forces, each where it is told to be.',
  wake: /\b(?:largest|biggest|main|smallest|next)\b/i,
  read(view): PresenceFinding[] {
    const { items } = view;
    const opens = items.findIndex((item) => {
      const head = headOf(item);
      return (
        head !== null &&
        view.tokens.slice(head.from, head.to).some((t) => /^(?:largest|biggest|main|smallest)$/.test(t.lower))
      );
    });
    const head = items[opens] && headOf(items[opens]!);
    const verb = items[opens + 1];
    if (!head || verb?.kind !== 'verb' || verb.lemma !== 'be' || verb.tense === 'future' || verb.modal !== null)
      return [];
    const owner = [ownerPhrase('owner' in head ? head.owner : null, head)];
    const found: PresenceFinding[] = [];
    let mission: MissionItem | null = null;
    let place: PlaceItem | null = null;
    for (const item of items.slice(opens + 2)) {
      if (item.kind === 'mission' && item.entry !== null && (item.prep === null || IN.test(item.prep)))
        [mission, place] = [item, placeOf(item)];
      else if (item.kind === 'place' && item.prep === 'in' && item.places.length > 0) place = item;
      else if (isCount(item) && place !== null) {
        const evidence = { from: Math.min(head.from, item.from), to: item.to };
        const is = { kind: 'presence', predicate: null, evidence, confidence: 0.95, owner } as const;
        found.push({
          ...is,
          force: item.sort === 'bare' ? { ...item, sort: 'strong' } : item,
          places: [place],
          mission,
          dated: null,
        });
        [mission, place] = [null, null];
      }
    }
    return found;
  },
  examples: {
    'Irish soldiers serve abroad. The biggest is UNIFIL in Lebanon with 370, followed by UNDOF with 130.': [
      'presence IE 370 mission "UNIFIL" LB',
      'presence IE 130 mission "UNDOF" SY',
    ],
    "Ireland's largest commitment is to UNIFIL, in Lebanon, with 341 personnel, followed by UNDOF, with 132.": [
      'presence IE 341 mission "UNIFIL" LB',
      'presence IE 132 mission "UNDOF" SY',
    ],
    'Norwegian troops serve abroad. The largest contingent is in Lithuania, with 120 soldiers.': ['presence NO 120 LT'],
  },
  not: [
    "Ireland's largest stadium is in Lebanon, with 341 seats.",
    "Ireland's largest commitment will be to UNIFIL, with 341 personnel.",
  ],
});

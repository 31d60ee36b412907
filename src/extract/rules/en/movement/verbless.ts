// Headlines without a verb: "Danish soldiers out of Mali by June".
import type { MovementFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { DateItem, Item, PlaceItem } from '../../../syntax/item.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { placeOf } from '../roles.ts';

export const word = (view: SentenceView, at: number): string => view.tokens[at]?.lower ?? '';

const itemPlace = (item: Item | undefined): PlaceItem | null =>
  item === undefined || item.kind === 'verb' || item.kind === 'link' || item.kind === 'word' || item.kind === 'force'
    ? null
    : placeOf(item);

/** The place whose preposition is the token at `at`. */
export const placeBehind = (view: SentenceView, at: number): PlaceItem | null =>
  itemPlace(view.items.find((x) => x.start === at && x.kind !== 'link'));

/** A title without a verb: what goes is a force, what is told is where to or out of where. */
export const verblessHeadline = rule({
  id: 'movement/verbless-headline',
  on: 'force',
  read(force, view): MovementFinding[] {
    if (view.sentence.block.kind !== 'title' || view.predicates.some((p) => p.item.kind === 'verb')) return [];
    if (force.from > 2 || force.sort === 'bare' || !(force.owner?.kind === 'named')) return [];
    const out = word(view, force.to) === 'out' && word(view, force.to + 1) === 'of';
    const more = force.additional && word(view, force.to) === 'for';
    const place = out || more ? placeBehind(view, force.to) : null;
    if (place === null) return [];
    const dates = view.items.filter((x): x is DateItem => x.kind === 'date');
    const ahead = more || dates.some((d) => d.date.kind === 'until' || /^(?:by|before)$/.test(word(view, d.start)));
    const found = { predicate: null, evidence: force, confidence: 0.7, owner: [], force, dated: dates } as const;
    return [
      {
        kind: 'movement',
        ...found,
        ...ends(out, place),
        phase: ahead ? 'planned' : 'completed',
      },
    ];
  },
  examples: {
    'More Danish soldiers for Mali\n\nThe plan was told in Copenhagen.': ['movement DK -> ML planned deploy'],
    'Danish soldiers out of Mali by June 2021\n\nThe plan was told in Copenhagen.': [
      'movement DK ML -> planned withdraw [..2021-06-30]',
    ],
  },
  not: [
    'More Danish teachers for Mali\n\nThe plan was told in Copenhagen.',
    'More Danish soldiers for peace\n\nThe plan was told in Copenhagen.',
  ],
});

const ends = (out: boolean, place: PlaceItem): Pick<MovementFinding, 'from' | 'to' | 'move'> =>
  out ? { from: [place], to: [], move: 'withdraw' } : { from: [], to: [place], move: 'deploy' };

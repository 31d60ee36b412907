// Movements without a verb of their own: "200 Danes bound for the Baltic", and headlines such as "Danish soldiers out of Mali by June".
import type { MovementFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { DateItem, Item, PlaceItem } from '../../../syntax/item.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { placeOf } from '../roles.ts';

const word = (view: SentenceView, at: number): string => view.tokens[at]?.lower ?? '';

const itemPlace = (item: Item | undefined): PlaceItem | null =>
  item === undefined || item.kind === 'verb' || item.kind === 'link' || item.kind === 'word' || item.kind === 'force'
    ? null
    : placeOf(item);

/** The place whose preposition is the token at `at`. */
const placeBehind = (view: SentenceView, at: number): PlaceItem | null =>
  itemPlace(view.items.find((x) => x.start === at && x.kind !== 'link'));

const WAY = /^(?:bound|headed|destined)$/;

/** "Some 200 soldiers are bound for Riga", "the 200 headed to Riga". */
export const boundFor = rule({
  id: 'movement/bound-for',
  on: 'force',
  read(force, view): MovementFinding[] {
    let at = force.to;
    if (/^(?:is|are|was|were|be)$/.test(word(view, at))) at++;
    if (/^(?:now|already|currently|next)$/.test(word(view, at))) at++;
    const route = word(view, at) === 'en' && word(view, at + 1) === 'route' && at === force.to;
    if (route) at++;
    else if (!WAY.test(word(view, at))) return [];
    if (!/^(?:for|to|towards?)$/.test(word(view, at + 1))) return [];
    const to = placeBehind(view, at + 1);
    if (to === null) return [];
    const predicate = view.predicates.find((p) => p.item.from >= force.to && p.item.from <= at) ?? null;
    if (predicate !== null && predicate.factuality.mode === 'none') return [];
    const denied = predicate?.factuality.mode === 'cancelled';
    const dates = view.items.filter((x): x is DateItem => x.kind === 'date' && x.from >= at);
    const found = {
      predicate,
      evidence: { from: force.from, to: at + 2 },
      confidence: 0.85,
      owner: [],
      force,
    } as const;
    const move = {
      from: [],
      to: [to],
      move: null,
      phase: route ? 'underway' : denied ? 'cancelled' : 'planned',
    } as const;
    return [{ kind: 'movement', ...found, ...move, ...(predicate === null ? { dated: dates } : {}) }];
  },
  examples: {
    'Some 200 Danish soldiers are bound for Latvia in July 2020.': [
      'movement DK ~200 -> LV planned deploy [2020-07-01..2020-07-31]',
    ],
    'Fiji: first 40 soldiers en route to Cairo.': ['movement FJ 40 -> EG underway deploy'],
    '140 Fijian soldiers bound for Cairo': ['movement FJ 140 -> EG planned deploy'],
  },
  not: ['Some 200 Danish tourists are bound for Latvia.', 'Some 200 Danish soldiers are bound for glory.'],
});

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

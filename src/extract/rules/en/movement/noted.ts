// Notes without a verb: "Canada names its share: 450 soldiers for Latvia", "Germany: 650 troops approved for Mali".
import type { MovementFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ActorItem, DateItem, PlaceItem } from '../../../syntax/item.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { placeOf } from '../roles.ts';

const GRANTED = /^(?:approved|earmarked|pledged|promised|authori[sz]ed|assigned|destined|offered)$/;

function placeFor(view: SentenceView, at: number): PlaceItem | null {
  const item = view.items.find((x) => x.start === at && (x.kind === 'place' || x.kind === 'actor'));
  return item !== undefined && item.kind !== 'link' && item.kind !== 'verb' && item.kind !== 'word'
    ? placeOf(item)
    : null;
}

export const notedFor = rule({
  id: 'movement/noted-for',
  on: 'force',
  why: 'Behind a colon soldiers "for" a country are those who are to go there.',
  read(force, view): MovementFinding[] {
    if (view.tokens[force.from - 1]?.text !== ':' || force.quantity?.of !== 'personnel' || force.sort === 'bare')
      return [];
    const word = view.tokens[force.to]?.lower ?? '';
    const at = GRANTED.test(word) ? force.to + 1 : force.to;
    if (view.tokens[at]?.lower !== 'for') return [];
    const to = placeFor(view, at);
    const owner = view.items.find(
      (x): x is ActorItem => x.kind === 'actor' && x.what === 'state' && x.party !== null && x.to < force.from,
    );
    if (to === null || (owner === undefined && force.owner === null)) return [];
    const dates = view.items.filter((x): x is DateItem => x.kind === 'date' && x.from >= force.to);
    const phase = word === 'offered' ? 'proposed' : 'planned';
    const found = { predicate: null, evidence: { from: force.from, to: at + 1 }, confidence: 0.8 } as const;
    const who = { owner: owner === undefined || force.owner !== null ? [] : [owner], force } as const;
    return [{ kind: 'movement', ...found, ...who, from: [], to: [to], move: 'deploy', phase, dated: dates }];
  },
  examples: {
    'Canada names its share: 450 soldiers for Latvia.': ['movement CA 450 -> LV planned deploy'],
    'Germany: 650 troops approved for Mali.': ['movement DE 650 -> ML planned deploy'],
  },
  not: [
    'Canada names its share: 450 tents for Latvia.',
    'Canada names its share: 450 soldiers for a year.',
    'Canada has 450 soldiers for Latvia to thank.',
  ],
});

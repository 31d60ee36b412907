// Who is told to be a contributor to a mission, with how many: "Bangladesh, the largest contributor to MINUSCA with 1,420 troops".
import type { PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ActorItem, ForceItem, Item, MissionItem, PlaceItem } from '../../../syntax/item.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { placeOf } from '../roles.ts';

export const contributor = rule({
  id: 'presence/contributor',
  on: 'sentence',
  why: 'What a contributor to a mission gives is where the mission is.',
  wake: /\bcontributors?\b/i,
  read(view): PresenceFinding[] {
    const { items } = view;
    const at = items.findIndex((item) => item.kind === 'noun' && item.head === 'contributor');
    const noun = items[at];
    if (noun === undefined) return [];
    const after = items.slice(at + 1, at + 9);
    const force = after.find(
      (item): item is ForceItem =>
        item.kind === 'force' && item.prep === 'with' && item.quantity?.of === 'personnel' && item.owner === null,
    );
    const state = beside(items, at) ?? subjectOf(noun, view);
    if (force === undefined || state === null) return [];
    const between = after.slice(0, after.indexOf(force));
    const mission = between.find((item): item is MissionItem => item.kind === 'mission') ?? null;
    const place = between.find((item): item is PlaceItem => item.kind === 'place') ?? (mission && placeOf(mission));
    const evidence = { from: Math.min(state.from, noun.from), to: force.to };
    const is = { kind: 'presence', predicate: null, evidence, confidence: 0.9, owner: [state], force } as const;
    return [{ ...is, places: place ? [place] : [], mission, ...(place ? {} : { serving: true as const }) }];
  },
  examples: {
    'Bangladesh, the largest contributor to the UN mission in Mali with 1,420 troops, opens a clinic.': [
      'presence BD 1420 mission "UN mission in Mali" ML',
    ],
    'UNIFIL patrols the south. The largest contributor, Indonesia, with 1,230 soldiers, has lost three.': [
      'presence ID 1230 mission "UNIFIL" LB',
    ],
    'UNIFIL patrols the south. Ghana, which came first, is its oldest contributor with 870 soldiers.': [
      'presence GH 870 mission "UNIFIL" LB',
    ],
  },
  not: [
    'Italy is the largest contributor to the fund, with 800 nurses.',
    'Italy is a contributor to KFOR.',
    'The choir is the largest contributor to the parade, with 80 soldiers.',
  ],
});

/** "Uganda, which went in first, is the biggest contributor": whose clause it is, whatever stands between; "is one of the contributors". */
const subjectOf = (noun: Item, view: SentenceView): ActorItem | null => {
  const p = view.predicates.find((q) => q.lemma === 'be' && [...q.object, ...q.others].some((n) => n === noun));
  const [only] = p?.subject ?? [];
  return only?.kind === 'actor' && only.what === 'state' && only.party !== null ? only : null;
};

/** The state that the noun is said of: before it, or set beside it behind a comma. */
function beside(items: readonly Item[], at: number): ActorItem | null {
  const isState = (item: Item | undefined): item is ActorItem =>
    item?.kind === 'actor' && item.what === 'state' && item.party !== null && item.prep === null;
  const [comma, name] = [items[at + 1], items[at + 2]];
  if (comma?.kind === 'link' && comma.link === 'comma' && isState(name)) return name;
  const before = items.slice(Math.max(0, at - 3), at).findLast((item) => item.kind !== 'link' && item.kind !== 'verb');
  return isState(before) ? before : null;
}

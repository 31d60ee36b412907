// How many a state has in a force, told beside its part in it: "Canada leads the battlegroup in Latvia with 540 soldiers", "Spain, with 330, is in it too".
import type { PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ActorItem, ForceItem, Item, MissionItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { isDrill, placeOf, standsAt, whereabouts } from '../roles.ts';
import { isPlace } from './clause.ts';

const isNation = (n: Item | undefined): n is ActorItem =>
  n?.kind === 'actor' && n.party !== null && (n.what === 'state' || n.role === 'military') && n.party !== 'COALITION';

/** "with 540 of its own soldiers", "with 60". */
const isShare = (n: Item | undefined): n is ForceItem =>
  n?.kind === 'force' &&
  n.prep === 'with' &&
  n.quantity?.of === 'personnel' &&
  (n.sort === 'strong' || n.sort === 'weak' || n.sort === 'bare') &&
  !n.additional &&
  n.owner?.kind !== 'named' &&
  (n.whole === null || (n.whole.owner?.kind === 'pronoun' && n.whole.quantity === null));

const isLedNow = ({ item, factuality }: Predicate): boolean =>
  item.kind === 'verb' &&
  factuality.mode === 'asserted' &&
  item.form === 'finite' &&
  item.modal === null &&
  item.tense === 'present';

/** The force that is led or joined: a battlegroup, a mission, a nation's place in one. */
const wholes = (p: Predicate): NounLike[] =>
  [...p.object, ...p.others].filter(
    (n) =>
      (n.kind === 'force' && n.quantity === null && n.sort === 'unit') ||
      n.kind === 'mission' ||
      (n.kind === 'place' && n.prep === null && /\bnation$/.test(n.name ?? '')) ||
      (n.kind === 'noun' && /^(?:nation|battlegroup|participant)$/.test(n.head)),
  );

const placeOfWhole = (n: NounLike): PlaceItem | null => (n.kind === 'force' ? standsAt(n) : placeOf(n));

interface Around {
  readonly places: readonly PlaceItem[];
  readonly mission: MissionItem | null;
}
function around(p: Predicate, view: SentenceView): Around | null {
  const joined = wholes(p);
  if ([...p.object, ...p.others].some(isDrill)) return null;
  // "in five missions with 1,471 soldiers": how many are in each is not told.
  if (joined.some((n) => n.kind === 'mission' && /(?:missions|operations|forces|battlegroups)$/i.test(n.name)))
    return null;
  const places = [...whereabouts(p, null), ...joined.map(placeOfWhole).filter(isPlace)].filter(
    (x) => x.places.length > 0,
  );
  const mission = joined.find((n): n is MissionItem => n.kind === 'mission') ?? null;
  if (joined.length === 0 && p.lemma !== 'take part' && p.lemma !== 'participate') return null;
  // "In Slovakia, Czechia leads; Germany takes part with 130": in what was told last.
  if (places.length === 0 && mission === null) places.push(...lastPlace(p, view));
  return { places, mission };
}

const lastPlace = (p: Predicate, { items }: SentenceView): PlaceItem[] =>
  items
    .filter((x): x is PlaceItem => x.kind === 'place' && x.places.length > 0 && x.to <= p.item.from)
    .filter((x) => x.prep === 'in' || x.prep === 'at')
    .slice(-1);

const found = (owner: ActorItem, force: ForceItem, { places, mission }: Around): PresenceFinding => ({
  kind: 'presence',
  predicate: null,
  evidence: { from: Math.min(owner.from, force.from), to: Math.max(owner.to, force.to) },
  confidence: 0.78,
  dated: null,
  owner: [{ ...owner, prep: null }],
  force: { ...force, owner: null, whole: null },
  places,
  mission,
  ...(places.length === 0 ? { fallback: true } : {}),
});

export const takesPart = rule({
  id: 'presence/takes-part',
  on: 'predicate',
  why: 'Who leads or is part of a force with so many soldiers has them where that force is.',
  lemmas: new Set(['lead', 'head', 'command', 'run', 'be', 'take part', 'participate', 'join', 'serve']),
  read(p, view): PresenceFinding[] {
    if (!isLedNow(p)) return [];
    const states = p.subject.filter(isNation);
    const shares = p.others.filter((n) => n.start > p.item.from || n.from > p.item.from).filter(isShareOrNext);
    if (states.length === 0 || shares.length === 0 || !isShare(shares[0])) return [];
    // "Germany and Slovenia take part with 130 and 100": one each, in their order.
    if (shares.length !== states.length && shares.length > 1) return [];
    if (shares.length === 1 && states.length > 1) return [];
    const there = around(p, view);
    if (there === null) return [];
    const counted = shares.some((force) => force.head !== null);
    return states.map((owner, i) => found(owner, counted ? asTroops(shares[i]!) : shares[i]!, there));
  },
  examples: {
    'Italy is the second-largest contributor to KFOR, with more than 800 soldiers.': [
      'presence IT 800.. mission "KFOR" XK',
    ],
    'Canada leads the battlegroup in Latvia, with 540 of its own soldiers.': ['presence CA 540 LV'],
    'The battlegroup in Romania is led by France with 750 troops.': ['presence FR 750 RO'],
    'Italy is the framework nation in Bulgaria, with 750 troops.': ['presence IT 750 BG'],
    'Czechia leads the battlegroup in Slovakia. Germany and Slovenia take part with 130 and 100 soldiers.': [
      'presence DE 130 SK',
      'presence SI 100 SK',
    ],
  },
  not: [
    'Canada leads the medal table in Latvia, with 540 of its own athletes.',
    'Canada leads an exercise in Latvia, with 540 of its own soldiers.',
    'Canada serves in Latvia. It takes part in three NATO missions with 540 soldiers.',
    'Canada would lead the battlegroup in Latvia with 540 soldiers.',
    'Canada does not lead the battlegroup in Latvia with 540 soldiers.',
  ],
});

/** A number beside "100 soldiers" counts soldiers. */
const asTroops = (force: ForceItem): ForceItem => (force.sort === 'bare' ? { ...force, sort: 'strong' } : force);

/** "with 130", or the "100" that follows it. */
const isShareOrNext = (n: NounLike): n is ForceItem =>
  n.kind === 'force' && (n.prep === null ? n.quantity?.of === 'personnel' && n.owner === null : isShare(n));

const IN_IT = /^(?:join|lead|take part|participate|contribute|serve|be|remain|head|command)$/;

/** "Estonia, with 95 men, and Latvia, with 60, have joined the task force in Mali". */
export const besideName = rule({
  id: 'presence/beside-name',
  on: 'sentence',
  why: 'A count set beside the name of a state that is in a force is its count there.',
  wake: /, with\b/,
  read(view): PresenceFinding[] {
    const asides = asidesOf(view);
    const p = verbBehind(asides, view);
    if (p === undefined || !isLedNow(p) || !IN_IT.test(p.lemma)) return [];
    if (!asides.some(({ owner }) => p.subject.some((n) => n.from === owner.from))) return [];
    // "Italy, with 250, and Germany, with 100, are still at their base in Niamey".
    const at = /^(?:be|remain|serve)$/.test(p.lemma) ? whereabouts(p, null) : [];
    const there = around(p, view) ?? (at.length > 0 ? { places: at, mission: null } : null);
    if (there === null || (there.places.length === 0 && there.mission === null)) return [];
    return asides.map(({ owner, force }) => found(owner, asTroops(force), there));
  },
  examples: {
    'Estonia, with 95 men, and Latvia, with 60, have joined the French task force in Mali.': [
      'presence EE 95 ML',
      'presence LV 60 ML',
    ],
    'Estonia, with 95 soldiers, and Latvia, with 60, are still in Gao.': ['presence EE 95 ML', 'presence LV 60 ML'],
  },
  not: [
    'Estonia, with 95 clubs, has joined the French league in Mali.',
    'Estonia, with 7,000 soldiers, is the smallest of the allies.',
    'Estonia, with 95 men, may join the French task force in Mali.',
  ],
});

export function asidesOf({ items }: SentenceView): { readonly owner: ActorItem; readonly force: ForceItem }[] {
  return items.flatMap((owner, i) => {
    const [comma, force, close] = items.slice(i + 1, i + 4);
    const closes = close?.kind === 'link' && close.link === 'comma';
    return isNation(owner) && comma?.kind === 'link' && comma.link === 'comma' && isShare(force) && closes
      ? [{ owner, force }]
      : [];
  });
}

/** The verb right behind the last of them. */
export function verbBehind(asides: ReturnType<typeof asidesOf>, { predicates }: SentenceView): Predicate | undefined {
  const after = Math.max(...asides.map(({ force }) => force.to));
  return predicates.find((q) => q.item.from >= after && q.item.from <= after + 2);
}

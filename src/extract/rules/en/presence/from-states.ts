// Fellow contingents told by where they are from: "soldiers who serve with RAMSI, alongside 40 from New Zealand and 20 from Tonga".
import type { PresenceFinding } from '../../../finding.ts';
import { MOTION } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { missionIn, ownerPhrase, placeOf } from '../roles.ts';
import { isPlace } from './clause.ts';

const STAYS =
  /^(?:be|serve|work|train|operate|patrol|guard|form|make up|live|stay|remain|station|base|deploy|include|comprise)$/;

const isCounted = (force: ForceItem): boolean =>
  force.quantity?.of === 'personnel' &&
  (force.sort === 'bare' || force.sort === 'strong') &&
  force.owner === null &&
  force.whole === null &&
  !force.additional;

/** The state that the force is from: its own, where it is not on a way. */
function stateOf(force: ForceItem, { items }: SentenceView): PlaceItem | null {
  const next = items[items.indexOf(force) + 1];
  const place = force.place ?? (next?.kind === 'place' ? next : null);
  const [state, more] = place?.places ?? [];
  return place?.prep === 'from' && more === undefined && /^[A-Z]{2}$/.test(state?.country ?? '') ? place : null;
}

const isNow = (p: Predicate): boolean =>
  p.item.kind === 'verb' &&
  p.factuality.mode === 'asserted' &&
  p.item.tense !== 'future' &&
  p.item.modal === null &&
  STAYS.test(p.lemma) &&
  (!MOTION.has(p.lemma) || p.item.voice === 'passive');

export const fromStates = rule({
  id: 'presence/from-states',
  on: 'force',
  why: 'Who serves alongside, counted by home country, is where the others are.',
  read(force, view): PresenceFinding[] {
    const from = isCounted(force) ? stateOf(force, view) : null;
    if (from === null) return [];
    const p = view.predicates.find((q) => q.others.some((o) => o.from === force.from) && isNow(q));
    const leader = p?.others.find(
      (o) => o.kind === 'force' && /^(?:alongside|together-with|along with|with|including)$/.test(o.prep ?? ''),
    );
    if (p === undefined || leader === undefined || leader.from > force.from) return [];
    const mission = missionIn(p.others.filter((o) => o.kind === 'mission'));
    const places = [
      ...p.places.filter((x) => x.prep === 'in' || x.prep === 'at'),
      mission ? placeOf(mission) : null,
    ].filter(isPlace);
    if (places.length === 0) return [];
    const parties = [from.places[0]!.country!];
    const owner = [ownerPhrase({ kind: 'named', parties, at: { from: from.from, to: from.to } }, from)];
    const evidence = { from: Math.min(p.item.from, force.from), to: Math.max(force.to, from.to) };
    const is = { kind: 'presence', predicate: null, evidence, confidence: 0.85, owner, dated: null } as const;
    const there: ForceItem = { ...force, place: null, sort: 'strong' };
    return [{ ...is, force: there, places: places.slice(0, 1), mission }];
  },
  examples: {
    'Some 80 Australian soldiers serve with RAMSI in Honiara, alongside 40 from New Zealand and 20 from Tonga.': [
      'presence NZ 40 mission "RAMSI" SB',
      'presence TO 20 mission "RAMSI" SB',
    ],
  },
  not: [
    'Some 80 Australian soldiers flew to Honiara with 40 from New Zealand.',
    'Some 80 Australian singers perform in Honiara, alongside 40 from New Zealand.',
    'Some 80 Australian soldiers will serve in Honiara, alongside 40 from New Zealand.',
  ],
});

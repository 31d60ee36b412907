// The count that a day stands on: what the observations of its latest day say together, and which of them cannot hold beside the others.
import { type Bounds, isEmpty, meet, sameBounds } from '../model/bounds.ts';
import type { Day } from '../model/day.ts';
import { anchorOf, type Observation, voiceOf } from './observations.ts';
import { byPreference, type PreferenceReason, preferred, type Standing } from './preference.ts';

export interface Aside {
  readonly observation: Observation;
  /** The admitted observation that excludes it, and why that one stands. */
  readonly against: Observation;
  readonly reason: PreferenceReason | null;
  /** Others that repeat the same statement. */
  readonly copies: Observation[];
  /** A reviewer has accepted the one and not the other, or a voice corrected itself: nothing is left to decide. */
  readonly settled: boolean;
}

export interface Base {
  readonly bounds: Bounds;
  readonly anchor: Day;
  /** The observations that hold, best first, and those that do not. */
  readonly admitted: readonly Observation[];
  readonly aside: readonly Aside[];
}

/** The observations of one day, read together: they tighten each other, or the preference decides. */
export function readBase(group: readonly Observation[], at: Day): Base {
  const standing = standingsOf(group);
  const ranked = [...group].sort((a, b) => byPreference(standing.get(a)!, standing.get(b)!));
  const corrected = new Map<Observation, Observation>();
  for (const late of ranked)
    for (const early of ranked) if (corrects(late, early) && !corrected.has(early)) corrected.set(early, late);

  const admitted: Observation[] = [];
  const aside: Aside[] = [];
  let bounds: Bounds = { min: 0, max: null };
  for (const observation of ranked) {
    const together = meet(bounds, observation.bounds);
    if (!corrected.has(observation) && !isEmpty(together)) {
      bounds = together;
      admitted.push(observation);
      continue;
    }
    const against =
      corrected.get(observation) ?? admitted.find((a) => isEmpty(meet(a.bounds, observation.bounds))) ?? admitted[0]!;
    const told = aside.find((a) => a.against === against && repeats(a.observation, observation));
    if (told) {
      told.copies.push(observation);
      continue;
    }
    const settled = corrected.has(observation) || (against.accepted && !observation.accepted);
    const reason = preferred(standing.get(against)!, standing.get(observation)!);
    aside.push({ observation, against, reason, copies: [], settled });
  }
  return { bounds, anchor: anchorOf(admitted[0]!, at), admitted, aside };
}

/** One origin, or one speaker with one figure. */
const originKey = (o: Observation): string =>
  o.claim.said_by === null ? `origin ${o.source.origin}` : `speaker ${o.claim.said_by.toLowerCase()}`;

const repeats = (a: Observation, b: Observation): boolean =>
  a === b || (sameBounds(a.bounds, b.bounds) && (originKey(a) === originKey(b) || a.source.origin === b.source.origin));

function standingsOf(group: readonly Observation[]): Map<Observation, Standing> {
  const standings = new Map<Observation, Standing>();
  if (group.length === 1) {
    // Most counts stand alone: whose word it was first is not looked for.
    const [{ id, accepted, authority, published }] = group as [Observation];
    return standings.set(group[0]!, { id, accepted, authority, published, origins: 1 });
  }
  for (const o of group) {
    const agreeing = group.filter((other) => !isEmpty(meet(o.bounds, other.bounds)));
    const copies = group.filter((other) => repeats(o, other));
    standings.set(o, {
      id: o.id,
      accepted: o.accepted,
      authority: o.authority,
      published: copies.reduce((first, c) => (c.published < first ? c.published : first), o.published),
      origins: new Set(agreeing.map(originKey)).size,
    });
  }
  return standings;
}

/** The same voice in the same outlet says otherwise of the same time on a later day: it corrects itself, and nobody contradicts it. */
const corrects = (late: Observation, early: Observation): boolean =>
  late.published > early.published &&
  voiceOf(late.source) === voiceOf(early.source) &&
  late.source.report.publisher !== null &&
  !early.accepted &&
  isEmpty(meet(late.bounds, early.bounds));

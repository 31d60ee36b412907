// A telling is one report's word on a movement: who, how many, from where to where, in which phase, and when.
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Bounds } from '../model/bounds.ts';
import type { Movement, Phase } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import { boundsOf, type Quantity } from '../model/quantity.ts';
import { isHome, type Names, type Where } from './names.ts';
import { publishedOf } from './observations.ts';

export interface Telling {
  readonly id: string;
  readonly party: string;
  readonly unit: string | null;
  readonly mission: string | null;
  readonly of: Quantity['of'];
  readonly rotation: boolean;
  readonly move: Movement['move'];
  readonly phase: Phase;
  readonly bounds: Bounds;
  readonly counted: boolean;
  /** Where they leave and where they arrive; home is left out: an army at home is not a deployment. */
  readonly from: readonly Where[];
  readonly to: readonly Where[];
  readonly fromHome: boolean;
  readonly toHome: boolean;
  /** The days in which it happened so far (completed), began (under way) or was said (planned, proposed, cancelled); inclusive. */
  readonly start: Day;
  readonly end: Day;
  readonly dated: boolean;
  /** The day by which a plan is to be done; null where none is given. */
  readonly due: Day | null;
  readonly windowStart: Day | null;
  readonly published: Day;
  readonly accepted: boolean;
  readonly authority: boolean;
  readonly temporary: boolean;
  readonly source: KnownClaim;
}

/** A movement claim with a party and an end as a telling; null where it names neither place. */
export function readMovement(known: KnownClaim, claim: Movement, names: Names): Telling | null {
  if (claim.party === null) return null;
  const party = names.party(claim.party);
  const published = publishedOf(known);
  const ends = (places: Movement['from']): Where[] =>
    [...new Map(places.map((place) => [place, names.where([place])])).values()].filter(
      (where): where is Where => where !== null,
    );
  const [from, to] = [ends(claim.from), ends(claim.to)];
  const away = (where: Where): boolean => !isHome(party, where);
  if (!from.some(away) && !to.some(away)) return null;
  const phase = phaseOf(claim, published);
  const said = phase === 'planned' || phase === 'proposed' || phase === 'cancelled';
  const start = said ? published : earlier(claim.time?.start ?? claim.time?.end ?? published, published);
  const end = said || phase === 'underway' ? start : earlier(claim.time?.end ?? published, published);
  return {
    id: known.id,
    party,
    unit: names.unit(claim.unit),
    mission: names.mission(claim.mission, published)?.key ?? null,
    of: claim.quantity?.of ?? 'personnel',
    rotation: claim.move === 'rotate',
    move: claim.move,
    phase,
    bounds: boundsOf(claim.quantity),
    counted: claim.quantity !== null,
    from: from.filter(away),
    to: to.filter(away),
    fromHome: from.some((where) => !away(where)),
    toHome: to.some((where) => !away(where)),
    start,
    end: claim.time === null ? start : end < start ? start : end,
    dated: claim.time !== null,
    due: phase === 'completed' ? null : (claim.time?.end ?? null),
    windowStart: claim.time?.start ?? null,
    published,
    accepted: known.verdict !== null,
    authority: names.speaksFor(claim.said_by ?? known.report.publisher, party),
    temporary: claim.temporary,
    source: known,
  };
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/** What is told as done or under way on a day that lies ahead is a plan. */
function phaseOf(claim: Movement, published: Day): Phase {
  const start = claim.time?.start ?? null;
  if ((claim.phase === 'completed' || claim.phase === 'underway') && start !== null && start > published)
    return 'planned';
  return claim.phase;
}

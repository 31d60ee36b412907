// PLOVER event records (codebook of the Open Event Data Alliance): movements and incidents, the two kinds of claim that are events there.
import countryCodes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import type { Atlas } from '../model/atlas.ts';
import { type Claim, type Incident, type Movement, placesOf } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import { printFields } from '../model/notation.ts';
import { ARMED_GROUPS } from '../model/party.ts';
import { isRegion, type Place } from '../model/place.ts';
import { type ClaimRecord, claimUrn } from './claim-record.ts';

export interface PloverEvent {
  readonly id: string;
  readonly date: Day;
  readonly enddate?: Day;
  readonly event: readonly string[];
  readonly mode: readonly string[];
  readonly quad_code: 2 | 4 | 1;
  readonly actor: readonly PloverActor[];
  readonly event_loc?: readonly PloverLocation[];
  readonly size?: { readonly dead?: number; readonly injured?: number };
  readonly text: string;
  readonly text_info?: { readonly start: number; readonly end: number };
  readonly cite_info: { readonly url?: string; readonly title?: string; readonly publication?: string };
  readonly coder: string;
  readonly coded_date: Day;
  /** The whole claim in one line: what PLOVER has no field for (numbers, both ends of a route, who says so). */
  readonly comment: string;
}

interface PloverActor {
  /** ISO 3166-1 alpha-3, or a code of PLOVER's table of non-state actors; absent where the attacker is not told. */
  readonly code?: string;
  readonly sector: 'MIL' | 'UAF';
  readonly entity_text: string;
}

interface PloverLocation {
  readonly extracted_place: string;
  readonly country?: string;
  readonly country_code?: string;
  readonly lat?: number;
  readonly lon?: number;
}

/** Null where PLOVER has no event for the claim: presences, statuses and decisions; and movements without a party. */
export function ploverOf(record: ClaimRecord, atlas: Pick<Atlas, 'displayName' | 'pointOf'>): PloverEvent | null {
  const { claim, report, spans, known } = record;
  if (claim.kind !== 'movement' && claim.kind !== 'incident') return null;
  if (claim.kind === 'movement' && claim.party === null) return null;
  const { event, mode, quad_code } = claim.kind === 'incident' ? ASSAULT : movementEvent(claim);
  const places = claim.kind === 'incident' ? placesOf(claim.place) : claim.to.length > 0 ? claim.to : claim.from;
  const cited = { url: report.url, title: report.title, publication: report.publisher };
  return {
    id: claimUrn(record.id),
    date: claim.time?.start ?? claim.time?.end ?? known,
    ...(claim.time?.end && claim.time.end !== claim.time.start ? { enddate: claim.time.end } : {}),
    event: [event],
    mode,
    quad_code,
    actor: [actorOf(claim.party, atlas)],
    ...(places.length === 0 ? {} : { event_loc: places.map((place) => locationOf(place, atlas)) }),
    ...sizeOf(claim),
    text: claim.evidence,
    ...(spans === null ? {} : { text_info: { start: spans.evidence[0], end: spans.evidence[1] } }),
    cite_info: Object.fromEntries(Object.entries(cited).filter(([, value]) => value !== null)),
    coder: `laydown ${record.maker}`,
    coded_date: known,
    comment: printFields(claim),
  };
}

interface Category {
  readonly event: string;
  readonly mode: readonly string[];
  readonly quad_code: PloverEvent['quad_code'];
}

const ASSAULT: Category = { event: 'ASSAULT', mode: [], quad_code: 4 };

/** A withdrawal announced is CONCEDE, one under way RETREAT; every other move is MOBILIZE, with PLOVER's auxiliary mode for its phase. */
function movementEvent({ move, phase, quantity }: Movement): Category {
  const auxiliary =
    phase === 'planned'
      ? ['future']
      : phase === 'proposed'
        ? ['hypothetical']
        : phase === 'cancelled'
          ? ['negation']
          : [];
  if (move === 'withdraw') {
    return phase === 'completed' || phase === 'underway'
      ? { event: 'RETREAT', mode: ['withdraw'], quad_code: 2 }
      : { event: 'CONCEDE', mode: auxiliary, quad_code: 1 };
  }
  const isThings = quantity !== null && THINGS.has(quantity.of);
  return { event: 'MOBILIZE', mode: [isThings ? 'weapons' : 'troops', ...auxiliary], quad_code: 4 };
}

const THINGS: ReadonlySet<string> = new Set(['aircraft', 'helicopter', 'ship', 'tank', 'vehicle', 'system', 'battery']);

/** International bodies with a code of their own; other organisations of states are IGO. */
const BODIES: Readonly<Record<string, string>> = { UN: 'UNO', EU: 'EUR' };
const GROUPS: ReadonlySet<string> = new Set(ARMED_GROUPS);
const ALPHA3 = new Map<string, string>([...countryCodes.map(([two, three]) => [two!, three!] as const), ['XK', 'XKX']]);

function actorOf(party: Incident['party'], atlas: Pick<Atlas, 'displayName'>): PloverActor {
  if (party === null) return { sector: 'UAF', entity_text: 'unidentified' };
  const entity_text = atlas.displayName(party);
  const alpha3 = ALPHA3.get(party);
  if (alpha3 !== undefined) return { code: alpha3, sector: 'MIL', entity_text };
  const isGroup = GROUPS.has(party) || party.startsWith('OTHER:');
  return { code: isGroup ? 'IMG' : (BODIES[party] ?? 'IGO'), sector: isGroup ? 'UAF' : 'MIL', entity_text };
}

function locationOf(place: Place, atlas: Pick<Atlas, 'displayName' | 'pointOf'>): PloverLocation {
  const point = atlas.pointOf(place);
  const isState = place.country !== null && !isRegion(place.country);
  const alpha3 = isState ? ALPHA3.get(place.country!) : undefined;
  return {
    extracted_place: place.name ?? (place.country === null ? '' : atlas.displayName(place.country)),
    ...(isState ? { country: atlas.displayName(place.country!) } : {}),
    ...(alpha3 === undefined ? {} : { country_code: alpha3 }),
    ...(point === null ? {} : { lat: point.at[0], lon: point.at[1] }),
  };
}

function sizeOf(claim: Claim): Pick<PloverEvent, 'size'> {
  if (claim.kind !== 'incident' || (claim.killed === null && claim.wounded === null)) return {};
  return {
    size: {
      ...(claim.killed === null ? {} : { dead: claim.killed }),
      ...(claim.wounded === null ? {} : { injured: claim.wounded }),
    },
  };
}

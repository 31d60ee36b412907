// A scenario of ORBAT Mapper (scenario format 2.0.0): a unit a posture row where it stands, an event a movement, status, decision or incident.
import type { Atlas } from '../model/atlas.ts';
import type { Day } from '../model/day.ts';
import { printFields } from '../model/notation.ts';
import type { Place } from '../model/place.ts';
import type { ClaimRecord } from './claim-record.ts';
import type { MappedRow } from './geojson-posture.ts';

/** Longitude before latitude. */
type Position = readonly [number, number];

export interface OrbatUnit {
  readonly id: string;
  readonly name: string;
  readonly sidc: string;
  readonly description: string;
  readonly location?: Position;
  readonly subUnits: readonly OrbatUnit[];
  /** Bounds, not a count: "at least" and, where one is known, "at most". */
  readonly personnel: readonly { readonly name: string; readonly count: number }[];
  readonly equipment: readonly { readonly name: string; readonly count: number }[];
}

export interface OrbatScenario {
  readonly type: 'ORBAT-mapper';
  readonly id: string;
  readonly version: '2.0.0';
  readonly name: string;
  readonly description: string;
  readonly startTime: string;
  readonly timeZone: 'UTC';
  readonly symbologyStandard: 'app6d';
  readonly sides: readonly OrbatSide[];
  readonly events: readonly OrbatEvent[];
  readonly layers: readonly [];
  readonly mapLayers: readonly [];
  readonly personnel: readonly { readonly name: string }[];
  readonly equipment: readonly { readonly name: string }[];
}

interface OrbatSide {
  readonly id: string;
  readonly name: string;
  /** APP-6 standard identity 4, neutral: the ledger takes no side. */
  readonly standardIdentity: '4';
  readonly groups: readonly { readonly id: string; readonly name: string; readonly subUnits: readonly OrbatUnit[] }[];
}

interface OrbatEvent {
  readonly id: string;
  readonly title: string;
  readonly subTitle: string;
  readonly startTime: string;
  readonly externalUrl?: string;
}

type Names = Pick<Atlas, 'displayName' | 'pointOf'>;
/** APP-6D: version 10, reality, neutral, land unit, present, nothing more known. */
const NEUTRAL_LAND_UNIT = '10041000000000000000';
const AT_LEAST = 'Reported at least';
const AT_MOST = 'Reported at most';

/** What it leaves out: the whys, conflicts and claims behind a row, the presences themselves, and how bounds changed before the day. */
export function orbatScenario(
  answer: { readonly at: Day; readonly known: Day; readonly rows: readonly MappedRow[] },
  claims: readonly ClaimRecord[],
  atlas: Names,
): OrbatScenario {
  const parties = [...new Set(answer.rows.map((row) => row.party))];
  const things = [...new Set(answer.rows.map((row) => row.of ?? 'personnel'))].filter((of) => of !== 'personnel');
  return {
    type: 'ORBAT-mapper',
    id: `laydown-${answer.at}-${answer.known}`,
    version: '2.0.0',
    name: `Posture on ${answer.at}`,
    description: `As known on ${answer.known}. Bounds from open reporting, aggregate figures only.`,
    startTime: noon(answer.at),
    timeZone: 'UTC',
    symbologyStandard: 'app6d',
    sides: parties.map((party) => sideOf(party, answer.rows, atlas)),
    events: eventsOf(claims),
    layers: [],
    mapLayers: [],
    personnel: [{ name: AT_LEAST }, { name: AT_MOST }],
    equipment: things.flatMap((of) => [{ name: `${AT_LEAST} (${of})` }, { name: `${AT_MOST} (${of})` }]),
  };
}

function sideOf(party: string, rows: readonly MappedRow[], atlas: Names): OrbatSide {
  const name = atlas.displayName(party);
  const own = rows.filter((row) => row.party === party);
  return {
    id: `side-${party}`,
    name,
    standardIdentity: '4',
    groups: [
      { id: `group-${party}`, name: 'As reported', subUnits: own.map((row, i) => unitOf(row, `${party}-${i}`, atlas)) },
    ],
  };
}

function unitOf(row: MappedRow, id: string, atlas: Names): OrbatUnit {
  const point = atlas.pointOf(row.place);
  const of = row.of ?? 'personnel';
  const mark = of === 'personnel' ? '' : ` (${of})`;
  const bounds = [
    { name: `${AT_LEAST}${mark}`, count: row.min },
    ...(row.max === null ? [] : [{ name: `${AT_MOST}${mark}`, count: row.max }]),
  ];
  return {
    id: `unit-${id}`,
    name: [row.unit ?? atlas.displayName(row.party), placeName(row.place, atlas), row.mission]
      .filter(Boolean)
      .join(', '),
    sidc: NEUTRAL_LAND_UNIT,
    description: row.why,
    ...(point === null ? {} : { location: [point.at[1], point.at[0]] as const }),
    subUnits: [],
    personnel: of === 'personnel' ? bounds : [],
    equipment: of === 'personnel' ? [] : bounds,
  };
}

const placeName = ({ country, name }: Place, atlas: Names): string =>
  name ?? (country === null ? 'place unknown' : atlas.displayName(country));

/** What happened, on the day that the text gives, else on the day it became known. */
const eventsOf = (claims: readonly ClaimRecord[]): OrbatEvent[] =>
  claims
    .filter(({ claim }) => claim.kind !== 'presence')
    .map(({ id, claim, report, known }) => ({
      id: `event-${id}`,
      title: printFields(claim, false),
      subTitle: claim.evidence,
      startTime: noon(claim.time?.start ?? claim.time?.end ?? known),
      ...(report.url === null ? {} : { externalUrl: report.url }),
    }))
    .sort((a, b) => (a.startTime === b.startTime ? (a.id < b.id ? -1 : 1) : a.startTime < b.startTime ? -1 : 1));

const noon = (day: Day): string => `${day}T12:00:00Z`;

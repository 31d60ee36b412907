// Where everything stands: the permanent address of each page, with the days it is asked for. One place for app, feeds and pictures.
import type { Day } from '../../model/day.ts';
import type { Party } from '../../model/party.ts';
import type { Place } from '../../model/place.ts';

/** The two days of a question, and the ledger transaction that a cited answer is frozen at; null is left to the server: today, unfrozen. */
export interface Days {
  readonly at: Day | null;
  readonly known: Day | null;
  readonly transaction?: number | null;
}

type Query = Readonly<Record<string, string | number | null | undefined>>;

/** `path?a=1&b=2` of what is given; "" and null are left out. */
export function address(path: string, query: Query = {}): string {
  const words = Object.entries(query)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return words.length === 0 ? path : `${path}?${words.join('&')}`;
}

const daysIn = ({ at, known, transaction }: Days): Query => ({ at, known, tx: transaction });
const part = (text: string): string => encodeURIComponent(text);

/** "IQ", or "IQ:Al Asad Air Base"; "?:Camp Nowhere" where the country is not known. */
export const placeCode = ({ country, name }: Place): string =>
  name === null ? (country ?? '?') : `${country ?? '?'}:${name}`;

export interface SituationFilter {
  readonly party?: Party | null | undefined;
  readonly place?: string | null | undefined;
  readonly mission?: string | null | undefined;
  readonly sort?: string | null | undefined;
  readonly rows?: 'all' | null | undefined;
}

export const situationAddress = (days: Days, { party, place, mission, sort, rows }: SituationFilter = {}): string =>
  address('/', { ...daysIn(days), party, place, mission, sort, rows });
export const partyAddress = (party: Party, days: Days): string => address(`/parties/${part(party)}`, daysIn(days));
export const placeAddress = (place: Place, days: Days): string =>
  address(`/places/${part(placeCode(place))}`, daysIn(days));
export const missionAddress = (mission: string, days: Days): string =>
  address(`/missions/${part(mission)}`, daysIn(days));
/** Why a number is what it is. */
export const numberAddress = (
  row: {
    readonly party: Party | { readonly code: Party };
    readonly place: Place;
    readonly mission: string | null;
    readonly unit: string | null;
  },
  days: Days,
): string =>
  address(`/numbers/${part(codeOf(row.party))}/${part(placeCode(row.place))}`, {
    mission: row.mission,
    unit: row.unit,
    ...daysIn(days),
  });
/** How a number came to be, over the days it held and over the days it was known. */
export const historyAddress = (
  row: { readonly party: Party | { readonly code: Party }; readonly place: Place; readonly mission: string | null },
  days: Days,
): string =>
  address(`/history/${part(codeOf(row.party))}/${part(placeCode(row.place))}`, {
    mission: row.mission,
    ...daysIn(days),
  });
const codeOf = (party: Party | { readonly code: Party }): Party => (typeof party === 'string' ? party : party.code);
export const reportAddress = (report: string, claim: string | null = null): string =>
  `/reports/${part(report)}${claim === null ? '' : `#c-${claim}`}`;
export const conflictsAddress = (days: Days): string => address('/conflicts', daysIn(days));
export const decisionsAddress = (days: Days): string => address('/decisions', daysIn(days));

// Where a place is drawn: a state at the middle of its largest part, a region at a point chosen for it, a site where it is.
import states from '@map/states.json';
import type { Place } from '../../src/model/place.ts';
import type { Point } from '../../src/views/pages/rows.ts';
import type { LonLat } from './projection.ts';

/** Regions have no middle that geography gives: these lie where few states' circles do. */
const REGION_POINTS: Readonly<Record<string, LonLat>> = {
  'R:MIDDLE-EAST': [41, 27.5],
  'R:GULF': [51.5, 27],
  'R:SAHEL': [5, 15],
  'R:AFRICA': [20, 4],
  'R:EAST-AFRICA': [40, 2],
  'R:WEST-AFRICA': [-4, 9],
  'R:EUROPE': [8, 51],
  'R:EASTERN-EUROPE': [27, 50],
  'R:BALTICS': [24, 57.5],
  'R:BALKANS': [20, 43.5],
  'R:ASIA-PACIFIC': [132, 22],
  'R:CENTRAL-ASIA': [66, 43],
  'R:CARIBBEAN': [-70, 17],
};

/** The rest of the regions ("at sea", "the world") lie nowhere. */
export function anchorOf(place: Place, point: Point | null): LonLat | null {
  const { country, name } = place;
  if (country?.startsWith('R:')) return name === null ? (REGION_POINTS[country] ?? null) : lonLat(point);
  const state = country === null ? undefined : states[country];
  if (name === null && state !== undefined) return [state[1], state[2]];
  return lonLat(point);
}

const lonLat = (point: Point | null): LonLat | null => (point === null ? null : [point[1], point[0]]);

/** The corners of states, so that a map of them shows all of each. */
export function cornersOf(countries: readonly string[]): LonLat[] {
  return countries.flatMap((code) => {
    const state = states[code];
    if (state === undefined) return [];
    const [, , , west, south, east, north] = state;
    // A state across the date line would ask for the whole world.
    return east < west ? [[state[1], state[2]] as const] : [[west, south] as const, [east, north] as const];
  });
}

export const stateLabel = (code: string): { readonly name: string; readonly at: LonLat } | null => {
  const state = states[code];
  return state === undefined ? null : { name: state[0], at: [state[1], state[2]] };
};

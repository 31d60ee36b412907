// What a movement does to a cell: takes from it, adds to it, or leaves it as it was; surely, or perhaps where the text leaves an end open.
import type { Cell } from './cell.ts';
import { type Names, sameWords, type Where } from './names.ts';

/** `sign` -1 they left it, +1 they came to it, 0 it is as it was. `sure` false: all, some or none of them. */
export interface Effect {
  readonly sign: -1 | 0 | 1;
  readonly sure: boolean;
}

export interface Route {
  readonly from: readonly Where[];
  readonly to: readonly Where[];
  readonly fromHome: boolean;
  readonly toHome: boolean;
  readonly move: 'deploy' | 'withdraw' | 'relocate' | 'rotate';
}

const NONE: Effect = { sign: 0, sure: true };

/**
 * A move between two places inside a whole leaves the whole as it was. An end that the text leaves open is outside the named place itself,
 * and outside its country for troops deployed to or withdrawn from it; for a wider whole it stays open.
 */
export function effectOnPlace(route: Route, where: Where, names: Names): Effect {
  const out = ends(route.from, where, names);
  const into = ends(route.to, where, names);
  if (out === 'none' && into === 'none') return NONE;
  if (out !== 'none' && into !== 'none') {
    if (out === 'all' && into === 'all') return NONE;
    // One of several ends is inside, the others are not: it may have lost or gained some; the side that is all inside tells which.
    return out === 'all' ? { sign: -1, sure: false } : into === 'all' ? { sign: 1, sure: false } : NONE;
  }
  if (out !== 'none') return { sign: -1, sure: out === 'all' && leaves(route, where) };
  return { sign: 1, sure: into === 'all' && enters(route, where) };
}

function ends(list: readonly Where[], where: Where, names: Names): 'all' | 'some' | 'none' {
  let inside = 0;
  for (const end of list) if (names.liesIn(end, where)) inside++;
  return inside === 0 ? 'none' : inside === list.length ? 'all' : 'some';
}

const leaves = (route: Route, where: Where): boolean =>
  route.to.length > 0 ||
  route.toHome ||
  isOwnEnd(route.from, where) ||
  (route.move === 'withdraw' && isInOneCountry(where));
const enters = (route: Route, where: Where): boolean =>
  route.from.length > 0 ||
  route.fromHome ||
  isOwnEnd(route.to, where) ||
  (route.move === 'deploy' && isInOneCountry(where));

const isOwnEnd = (list: readonly Where[], where: Where): boolean => list.some((end) => end.key === where.key);
const isInOneCountry = (where: Where): boolean => where.country !== null && !where.country.startsWith('R:');

/** Whether those who move are among those that the cell counts, by unit and mission. */
export interface Movers {
  readonly unit: string | null;
  readonly mission: string | null;
  readonly rotation: boolean;
}

/**
 * A cell of all units holds every unit; a cell of one unit is touched only by what names it. The same for missions, but that troops of a party
 * that is known at the place in one mission alone are that mission's: `soleMission` true. One relieves another: no change but for the unit.
 */
export function countsAmong(movers: Movers, cell: Cell, soleMission: boolean): boolean {
  if (cell.unit !== null && (movers.unit === null || !sameWords(movers.unit, cell.unit))) return false;
  if (movers.rotation && cell.unit === null) return false;
  if (cell.mission === null || cell.mission === movers.mission) return true;
  return movers.mission === null && soleMission;
}

// A cell is one count that a posture knows: so many of a thing, of a party, at a place, in a mission, of a unit. Null is "all of them".
import type { Party } from '../model/party.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Where } from './names.ts';

export interface Cell {
  readonly key: string;
  readonly party: Party;
  readonly where: Where;
  readonly mission: string | null;
  readonly unit: string | null;
  readonly of: Quantity['of'];
}

export function cellOf(
  party: Party,
  where: Where,
  mission: string | null,
  unit: string | null,
  of: Quantity['of'],
): Cell {
  return { key: `${party}|${where.key}|${mission ?? ''}|${unit ?? ''}|${of}`, party, where, mission, unit, of };
}

const ECHELONS =
  /\b(?:squad|platoon|company|battery|squadron|battalion|regiment|battlegroup|battle group|brigade|division|corps|army|wing|fleet)\b/g;

/** Two units of one echelon and different names are apart: "2nd Company", "5th Company". Otherwise one may hold the other. */
export function unitsApart(a: string, b: string): boolean {
  if (a === b) return false;
  const [x, y] = [echelonOf(a), echelonOf(b)];
  if (x === null || x !== y) return false;
  const [words, others] = [a.split(' '), b.split(' ')];
  return !words.every((word) => others.includes(word)) && !others.every((word) => words.includes(word));
}

const echelonOf = (unit: string): string | null => unit.match(ECHELONS)?.at(-1) ?? null;

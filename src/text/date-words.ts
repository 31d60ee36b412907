// The closed words of time: weekdays, units, seasons, ordinals, parts of a day and of a year. Folded forms.
import type { Part } from './calendar.ts';

const numbered = (words: string, from: number): ReadonlyMap<string, number> =>
  new Map(words.split(' ').map((word, n) => [word, n + from]));

/** 0 Sunday .. 6 Saturday. */
export const WEEKDAYS = numbered('sunday monday tuesday wednesday thursday friday saturday', 0);
/** 0 spring .. 3 winter. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 0],
  ['springtime', 0],
  ['summer', 1],
  ['summertime', 1],
  ['autumn', 2],
  ['fall', 2],
  ['winter', 3],
  ['wintertime', 3],
]);
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['2nd', 2],
  ['third', 3],
  ['3rd', 3],
  ['fourth', 4],
  ['4th', 4],
]);
export const DAY_PARTS: ReadonlySet<string> = new Set(
  'morning afternoon evening night lunchtime midday noon midnight dawn overnight'.split(' '),
);
/** Words of length, in the singular. */
export const LENGTHS: ReadonlyMap<string, string> = new Map(
  'hour day night week month year decade'.split(' ').flatMap((unit): [string, string][] => [
    [unit, unit],
    [`${unit}s`, unit],
  ]),
);
export const PARTS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['early', 'early'],
  ['mid', 'mid'],
  ['late', 'late'],
  ['middle', 'mid'],
  ['end', 'end'],
  ['close', 'end'],
  ['beginning', 'begin'],
  ['start', 'begin'],
]);
/** 25 December and the like: month and date. */
export const FEASTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['christmas', [12, 25]],
  ['christmas day', [12, 25]],
  ['christmas eve', [12, 24]],
  ["new year's day", [1, 1]],
  ["new year's eve", [12, 31]],
  ['new year', [1, 1]],
]);

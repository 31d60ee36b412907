// The posture for people: a row a force and place, why it is so below, conflicts marked.
import { type Bounds, isUncounted, shownBounds } from '../model/bounds.ts';
import { STALE_DAYS } from '../model/day.ts';
import type { PostureAnswer, PostureRow } from './answers.ts';
import { boundsText, counted } from './numbers.ts';
import { type Column, tableLines, wrap } from './table.ts';
import type { Terminal } from './terminal.ts';

export type DisplayName = (code: string) => string;

export const placeText = (place: PostureRow['place'], displayName: DisplayName): string => {
  const country = place.country === null ? null : displayName(place.country);
  if (place.name === null || place.name === country) return country ?? 'unknown place';
  return country === null ? place.name : `${place.name}, ${country}`;
};

/** Bounds and expectation as the table shows them: of a wide range that only a larger whole ends, the least. */
interface Shown {
  readonly now: Bounds;
  readonly next: Bounds | null;
}

function shownOf(row: PostureRow): Shown {
  const isWithin = row.within !== null;
  return {
    now: shownBounds(row, isWithin),
    next: changes(row) ? shownBounds(row.expected!, isWithin) : null,
  };
}

/** No claim counts it: all that is known is the whole that it is a part of. */
const isMere = (row: PostureRow): boolean => {
  const { now, next } = shownOf(row);
  return row.within !== null && isUncounted(now) && (next === null || isUncounted(next));
};

const changes = (row: PostureRow): boolean =>
  row.expected !== null && (row.expected.min !== row.min || row.expected.max !== row.max);

export function postureLines(
  answer: PostureAnswer,
  terminal: Terminal,
  displayName: DisplayName,
  withWhy: boolean,
): string[] {
  const { paint, width } = terminal;
  const columns: Column<PostureRow>[] = [
    { title: 'Force', cell: (r) => displayName(r.party), least: 8, paint: (text) => paint.bold(text) },
    { title: 'Place', cell: (r) => placeText(r.place, displayName), least: 10 },
    { title: 'Mission', cell: (r) => r.mission ?? '', least: 8 },
    { title: 'Unit', cell: (r) => r.unit ?? '', least: 8 },
    {
      title: 'Count',
      cell: (r) => `${nowText(r)}${r.of !== undefined && r.of !== 'personnel' ? ` ${r.of}` : ''}`,
      align: 'right',
      paint: (text, r) =>
        r.conflicts.length > 0 ? paint.red(text) : shownOf(r).now.max === null ? paint.yellow(text) : paint.green(text),
    },
    {
      title: 'Expected',
      cell: (r) => nextText(r),
      align: 'right',
      paint: (text) => paint.cyan(text),
    },
    {
      title: 'Counted',
      cell: (r) => `${r.observed ?? ''}${r.age_days !== null && r.age_days > STALE_DAYS ? ' stale' : ''}`,
      paint: (text, r) => (r.age_days !== null && r.age_days > STALE_DAYS ? paint.yellow(text) : text),
    },
    { title: 'Conflict', cell: (r) => r.conflicts.join(' '), least: 8, paint: (text) => paint.red(text) },
  ];
  const room = (width ?? 120) - 4;
  const why = (row: PostureRow) => wrap(row.why, room).map((line) => paint.dim(`    ${line}`));
  const heading = `Posture on ${answer.at}, as known on ${answer.known}`;
  if (answer.rows.length === 0) return [paint.bold(heading), 'Nothing is reported for this.'];
  const told = answer.rows.filter((row) => !isMere(row));
  const mere = answer.rows.filter(isMere);
  return [
    paint.bold(heading),
    ...(told.length === 0
      ? []
      : tableLines(columns, told, width, (text) => paint.underline(text), withWhy ? why : undefined)),
    ...mereLines(mere, terminal, displayName),
    paint.dim(counted(answer.rows.length, 'row')),
  ];
}

/** Rows that no claim counts, a line each: who, where, and the whole that bounds them. */
function mereLines(rows: readonly PostureRow[], { paint, width }: Terminal, displayName: DisplayName): string[] {
  if (rows.length === 0) return [];
  const lines = rows.map((row) => {
    const what = [displayName(row.party), placeText(row.place, displayName), row.mission, row.unit];
    const least = row.min > 0 ? 'there, ' : '';
    return `${what.filter(Boolean).join(', ')}: ${least}at most ${boundsText({ min: row.max!, max: row.max })}, within ${wholeText(row, displayName)}`;
  });
  return [
    paint.dim('Not counted, only bounded by a larger whole:'),
    ...lines.flatMap((line) => wrap(line, (width ?? 120) - 2)).map((line) => paint.dim(`  ${line}`)),
  ];
}

function wholeText({ party, within }: PostureRow, displayName: DisplayName): string {
  const { party: flag, place, mission, min, max } = within!;
  const force = flag === party ? '' : `${displayName(flag)} in `;
  return `${force}${placeText(place, displayName)}${mission === null ? '' : ` (${mission})`}: ${boundsText({ min, max })}`;
}

const nowText = (row: PostureRow): string => {
  const { now } = shownOf(row);
  return row.within !== null && now.max === null && now.min === 0 ? 'not counted' : boundsText(now);
};
const nextText = (row: PostureRow): string => {
  const { next } = shownOf(row);
  return next === null ? '' : boundsText(next);
};

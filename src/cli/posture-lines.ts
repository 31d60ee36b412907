// The posture for people: a row a force and place, why it is so below, conflicts marked.
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
      cell: (r) => `${boundsText(r)}${r.of !== undefined && r.of !== 'personnel' ? ` ${r.of}` : ''}`,
      align: 'right',
      paint: (text, r) =>
        r.conflicts.length > 0 ? paint.red(text) : r.max === null ? paint.yellow(text) : paint.green(text),
    },
    {
      title: 'Expected',
      cell: (r) => (changes(r) ? boundsText(r.expected!) : ''),
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
  return [
    paint.bold(heading),
    ...tableLines(columns, answer.rows, width, (text) => paint.underline(text), withWhy ? why : undefined),
    paint.dim(counted(answer.rows.length, 'row')),
  ];
}

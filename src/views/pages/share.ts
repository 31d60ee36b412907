// Pictures to share: a number, or the largest forces of a day, as an SVG that stands by itself. Words are escaped; nothing is loaded.
import type { NumberPage } from './number.ts';
import type { RowView } from './rows.ts';
import type { SituationPage } from './situation.ts';
import { sortedRows } from './sorting.ts';
import { daysText } from './words.ts';

const WIDTH = 1200;
const HEIGHT = 630;
const INK = '#191d22';
const SOFT = '#5a636d';
const BLUE = '#0b5aa5';
const ROWS = 7;

export function numberPicture(page: NumberPage): string {
  const { party, where, row, mission } = page;
  const title = `${party.name} in ${where}`;
  const text = row?.text ?? 'not reported';
  const source = page.claims[0];
  const quote = source === undefined ? '' : `“${source.evidence}”`;
  const from = source === undefined ? '' : (source.saidBy ?? source.report.publisher ?? source.report.title ?? '');
  return sheet([
    line(60, 110, 44, title, { weight: 700 }),
    mission === null ? '' : line(60, 158, 28, mission, { fill: SOFT }),
    line(60, 320, text.length > 16 ? 96 : 150, text, { weight: 700, fill: BLUE }),
    row?.expected == null ? '' : line(60, 376, 34, `→ ${row.expected.text} expected`, { fill: '#a2410a' }),
    ...wrapped(quote, 74, 2).map((words, at) => line(60, 446 + at * 38, 28, words)),
    line(60, 528, 24, from, { fill: SOFT }),
    foot(daysText(page.at, page.known)),
  ]);
}

export function situationPicture(page: SituationPage): string {
  const { filter, rows } = page;
  const who = filter.party?.name ?? 'Forces';
  const title = `${who}${filter.place === null ? '' : ` in ${filter.place.name}`}${filter.mission === null ? '' : `, ${filter.mission}`}`;
  const largest = sortedRows(rows, null)
    .filter((row) => row.isDrawn && row.of === 'personnel')
    .slice(0, ROWS);
  const most = Math.max(1, ...largest.map((row) => row.max ?? row.min));
  return sheet([
    line(60, 110, 44, title, { weight: 700 }),
    ...largest.flatMap((row, at) => bar(row, 170 + at * 56, most)),
    foot(daysText(page.at, page.known)),
  ]);
}

function bar(row: RowView, y: number, most: number): string[] {
  const width = (count: number): number => Math.round(Math.sqrt(count / most) * 400);
  const name = `${row.party.name}, ${row.where}`;
  return [
    line(60, y + 26, 26, name.length > 34 ? `${name.slice(0, 33)}…` : name),
    `<rect x="520" y="${y + 6}" width="${width(row.max ?? row.min)}" height="24" fill="${BLUE}" fill-opacity="0.28"/>`,
    `<rect x="520" y="${y + 6}" width="${width(row.min)}" height="24" fill="${BLUE}"/>`,
    line(520 + width(row.max ?? row.min) + 12, y + 27, 26, row.text, { weight: 600 }),
  ];
}

const foot = (days: string): string =>
  `<rect x="0" y="566" width="${WIDTH}" height="64" fill="#f1f1ee"/><circle cx="78" cy="598" r="13" fill="none" stroke="${BLUE}" stroke-width="3"/><circle cx="78" cy="598" r="7" fill="${BLUE}"/>${line(104, 607, 26, 'Laydown', { weight: 700 })}${line(1140, 607, 24, days, { fill: SOFT, anchor: 'end' })}`;

interface Look {
  readonly weight?: number;
  readonly fill?: string;
  readonly anchor?: 'start' | 'end';
}

const line = (
  x: number,
  y: number,
  size: number,
  text: string,
  { weight = 400, fill = INK, anchor = 'start' }: Look = {},
): string =>
  text === ''
    ? ''
    : `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(text)}</text>`;

const sheet = (parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="Inter, Helvetica, Arial, sans-serif"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fdfdfc"/>${parts.join('')}</svg>\n`;

/** Whole words on lines of so many letters; what does not fit ends in "…". */
function wrapped(text: string, letters: number, most: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)!;
    if (last !== '' && last.length + word.length >= letters) {
      if (lines.length === most) return [...lines.slice(0, -1), `${last}…`];
      lines.push(word);
    } else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Control characters are no XML. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ENTITIES[c]!).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');

// Pictures to share: a number, or the largest forces of a day.
import type { Colour, Drawing, Shape } from './drawing.ts';
import type { NumberPage } from './number.ts';
import type { RowView } from './rows.ts';
import type { SituationPage } from './situation.ts';
import { sortedRows } from './sorting.ts';
import { daysText } from './words.ts';

const WIDTH = 1200;
const HEIGHT = 630;
const INK: Colour = '#191d22';
const SOFT: Colour = '#5a636d';
const BLUE: Colour = '#0b5aa5';
const ROWS = 7;

/** Letters of a title that fit beside the margins at its size. */
const TITLE_LETTERS = 44;

export function numberPicture(page: NumberPage): Drawing {
  const { party, where, row, mission } = page;
  const text = row?.text ?? 'not reported';
  const source = page.claims[0];
  const quote = source === undefined ? '' : `“${source.evidence}”`;
  const from = source === undefined ? '' : (source.saidBy ?? source.report.publisher ?? source.report.title ?? '');
  return sheet([
    title(`${party.name} in ${where}`),
    words(60, 158, 28, mission ?? '', { fill: SOFT }),
    words(60, 320, text.length > 16 ? 96 : 150, text, { weight: 700, fill: BLUE }),
    words(60, 376, 34, row?.expected == null ? '' : `${row.expected.text} expected`, { fill: '#a2410a' }),
    ...wrapped(quote, 74, 2).map((line, at) => words(60, 446 + at * 38, 28, line)),
    words(60, 528, 24, from, { fill: SOFT }),
    ...foot(daysText(page.at, page.known)),
  ]);
}

export function situationPicture(page: SituationPage): Drawing {
  const { filter, rows } = page;
  const who = filter.party?.name ?? (filter.place === null ? 'Forces and where they are' : 'Forces');
  const largest = sortedRows(rows, null)
    .filter((row) => row.isDrawn && row.of === 'personnel' && !row.isMere)
    .slice(0, ROWS);
  const most = Math.max(1, ...largest.map((row) => row.max ?? row.min));
  return sheet([
    title(
      `${who}${filter.place === null ? '' : ` in ${filter.place.name}`}${filter.mission === null ? '' : `, ${filter.mission}`}`,
    ),
    ...largest.flatMap((row, at) => bar(row, 170 + at * 56, most)),
    ...foot(daysText(page.at, page.known)),
  ]);
}

const title = (text: string): Shape =>
  words(60, 110, Math.max(24, Math.min(44, Math.floor((44 * TITLE_LETTERS) / text.length))), text, { weight: 700 });

function bar(row: RowView, y: number, most: number): Shape[] {
  const width = (count: number): number => Math.round(Math.sqrt(count / most) * 400);
  const name = `${row.party.name}, ${row.where}`;
  const end = width(row.max ?? row.min);
  return [
    words(60, y + 26, 26, name.length > 34 ? `${name.slice(0, 33)}…` : name),
    { kind: 'rectangle', x: 520, y: y + 6, width: end, height: 24, fill: BLUE, opacity: 0.28 },
    { kind: 'rectangle', x: 520, y: y + 6, width: width(row.min), height: 24, fill: BLUE },
    words(520 + end + 12, y + 27, 26, row.text, { weight: 600 }),
  ];
}

const foot = (days: string): Shape[] => [
  { kind: 'rectangle', x: 0, y: 566, width: WIDTH, height: 64, fill: '#f1f1ee' },
  { kind: 'circle', x: 78, y: 598, radius: 14, fill: BLUE },
  { kind: 'circle', x: 78, y: 598, radius: 11, fill: '#f1f1ee' },
  { kind: 'circle', x: 78, y: 598, radius: 7, fill: BLUE },
  words(104, 607, 26, 'Laydown', { weight: 700 }),
  words(1140, 607, 24, days, { fill: SOFT, anchor: 'end' }),
];

type Look = Partial<Pick<Extract<Shape, { kind: 'text' }>, 'weight' | 'fill' | 'anchor'>>;

const words = (
  x: number,
  y: number,
  size: number,
  text: string,
  { weight = 400, fill = INK, anchor = 'start' }: Look = {},
): Shape => ({ kind: 'text', x, y, size, text, weight, fill, anchor });

const sheet = (shapes: readonly Shape[]): Drawing => ({
  width: WIDTH,
  height: HEIGHT,
  shapes: [
    { kind: 'rectangle', x: 0, y: 0, width: WIDTH, height: HEIGHT, fill: '#fdfdfc' },
    ...shapes.filter((shape) => shape.kind !== 'text' || shape.text !== ''),
  ],
});

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

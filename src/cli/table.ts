// Aligned columns that fit a width: the widest flexible column gives way first, by wrapping at spaces.

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  readonly align?: 'left' | 'right';
  /** Colours a finished, padded cell; gets the row. */
  readonly paint?: (text: string, row: Row) => string;
  /** May be wrapped to no less than this many columns; others keep their width. */
  readonly least?: number;
}

const GAP = '  ';

/** Lines of the table, header first; `below` gives lines to print under a row (already indented and painted). */
export function tableLines<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: number | null,
  header: (text: string) => string,
  below: (row: Row) => readonly string[] = () => [],
): string[] {
  const shown = columns.filter((column) => rows.some((row) => column.cell(row) !== ''));
  const cells = rows.map((row) => shown.map((column) => oneLine(column.cell(row))));
  const widths = shown.map((column, i) =>
    Math.max(displayWidth(column.title), ...cells.map((line) => displayWidth(line[i]!))),
  );
  if (width !== null) narrow(shown, widths, width);
  const pad = (text: string, i: number) => padTo(text, widths[i]!, shown[i]!.align === 'right');
  const lines = [
    header(
      shown
        .map((column, i) => pad(column.title, i))
        .join(GAP)
        .trimEnd(),
    ),
  ];
  rows.forEach((row, r) => {
    const wrapped = cells[r]!.map((cell, i) => wrap(cell, widths[i]!));
    const height = Math.max(...wrapped.map((part) => part.length));
    for (let h = 0; h < height; h++) {
      const parts = shown.map((column, i) => {
        const text = pad(wrapped[i]![h] ?? '', i);
        return column.paint ? column.paint(text, row) : text;
      });
      lines.push(parts.join(GAP).trimEnd());
    }
    lines.push(...below(row));
  });
  return lines;
}

function narrow<Row>(columns: readonly Column<Row>[], widths: number[], width: number): void {
  const total = () => widths.reduce((sum, w) => sum + w, 0) + GAP.length * (widths.length - 1);
  while (total() > width) {
    let widest = -1;
    columns.forEach((column, i) => {
      const canGive = column.least !== undefined && widths[i]! > column.least;
      if (canGive && (widest < 0 || widths[i]! > widths[widest]!)) widest = i;
    });
    if (widest < 0) return;
    widths[widest] = Math.max(columns[widest]!.least!, widths[widest]! - (total() - width));
  }
}

const oneLine = (text: string): string => text.replace(/[\r\n\t]+/g, ' ');

/** Breaks at spaces; a word longer than the width is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(' ')) {
    while (displayWidth(word) > width) {
      if (line) lines.push(line);
      line = '';
      lines.push(word.slice(0, width));
      word = word.slice(width);
    }
    if (line && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push(line);
  return lines;
}

const padTo = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? space + text : text + space;
};

/** Letters of one column each: most text, and the classes of Unicode are dear to load. */
const PLAIN = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027]*$/;

/** Columns that a text takes on a terminal: combining marks none, East Asian wide letters two. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const letter of text) {
    if (/\p{Mn}|\p{Cf}/u.test(letter)) continue;
    const c = letter.codePointAt(0)!;
    width +=
      (c >= 0x1100 && c <= 0x115f) ||
      (c >= 0x2e80 && c <= 0xa4cf) ||
      (c >= 0xac00 && c <= 0xd7a3) ||
      (c >= 0xff00 && c <= 0xff60) ||
      c >= 0x1f300
        ? 2
        : 1;
  }
  return width;
}

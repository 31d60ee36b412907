// Running headers, footers and page numbers: rows at the edge of a page that come back on other pages at the same height.
import { rowsOf, type Segment } from './pdf-lines.ts';

/** How many rows from either edge may be furniture. */
const EDGE_ROWS = 3;
const NUMBER =
  /^(?:page|p\.|seite)?\s?[-\u2013\u2014|[(]?\s?(?:\d{1,4}|[ivxl]{1,7})\s?[-\u2013\u2014|\])]?(?:\s?(?:of|\/)\s?\d{1,4})?$/i;

/** The pages without their furniture, in the same order. */
export function withoutFurniture(
  pages: readonly (readonly Segment[])[],
  heights: readonly number[],
): readonly (readonly Segment[])[] {
  const rows = pages.map((segments) => rowsOf(segments));
  const seen = new Map<string, number>();
  for (const page of rows) for (const key of new Set(edgesOf(page).map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const least = pages.length <= 2 ? 2 : Math.min(3, Math.ceil(pages.length / 2));
  const offsets = countingRows(rows, heights);
  return rows.map((page, i) => {
    const dropped = new Set<readonly Segment[]>();
    for (const row of edgesOf(page))
      if (isAtEdge(row, heights[i]!) && /\p{L}{3}/u.test(textOf(row)) && (seen.get(keyOf(row)) ?? 0) >= least)
        dropped.add(row);
    for (const row of [page[0], page.at(-1)])
      if (row && isAtEdge(row, heights[i]!) && numbersOf(row).some((n) => (offsets.get(n - i) ?? 0) >= least))
        dropped.add(row);
    const left = page.filter((row) => !dropped.has(row));
    for (const row of [left[0], left.at(-1)])
      if (row && NUMBER.test(textOf(row)) && isAtEdge(row, heights[i]!)) dropped.add(row);
    return page.filter((row) => !dropped.has(row)).flat();
  });
}

/** How often a number at a page's edge is that many more than the page's place in the file: a chapter's title changes, the count goes on. */
function countingRows(
  pages: readonly (readonly (readonly Segment[])[])[],
  heights: readonly number[],
): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>();
  pages.forEach((page, i) => {
    const numbers = [page[0], page.at(-1)].flatMap((row) => (row && isAtEdge(row, heights[i]!) ? numbersOf(row) : []));
    for (const offset of new Set(numbers.map((n) => n - i))) offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
  });
  return offsets;
}

/** Numbers that stand as a cell of their own. */
const numbersOf = (row: readonly Segment[]): readonly number[] =>
  row.flatMap(({ text }) => (/^[-\u2013 ]{0,2}\d{1,4}[-\u2013 ]{0,2}$/.test(text) ? [Number(/\d+/.exec(text))] : []));

const edgesOf = (rows: readonly (readonly Segment[])[]): readonly (readonly Segment[])[] =>
  rows.length <= EDGE_ROWS * 2 ? rows : [...rows.slice(0, EDGE_ROWS), ...rows.slice(-EDGE_ROWS)];
const textOf = (row: readonly Segment[]): string => row.map(({ text }) => text).join(' ');
/** The page's number in it counts up; its height stays within a few points. */
const keyOf = (row: readonly Segment[]): string =>
  `${Math.round((row[0]?.y ?? 0) / 6)} ${textOf(row).toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, '')}`;
const isAtEdge = (row: readonly Segment[], height: number): boolean => {
  const y = row[0]?.y ?? 0;
  return y < height * 0.14 || y > height * 0.86;
};

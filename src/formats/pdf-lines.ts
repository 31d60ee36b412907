// The words of a PDF page -> its lines in reading order: words that stand together make a segment, columns of prose are read one after
// the other, segments of one row of a table stay one line.

/** Points from the page's lower left; `y` is the base line, `size` the height of the letters. */
interface PdfWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  /** In the order in which the file draws them. */
  readonly words: readonly PdfWord[];
}

/** Words in a row without a wide gap. `right` is where they end. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

export interface PdfLine extends Segment {
  readonly page: number;
  /** Which column, or run of full-width lines, of which page; lines of one flow stand under one another. */
  readonly flow: number;
  /** How many cells stand in the row: more than 1 is a table's row, its cells parted by " | ". */
  readonly cells: number;
}

/** A gap of so many letter heights parts two segments; a space in justified text is narrower. */
const WIDE_GAP = 1.5;
const SPACE_GAP = 0.15;
/** A raised small sign after a word refers to a note: glued to a number it would change it. */
const NOTE_MARK = /^[\s\d*\u2020\u2021\u00a7,()[\]]{1,8}$/;

/** The segments of a page, top to bottom, left to right. n log n in its words. */
export function segmentsOf({ width, height, words }: PdfPage): readonly Segment[] {
  const drawn: Segment[] = [];
  let current: Segment | null = null;
  let spaced = false;
  for (const word of words) {
    if (word.size <= 0 || word.x > width + 2 || word.x < -2 || word.y > height + 2 || word.y < -2) continue;
    if (word.text.trim() === '') {
      spaced = true;
      continue;
    }
    const joined: Segment | 'mark' | null = current && append(current, word, spaced);
    spaced = false;
    if (joined === 'mark') continue;
    if (joined === null) {
      if (current) drawn.push(current);
      current = { text: word.text, left: word.x, right: word.x + word.width, y: word.y, size: word.size };
    } else current = joined;
  }
  if (current) drawn.push(current);
  return mergeNeighbours(drawn);
}

function append(to: Segment, word: PdfWord, spaced: boolean): Segment | 'mark' | null {
  const gap = word.x - to.right;
  const size = Math.max(to.size, word.size);
  if (Math.abs(word.y - to.y) > size * 0.5 || gap > WIDE_GAP * size || gap < -0.5 * size) return null;
  const isRaised = word.size < to.size * 0.8 && word.y - to.y > to.size * 0.15;
  if (isRaised && NOTE_MARK.test(word.text)) return 'mark';
  const space = !isRaised && (spaced || gap > SPACE_GAP * size) && !/\s$/.test(to.text) && !/^\s/.test(word.text);
  return {
    text: to.text + (space ? ' ' : '') + word.text,
    left: to.left,
    right: Math.max(to.right, word.x + word.width),
    y: word.size > to.size ? word.y : to.y,
    size,
  };
}

/** Pieces of one line that the file draws apart (a word in bold, a corrected name) come together. */
function mergeNeighbours(drawn: readonly Segment[]): readonly Segment[] {
  const merged: Segment[] = [];
  for (const row of rowsOf(drawn)) {
    let last = row[0]!;
    for (const segment of row.slice(1)) {
      const gap = segment.left - last.right;
      if (gap >= Math.max(last.size, segment.size) || gap <= -0.3 * last.size) {
        merged.push(last);
        last = segment;
        continue;
      }
      const isSpaced = gap > SPACE_GAP * last.size && !/\s$/.test(last.text) && !/^\s/.test(segment.text);
      last = {
        ...last,
        text: last.text + (isSpaced ? ' ' : '') + segment.text,
        right: Math.max(last.right, segment.right),
        size: Math.max(last.size, segment.size),
      };
    }
    merged.push(last);
  }
  return merged.map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }));
}

/** Rows top to bottom, each left to right. */
export function rowsOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => b.y - a.y || a.left - b.left)) {
    const row = rows.at(-1);
    const head = row?.[0];
    if (row && head && head.y - segment.y < Math.min(head.size, segment.size) * 0.4) row.push(segment);
    else rows.push([segment]);
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  return rows;
}

/** The lines of a page in reading order. Flows are numbered from `flow` on. */
export function linesOf(segments: readonly Segment[], page: number, flow: number): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  for (const region of regionsOf(segments, 0)) {
    for (const row of rowsOf(region)) {
      const [first] = row;
      lines.push({
        text: row.map(({ text }) => text).join(' | '),
        left: first!.left,
        right: row.at(-1)!.right,
        y: first!.y,
        size: highest(row.map(({ size }) => size)),
        page,
        flow,
        cells: row.length,
      });
    }
    flow++;
  }
  return lines;
}

const MOST_COLUMNS_DEEP = 3;

/** Parts of a page that are read one after the other, none of which holds columns of prose. */
function regionsOf(segments: readonly Segment[], depth: number): readonly (readonly Segment[])[] {
  if (segments.length === 0) return [];
  const gutter = depth < MOST_COLUMNS_DEEP ? gutterOf(segments) : null;
  if (gutter === null) return [segments];
  const bands: { left: Segment[]; right: Segment[]; across: Segment[] }[] = [];
  let band = { left: [] as Segment[], right: [] as Segment[], across: [] as Segment[] };
  for (const segment of [...segments].sort((a, b) => b.y - a.y)) {
    if (segment.right <= gutter) band.left.push(segment);
    else if (segment.left >= gutter) band.right.push(segment);
    else {
      if (band.left.length + band.right.length > 0) {
        bands.push(band);
        band = { left: [], right: [], across: [] };
      }
      band.across.push(segment);
    }
  }
  bands.push(band);
  return bands.flatMap(({ across, left, right }) => [
    ...(across.length > 0 ? [across] : []),
    ...regionsOf(left, depth + 1),
    ...regionsOf(right, depth + 1),
  ]);
}

const BIN = 2;
const PROSE_LENGTH = 18;

/** The middle of a strip that next to no segment crosses, with lines of prose at both sides; null where there is none. */
function gutterOf(segments: readonly Segment[]): number | null {
  if (segments.length < 8) return null;
  const left = lowest(segments.map((s) => s.left));
  const right = highest(segments.map((s) => s.right));
  const bins = Math.ceil((right - left) / BIN);
  if (bins < 50 || bins > 5000) return null;
  const steps = new Int32Array(bins + 2);
  for (const segment of segments) {
    steps[Math.floor((segment.left - left) / BIN)]! += 1;
    steps[Math.ceil((segment.right - left) / BIN)]! -= 1;
  }
  const most = segments.length * 0.3;
  let best: { at: number; crossed: number; width: number } | null = null;
  let crossed = 0;
  let run = 0;
  let runCrossed = Number.NaN;
  for (let bin = 0; bin <= bins; bin++) {
    crossed += steps[bin]!;
    const inside = bin > bins * 0.2 && bin < bins * 0.8 && crossed <= most;
    run = inside && crossed === runCrossed ? run + 1 : inside ? 1 : 0;
    runCrossed = inside ? crossed : Number.NaN;
    if (run >= 3 && (!best || crossed < best.crossed || (crossed === best.crossed && run > best.width)))
      best = { at: left + (bin - run / 2) * BIN, crossed, width: run };
  }
  return best && isProseBothSides(segments, best.at) ? best.at : null;
}

/** A table has short cells at one side at least: its rows are read across. */
function isProseBothSides(segments: readonly Segment[], gutter: number): boolean {
  const sides = [segments.filter((s) => s.right <= gutter), segments.filter((s) => s.left >= gutter)] as const;
  if (sides.some((side) => side.length < 4)) return false;
  if (sides.some((side) => middle(side.map(({ text }) => text.length)) < PROSE_LENGTH)) return false;
  const [a, b] = sides.map((side) => [lowest(side.map((s) => s.y)), highest(side.map((s) => s.y))] as const);
  const shared = Math.min(a![1], b![1]) - Math.max(a![0], b![0]);
  return shared > 0.3 * Math.min(a![1] - a![0], b![1] - b![0]);
}

/** Math.min takes its numbers as arguments, of which a hostile page has too many. */
export const lowest = (numbers: readonly number[]): number => numbers.reduce((a, b) => (b < a ? b : a), Infinity);
const highest = (numbers: readonly number[]): number => numbers.reduce((a, b) => (b > a ? b : a), -Infinity);

export const middle = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

// A text with runs of it marked and numbered, wrapped to a width: each number stands after the run's last letter.
import { displayWidth } from './table.ts';

/** A run of the text, [start, end) in UTF-16 code units; runs may overlap. */
export interface Mark {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

export interface MarkStyle {
  /** Paints letters that lie in these marks, the shortest first; called with [] for plain text. */
  readonly letters: (text: string, marks: readonly Mark[]) => string;
  /** Written before a run's first letter and after its last: "" and "[1]", or "{" and "}[1]" where nothing can be underlined. */
  readonly before: (mark: Mark) => string;
  readonly after: (mark: Mark) => string;
}

export interface MarkedLine {
  readonly text: string;
  /** Numbers of the marks that begin on this line. */
  readonly begins: readonly number[];
}

interface Piece {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** A mark's number, painted already: its letters without the paint. */
  readonly bare?: string;
}
/** Pieces that must stand on one line, and the marks that begin in them. */
interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly begins: readonly number[];
  /** The marks over the white space before the word. */
  readonly gap: readonly Mark[];
}

/** Control characters and those that turn the reading direction: a report must not steer the terminal. */
export const harmless = (text: string): string =>
  text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (c) =>
    c === '\t' ? ' ' : '',
  );

/** Lines of at most `width` columns (null: a paragraph a line); runs of empty lines become one. A word longer than the width is cut. */
export function markedLines(
  text: string,
  marks: readonly Mark[],
  width: number | null,
  style: MarkStyle,
): MarkedLine[] {
  const shortestFirst = marks
    .flatMap((mark) => trimmed(text, mark))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.number - b.number);
  const lines: MarkedLine[] = [];
  for (const paragraph of paragraphsOf(text)) {
    if (paragraph === null) lines.push({ text: '', begins: [] });
    else
      lines.push(
        ...wrapWords(wordsOf(text, paragraph, shortestFirst, style), width ?? Number.POSITIVE_INFINITY, style),
      );
  }
  return lines;
}

/** [start, end) of each line of text that is not blank; null for a gap between two. */
function paragraphsOf(text: string): (readonly [number, number] | null)[] {
  const found: (readonly [number, number] | null)[] = [];
  let gap = false;
  for (const { 0: line, index } of text.matchAll(/[^\r\n\u2028\u2029]*(?:\r\n?|[\n\u2028\u2029]|$)/g)) {
    const inner = line.trim();
    if (inner === '') {
      gap = line !== '' && found.length > 0;
      continue;
    }
    if (gap) found.push(null);
    gap = false;
    const start = index + line.indexOf(inner);
    found.push([start, start + inner.length]);
  }
  return found;
}

/** A mark begins and ends at letters: white space at its ends is cut off; one of white space alone is no mark. */
function trimmed(text: string, { number, start, end }: Mark): Mark[] {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? [{ number, start: from, end: to }] : [];
}

function wordsOf(text: string, [from, to]: readonly [number, number], all: readonly Mark[], style: MarkStyle): Word[] {
  const marks = all.filter((m) => m.start < to && m.end > from);
  const words: Word[] = [];
  for (const { 0: word, index } of text.slice(from, to).matchAll(/\S+/g)) {
    const start = from + index;
    const end = start + word.length;
    const here = marks.filter((m) => m.start < end && m.end > start - 1);
    const edges = [...new Set([start, end, ...here.flatMap((m) => [m.start, m.end])])]
      .filter((at) => at >= start && at <= end)
      .sort((a, b) => a - b);
    const pieces: Piece[] = [];
    edges.forEach((at, i) => {
      for (const m of here) if (m.end === at && at > start) pieces.push(painted(style.after(m)));
      for (const m of here) if (m.start === at && at < end) pieces.push(painted(style.before(m)));
      const next = edges[i + 1];
      if (next !== undefined)
        pieces.push({ text: harmless(text.slice(at, next)), marks: here.filter((m) => m.start < next && m.end > at) });
    });
    words.push({
      pieces,
      width: pieces.reduce((sum, p) => sum + displayWidth(p.bare ?? p.text), 0),
      begins: here.filter((m) => m.start >= start).map((m) => m.number),
      gap: here.filter((m) => m.start < start),
    });
  }
  return words;
}

const ESCAPES = /\u001b\[[0-9;]*m/g;
const painted = (text: string): Piece => ({ text, marks: [], bare: text.replace(ESCAPES, '') });

function wrapWords(words: readonly Word[], width: number, style: MarkStyle): MarkedLine[] {
  const lines: MarkedLine[] = [];
  let pieces: Piece[] = [];
  let used = 0;
  let begins: number[] = [];
  const close = () => {
    if (pieces.length > 0) lines.push({ text: paint(pieces, style), begins });
    pieces = [];
    used = 0;
    begins = [];
  };
  for (const word of words.flatMap((w) => cutToFit(w, width))) {
    if (pieces.length > 0 && used + 1 + word.width > width) close();
    if (pieces.length > 0) {
      pieces.push({ text: ' ', marks: word.gap });
      used++;
    }
    pieces.push(...word.pieces);
    used += word.width;
    begins.push(...word.begins);
  }
  close();
  return lines;
}

/** A word longer than the width in parts; its numbers stay whole. */
function cutToFit(word: Word, width: number): Word[] {
  if (word.width <= width) return [word];
  const parts: Word[] = [];
  let pieces: Piece[] = [];
  let used = 0;
  const close = () => {
    if (pieces.length > 0)
      parts.push({
        pieces,
        width: used,
        begins: parts.length === 0 ? word.begins : [],
        gap: parts.length === 0 ? word.gap : [],
      });
    pieces = [];
    used = 0;
  };
  for (const piece of word.pieces) {
    if (piece.bare !== undefined) {
      if (used + displayWidth(piece.bare) > width) close();
      pieces.push(piece);
      used += displayWidth(piece.bare);
      continue;
    }
    let run = '';
    for (const letter of piece.text) {
      if (used + displayWidth(letter) > width) {
        if (run) pieces.push({ text: run, marks: piece.marks });
        run = '';
        close();
      }
      run += letter;
      used += displayWidth(letter);
    }
    if (run) pieces.push({ text: run, marks: piece.marks });
  }
  close();
  return parts;
}

/** Neighbours under the same marks are painted in one go. */
function paint(pieces: readonly Piece[], style: MarkStyle): string {
  let line = '';
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i]!;
    if (piece.bare !== undefined) {
      line += piece.text;
      i++;
      continue;
    }
    let text = '';
    const same = (other: Piece | undefined): other is Piece =>
      other !== undefined &&
      other.bare === undefined &&
      other.marks.length === piece.marks.length &&
      other.marks.every((m, k) => m === piece.marks[k]);
    while (same(pieces[i])) text += pieces[i++]!.text;
    line += style.letters(text, piece.marks);
  }
  return line;
}

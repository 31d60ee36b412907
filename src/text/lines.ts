// Text -> paragraphs as spans: blank lines part them; single line ends part them too unless the text is wrapped at a column.
import { classOf, isLower, SPACE } from './characters.ts';

export interface Line {
  readonly start: number;
  readonly end: number;
  /** True where a blank line, or the text's end, stands before or after. */
  readonly afterGap: boolean;
}

const LIST_ITEM = /^(?:[-*+\u2022\u2023\u25aa\u25cf\u25e6\u00b7\u2013\u2014] |\d{1,3}[.)] |\(?[a-z0-9ivx]{1,4}\) )/;

/** True for a line that opens a list item: "- ", "\u2022 ", "3. ", "(b) ". */
export const isListItem = (line: string): boolean => LIST_ITEM.test(line.slice(0, 8));

/** The visible lines of a text, without white space at either end. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let afterGap = true;
  while (at <= text.length) {
    let stop = text.indexOf('\n', at);
    if (stop < 0) stop = text.length;
    let start = at;
    let end = stop;
    while (start < end && classOf(text.charCodeAt(start)) === SPACE) start++;
    while (end > start && classOf(text.charCodeAt(end - 1)) === SPACE) end--;
    if (end > start) {
      lines.push({ start, end, afterGap });
      afterGap = false;
    } else afterGap = true;
    at = stop + 1;
  }
  return lines;
}

/** The text's paragraphs in order: a wrapped run of lines is one, any other line is its own. */
export function paragraphsOf(text: string): readonly Line[] {
  const lines = linesOf(text);
  const paragraphs: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    let to = i + 1;
    while (to < lines.length && !lines[to]!.afterGap) to++;
    if (isWrapped(text, lines, i, to)) paragraphs.push(...joinWrapped(text, lines, i, to));
    else for (let k = i; k < to; k++) paragraphs.push(lines[k]!);
    i = to;
  }
  return paragraphs;
}

/** True where lines [from, to) are one paragraph broken at a column: much the same length, and going on in the middle of a sentence. */
function isWrapped(text: string, lines: readonly Line[], from: number, to: number): boolean {
  if (to - from < 2) return false;
  let longest = 0;
  let goesOn = 0;
  let isEven = 0;
  for (let k = from; k < to; k++) longest = Math.max(longest, lines[k]!.end - lines[k]!.start);
  if (longest > 140 || longest < 30) return false;
  for (let k = from; k + 1 < to; k++) {
    if (isLower(text[lines[k + 1]!.start]!)) goesOn++;
    if (lines[k]!.end - lines[k]!.start >= longest * 0.7) isEven++;
  }
  const breaks = to - from - 1;
  return goesOn > 0 && goesOn + isEven >= breaks;
}

/** List items keep their own start inside a wrapped run. */
function joinWrapped(text: string, lines: readonly Line[], from: number, to: number): Line[] {
  const joined: Line[] = [];
  let first = from;
  for (let k = from + 1; k <= to; k++) {
    if (k < to && !isListItem(text.slice(lines[k]!.start, lines[k]!.start + 8))) continue;
    joined.push({ start: lines[first]!.start, end: lines[k - 1]!.end, afterGap: lines[first]!.afterGap });
    first = k;
  }
  return joined;
}

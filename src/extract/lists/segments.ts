// Cuts the tokens of a listing into rows and each row into its plain words and its parenthesised remarks.
import type { Token } from '../../text/document.ts';

/** Token indices, [from, to). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const OPEN = '(';
const CLOSE = ')';

/** Splits [from, to) at `marks` that stand outside parentheses; one that nobody closed reaches to the next mark. */
export function splitAt(tokens: readonly Token[], range: Range, marks: ReadonlySet<string>): Range[] {
  const parts: Range[] = [];
  const unclosed = unclosedIn(tokens, range);
  let depth = 0;
  let start = range.from;
  for (let i = range.from; i < range.to; i++) {
    const mark = tokens[i]!.lower;
    if (mark === OPEN && !unclosed.has(i)) depth++;
    else if (mark === CLOSE) depth = Math.max(0, depth - 1);
    else if (depth === 0 && marks.has(mark)) {
      if (i > start) parts.push({ from: start, to: i });
      start = i + 1;
    }
  }
  if (range.to > start) parts.push({ from: start, to: range.to });
  return parts;
}

/** The opening parentheses that have no closing one: "Hungary (NATO; 150 Poland (NATO)" leaves the first. */
function unclosedIn(tokens: readonly Token[], range: Range): ReadonlySet<number> {
  const open: number[] = [];
  for (let i = range.from; i < range.to; i++) {
    if (tokens[i]!.lower === OPEN) open.push(i);
    else if (tokens[i]!.lower === CLOSE) open.pop();
  }
  return new Set(open);
}

/** The insides of the outermost parentheses of a range, in order, without the parentheses themselves. */
export function remarksOf(tokens: readonly Token[], range: Range): Range[] {
  const remarks: Range[] = [];
  let depth = 0;
  let start = -1;
  for (let i = range.from; i < range.to; i++) {
    const mark = tokens[i]!.lower;
    if (mark === OPEN && ++depth === 1) start = i + 1;
    else if (mark === CLOSE && depth > 0 && --depth === 0) remarks.push({ from: start, to: i });
  }
  if (depth > 0 && start < range.to) remarks.push({ from: start, to: range.to });
  return remarks;
}

/** The index after the remark that opens at `i`, or `i` itself where none opens there. */
export function afterRemark(tokens: readonly Token[], i: number, to: number): number {
  if (i >= to || tokens[i]!.lower !== OPEN) return i;
  let depth = 0;
  for (let k = i; k < to; k++) {
    const mark = tokens[k]!.lower;
    if (mark === OPEN) depth++;
    else if (mark === CLOSE && --depth === 0) return k + 1;
  }
  return to;
}

// Folds what typography varies (white space, dashes, quotation marks, soft hyphens, ligatures) and keeps the way back: the stored
// text is never rewritten, a position in the folded text maps to one in the stored text.
import { classOf, SILENT, SPACE } from './characters.ts';

const REPLACED: ReadonlyMap<number, string> = new Map(
  Object.entries({
    "'": '\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060\u2039\u203a',
    '"': '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb',
    '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d',
    '...': '\u2026',
    ff: '\ufb00',
    fi: '\ufb01',
    fl: '\ufb02',
    ffi: '\ufb03',
    ffl: '\ufb04',
  }).flatMap(([to, from]) => Array.from(from, (char): [number, string] => [char.charCodeAt(0), to])),
);

/** `folded`, and for each of its code units the offset in the stored text that it came from; `starts` has one more entry, the text's length. */
export interface FoldedText {
  readonly folded: string;
  readonly starts: Int32Array;
}

/**
 * Runs of white space (no-break spaces and line ends too) become one space, none at either end; all dashes "-", all quotation marks
 * straight, soft hyphens and joiners gone, "\u2026" three full stops. Letters keep their case. "4\u00a0,500" is not joined: only signs change.
 */
export function foldText(text: string): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  let runFrom = 0; // the first unit of the run not yet copied
  let pendingSpace = -1;
  let length = 0;
  const put = (part: string, from: number, step: number): void => {
    parts.push(part);
    for (let k = 0; k < part.length; k++) starts.push(from + k * step);
    length += part.length;
  };
  const flush = (to: number): void => {
    if (to <= runFrom) return;
    if (pendingSpace >= 0 && length > 0) put(' ', pendingSpace, 0);
    pendingSpace = -1;
    put(text.slice(runFrom, to), runFrom, 1);
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = classOf(code);
    const isOdd = code > 0x7e || code === 0x60 ? REPLACED.get(code) : undefined;
    if (kind !== SPACE && kind !== SILENT && isOdd === undefined) continue;
    flush(i);
    runFrom = i + 1;
    if (kind === SPACE) {
      if (pendingSpace < 0) pendingSpace = i;
    } else if (isOdd !== undefined) {
      if (pendingSpace >= 0 && length > 0) put(' ', pendingSpace, 0);
      pendingSpace = -1;
      put(isOdd, i, 0);
    }
  }
  flush(text.length);
  starts.push(text.length);
  return { folded: parts.join(''), starts: Int32Array.from(starts) };
}

/** True where two texts differ in white space, dashes, quotation marks and soft hyphens at most: "5\u00a0200" and "5 200" yes, "500" and "5,000" no. */
export const foldEquals = (a: string, b: string): boolean => a === b || foldText(a).folded === foldText(b).folded;

/**
 * Every place where `quotation` stands in the text, as stored-text spans [start, end), first to last, folding both. `text` is folded
 * once by the caller. An empty quotation stands nowhere.
 */
export function locateFolded(text: FoldedText, quotation: string): readonly (readonly [number, number])[] {
  const wanted = foldText(quotation).folded;
  const found: [number, number][] = [];
  if (wanted === '') return found;
  for (let at = text.folded.indexOf(wanted); at >= 0; at = text.folded.indexOf(wanted, at + wanted.length)) {
    const last = text.starts[at + wanted.length - 1]!;
    found.push([text.starts[at]!, last + 1]);
  }
  return found;
}

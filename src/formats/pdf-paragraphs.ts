// The lines of a PDF -> its paragraphs: a line goes on with the next unless the page shows that it does not. Words parted at a line's
// end are put together.
import { lowest, middle, type PdfLine } from './pdf-lines.ts';

export interface Paragraph {
  readonly text: string;
  readonly size: number;
  readonly page: number;
  /** A table's row: it stands on a line of its own. */
  readonly isRow: boolean;
}

const BULLET = /^[\u2022\u2023\u25aa\u25cf\u25e6\u00b7\uf0b7] /;
/** A contents page's line ends with dots and a page number. */
const LEADER = /(?:\. ?){5,}\s?\d{0,4}$/;
/** These may also stand in the middle of a sentence that a line's end has parted. */
const LIKE_BULLET = /^(?:[\u2013\u2014*-] |\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)] )/;
const FINAL = /[.?!:;]["'\u201d\u2019)\]]{0,3}$/;
const SAME_SIZE = 0.06;

/** Lines in reading order, furniture left out. */
export function paragraphsOf(lines: readonly PdfLine[]): readonly Paragraph[] {
  const bounds = boundsOf(lines);
  const pitch = pitchOf(lines);
  const join = joiner(lines);
  const paragraphs: Paragraph[] = [];
  let text = '';
  let first = 0;
  lines.forEach((line, i) => {
    const last = lines[i - 1];
    if (last && goesOn(last, line, i - 1 === first, bounds, pitch)) {
      text = join(text, line.text);
      return;
    }
    if (last) paragraphs.push({ text, size: lines[first]!.size, page: lines[first]!.page, isRow: last.cells > 1 });
    text = line.text;
    first = i;
  });
  const last = lines.at(-1);
  if (last) paragraphs.push({ text, size: lines[first]!.size, page: lines[first]!.page, isRow: last.cells > 1 });
  return paragraphs.map((p) => ({ ...p, text: p.text.replace(/\u00ad/g, '') }));
}

interface Bounds {
  readonly left: number;
  readonly right: number;
}

/** Where a flow's lines begin and end: the widest but for stray ones. */
function boundsOf(lines: readonly PdfLine[]): ReadonlyMap<number, Bounds> {
  const flows = new Map<number, PdfLine[]>();
  for (const line of lines) {
    const flow = flows.get(line.flow);
    if (flow) flow.push(line);
    else flows.set(line.flow, [line]);
  }
  return new Map(
    [...flows].map(([flow, own]) => {
      const rights = own.map(({ right }) => right).sort((a, b) => a - b);
      return [
        flow,
        { left: lowest(own.map(({ left }) => left)), right: rights[Math.floor((rights.length - 1) * 0.9)]! },
      ];
    }),
  );
}

/** The usual distance of one line from the next, in letter heights. */
function pitchOf(lines: readonly PdfLine[]): number {
  const steps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1]!, lines[i]!];
    const step = (a.y - b.y) / b.size;
    if (a.flow === b.flow && step > 0.5 && step < 3 && isSameSize(a, b)) steps.push(step);
  }
  return steps.length > 0 ? middle(steps) : 1.2;
}

const isSameSize = (a: PdfLine, b: PdfLine): boolean =>
  Math.abs(a.size - b.size) <= SAME_SIZE * Math.max(a.size, b.size);
const startsLower = (text: string): boolean => /^["'\u201c\u2018(]?\p{Ll}/u.test(text);

function goesOn(
  last: PdfLine,
  line: PdfLine,
  isFirst: boolean,
  bounds: ReadonlyMap<number, Bounds>,
  pitch: number,
): boolean {
  if (last.cells > 1 || line.cells > 1 || LEADER.test(last.text) || !isSameSize(last, line) || BULLET.test(line.text))
    return false;
  const { left, right } = bounds.get(last.flow)!;
  const isOpen = !FINAL.test(last.text);
  if (LIKE_BULLET.test(line.text) && !(isOpen && isFull(last, line, right))) return false;
  if (last.flow !== line.flow)
    return isOpen && (startsLower(line.text) || /[-\u2010\u00ad]$/.test(last.text) || isFull(last, line, right));
  const step = (last.y - line.y) / line.size;
  if (step > pitch * 1.35 || step < 0) return false;
  if (isCentred(last, line, left)) return true;
  const shift = (line.left - last.left) / line.size;
  if (shift > 0.8 && !(isFirst && (BULLET.test(last.text) || LIKE_BULLET.test(last.text)))) return false;
  if (shift < -0.8 && !isFirst) return false;
  return (isOpen && startsLower(line.text)) || isFull(last, line, right);
}

/** True where the next line's first word had no room at the end of this one. */
function isFull(last: PdfLine, next: PdfLine, right: number): boolean {
  const letter = (last.right - last.left) / Math.max(1, last.text.length);
  const word = /^\S+/.exec(next.text)?.[0].length ?? 1;
  return right - last.right < (word + 1) * letter * 1.25;
}

const isCentred = (a: PdfLine, b: PdfLine, left: number): boolean =>
  Math.abs(a.left + a.right - b.left - b.right) < 6 &&
  Math.min(a.left, b.left) > left + a.size &&
  Math.abs(a.left - b.left) > 3;

/** Beginnings and ends that compounds keep their hyphen with; those of the second list also begin words of their own ("part-ners"). */
const ALWAYS_BEFORE = new Set('self mid non anti multi'.split(' '));
const BEFORE = new Set(
  'long short well high low north south east west cross all half part full co ex pre post counter joint air sea ground one two three four five six seven eight nine ten'.split(
    ' ',
  ),
);
const AFTER = new Set(
  'led based backed strong member man men year month week day old term range scale level wide made going style held owned born general chief speaking century mile kilometer kilometre'.split(
    ' ',
  ),
);
const NO_COMPOUND = new Set('with under over out inter trans sub super fore with'.split(' '));

/** Puts a line to the text before it; a hyphen at the line's end stays where the document writes the compound so, or English does. */
function joiner(lines: readonly PdfLine[]): (text: string, line: string) => string {
  const words = wordsInside(lines);
  const isCompound = (left: string, right: string): boolean => {
    if (words.has(`${left}${right}`)) return false;
    if (words.has(`${left}-${right}`) || ALWAYS_BEFORE.has(left) || AFTER.has(right)) return true;
    if (BEFORE.has(left)) return words.has(right);
    return left.length > 3 && right.length > 3 && words.has(left) && words.has(right) && !NO_COMPOUND.has(left);
  };
  return (text, line) => {
    if (/\u00ad$/.test(text)) return text.slice(0, -1) + line;
    if (!/[\p{L}\p{N}][-\u2010]$/u.test(text))
      return /\d\u2013$/.test(text) && /^\d/.test(line) ? text + line : `${text} ${line}`;
    const left = /(\p{L}+)[-\u2010]$/u.exec(text)?.[1]?.toLowerCase();
    const right = /^\p{Ll}+/u.exec(line)?.[0];
    if (left === undefined || right === undefined || isCompound(left, right)) return text + line;
    return text.slice(0, -1) + line;
  };
}

/** Words as the document writes them, without the halves that a line's end has parted. */
function wordsInside(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  let parted = false;
  for (const { text } of lines) {
    const own = text.toLowerCase().match(/\p{L}[\p{L}-]*/gu) ?? [];
    const ends = /\p{L}[-\u2010]$/u.test(text);
    own.forEach((word, i) => {
      if (!(parted && i === 0) && !(ends && i === own.length - 1)) words.add(word);
    });
    parted = ends;
  }
  return words;
}

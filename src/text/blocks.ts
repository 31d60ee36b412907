// Text -> blocks by form alone: which paragraph is the headline, the summary under it, a topic line, a list item, a turn, furniture.
import { isBoilerplate, opensComments } from './boilerplate.ts';
import { isLower } from './characters.ts';
import type { Block } from './document.ts';
import { foldEquals } from './fold.ts';
import { isListItem, type Line, paragraphsOf } from './lines.ts';
import { recurringLabels, turnOf } from './speakers.ts';

/** A block and where its own words start: after a bullet, a "#" or a speaker's label. */
export interface PlacedBlock {
  readonly block: Block;
  readonly bodyStart: number;
}

const FINAL = /[.?!:;,\u2026]["'\u201d\u2019)\]]*$/;
/** "... crossed the border. (Wire)": a sentence and its source. */
const STOP_INSIDE = /[.?!]["'\u201d\u2019]? \(/;
const MARKDOWN_HEADING = /^#{1,6} +/;
const BULLET = /^(?:[-*+\u2022\u2023\u25aa\u25cf\u25e6\u00b7\u2013\u2014] +|\d{1,3}[.)] +|\(?[a-z0-9ivx]{1,4}\) +)/;
const LONGEST_HEADING = 110;

/** The blocks of a text in order. `title` is the report's headline where it is known apart from the text. */
export function findBlocks(text: string, title: string | null): readonly PlacedBlock[] {
  const lines = paragraphsOf(text);
  const paragraphs = lines.map((line) => text.slice(line.start, line.end));
  const recurring = recurringLabels(paragraphs);
  const titleAt = findTitle(paragraphs, title, recurring);
  const dekAt = titleAt >= 0 && isDek(paragraphs, titleAt + 1) ? titleAt + 1 : -1;
  const commentsAt = findComments(lines, paragraphs, text.length);
  const hasRunIns = paragraphs.filter((paragraph) => runInHeading(paragraph) !== null).length >= 2;
  let speaker: string | null = null;
  return lines.map((line, i) => {
    const paragraph = paragraphs[i]!;
    const marked = MARKDOWN_HEADING.exec(paragraph)?.[0].length ?? 0;
    const place = (kind: Block['kind'], skip = 0, label?: string): PlacedBlock => ({
      block: { kind, start: line.start, end: line.end, ...(label === undefined ? {} : { label }) },
      bodyStart: line.start + skip,
    });
    if (i >= commentsAt || isBoilerplate(paragraph)) return place('boilerplate');
    if (i === titleAt) return place('title', marked);
    if (i === dekAt) return place('dek');
    if (marked > 0) return place('heading', marked);
    const turn = turnOf(paragraph, recurring);
    if (turn) {
      speaker = turn.label;
      return place('speaker', turn.skip, turn.label);
    }
    if (isListItem(paragraph)) return place('item', BULLET.exec(paragraph)?.[0].length ?? 0);
    if (isTableRow(paragraph) || isCountRow(paragraph) || goesOnInList(paragraphs, i)) return place('item');
    if (isHeading(paragraphs, i)) return place('heading');
    if (speaker !== null) return place('speaker', 0, speaker);
    return hasRunIns ? place('paragraph', 0, runInHeading(paragraph) ?? undefined) : place('paragraph');
  });
}

/** The paragraph that is the headline: the one that repeats the given title among the first three, else a title-like first line; -1 for none. */
function findTitle(paragraphs: readonly string[], title: string | null, recurring: ReadonlySet<string>): number {
  const strip = (p: string): string => p.replace(MARKDOWN_HEADING, '');
  if (title !== null && title.trim() !== '') {
    for (let i = 0; i < Math.min(3, paragraphs.length); i++) {
      if (paragraphs[i]!.length < title.length * 2 + 20 && foldEquals(strip(paragraphs[i]!), title)) return i;
    }
    return -1;
  }
  const first = paragraphs[0];
  if (first === undefined || first.length > 160 || isListItem(first) || turnOf(first, recurring)) return -1;
  if (FINAL.test(first) && !/[?!]$/.test(first)) return -1;
  if (isTableRow(first) || isCountRow(first) || isLower(first[0]!)) return -1;
  return isBoilerplate(first) ? -1 : 0;
}

/** True where paragraph `i` sums up what the next one tells again: one short sentence, two fifths of its words repeated. */
function isDek(paragraphs: readonly string[], i: number): boolean {
  const own = paragraphs[i];
  const next = paragraphs[i + 1];
  if (own === undefined || next === undefined || paragraphs.length < i + 4) return false;
  if (own.length > 320 || own.length < 60 || isListItem(own)) return false;
  if (/[.?!]["\u201d\u2019]? +["\u201c\u2018]?\p{Lu}/u.test(own.replace(/\b\p{L}{1,4}\. /gu, ' '))) return false;
  const words = contentWords(own);
  if (words.size < 7) return false;
  const others = contentWords(next);
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return shared / words.size >= 0.4;
}

const RUN_IN =
  /^((?:\p{Lu}[\p{L}.'\u2019-]*|and|of|the|in)(?: (?:\p{Lu}[\p{L}'\u2019-]*|and|of|the|in|to)){0,7})\. +["\u201c]?\p{Lu}/u;

/** "Jordan. At the request of ...": a heading set in the paragraph's first line, else null. Text needs two or more to have any. */
function runInHeading(paragraph: string): string | null {
  const stop = paragraph.indexOf('. ');
  if (stop < 4 || stop > 80) return null;
  const head = RUN_IN.exec(paragraph.slice(0, 90))?.[1] ?? null;
  return head === null || /^(?:Mr|Mrs|Ms|Dr|Yes|No|The|In|Of|And)$/.test(head) ? null : head;
}

const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu)
      ?.filter((word) => !COMMON.has(word)),
  );
const COMMON: ReadonlySet<string> = new Set(
  'that this with from have been they their which would will said after before about were there more than into also other some when'.split(
    ' ',
  ),
);

/** The paragraph from which readers' comments and forms run to the end: only in the text's later part, where there is a report before it. */
function findComments(lines: readonly Line[], paragraphs: readonly string[], length: number): number {
  for (let i = 1; i < paragraphs.length; i++) {
    if (lines[i]!.start >= length * 0.3 && opensComments(paragraphs[i]!)) return i;
  }
  return paragraphs.length;
}

function isTableRow(paragraph: string): boolean {
  if (paragraph.includes('\t')) return true;
  const bar = paragraph.indexOf('|');
  return bar >= 0 && paragraph.indexOf('|', bar + 1) > bar;
}

const COUNT_ROW =
  /^(?:[A-Z][\w' -]{2,60}: )?(?:(?:about|approximately|approx\.?|est\.?|estimated|reportedly|up to|as many as|some|over|more than|less than|nearly|around|an|a few|several) )*(?:\d[\d,.]*(?:-[\d,]+)?\+?|hundred|thousand|dozen)(?: \([^)]*\))? [A-Z]/;

/** "Forces abroad: 40 Kosovo (KFOR); est. 90 Mali (2023)": a row of counts in words, without a sentence's stop. */
function isCountRow(paragraph: string): boolean {
  const isOpen = paragraph.endsWith(')') && !STOP_INSIDE.test(paragraph);
  return isOpen && COUNT_ROW.test(paragraph) && !/^(?:1[6-9]|20)\d\d\b/.test(paragraph);
}

/** An item without a bullet: "...; and", or a line in small letters under a line that ends in a colon. */
function goesOnInList(paragraphs: readonly string[], i: number): boolean {
  const own = paragraphs[i]!;
  if (endsInSemicolon(own)) return true;
  const before = paragraphs[i - 1] ?? '';
  return (before.endsWith(':') || endsInSemicolon(before)) && /^\p{Ll}/u.test(own);
}

/** "...;", "...; and", "...; or". */
const endsInSemicolon = (line: string): boolean =>
  line.endsWith(';') || line.endsWith('; and') || line.endsWith('; or');

/** A short line without a final stop that text follows: a topic line of a digest, a section's heading. */
function isHeading(paragraphs: readonly string[], i: number): boolean {
  const own = paragraphs[i]!;
  if (own.length > LONGEST_HEADING || i + 1 >= paragraphs.length) return false;
  if (FINAL.test(own) || STOP_INSIDE.test(own) || isListItem(own)) return false;
  const colon = own.indexOf(': ');
  if (colon >= 0 && /\d/.test(own.slice(colon))) return false;
  return /^["'\u201c\u2018(]?[\p{Lu}\p{N}]/u.test(own) && own.split(' ').length <= 16;
}

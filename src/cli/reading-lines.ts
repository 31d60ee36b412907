// A report as it was read, for people: the text with each claim's words marked and numbered, the claims beside it, or beneath where there is no room.
import type { ExtractedClaim } from '../model/claim.ts';
import { printFields, printPeriod } from '../model/notation.ts';
import { KIND_COLOURS } from './claim-lines.ts';
import { harmless, type Mark, type MarkedLine, markedLines } from './marked-text.ts';
import { displayWidth, wrap } from './table.ts';
import type { Paint, Terminal } from './terminal.ts';

/** The narrowest text and list that can be read side by side. */
const LEAST_TEXT = 64;
const LEAST_LIST = 44;
/** Longer lines tire the eye. */
const MOST_TEXT = 96;
const BETWEEN = ' \u2502 ';

/** `text` is what the claims' spans are of. */
export function readingLines(text: string, claims: readonly ExtractedClaim[], terminal: Terminal): string[] {
  const { paint, width } = terminal;
  const room = width ?? 100;
  const isBeside = claims.length > 0 && room >= LEAST_TEXT + BETWEEN.length + LEAST_LIST;
  const listWidth = isBeside ? Math.max(LEAST_LIST, Math.min(72, Math.floor(room * 0.4))) : room;
  const textWidth = isBeside ? Math.min(MOST_TEXT, room - BETWEEN.length - listWidth) : Math.min(MOST_TEXT, room);
  const marked = markedLines(text, marksOf(claims), textWidth, styleOf(claims, paint));
  const entries = claims.map((claim, i) => entryLines(claim, i + 1, listWidth, paint));
  if (isBeside) return beside(marked, entries, textWidth, paint);
  return [...marked.map((line) => line.text), '', ...entries.flat()];
}

const marksOf = (claims: readonly ExtractedClaim[]): Mark[] =>
  claims.map(({ spans }, i) => ({ number: i + 1, start: spans.evidence[0], end: spans.evidence[1] }));

/** Where colour is off nothing can be underlined: the words stand in braces then. */
function styleOf(claims: readonly ExtractedClaim[], paint: Paint) {
  const colour = ({ number }: Mark) => paint[KIND_COLOURS[claims[number - 1]!.kind]];
  const isPlain = !paint.isColorSupported;
  return {
    letters: (text: string, marks: readonly Mark[]) => (marks[0] ? colour(marks[0])(paint.underline(text)) : text),
    before: () => (isPlain ? '{' : ''),
    after: (mark: Mark) => (isPlain ? `}[${mark.number}]` : colour(mark)(`[${mark.number}]`)),
  };
}

/** `[3] movement DE 30 IQ(Iraq) -> JO(Jordan) planned relocate`, below it the time, who says so and the rule. */
function entryLines(claim: ExtractedClaim, number: number, width: number, paint: Paint): string[] {
  const label = `[${number}] `;
  const indent = ' '.repeat(label.length);
  const colour = paint[KIND_COLOURS[claim.kind]];
  const fields = harmless(printFields({ ...claim, time: null, said_by: null })).slice(claim.kind.length + 1);
  const [first = '', ...more] = wrap(`${claim.kind} ${fields}`, width - label.length);
  const notes = [
    claim.time === null ? null : `time ${printPeriod(claim.time)!.slice(1, -1)}`,
    claim.said_by === null ? null : `said by ${harmless(claim.said_by)}`,
    claim.rule === undefined ? claim.model && `model ${claim.model}` : `rule ${claim.rule}`,
  ];
  return [
    `${colour(label)}${colour(paint.bold(claim.kind))}${first.slice(claim.kind.length)}`,
    ...more.map((line) => indent + line),
    ...wrap(notes.filter(Boolean).join(' \u00b7 '), width - label.length).map((line) => indent + paint.dim(line)),
  ];
}

/** Each entry begins at the line where its words begin, or as soon after as the entries before it leave room. */
function beside(
  marked: readonly MarkedLine[],
  entries: readonly (readonly string[])[],
  textWidth: number,
  paint: Paint,
): string[] {
  const list: string[] = [];
  const put = (number: number, line: number) => {
    const entry = entries[number - 1];
    if (entry === undefined || placed.has(number)) return;
    placed.add(number);
    while (list.length < line) list.push('');
    list.push(...entry);
  };
  const placed = new Set<number>();
  marked.forEach(({ begins }, line) => {
    for (const number of [...begins].sort((a, b) => a - b)) put(number, line);
  });
  entries.forEach((_, i) => {
    put(i + 1, list.length);
  });
  const height = Math.max(marked.length, list.length);
  return Array.from({ length: height }, (_, i) => {
    const text = marked[i]?.text ?? '';
    const space = ' '.repeat(Math.max(0, textWidth - displayWidth(bare(text))));
    return `${text}${space}${paint.dim(BETWEEN)}${list[i] ?? ''}`.trimEnd();
  });
}

const bare = (text: string): string => text.replace(/\u001b\[[0-9;]*m/g, '');

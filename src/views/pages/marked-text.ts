// A report's text cut where claims and their fields begin and end: paragraphs of pieces, each with what it carries.
import type { Spans } from '../../model/claim.ts';

/** `claims`: indexes of the claims whose quotation it lies in; `fields`: "index field" of the fields that it states. */
export interface Piece {
  readonly text: string;
  readonly claims: readonly number[];
  readonly fields: readonly string[];
  /** Claims whose quotation ends with this piece: their numbers stand after it. */
  readonly ends: readonly number[];
  /** Claims whose quotation begins with this piece. */
  readonly begins: readonly number[];
}

export interface Paragraph {
  /** Where it begins in the text: tells paragraphs of the same words apart. */
  readonly start: number;
  readonly pieces: readonly Piece[];
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly claim: number;
  /** Null: the quotation itself. */
  readonly field: string | null;
}

/** Spans are UTF-16 offsets; one that lies outside of the text is left out. Blank lines part paragraphs; other line ends are white space. */
export function markText(text: string, spans: readonly (Spans | null)[]): Paragraph[] {
  const runs = spans.flatMap((one, claim) => runsOf(one, claim, text));
  return paragraphsOf(text).map(([start, end]) => ({ start, pieces: piecesOf(text, start, end, runs) }));
}

function runsOf(spans: Spans | null, claim: number, text: string): Run[] {
  if (spans === null) return [];
  return Object.entries(spans)
    .map(([name, [start, end]]) => ({ start, end, claim, field: name === 'evidence' ? null : name }))
    .filter(({ start, end }) => start < end && end <= text.length);
}

function paragraphsOf(text: string): (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  for (const { 0: block, index } of text.matchAll(/[^\n\r](?:(?!\r?\n[ \t]*\r?\n)[\s\S])*/g)) {
    const inner = block.trim();
    if (inner === '') continue;
    const start = index + block.indexOf(inner);
    found.push([start, start + inner.length]);
  }
  return found;
}

function piecesOf(text: string, start: number, end: number, all: readonly Run[]): Piece[] {
  const runs = all.filter((run) => run.start < end && run.end > start);
  const cuts = new Set([start, end]);
  for (const run of runs) {
    cuts.add(Math.max(start, run.start));
    cuts.add(Math.min(end, run.end));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, at): Piece => {
    const to = ordered[at + 1]!;
    const over = runs.filter((run) => run.start <= from && run.end >= to);
    const quotations = over.filter((run) => run.field === null);
    return {
      text: text.slice(from, to),
      claims: quotations.map((run) => run.claim),
      fields: over.flatMap((run) => (run.field === null ? [] : [`${run.claim} ${run.field}`])),
      begins: quotations.filter((run) => run.start === from).map((run) => run.claim),
      ends: quotations.filter((run) => run.end === to).map((run) => run.claim),
    };
  });
}

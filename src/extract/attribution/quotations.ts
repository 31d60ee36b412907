// Direct speech over several sentences: what stands between the marks belongs to whom a frame beside it names.
import type { Span } from '../../model/claim.ts';
import type { TextDocument } from '../../text/document.ts';
import type { Attribution } from './attributions.ts';

const MARK = /[“„«”»"]/g;
const OPENING = /[“„«]/;
const CLOSING = /[”»]/;
const LONGEST = 4000;
/** How far from its quotation who is quoted may be named. */
const FARTHEST = 400;

/** The quotations of a block as spans, marks included. Straight marks open and close in turn; one left open runs to the block's end. */
function quotationSpans(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let open = -1;
  for (const match of text.slice(from, to).matchAll(MARK)) {
    const mark = match[0];
    const at = from + match.index;
    if (open < 0 && !CLOSING.test(mark)) open = at;
    else if (open >= 0 && !OPENING.test(mark)) {
      if (at - open < LONGEST) spans.push([open, at + 1]);
      open = -1;
    }
  }
  if (open >= 0) spans.push([open, to]);
  return spans;
}

/** True where one of the quotations, which come in the order of the text and never overlap, holds the span. */
export function isQuoted(quotations: readonly Attribution[], span: Span): boolean {
  let [low, high] = [0, quotations.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotations[middle]!.scope[0] <= span[0]) low = middle + 1;
    else high = middle;
  }
  const last = quotations[low - 1];
  return last !== undefined && last.scope[1] >= span[1];
}

/** Attributions of whole quotations of at least a few words: the nearest frame beside the quotation in its paragraph speaks. */
export function quotationsOf(document: TextDocument, frames: readonly Attribution[]): Attribution[] {
  const found: Attribution[] = [];
  const said = frames.filter((a) => a.rank === 3 && a.saying !== 'urge' && a.speaker !== null);
  let lastSpeaker: Attribution | null = null;
  // Frames come in the order of their sentences, so each block's stand together.
  let next = 0;
  for (const block of document.blocks) {
    if (block.kind === 'boilerplate') continue;
    const from = next;
    while (next < said.length && said[next]!.words[0] < block.end) next++;
    const beside = said.slice(from, next).filter((a) => a.words[0] >= block.start && a.words[1] <= block.end);
    let first = 0;
    for (const span of quotationSpans(document.text, block.start, block.end)) {
      // A few words set in marks are nobody's speech, a short sentence is.
      if (span[1] - span[0] < (/[a-z)][.!?]$/.test(document.text.slice(span[0], span[1] - 1)) ? 16 : 30)) continue;
      while (first < beside.length && beside[first]!.words[1] <= span[0] - FARTHEST) first++;
      let last = first;
      while (last < beside.length && beside[last]!.words[0] < span[1] + FARTHEST) last++;
      const near = beside.slice(first, last);
      const outside = near.filter((a) => a.words[1] <= span[0] || a.words[0] >= span[1]);
      const speaker: Attribution | null =
        nearest(outside, span) ?? (startsBlock(document.text, block.start, span) ? lastSpeaker : null);
      if (!speaker) continue;
      found.push({ ...speaker, saying: 'say', scope: span, rank: 2 });
      lastSpeaker = speaker;
    }
    lastSpeaker = beside.at(-1) ?? lastSpeaker;
  }
  return found;
}

const startsBlock = (text: string, start: number, span: Span): boolean => text.slice(start, span[0]).trim() === '';

function nearest(frames: readonly Attribution[], span: Span): Attribution | null {
  let best: Attribution | null = null;
  let bestAway = FARTHEST;
  for (const a of frames) {
    const away = a.words[0] >= span[1] ? a.words[0] - span[1] : span[0] - a.words[1];
    if (away < bestAway) {
      best = a;
      bestAway = away;
    }
  }
  return best;
}

// Direct speech over several sentences: what stands between the marks belongs to whom a frame beside it names.
import type { Span } from '../../model/claim.ts';
import type { TextDocument } from '../../text/document.ts';
import type { Attribution } from './attributions.ts';

const MARK = /[“„«”»"]/g;
const OPENING = /[“„«]/;
const CLOSING = /[”»]/;
const LONGEST = 4000;

/** The quotations of a block as spans, marks included. Straight marks open and close in turn; one left open runs to the block's end. */
function quotationSpans(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let open = -1;
  MARK.lastIndex = from;
  for (let match = MARK.exec(text); match !== null && match.index < to; match = MARK.exec(text)) {
    const mark = match[0];
    const at = match.index;
    if (open < 0 && !CLOSING.test(mark)) open = at;
    else if (open >= 0 && !OPENING.test(mark)) {
      if (at - open < LONGEST) spans.push([open, at + 1]);
      open = -1;
    }
  }
  if (open >= 0) spans.push([open, to]);
  return spans;
}

/** Attributions of whole quotations of at least a few words: the nearest frame beside the quotation in its paragraph speaks. */
export function quotationsOf(document: TextDocument, frames: readonly Attribution[]): Attribution[] {
  const found: Attribution[] = [];
  const said = frames.filter((a) => a.rank === 3 && a.saying !== 'urge' && a.speaker !== null);
  let lastSpeaker: Attribution | null = null;
  for (const block of document.blocks) {
    if (block.kind === 'boilerplate') continue;
    const beside = said.filter((a) => a.words[0] >= block.start && a.words[1] <= block.end);
    for (const span of quotationSpans(document.text, block.start, block.end)) {
      if (span[1] - span[0] < 30) continue;
      const outside = beside.filter((a) => a.words[1] <= span[0] || a.words[0] >= span[1]);
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
  let bestAway = 400;
  for (const a of frames) {
    const away = a.words[0] >= span[1] ? a.words[0] - span[1] : span[0] - a.words[1];
    if (away < bestAway) {
      best = a;
      bestAway = away;
    }
  }
  return best;
}

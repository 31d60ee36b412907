// Where a quotation stands in a report. A quotation is found whole or not at all: one that cuts a number or a word in two is not found.
import type { Span } from '../../model/claim.ts';
import { type FoldedText, foldText } from '../../text/fold.ts';

const LETTER = /[\p{L}\p{N}]/u;
const TENS_BEFORE = /(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-$/i;
const UNITS = /^(?:one|two|three|four|five|six|seven|eight|nine)\b/i;
/** What makes a number another number when it follows: "500" in "500,000", "5.5", "500 million", "100-200" is left alone. */
const NUMBER_GOES_ON = /^(?:[.,]?\d|[.,]\d|[kKmM]\b|,? ?(?:hundred|thousand|million|billion)\b)/;
const GROUPED_BEFORE = /\d[.,]$/;

/** True where the run [from, to) of the folded text starts and ends at the edges of words and numbers. */
function standsWhole(folded: string, from: number, to: number): boolean {
  const first = folded.charAt(from);
  const last = folded.charAt(to - 1);
  const before = folded.charAt(from - 1);
  const after = folded.charAt(to);
  if (LETTER.test(first) && before && LETTER.test(before)) return false;
  if (LETTER.test(last) && after && LETTER.test(after)) return false;
  const ahead = folded.slice(to, to + 12);
  const behind = folded.slice(Math.max(0, from - 10), from);
  if (/\d/.test(last) && NUMBER_GOES_ON.test(ahead)) return false;
  if (/\d/.test(first) && GROUPED_BEFORE.test(behind)) return false;
  if (TENS_BEFORE.test(behind) && UNITS.test(folded.slice(from, from + 6))) return false;
  return true;
}

/** How far a run lies from where it is expected: 0 inside the hint, else the way to its nearer end. */
function distance(start: number, end: number, near: Span): number {
  if (start >= near[0] && end <= near[1]) return 0;
  return start < near[0] ? near[0] - start : end - near[1];
}

/**
 * "About 5,200 troops  in Iraq" -> its span in the text, or null. Where the quotation stands more than once, `near` (a span of the text:
 * the claim's evidence, say) picks the nearest, and without it the first is taken.
 */
export function locate(report: FoldedText, quotation: string, near?: Span): Span | null {
  const wanted = foldText(quotation).folded.trim();
  if (wanted === '') return null;
  const lower = wanted.charAt(0).toLowerCase() + wanted.slice(1);
  const upper = wanted.charAt(0).toUpperCase() + wanted.slice(1);
  let best: Span | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  // A quotation lifted out of a sentence may begin with the other case than the text: the first letter is free, the rest is not.
  for (const needle of lower === upper ? [wanted] : [wanted, wanted === lower ? upper : lower]) {
    for (let at = report.folded.indexOf(needle); at >= 0; at = report.folded.indexOf(needle, at + 1)) {
      if (!standsWhole(report.folded, at, at + needle.length)) continue;
      const start = report.starts[at] ?? 0;
      const end = report.ends[at + needle.length - 1] ?? start;
      const away = near ? distance(start, end, near) : 0;
      if (away < bestDistance) {
        best = [start, end];
        bestDistance = away;
      }
      if (away === 0) return best;
    }
    if (best && needle === wanted) return best;
  }
  return best;
}

// A day in brackets at the end, "(2025)", dates what the sentence tells of now; on a page about one state, what the whole paragraph does.
import type { ExtractedClaim, Span } from '../../model/claim.ts';
import type { Period } from '../../model/period.ts';
import type { DateMention, TextDocument, Token } from '../../text/document.ts';
import { sentenceAt } from '../../text/sentence-at.ts';
import { tokenize } from '../../text/tokenize.ts';

interface Dated {
  readonly period: Period;
  readonly span: Span;
}

const CLOSING = /\(([^()]{4,24})\)[.;]?\s*$/;

/** `isPage`: the report is a reference page about one state. Claims with a time of their own keep it. */
export function withAsOf(
  claims: readonly ExtractedClaim[],
  document: TextDocument,
  datesOf: (tokens: readonly Token[]) => readonly DateMention[],
  isPage: boolean,
): ExtractedClaim[] {
  const seen = new Map<number, Dated | null>();
  const closing = (start: number, end: number): Dated | null => {
    let dated = seen.get(end);
    if (dated === undefined) {
      dated = closingDay(document.text, Math.max(start, end - 40), end, datesOf);
      seen.set(end, dated);
    }
    return dated;
  };
  return claims.map((claim) => {
    const isNow = claim.kind === 'presence' || (claim.kind === 'status' && claim.status === 'continuing');
    if (!isNow || claim.time !== null) return claim;
    const [at] = claim.spans.evidence;
    const sentence = document.sentences[sentenceAt(document, at)];
    if (!sentence || at < sentence.start) return claim;
    const dated =
      closing(sentence.start, sentence.end) ?? (isPage ? closing(sentence.block.start, sentence.block.end) : null);
    return dated === null ? claim : { ...claim, time: dated.period, spans: { ...claim.spans, time: dated.span } };
  });
}

function closingDay(
  text: string,
  start: number,
  end: number,
  datesOf: (tokens: readonly Token[]) => readonly DateMention[],
): Dated | null {
  const found = CLOSING.exec(text.slice(start, end));
  if (found === null || !/\d{4}/.test(found[1]!)) return null;
  const tokens = tokenize(found[1]!);
  const [date] = datesOf(tokens);
  const isWhole = date !== undefined && date.from === 0 && date.to === tokens.length;
  if (!isWhole || date.period === null || (date.kind !== 'point' && date.kind !== 'span')) return null;
  const from = start + found.index + 1;
  return { period: date.period, span: [from, from + found[1]!.length] };
}

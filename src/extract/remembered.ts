// What is told in remembrance is no news of forces: "the 50th anniversary of the withdrawal", and what a commemoration tells of the day that it honours.
import type { Block, TextDocument } from '../text/document.ts';
import type { Finding } from './finding.ts';
import type { SentenceView } from './syntax/predicate.ts';

const OCCASION =
  /\b(?:\d+(?:st|nd|rd|th) anniversary|(?:anniversary|liberation|landings?) of the (?:battle|landings?|liberation|invasion|armistice|war)|commemorat(?:e|es|ed|ing|ive|ion)|memorial|remembrance|medall?(?:s|ions?)?|exactly \d+ years (?:after|since|ago))\b/i;
/** How many sentences from the top say what a text is about. */
const OPENING = 3;

/** True for a speech or release that honours what lies long back. */
export function isCommemoration(document: TextDocument): boolean {
  const opening = document.sentences.slice(0, OPENING);
  const told = opening.filter((s) => OCCASION.test(document.text.slice(s.start, s.end)));
  return told.length > 0 && told.some((s) => isTop(s.block, document) || told.length > 1);
}

const isTop = (block: Block, document: TextDocument): boolean =>
  block.kind === 'title' || block === document.sentences[0]!.block || block === document.sentences[1]?.block;

/** True for what the words before it only recall. */
export function isRecalled(finding: Finding, view: SentenceView, commemorates: boolean): boolean {
  if (finding.kind === 'decision' || finding.kind === 'incident') return false;
  const of = view.tokens.findIndex(
    (t, i) => /^anniversar(?:y|ies)$/.test(t.lower) && /^(?:of|since)$/.test(view.tokens[i + 1]?.lower ?? ''),
  );
  if (of >= 0 && finding.evidence.from > of) return true;
  const p = finding.predicate;
  return (
    commemorates &&
    p !== null &&
    p.item.kind === 'verb' &&
    p.item.tense === 'past' &&
    p.item.aspect === 'simple' &&
    p.item.form === 'finite' &&
    p.factuality.mode === 'asserted' &&
    p.dates.every((x) => longAgo(x.date.period?.start ?? null, view.published))
  );
}

const longAgo = (start: string | null, published: string | null): boolean =>
  start !== null && published !== null && Number(start.slice(0, 4)) < Number(published.slice(0, 4)) - 10;

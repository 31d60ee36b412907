// W3C Web Annotations (the JSON-LD data model of 23 February 2017): the quotation behind a claim, marked in its report.
import type { Spans } from '../model/claim.ts';
import { printFields } from '../model/notation.ts';
import { type ClaimRecord, claimUrn, reportUrn } from './claim-record.ts';

/** Characters of the report's text on each side of the quotation, so that a reader finds it in a page that was set anew. */
const AROUND = 32;

interface QuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}
/** UTF-16 code units from the start of the report's text, `end` behind the last. */
interface PositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
}

export interface WebAnnotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'describing';
  readonly created: string;
  readonly creator: { readonly type: 'Software'; readonly name: string };
  readonly body: readonly object[];
  readonly target: {
    readonly source: string;
    readonly selector: readonly (QuoteSelector | PositionSelector)[];
  };
}

/** The claim in one line for people, and whole (fields, spans of the fields, what is known of its report) for programs. */
export function annotationOf(record: ClaimRecord): WebAnnotation {
  const { id, claim, spans, report, known, maker, confidence, grounded, verdict } = record;
  const { text: _text, language: _language, ...about } = report;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: claimUrn(id),
    type: 'Annotation',
    motivation: 'describing',
    created: `${known}T00:00:00Z`,
    creator: { type: 'Software', name: `laydown: ${maker}` },
    body: [
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', language: 'en', value: printFields(claim) },
      {
        type: 'TextualBody',
        purpose: 'classifying',
        format: 'application/json',
        value: JSON.stringify({ id, claim, spans, maker, confidence, grounded, verdict, report: about }),
      },
    ],
    target: { source: report.url ?? reportUrn(report.id), selector: selectors(claim.evidence, spans, report.text) },
  };
}

function selectors(evidence: string, spans: Spans | null, text: string | null) {
  if (spans === null || text === null) return [{ type: 'TextQuoteSelector' as const, exact: evidence }];
  const [start, end] = spans.evidence;
  return [
    {
      type: 'TextQuoteSelector' as const,
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - AROUND), start),
      suffix: text.slice(end, end + AROUND),
    },
    { type: 'TextPositionSelector' as const, start, end },
  ];
}

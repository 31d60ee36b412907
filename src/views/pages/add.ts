// Adding a report: what is given, and the claims that would be kept, seen before they are.
import type { Atlas } from '../../model/atlas.ts';
import type { ClaimKind, ExtractedClaim } from '../../model/claim.ts';
import type { Day } from '../../model/day.ts';
import type { Fault } from '../../model/errors.ts';
import type { Report } from '../../model/report.ts';
import { claimSentence } from './claims.ts';
import { markText, type Paragraph } from './marked-text.ts';

export interface AddPage {
  readonly page: 'add';
  /** What was looked at and waits to be kept; null before anything was. */
  readonly preview: Preview | null;
}

export interface Preview {
  /** The name under which the server holds it. */
  readonly draft: string;
  readonly reports: readonly PreviewReport[];
  /** Parts that cannot be taken, and why. */
  readonly faults: readonly string[];
}

export interface PreviewReport {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: Day | null;
  readonly url: string | null;
  readonly text: readonly Paragraph[];
  readonly claims: readonly PreviewClaim[];
}

export interface PreviewClaim {
  /** Counts from 1 in the order of the text. */
  readonly number: number;
  readonly id: string;
  readonly kind: ClaimKind;
  readonly sentence: string;
  readonly evidence: string;
  readonly maker: string;
}

export interface Looked {
  readonly reports: readonly { readonly report: Report; readonly claims: readonly ExtractedClaim[] }[];
  readonly faults: readonly Fault[];
}

export const viewAdd = (draft: string, { reports, faults }: Looked, atlas: Pick<Atlas, 'displayName'>): AddPage => ({
  page: 'add',
  preview: {
    draft,
    reports: reports.map((one) => viewReport(one, atlas)),
    faults: faults.map(({ source, message }) => `${source}: ${message}`),
  },
});

function viewReport({ report, claims }: Looked['reports'][number], atlas: Pick<Atlas, 'displayName'>): PreviewReport {
  const ordered = [...claims].sort((a, b) => a.spans.evidence[0] - b.spans.evidence[0]);
  const { id, title, publisher, published, url, text } = report;
  return {
    id,
    title,
    publisher,
    published,
    url,
    text: markText(
      text ?? '',
      ordered.map(({ spans }) => spans),
    ),
    claims: ordered.map((claim, at) => ({
      number: at + 1,
      id: `${id}-${at + 1}`,
      kind: claim.kind,
      sentence: claimSentence(claim, atlas),
      evidence: claim.evidence,
      maker: claim.rule ?? claim.model ?? 'the reader',
    })),
  };
}

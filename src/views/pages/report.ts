// The reader: a report's text as it was with its claims marked in it, what became of them, who else printed it, and what readers say.
import type { KnownClaim } from '../../ledger/known-claim.ts';
import type { Atlas } from '../../model/atlas.ts';
import { placesOf, type Spans } from '../../model/claim.ts';
import type { Day } from '../../model/day.ts';
import type { Judgement } from '../../model/judgement.ts';
import { printFields } from '../../model/notation.ts';
import type { Place } from '../../model/place.ts';
import type { Report } from '../../model/report.ts';
import { type ClaimView, type ReportRef, viewClaim } from './claims.ts';
import type { CommentView } from './comments.ts';
import { markText, type Paragraph } from './marked-text.ts';

export interface ReportClaim extends ClaimView {
  /** Counts from 1 in the order of the text. */
  readonly number: number;
  readonly judgements: readonly JudgementView[];
  /** As a reviewer corrects it: the one-line notation without the quotation. */
  readonly notation: string;
  /** The number that it bears on; null where it names no party or place. */
  readonly bearsOn: { readonly party: string; readonly place: Place } | null;
}

export interface JudgementView {
  readonly verdict: Judgement['verdict'];
  readonly on: Day;
  readonly by: string | null;
  readonly note: string | null;
}

export interface ReportPage {
  readonly page: 'report';
  readonly known: Day;
  readonly report: ReportRef & { readonly url: string | null; readonly language: string | null };
  /** The headline, marked like the text where the text begins with it; null where the text has it in no other form. */
  readonly headline: Paragraph | null;
  /** [] where the ledger holds no text: claims made elsewhere. */
  readonly text: readonly Paragraph[];
  readonly claims: readonly ReportClaim[];
  /** Rejected ones stand apart, so that what was judged can be seen and undone. */
  readonly rejected: readonly ReportClaim[];
  readonly twins: readonly ReportRef[];
  readonly comments: readonly CommentView[];
}

export interface ReportSource {
  readonly known: Day;
  readonly report: Report;
  readonly claims: readonly (KnownClaim & { readonly spans: Spans | null })[];
  readonly rejected: readonly (KnownClaim & { readonly spans: Spans | null })[];
  readonly judgements: readonly (Judgement & { readonly claim: string })[];
  readonly twins: readonly ReportRef[];
  readonly comments: readonly CommentView[];
}

export function viewReport(source: ReportSource, atlas: Pick<Atlas, 'displayName'>): ReportPage {
  const { report, claims } = source;
  const judged = (id: string): JudgementView[] =>
    source.judgements.filter((one) => one.claim === id).map(({ verdict, on, by, note }) => ({ verdict, on, by, note }));
  const view = (one: KnownClaim, at: number): ReportClaim => ({
    ...viewClaim(one, atlas),
    number: at + 1,
    judgements: judged(one.id),
    notation: printFields(one.claim),
    bearsOn: bearingOf(one),
  });
  const paragraphs =
    report.text === null
      ? []
      : markText(
          report.text,
          claims.map(({ spans }) => spans),
        );
  const first = paragraphs[0];
  const opens = first !== undefined && report.title !== null && wordsOf(first) === report.title.trim();
  const { id, title, publisher, published, url, language } = report;
  return {
    page: 'report',
    known: source.known,
    report: { id, title, publisher, published, url, language: language ?? null },
    headline: opens ? first : null,
    text: opens ? paragraphs.slice(1) : paragraphs,
    claims: claims.map(view),
    rejected: source.rejected.map((one, at) => view(one, claims.length + at)),
    twins: source.twins,
    comments: source.comments,
  };
}

const wordsOf = ({ pieces }: Paragraph): string => pieces.map(({ text }) => text).join('');

function bearingOf({ claim }: KnownClaim): ReportClaim['bearsOn'] {
  if (claim.kind === 'decision' || claim.party === null) return null;
  const places = claim.kind === 'movement' ? [...claim.to, ...claim.from] : placesOf(claim.place);
  const place = places.find(({ country }) => country !== claim.party) ?? places[0];
  return place === undefined ? null : { party: claim.party, place };
}

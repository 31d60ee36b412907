// What every export of claims is given: a claim with its report and how it came to be.
import type { Claim, Spans } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import type { Report } from '../model/report.ts';

export interface ClaimRecord {
  readonly id: string;
  /** As it stands after a correction. */
  readonly claim: Claim;
  /** Of the claim as first read, into `report.text`; null where there is no text. */
  readonly spans: Spans | null;
  readonly report: Report;
  /** The day it became known. */
  readonly known: Day;
  readonly verdict: 'accept' | 'correct' | null;
  readonly grounded: boolean;
  /** The rule, model or importer that made it. */
  readonly maker: string;
  /** 0..1, as the maker gave it. */
  readonly confidence: number;
}

/** A permanent name that needs no server: `urn:laydown:claim:ID`. */
export const claimUrn = (id: string): string => `urn:laydown:claim:${encodeURIComponent(id)}`;
export const reportUrn = (id: string): string => `urn:laydown:report:${encodeURIComponent(id)}`;

/** What another format says of a claim, not checked yet: the claim's own fields with `id`, `rule`, `spans` and `confidence` where given. */
export interface StatedClaim {
  /** Without an id it is told by its other fields. */
  readonly report: Partial<Omit<Report, 'text' | 'language'>>;
  readonly claim: Readonly<Record<string, unknown>>;
}

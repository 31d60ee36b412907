// What the verbs need from outside, passed in: no verb opens a file, asks the time or knows which database it is.
import type { Grounder } from '../extract/grounding.ts';
import type { Atlas } from '../model/atlas.ts';
import type { ExtractedClaim } from '../model/claim.ts';
import type { Report } from '../model/report.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';

/** Whoever finds claims in a text. `version` is dotted numbers, compared number by number: a newer one supersedes an older. */
export interface Reader {
  readonly name: string;
  readonly version: string;
  /** Every claim with its spans into `report.text`. Never throws for odd text; a reader behind a service throws LaydownError where that fails. */
  read(report: Report): readonly ExtractedClaim[] | Promise<readonly ExtractedClaim[]>;
  /** How many reports it reads at a time; 1 where absent. A reader that waits for a service can read several. */
  readonly atOnce?: number;
  /** Reads several reports together, each as `read` has it, for less work than one by one; absent where it makes no difference. */
  readonly together?: ReadsTogether;
}

export interface ReadsTogether {
  /** So many reports are given to it at a time, at most. */
  readonly most: number;
  read(
    reports: readonly Report[],
  ): readonly (readonly ExtractedClaim[])[] | Promise<readonly (readonly ExtractedClaim[])[]>;
}

export interface Services {
  readonly store: Store;
  readonly clock: Clock;
  readonly atlas: Atlas;
  readonly reader: Reader;
  /** Checks claims made elsewhere against their report's text; `report.text` is not null. */
  readonly grounderOf: (report: Report) => Grounder;
}

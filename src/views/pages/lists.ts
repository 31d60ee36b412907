// Pages that are lists: changes, reports, search, sources.
import type { Day } from '../../model/day.ts';
import type { Passage } from '../../model/report.ts';
import type { Source } from '../sources-view.ts';
import type { ClaimView, ReportRef } from './claims.ts';
import type { NewsItem } from './news.ts';
import type { Named } from './rows.ts';

export interface ChangesPage {
  readonly page: 'changes';
  /** `happened`: between two days, as known on a third; `learnt`: of one day, between two days of knowing. */
  readonly mode: 'happened' | 'learnt';
  readonly since: Day;
  readonly until: Day;
  /** With `happened` the known day, with `learnt` the day that was learnt about. */
  readonly other: Day;
  readonly party: Named | null;
  readonly place: Named | null;
  readonly items: readonly NewsItem[];
}

export interface FoundReport extends ReportRef {
  /** Where the words that were asked stand in its text. */
  readonly passages: readonly Passage[];
}

export interface ReportsPage {
  readonly page: 'reports';
  readonly known: Day;
  /** Words of their titles and texts; null where none are asked. */
  readonly search: string | null;
  readonly publisher: string | null;
  readonly publishers: readonly string[];
  /** The latest first. */
  readonly reports: readonly (FoundReport & { readonly claims: number })[];
  readonly total: number;
  readonly from: number;
}

export interface SearchPage {
  readonly page: 'search';
  readonly known: Day;
  readonly asked: {
    readonly q: string;
    readonly kind: string;
    readonly party: string;
    readonly place: string;
    readonly min: string;
    readonly max: string;
  };
  /** Parties, places and missions whose name the words are. */
  readonly names: readonly {
    readonly kind: 'party' | 'place' | 'mission';
    readonly name: string;
    readonly address: string;
  }[];
  readonly claims: readonly ClaimView[];
  readonly total: number;
  /** The latest reports whose title or text holds the words. */
  readonly reports: readonly FoundReport[];
  readonly reportTotal: number;
  /** What is wrong with the question; null where nothing is. */
  readonly problem: string | null;
}

export interface SourcesPage {
  readonly page: 'sources';
  readonly known: Day;
  readonly sources: readonly SourceRow[];
}

export interface SourceRow extends Pick<Source, 'name' | 'kind' | 'reports' | 'claims' | 'repeated'> {
  readonly first: number;
  /** The latest claims that nobody had made before. */
  readonly firsts: readonly ClaimView[];
}

export interface MethodPage {
  readonly page: 'method';
  /** Made from the documentation's pages when the program is built. */
  readonly html: string;
}

export interface LoginPage {
  readonly page: 'login';
}

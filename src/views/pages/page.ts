// Every page as plain data, told apart by `page`: what the server renders, sends as JSON, and the app shows.
import type { AddPage } from './add.ts';
import type { ConflictsPage } from './conflicts.ts';
import type { DecisionsPage } from './decisions.ts';
import type { HistoryPage } from './history.ts';
import type { ChangesPage, LoginPage, MethodPage, ReportsPage, SearchPage, SourcesPage } from './lists.ts';
import type { NumberPage } from './number.ts';
import type { OperationsPage } from './operations.ts';
import type { ReportPage } from './report.ts';
import type { ModerationPage, ReviewPage } from './review.ts';
import type { Shell } from './shell.ts';
import type { SituationPage } from './situation.ts';
import type { SubjectPage } from './subject.ts';

/** What went wrong, in words for a reader; `status` is HTTP's. */
export interface ErrorPage {
  readonly page: 'error';
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

export type PageModel =
  | SituationPage
  | SubjectPage
  | NumberPage
  | HistoryPage
  | ReportPage
  | ReportsPage
  | ConflictsPage
  | DecisionsPage
  | ChangesPage
  | SearchPage
  | SourcesPage
  | MethodPage
  | ReviewPage
  | ModerationPage
  | OperationsPage
  | AddPage
  | LoginPage
  | ErrorPage;

/** What one address answers with: sent as JSON, and held by the HTML of the same address. */
export interface PageAnswer {
  readonly model: PageModel;
  readonly shell: Shell;
  /** Told once, after a form was sent. */
  readonly notice: Notice | null;
}

export interface Notice {
  readonly kind: 'done' | 'problem';
  readonly text: string;
}

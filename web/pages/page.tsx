// One model, one page.
import type { PageModel } from '../../src/views/pages/page.ts';
import { AddView } from './add.tsx';
import { ChangesView } from './changes.tsx';
import { ConflictsView } from './conflicts.tsx';
import { DecisionsView } from './decisions.tsx';
import { ErrorView } from './error.tsx';
import { HistoryView } from './history.tsx';
import { LoginView } from './login.tsx';
import { MethodView } from './method.tsx';
import { ModerationView } from './moderation.tsx';
import { NumberView } from './number.tsx';
import { OperationsView } from './operations.tsx';
import { ReportView } from './report.tsx';
import { ReportsView } from './reports.tsx';
import { ReviewView } from './review.tsx';
import { SearchView } from './search.tsx';
import { SituationView } from './situation.tsx';
import { SourcesView } from './sources.tsx';
import { SubjectView } from './subject.tsx';

export function Page({ model }: { model: PageModel }) {
  switch (model.page) {
    case 'situation':
      return <SituationView model={model} />;
    case 'subject':
      return <SubjectView model={model} />;
    case 'number':
      return <NumberView model={model} />;
    case 'history':
      return <HistoryView model={model} />;
    case 'report':
      return <ReportView model={model} />;
    case 'reports':
      return <ReportsView model={model} />;
    case 'conflicts':
      return <ConflictsView model={model} />;
    case 'decisions':
      return <DecisionsView model={model} />;
    case 'changes':
      return <ChangesView model={model} />;
    case 'search':
      return <SearchView model={model} />;
    case 'sources':
      return <SourcesView model={model} />;
    case 'method':
      return <MethodView model={model} />;
    case 'review':
      return <ReviewView model={model} />;
    case 'moderation':
      return <ModerationView model={model} />;
    case 'operations':
      return <OperationsView model={model} />;
    case 'add':
      return <AddView model={model} />;
    case 'login':
      return <LoginView />;
    case 'error':
      return <ErrorView model={model} />;
  }
}

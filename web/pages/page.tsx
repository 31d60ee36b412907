// One model, one page.
import type { PageModel } from '../../src/views/pages/page.ts';
import { ConflictsView } from './conflicts.tsx';
import { ErrorView } from './error.tsx';
import { NumberView } from './number.tsx';
import { ReportView } from './report.tsx';
import { SituationView } from './situation.tsx';
import { SubjectView } from './subject.tsx';

export function Page({ model }: { model: PageModel }) {
  switch (model.page) {
    case 'situation':
      return <SituationView model={model} />;
    case 'number':
      return <NumberView model={model} />;
    case 'conflicts':
      return <ConflictsView model={model} />;
    case 'report':
      return <ReportView model={model} />;
    case 'subject':
      return <SubjectView model={model} />;
    case 'error':
      return <ErrorView model={model} />;
  }
}

// One model, one page.
import type { PageModel } from '../../src/views/pages/page.ts';
import { ConflictsView } from './conflicts.tsx';
import { ErrorView } from './error.tsx';
import { NumberView } from './number.tsx';
import { SituationView } from './situation.tsx';

export function Page({ model }: { model: PageModel }) {
  switch (model.page) {
    case 'situation':
      return <SituationView model={model} />;
    case 'number':
      return <NumberView model={model} />;
    case 'conflicts':
      return <ConflictsView model={model} />;
    case 'error':
      return <ErrorView model={model} />;
  }
}

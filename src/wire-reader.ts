// The built-in reader: the extraction cascade over the gazetteer, loaded once a run.
import type { TracingReader } from './app/read-report.ts';

export const reader = (): TracingReader => ({
  name: 'laydown',
  version: '0.0.0',
  read: () => [],
  readTraced: () => ({ claims: [], trace: [] }),
});

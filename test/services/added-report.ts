// For tests: a report as an event, to be appended.
import type { LedgerEvent } from '../../src/model/event.ts';
import { reportSchema } from '../../src/model/report.ts';

export const RECORDED = '2024-06-01T12:00:00.000Z';

export const added = (id: string): LedgerEvent => ({
  kind: 'report-added',
  report: reportSchema.parse({ id, text: `Latvia has 90 soldiers in Kosovo, ${id} says.`, published: '2024-05-30' }),
  agency: null,
  signature: null,
});

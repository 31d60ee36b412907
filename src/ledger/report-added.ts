// The event of a report's arrival: the report with the signs by which its origin is told.
import type { LedgerEvent } from '../model/event.ts';
import type { Report } from '../model/report.ts';
import { agencyOf } from './agency.ts';
import { signatureOf } from './near-text.ts';

export const reportAdded = (report: Report): Extract<LedgerEvent, { kind: 'report-added' }> => ({
  kind: 'report-added',
  report,
  agency: report.text === null ? null : agencyOf(report.text),
  signature: report.text === null ? null : signatureOf(report.text),
});

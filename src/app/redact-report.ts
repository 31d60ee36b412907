// Erases a report's words on demand: title, address, text and every quotation. What remains says that they were there.
import type { Day } from '../model/day.ts';
import { LaydownError } from '../model/errors.ts';
import { type Redaction, redactionSchema } from '../model/redaction.ts';
import { dayIn } from './names-and-days.ts';
import type { Services } from './services.ts';
import { wellFormed } from './sound-text.ts';

export interface RedactRequest {
  /** The report's whole id. */
  readonly report: string;
  /** Why it is erased: kept, and shown in its place. */
  readonly why: string;
  readonly by?: string;
  /** Today where absent. */
  readonly on?: Day;
  /** Also the names of those whom it quotes. */
  readonly speakers?: boolean;
}

export interface Redacted {
  readonly redaction: Redaction;
  /** Claims whose quotation is gone; their figures stay. */
  readonly claims: number;
  /** False where it was redacted before: then its bytes are swept out once more. */
  readonly isNew: boolean;
}

/** Throws LaydownError `not-found` where there is no such report, `usage` where no reason is given. */
export async function redactReport(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  request: RedactRequest,
): Promise<Redacted> {
  const why = wellFormed(request.why).trim();
  if (why === '') throw new LaydownError('usage', 'a redaction needs a reason: --why "the publisher asked"');
  if ((await store.report(request.report)) === null)
    throw new LaydownError('not-found', `no report "${request.report}": "laydown reports" lists them with their ids`);
  const redaction = redactionSchema.parse({
    report: request.report,
    on: request.on === undefined ? clock.today() : dayIn(request.on, 'on'),
    by: request.by === undefined ? null : wellFormed(request.by),
    why,
    speakers: request.speakers ?? false,
  });
  const { transaction } = await store.append([{ kind: 'report-redacted', redaction }], clock.now());
  const { claims } = await store.facts({ reports: [request.report] });
  return { redaction, claims: claims.length, isNew: transaction !== null };
}

// Takes claims made elsewhere: CLAIMS.jsonl, a report with its claims on each line. Bad lines and claims are refused by name, the rest is kept.
import { z } from 'zod';
import { IMPORT } from '../ledger/fold.ts';
import { claimId, importVersion, reportId } from '../ledger/ids.ts';
import { reportAdded } from '../ledger/report-added.ts';
import { claimSchema, spanSchema } from '../model/claim.ts';
import type { Fault } from '../model/errors.ts';
import type { LedgerClaim, LedgerEvent } from '../model/event.ts';
import { type Report, reportSchema } from '../model/report.ts';
import type { Services } from './services.ts';
import { holdsNul, problemIn, wellFormed } from './sound-text.ts';

export interface ImportSummary {
  /** Reports and claims new to the ledger. */
  readonly reports: number;
  readonly claims: number;
  /** Claims that the ledger already held. */
  readonly known: number;
  /** Each refused line or claim: `source` is "claims.jsonl:12" or "claims.jsonl:12 claim a3". */
  readonly faults: readonly Fault[];
}

export interface ImportEvents {
  readonly fault?: (fault: Fault) => void;
  /** Lines taken and committed so far. */
  readonly progress?: (lines: number) => void;
}

/** Claims a commit: bounds memory, and what is done again after a kill. */
const BATCH_CLAIMS = 4000;

const lineSchema = z.object({
  report: reportSchema.extend({ id: z.string().min(1).optional() }),
  claims: z.array(z.unknown()),
});
const markSchema = z.object({
  id: z.string().min(1).optional(),
  spans: z.record(z.string(), spanSchema).optional(),
  rule: z.string().min(1).optional(),
  model: z.string().min(1).optional(),
  confidence: z.number().min(0).max(1).default(1),
});

/**
 * Lines are taken in order and committed together in batches. A claim without an id of its own gets the hash of its content. Where the
 * report has a text and `grounderOf` is given, each claim is checked against it and refused with the reason where it is not carried.
 */
export async function importClaims(
  services: Pick<Services, 'store' | 'clock'> & Partial<Pick<Services, 'grounderOf'>>,
  lines: AsyncIterable<string>,
  source: string,
  on: ImportEvents = {},
): Promise<ImportSummary> {
  const summary = { reports: 0, claims: 0, known: 0, faults: [] as Fault[] };
  const fault = (where: string, message: string): void => {
    const one: Fault = { source: where, code: 'bad-input', message };
    summary.faults.push(one);
    on.fault?.(one);
  };
  let batch: Line[] = [];
  let waiting = 0;
  let number = 0;
  const commit = async (): Promise<void> => {
    const events = batch.flatMap((line) => line.events);
    const { reports, claims, clashes } = await services.store.append(events, services.clock.now());
    summary.reports += reports.length;
    summary.claims += claims.length;
    const clashing = new Set(clashes.map((c) => `${c.kind} ${c.id}`));
    let refused = 0;
    for (const line of batch) refused += faultsOf(line, clashing, fault);
    summary.known += waiting - claims.length - refused;
    batch = [];
    waiting = 0;
    on.progress?.(number);
  };
  for await (const text of lines) {
    number++;
    if (text.trim() === '') continue;
    const line = readLine(text, `${source}:${number}`, services.grounderOf, fault);
    if (line === null) continue;
    batch.push(line);
    waiting += line.claims.length;
    if (waiting >= BATCH_CLAIMS) await commit();
  }
  if (batch.length > 0) await commit();
  return summary;
}

interface Line {
  readonly where: string;
  readonly report: Report;
  readonly claims: readonly LedgerClaim[];
  readonly events: readonly LedgerEvent[];
}

type TellFault = (where: string, message: string) => void;

function readLine(
  text: string,
  where: string,
  grounderOf: Services['grounderOf'] | undefined,
  fault: TellFault,
): Line | null {
  let value: unknown;
  try {
    // Whole characters only, so that any store can hold them: most lines have no escape that could make half of one.
    value = /\\u[dD][89a-fA-F]/.test(text)
      ? JSON.parse(text, (_, v: unknown) => (typeof v === 'string' ? wellFormed(v) : v))
      : JSON.parse(wellFormed(text));
  } catch (error) {
    fault(where, `is no JSON: ${(error as Error).message}`);
    return null;
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    fault(where, `is not {"report": {...}, "claims": [...]}: ${problemIn(parsed.error)}`);
    return null;
  }
  if (/\\u0000|\0/.test(text) && holdsNul(parsed.data)) {
    fault(where, 'holds a NUL character: it is no text');
    return null;
  }
  const draft = parsed.data.report;
  const report: Report = { ...draft, id: draft.id ?? reportId(draft) };
  const ground = report.text === null ? undefined : grounderOf?.(report);
  const claims: LedgerClaim[] = [];
  for (const [index, one] of parsed.data.claims.entries()) {
    const claim = readClaim(one, report, ground);
    if (typeof claim === 'string') fault(`${where} claim ${nameOf(one, index)}`, claim);
    else claims.push(claim);
  }
  const events: LedgerEvent[] = [reportAdded(report)];
  if (claims.length > 0) {
    const version = importVersion(claims.map((c) => c.id));
    events.push({ kind: 'claims-extracted', reading: { report: report.id, extractor: IMPORT, version, claims } });
  }
  return { where, report, claims, events };
}

const nameOf = (claim: unknown, index: number): string => {
  const id = (claim as { id?: unknown } | null)?.id;
  return typeof id === 'string' && id !== '' ? id : `no. ${index + 1}`;
};

type Ground = ReturnType<Services['grounderOf']>;

/** The claim as the ledger holds it, or why it is refused. */
function readClaim(value: unknown, report: Report, ground: Ground | undefined): LedgerClaim | string {
  const parsed = claimSchema.safeParse(value);
  if (!parsed.success) return problemIn(parsed.error);
  const marks = markSchema.safeParse(value);
  if (!marks.success) return problemIn(marks.error);
  const claim = parsed.data;
  const { id, spans, rule, model, confidence } = marks.data;
  const own = spans?.['evidence'] === undefined ? null : { ...spans, evidence: spans['evidence'] };
  const grounding = ground?.ground(own === null ? claim : { ...claim, spans: own });
  if (grounding?.ok === false) return `${grounding.field}: ${grounding.reason}`;
  return {
    id: id ?? claimId(report.id, claim),
    report: report.id,
    claim,
    spans: grounding?.ok ? { ...own, evidence: grounding.span } : report.text === null ? null : own,
    maker: rule ?? model ?? IMPORT,
    confidence,
    grounded: grounding?.ok === true,
  };
}

/** Tells the clashes of a line; returns how many of its claims were left out by them. */
function faultsOf(line: Line, clashing: ReadonlySet<string>, fault: TellFault): number {
  if (clashing.has(`report ${line.report.id}`)) {
    fault(
      line.where,
      `the ledger holds another report with the id "${line.report.id}": give this one an id of its own`,
    );
    return line.claims.length;
  }
  const clashes = line.claims.filter((claim) => clashing.has(`claim ${claim.id}`));
  for (const { id } of clashes)
    fault(
      `${line.where} claim ${id}`,
      `the ledger holds another claim with the id "${id}": give this one an id of its own`,
    );
  return clashes.length;
}

// Takes claims made elsewhere: a report with its claims on each line (import-formats.ts makes such lines of other formats). Bad lines and claims are refused by name, the rest is kept.
import { z } from 'zod';
import { claimOfAnnotation, isAnnotation } from '../formats/annotations-in.ts';
import { IMPORT } from '../ledger/fold.ts';
import { checkedClaimId, claimText, importVersion, reportId } from '../ledger/ids.ts';
import { reportAdded } from '../ledger/report-added.ts';
import { claimSchema, spanSchema } from '../model/claim.ts';
import type { Fault } from '../model/errors.ts';
import type { LedgerClaim, LedgerEvent } from '../model/event.ts';
import { type Report, reportSchema } from '../model/report.ts';
import {
  type Held,
  hasWords,
  heldWords,
  type Line,
  nothingHeld,
  readWords,
  type StatedWords,
  type TellFault,
  withSoundWords,
} from './import-words.ts';
import { oneAhead } from './one-ahead.ts';
import type { Services } from './services.ts';
import { holdsNul, problemIn, wellFormed } from './sound-text.ts';

export interface ImportSummary {
  /** Reports and claims new to the ledger. */
  readonly reports: number;
  readonly claims: number;
  /** Claims that the ledger already held. */
  readonly known: number;
  /** Judgements new to the ledger. */
  readonly judgements: number;
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

const transactionSchema = z.object({ number: z.number().int().min(1), recorded: z.iso.datetime() });
const lineSchema = z
  .object({
    report: reportSchema.extend({ id: z.string().min(1).optional() }).optional(),
    claims: z.array(z.unknown()).default([]),
    judgements: z.array(z.unknown()).default([]),
    entities: z.array(z.unknown()).default([]),
    redactions: z.array(z.unknown()).default([]),
    comments: z.array(z.unknown()).default([]),
    moderations: z.array(z.unknown()).default([]),
    /** Of a ledger's own export: when it was recorded there, and who read the report. */
    transaction: transactionSchema.optional(),
    /** The agency that a text credited which is erased now. */
    agency: z.string().nullable().optional(),
    reading: z.object({ extractor: z.string().min(1), version: z.string().min(1) }).optional(),
  })
  .refine((line) => line.report !== undefined || (line.claims.length === 0 && wordsOf(line).length > 0), {
    message: 'report: needed, but for a line of judgements',
  });
const wordsOf = (line: StatedWords): unknown[] => [
  ...line.judgements,
  ...line.entities,
  ...line.redactions,
  ...line.comments,
  ...line.moderations,
];
const markSchema = z.object({
  id: z.string().min(1).optional(),
  spans: z.record(z.string(), spanSchema).optional(),
  rule: z.string().min(1).optional(),
  model: z.string().min(1).optional(),
  confidence: z.number().min(0).max(1).default(1),
});
/** How a claim came to be, on a line with a reading. */
const storedSchema = z.object({
  id: z.string().min(1),
  spans: z.record(z.string(), spanSchema).nullable().default(null),
  maker: z.string().min(1),
  confidence: z.number().min(0).max(1).default(1),
  grounded: z.boolean().default(false),
});

/** A line as it stands in a file, or one made from the rows of another format, which begins at row `at` there. */
export type IncomingLine = string | { readonly at: number; readonly text: string };

/**
 * Lines are taken in order and committed together in batches. A claim without an id of its own gets the hash of its content. Where the
 * report has a text, here or in the ledger, and `grounderOf` is given, each claim is checked against it and refused with the reason where it
 * is not carried. A line may be a W3C Web Annotation with a claim as its body.
 *
 * Lines of a ledger's own export (with `transaction`) are appended transaction by transaction. Into an empty ledger, or one that holds the
 * beginning of that export, this is a restoration: both clocks are kept. Into any other, what is new is recorded now.
 */
export async function importClaims(
  services: Pick<Services, 'store' | 'clock'> & Partial<Pick<Services, 'grounderOf'>>,
  lines: AsyncIterable<IncomingLine>,
  source: string,
  on: ImportEvents = {},
): Promise<ImportSummary> {
  const summary = { reports: 0, claims: 0, known: 0, judgements: 0, faults: [] as Fault[] };
  const fault = (where: string, message: string): void => {
    const one: Fault = { source: where, code: 'bad-input', message };
    summary.faults.push(one);
    on.fault?.(one);
  };
  let batch: Line[] = [];
  let waiting = 0;
  let number = 0;
  let cursor = await services.store.cursor();
  const isNew = cursor === 0;
  /** The reviewers' words that the ledger held before; loaded where there are any to compare. */
  let held: Held | null = isNew ? nothingHeld() : null;
  let restoring = true;
  const ahead = oneAhead();
  const store = async (lines: readonly Line[], given: number, upTo: number): Promise<void> => {
    let sound = lines;
    if (lines.some(hasWords)) {
      held ??= await heldWords(services.store);
      sound = await withSoundWords(services.store, lines, held, fault);
    }
    const events = sound.flatMap((line) => line.events);
    const [first] = lines;
    const kept = restoring && first?.transaction?.number === cursor + 1 ? first.transaction.recorded : null;
    const done = await services.store.append(events, kept ?? services.clock.now());
    if (done.transaction !== null) {
      restoring &&= kept !== null;
      cursor = done.transaction;
    }
    const { reports, claims, clashes } = done;
    summary.reports += reports.length;
    summary.claims += claims.length;
    summary.judgements += events.filter((event) => event.kind === 'claim-judged').length;
    const clashing = new Set(clashes.map((c) => `${c.kind} ${c.id}`));
    let refused = 0;
    for (const line of sound) refused += faultsOf(line, clashing, fault);
    summary.known += given - claims.length - refused;
    on.progress?.(upTo);
  };
  const commit = async (): Promise<void> => {
    if (batch.length === 0) return;
    const [lines, given, upTo] = [batch, waiting, number];
    batch = [];
    waiting = 0;
    await ahead.start(() => store(lines, given, upTo));
  };
  const { grounderOf } = services;
  /** The report with the text that the ledger holds of it, where the line brings none. */
  const textOf = async (report: Report): Promise<Report> =>
    report.text !== null || isNew ? report : ((await services.store.report(report.id)) ?? report);
  for await (const one of lines) {
    number++;
    const { at, text } = typeof one === 'string' ? { at: number, text: one } : one;
    if (text.trim() === '') continue;
    const where = `${source}:${at}`;
    const stated = parseLine(text, where, fault);
    if (stated === null) continue;
    const report = stated.report && { ...stated.report, id: stated.report.id ?? reportId(stated.report) };
    const isRead = stated.reading !== undefined || stated.claims.length === 0;
    const checked = report && !isRead && grounderOf !== undefined ? await textOf(report) : null;
    const ground = checked === null || checked.text === null ? undefined : grounderOf?.(checked);
    const line = await readLine(stated, report ?? null, where, { ground, store: services.store }, fault);
    // A transaction of the other ledger is one here, too: never cut in two, never joined with the next.
    const current = batch.at(-1)?.transaction?.number ?? null;
    if (batch.length > 0 && (line.transaction?.number ?? null) !== current) await commit();
    batch.push(line);
    waiting += line.claims.length;
    if (waiting >= BATCH_CLAIMS && line.transaction === null) await commit();
    await ahead.breathe();
  }
  await commit();
  await ahead.end();
  return summary;
}

type StatedLine = z.infer<typeof lineSchema>;

/** Null where the line is none, which `fault` is told. */
function parseLine(text: string, where: string, fault: TellFault): StatedLine | null {
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
  if (isAnnotation(value)) {
    try {
      const { report, claim } = claimOfAnnotation(value);
      value = { report, claims: [claim] };
    } catch (error) {
      fault(where, (error as Error).message);
      return null;
    }
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
  return parsed.data;
}

interface Checking {
  readonly ground: Ground | undefined;
  readonly store: Services['store'];
}

async function readLine(
  stated: StatedLine,
  report: Report | null,
  where: string,
  by: Checking,
  fault: TellFault,
): Promise<Line> {
  const { reading, transaction = null } = stated;
  const words = readWords(stated, (message) => fault(where, message));
  if (report === null) return { where, report: null, claims: [], events: words, transaction };
  const claims: LedgerClaim[] = [];
  for (const [index, one] of stated.claims.entries()) {
    const claim = reading === undefined ? await readClaim(one, report, by) : storedClaim(one, report);
    if (typeof claim === 'string') fault(`${where} claim ${nameOf(one, index)}`, claim);
    else claims.push(claim);
  }
  const added = reportAdded(report);
  const events: LedgerEvent[] = [stated.agency == null ? added : { ...added, agency: stated.agency }];
  // A reading that found nothing is one, too: the report is not read again.
  if (reading !== undefined)
    events.push({ kind: 'claims-extracted', reading: { report: report.id, ...reading, claims } });
  else if (claims.length > 0) {
    const version = importVersion(claims.map((c) => c.id));
    events.push({ kind: 'claims-extracted', reading: { report: report.id, extractor: IMPORT, version, claims } });
  }
  return { where, report, claims, events: [...events, ...words], transaction };
}

/** A claim that a ledger has checked before. That its quotation stands in the text is checked again; the reader's rules may have changed since. */
function storedClaim(value: unknown, report: Report): LedgerClaim | string {
  const parsed = claimSchema.safeParse(value);
  if (!parsed.success) return problemIn(parsed.error);
  const marks = storedSchema.safeParse(value);
  if (!marks.success) return problemIn(marks.error);
  const claim = parsed.data;
  const { id, maker, confidence, grounded, spans: given } = marks.data;
  const at = given?.['evidence'];
  const spans = given === null || at === undefined ? null : { ...given, evidence: at };
  const stands = at !== undefined && report.text?.slice(...at) === claim.evidence;
  if (grounded && !stands) return 'evidence: the report does not hold the quotation where its span points';
  return { id, report: report.id, claim, spans, maker, confidence, grounded };
}

const nameOf = (claim: unknown, index: number): string => {
  const id = (claim as { id?: unknown } | null)?.id;
  return typeof id === 'string' && id !== '' ? id : `no. ${index + 1}`;
};

type Ground = ReturnType<Services['grounderOf']>;

/** The claim as the ledger holds it, or why it is refused. */
async function readClaim(value: unknown, report: Report, { ground, store }: Checking): Promise<LedgerClaim | string> {
  const parsed = claimSchema.safeParse(value);
  if (!parsed.success) return problemIn(parsed.error);
  const marks = markSchema.safeParse(value);
  if (!marks.success) return problemIn(marks.error);
  const claim = parsed.data;
  const { id, spans, rule, model, confidence } = marks.data;
  const own = spans?.['evidence'] === undefined ? null : { ...spans, evidence: spans['evidence'] };
  const grounding = ground?.ground(own === null ? claim : { ...claim, spans: own });
  if (grounding?.ok === false) {
    // A format without spans cannot say where in the report a "they" is named; the ledger knows where it holds the very claim.
    const held = id === undefined ? null : await store.claim(id);
    if (held === null || held.report !== report.id || claimText(held.claim) !== claimText(claim))
      return `${grounding.field}: ${grounding.reason}`;
    return held;
  }
  return {
    id: id ?? checkedClaimId(report.id, claim),
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
  if (line.report !== null && clashing.has(`report ${line.report.id}`)) {
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

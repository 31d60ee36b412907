// Takes claims made elsewhere: a report with its claims on each line (import-formats.ts makes such lines of other formats). Bad lines and claims are refused by name, the rest is kept.
import type { Fault } from '../model/errors.ts';
import { heldReports } from './held-reports.ts';
import { parseLine, readLine } from './import-line.ts';
import {
  type Held,
  hasWords,
  heldWords,
  type Line,
  nothingHeld,
  type TellFault,
  withSoundWords,
} from './import-words.ts';
import { oneAhead } from './one-ahead.ts';
import type { Services } from './services.ts';

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
  const reports = heldReports(services.store, isNew);
  for await (const one of lines) {
    number++;
    const { at, text } = typeof one === 'string' ? { at: number, text: one } : one;
    if (text.trim() === '') continue;
    const where = `${source}:${at}`;
    const stated = parseLine(text, where, fault);
    if (stated === null) continue;
    const report = await reports.named(stated.report, (message) => fault(where, message));
    if (report === undefined) continue;
    const isRead = stated.reading !== undefined || stated.claims.length === 0;
    const checked = report !== null && !isRead && grounderOf !== undefined ? await reports.withText(report) : null;
    const ground = checked === null || checked.text === null ? undefined : grounderOf?.(checked);
    const line = await readLine(stated, report, where, { ground, store: services.store }, fault);
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

// Adds reports to the ledger with the claims read from them. A report is acknowledged only after its commit.
import { hash } from 'node:crypto';
import { ledgerClaim } from '../ledger/facts-of-readings.ts';
import { reportId } from '../ledger/ids.ts';
import { reportAdded } from '../ledger/report-added.ts';
import type { Draft } from '../model/draft.ts';
import { type Fault, LaydownError } from '../model/errors.ts';
import type { Reading as LedgerReading } from '../model/event.ts';
import { type Report, reportSchema } from '../model/report.ts';
import type { Appended } from '../ports/store.ts';
import { appendInParts, type ReportEvent } from './append-in-parts.ts';
import { type OneAhead, oneAhead } from './one-ahead.ts';
import { claimsOfEach, groupsFor } from './read-together.ts';
import type { Reader, Services } from './services.ts';
import { holdsNul, problemIn, wellFormed } from './sound-text.ts';

/** A report on its way in. Without an id of its own it gets the hash of its content. */
export interface IncomingReport {
  /** File name, URL or line, for messages. */
  readonly source: string;
  readonly report: Draft;
}

export interface AddedReport {
  readonly source: string;
  readonly id: string;
  readonly title: string | null;
  /** added: new; known: the ledger had it, read by this version; reread: the ledger had it, now read by a newer extractor. */
  readonly outcome: 'added' | 'known' | 'reread';
  /** Claims that this reading found (for `known`: 0, nothing was read again). */
  readonly claims: number;
}

export interface AddSummary {
  readonly added: number;
  readonly known: number;
  readonly reread: number;
  /** New claims in the ledger. */
  readonly claims: number;
  readonly faults: readonly Fault[];
}

export interface AddEvents {
  /** Called once for each report after the commit that holds it. */
  readonly added?: (report: AddedReport) => void;
  /** Called when `added` was for all reports of a commit. */
  readonly committed?: () => void;
  readonly fault?: (fault: Fault) => void;
  /** A report that the ledger's server takes too long to write, also by itself; where nobody hears of it, it is thrown when the others of its commit are in the ledger. */
  readonly cut?: (source: string, error: LaydownError) => void;
}

/** `second` reads each report too; its claims are a reading of their own, under its own name. */
export type Reading = Pick<Services, 'store' | 'clock' | 'reader'> & { readonly second?: Reader };

/** A commit is dear (the disk must answer), so reports share one; small enough that a kill loses little work and memory stays bounded. */
const BATCH = { reports: 64, characters: 1_000_000, ms: 500 };

/** Stands among reports on their way in: `reached` is called once all that came before it is in the ledger. */
export interface Milestone {
  readonly source: string;
  readonly reached: () => Promise<void>;
}

/**
 * Takes reports and the faults of those that could not be read (passed through to the summary). One bad report stops no batch. While a
 * batch is written the next one is read for claims, and the one after it is taken in.
 * Throws LaydownError `store-...` where the ledger cannot be written; what was acknowledged before stays.
 */
export async function addReports(
  services: Reading,
  incoming: AsyncIterable<IncomingReport | Fault | Milestone>,
  on: AddEvents = {},
): Promise<AddSummary> {
  const summary = { added: 0, known: 0, reread: 0, claims: 0, faults: [] as Fault[] };
  const fault = (one: Fault): void => {
    summary.faults.push(one);
    on.fault?.(one);
  };
  const write = async (batch: ReadBatch, milestones: readonly Milestone[]): Promise<void> => {
    const { acknowledged, faults, cut, claims } = await writeBatch(services, batch);
    summary.claims += claims;
    for (const report of acknowledged) {
      summary[report.outcome]++;
      on.added?.(report);
    }
    on.committed?.();
    for (const one of faults) fault(one);
    for (const { source, error } of cut) {
      if (on.cut === undefined) throw new LaydownError(error.code, `${source}: ${error.message}`, { cause: error });
      on.cut(source, error);
    }
    for (const one of milestones) await one.reached();
  };
  const reading = oneAhead();
  const writing = oneAhead();
  const commit = (batch: readonly Arrived[], milestones: readonly Milestone[]): Promise<void> =>
    reading.start(async () => {
      const read = await readBatch(services, batch, writing.breathe);
      await writing.start(() => write(read, milestones));
    });

  const most = Math.min(
    BATCH.reports,
    2 * Math.max(...readersOf(services).map(({ atOnce = BATCH.reports }) => atOnce)),
  );
  let batch: Arrived[] = [];
  let milestones = new Map<string, Milestone>();
  let characters = 0;
  let begun = 0;
  const next = async (): Promise<void> => {
    await commit(batch, [...milestones.values()]);
    batch = [];
    milestones = new Map();
    characters = 0;
  };
  for await (const one of incoming) {
    if ('message' in one) {
      fault(one);
      continue;
    }
    if ('reached' in one) milestones.set(one.source, one);
    else {
      const report = soundReport(one);
      if ('message' in report) {
        fault(report);
        continue;
      }
      if (batch.length === 0) begun = performance.now();
      batch.push({ source: one.source, report });
      characters += report.text?.length ?? 0;
      await writing.breathe();
    }
    const full = batch.length >= most || characters >= BATCH.characters;
    const waited = batch.length > 0 && performance.now() - begun >= BATCH.ms;
    // A milestone by itself: all before it is on its way already.
    if (full || waited || batch.length === 0) await next();
  }
  if (batch.length > 0 || milestones.size > 0) await next();
  await reading.end();
  await writing.end();
  return summary;
}

interface Arrived {
  readonly source: string;
  readonly report: Report;
}

const sha256 = (text: string): string => hash('sha256', text);

function soundReport({ source, report }: IncomingReport): Report | Fault {
  const text = report.text === null ? null : wellFormed(report.text);
  const title = report.title === null ? null : wellFormed(report.title);
  const publisher = report.publisher === null ? null : wellFormed(report.publisher);
  const url = report.url === null ? null : wellFormed(report.url);
  const draft = { ...report, text, title, publisher, url };
  const parsed = reportSchema.safeParse({ ...draft, id: report.id ?? reportId(draft, sha256) });
  if (!parsed.success) return { source, code: 'bad-input', message: problemIn(parsed.error) };
  if (holdsNul(parsed.data)) return { source, code: 'bad-input', message: 'holds a NUL character: it is no text' };
  return parsed.data;
}

interface Committed {
  readonly acknowledged: readonly AddedReport[];
  readonly faults: readonly Fault[];
  readonly cut: readonly { readonly source: string; readonly error: LaydownError }[];
  readonly claims: number;
}

const readersOf = ({ reader, second }: Pick<Reading, 'reader' | 'second'>): readonly Reader[] =>
  second === undefined ? [reader] : [reader, second];

interface ReadBatch {
  readonly batch: readonly Arrived[];
  readonly events: readonly ReportEvent[];
  /** Claims found in each report that was read. */
  readonly found: ReadonlyMap<string, number>;
  readonly faults: readonly Fault[];
}

async function readBatch(
  services: Reading,
  batch: readonly Arrived[],
  breathe: OneAhead['breathe'],
): Promise<ReadBatch> {
  const unique = [...new Map(batch.map((one) => [one.report.id, one])).values()];
  const events: ReportEvent[] = [];
  for (const { report } of unique) {
    events.push(reportAdded(report));
    await breathe();
  }
  const faults: Fault[] = [];
  const found = new Map<string, number>();
  if (unique.length === 0) return { batch, events, found, faults };
  for (const reader of readersOf(services)) {
    const held = await services.store.readingsOf(reader.name, [...new Set(unique.map((one) => one.report.id))]);
    const unread = unique.filter(({ report }) => !held.get(report.id)?.includes(reader.version));
    const groups = groupsFor(reader, unread, ({ report }) => report);
    const atOnce = Math.ceil((reader.atOnce ?? 1) / (reader.together?.most ?? 1));
    const readings = await eachOf(groups, atOnce, async (group) => {
      await breathe();
      return readingsOf(
        reader,
        group.map(({ report }) => report),
      );
    });
    for (const [i, reading] of readings.flat().entries()) {
      const { source, report } = unread[i]!;
      if (reading instanceof Error) {
        const message = `could not be read for claims: ${reading.message}`;
        faults.push({ source, code: 'bad-input', message });
        continue;
      }
      found.set(report.id, (found.get(report.id) ?? 0) + reading.claims.length);
      events.push({ kind: 'claims-extracted', reading });
    }
  }
  return { batch, events, found, faults };
}

async function writeBatch({ store, clock }: Reading, { batch, events, found, faults }: ReadBatch): Promise<Committed> {
  if (batch.length === 0) return { acknowledged: [], faults, cut: [], claims: 0 };
  const { parts, cut } = await appendInParts(store, events, clock.now());
  const written = batch.filter(({ report }) => !cut.has(report.id));
  return {
    ...answersTo(written, parts, found, faults),
    cut: batch.flatMap(({ source, report: { id } }) => (cut.has(id) ? [{ source, error: cut.get(id)! }] : [])),
    claims: parts.reduce((sum, { claims }) => sum + claims.length, 0),
  };
}

/** A report that cannot be read is kept: a later version may read it. A service that refuses every question is told once. */
async function readingsOf(reader: Reader, reports: readonly Report[]): Promise<readonly (LedgerReading | Error)[]> {
  // A text in another language is kept, not read.
  const english = reports.filter(({ text, language }) => text !== null && (language ?? 'en') === 'en');
  const found = new Map((await claimsOfEach(reader, english)).map((claims, i) => [english[i]!.id, claims]));
  return reports.map(({ id }) => {
    const claims = found.get(id) ?? [];
    if (!(claims instanceof Error)) {
      const own = claims.map((claim) => ledgerClaim(id, claim, reader.name));
      return { report: id, extractor: reader.name, version: reader.version, claims: own };
    }
    if (claims instanceof LaydownError && claims.code !== 'bad-input') throw claims;
    return claims;
  });
}

/** So many at a time; the results in the order of the items, whichever was done first. */
async function eachOf<T, R>(items: readonly T[], atOnce: number, does: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [i, item] of waiting) results[i] = await does(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}

function answersTo(
  batch: readonly Arrived[],
  parts: readonly Appended[],
  read: ReadonlyMap<string, number>,
  unread: readonly Fault[],
): Pick<Committed, 'acknowledged' | 'faults'> {
  const faults = [...unread];
  const clashes = new Set(parts.flatMap((part) => part.clashes.filter((c) => c.kind === 'report').map((c) => c.id)));
  const fresh = new Set(parts.flatMap((part) => part.reports));
  const reread = new Set(parts.flatMap((part) => part.readings));
  const acknowledged: AddedReport[] = [];
  const seen = new Set<string>();
  for (const { source, report } of batch) {
    const { id, title } = report;
    if (clashes.has(id)) {
      const message = `the ledger holds another report with the id "${id}": give this one an id of its own, or none`;
      faults.push({ source, code: 'bad-input', message });
      continue;
    }
    // The second of two equal reports in one batch is known by the first.
    const outcome = seen.has(id) ? 'known' : fresh.has(id) ? 'added' : reread.has(id) ? 'reread' : 'known';
    seen.add(id);
    acknowledged.push({ source, id, title, outcome, claims: outcome === 'known' ? 0 : (read.get(id) ?? 0) });
  }
  return { acknowledged, faults };
}

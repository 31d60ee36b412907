// The whole ledger as lines, by its transactions: what `import` needs to make an equal one, with both clocks.
import type { JudgementFact, LedgerClaim, ReadingFact } from '../model/event.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Report } from '../model/report.ts';
import type { LedgerTransaction } from '../ports/store.ts';
import type { Services } from './services.ts';

/** One thing that a transaction added: a report, a reading of a report with all its claims, or judgements. */
export interface LedgerLine {
  readonly transaction: LedgerTransaction;
  /** With its text; absent on a line of judgements. */
  readonly report?: Report;
  readonly reading?: { readonly extractor: string; readonly version: string };
  readonly claims?: readonly object[];
  readonly judgements?: readonly Judgement[];
}

/** Nothing is left out: reports without claims, readings that newer ones superseded, judgements that were withdrawn. */
export async function* exportLedgerLines({ store }: Pick<Services, 'store'>): AsyncGenerator<LedgerLine> {
  const facts = await store.facts();
  const claims = new Map(facts.claims.map((claim) => [claim.id, claim]));
  const reports = byTransaction(facts.reports);
  const readings = byTransaction(facts.readings);
  const judgements = byTransaction(facts.judgements);
  for (const transaction of await store.transactions()) {
    const read = readings.get(transaction.number) ?? [];
    const isRead = new Set(read.map((reading) => reading.report));
    for (const { id } of inOrder(reports.get(transaction.number) ?? [], (r) => r.id)) {
      if (isRead.has(id)) continue;
      const report = await store.report(id);
      if (report !== null) yield { transaction, report, claims: [] };
    }
    for (const reading of inOrder(read, keyOf)) {
      const { extractor, version } = reading;
      const report = await store.report(reading.report);
      if (report === null) continue;
      const found = reading.claims.flatMap((id) => claims.get(id) ?? []);
      yield { transaction, report, reading: { extractor, version }, claims: found.map(flat) };
    }
    const judged = [...(judgements.get(transaction.number) ?? [])].sort((a, b) => a.ordinal - b.ordinal);
    if (judged.length > 0) yield { transaction, judgements: judged.map(stated) };
  }
}

const keyOf = ({ report, extractor, version }: ReadingFact): string => JSON.stringify([report, extractor, version]);

const inOrder = <T>(items: readonly T[], key: (item: T) => string): T[] =>
  [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));

/** The claim's own fields beside those of how it came to be, as everywhere. */
const flat = ({ report: _report, claim, ...about }: LedgerClaim): object => ({ ...about, ...claim });

function stated({ transaction: _transaction, ordinal: _ordinal, ...judgement }: JudgementFact): Judgement {
  return judgement;
}

function byTransaction<T extends { readonly transaction: number }>(items: readonly T[]): Map<number, T[]> {
  const lists = new Map<number, T[]>();
  for (const item of items) {
    const list = lists.get(item.transaction);
    if (list) list.push(item);
    else lists.set(item.transaction, [item]);
  }
  return lists;
}

// The whole ledger as lines, by its transactions: what `import` needs to make an equal one, with both clocks.
import type { Comment, Moderation } from '../model/comment.ts';
import type { EntityJudgement } from '../model/entity-judgement.ts';
import type { JudgementFact, LedgerClaim, ReadingFact } from '../model/event.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Redaction } from '../model/redaction.ts';
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
  readonly entities?: readonly EntityJudgement[];
  readonly redactions?: readonly Redaction[];
  /** With the keyed hash of their authors' addresses, never an address. */
  readonly comments?: readonly Comment[];
  readonly moderations?: readonly Moderation[];
  /** Of a report whose text is erased: the agency that it credited. */
  readonly agency?: string;
}

/** Nothing is left out: reports without claims, readings that newer ones superseded, judgements that were withdrawn. */
export async function* exportLedgerLines({ store }: Pick<Services, 'store'>): AsyncGenerator<LedgerLine> {
  const facts = await store.facts();
  const said = await store.comments();
  const claims = new Map(facts.claims.map((claim) => [claim.id, claim]));
  const reports = byTransaction(facts.reports);
  const readings = byTransaction(facts.readings);
  const words = {
    judgements: byTransaction(facts.judgements),
    entities: byTransaction(facts.entities),
    redactions: byTransaction(facts.redactions),
    comments: byTransaction(said.comments),
    moderations: byTransaction(said.moderations),
  };
  const erased = new Set(facts.redactions.map((r) => r.report));
  const agencies = new Map(facts.reports.filter((r) => erased.has(r.id)).map((r) => [r.id, r.agency]));
  const sign = (id: string): Pick<LedgerLine, 'agency'> => {
    const agency = agencies.get(id) ?? null;
    return agency === null ? {} : { agency };
  };
  for (const transaction of await store.transactions()) {
    const read = readings.get(transaction.number) ?? [];
    const isRead = new Set(read.map((reading) => reading.report));
    for (const { id } of inOrder(reports.get(transaction.number) ?? [], (r) => r.id)) {
      if (isRead.has(id)) continue;
      const report = await store.report(id);
      if (report !== null) yield { transaction, report, ...sign(id), claims: [] };
    }
    for (const reading of inOrder(read, keyOf)) {
      const { extractor, version } = reading;
      const report = await store.report(reading.report);
      if (report === null) continue;
      const found = reading.claims.flatMap((id) => claims.get(id) ?? []);
      yield { transaction, report, ...sign(report.id), reading: { extractor, version }, claims: found.map(flat) };
    }
    const judged = statedIn<Judgement>(words.judgements, transaction);
    const entities = statedIn<EntityJudgement>(words.entities, transaction);
    const redactions = statedIn<Redaction>(words.redactions, transaction);
    const comments = statedIn<Comment>(words.comments, transaction);
    const moderations = statedIn<Moderation>(words.moderations, transaction);
    if ([judged, entities, redactions, comments, moderations].every((list) => list.length === 0)) continue;
    yield {
      transaction,
      ...(judged.length > 0 ? { judgements: judged } : {}),
      ...(entities.length > 0 ? { entities } : {}),
      ...(redactions.length > 0 ? { redactions } : {}),
      ...(comments.length > 0 ? { comments } : {}),
      ...(moderations.length > 0 ? { moderations } : {}),
    };
  }
}

type Placed = Pick<JudgementFact, 'transaction' | 'ordinal'>;

/** The facts of one kind in a transaction, in their order, as they were stated. */
function statedIn<T extends object>(
  facts: ReadonlyMap<number, readonly (T & Placed)[]>,
  { number }: LedgerTransaction,
): T[] {
  const found = [...(facts.get(number) ?? [])].sort((a, b) => a.ordinal - b.ordinal);
  return found.map(({ transaction: _transaction, ordinal: _ordinal, ...one }) => one as unknown as T);
}

const keyOf = ({ report, extractor, version }: ReadingFact): string => JSON.stringify([report, extractor, version]);

const inOrder = <T>(items: readonly T[], key: (item: T) => string): T[] =>
  [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));

/** The claim's own fields beside those of how it came to be, as everywhere. */
const flat = ({ report: _report, claim, ...about }: LedgerClaim): object => ({ ...about, ...claim });

function byTransaction<T extends { readonly transaction: number }>(items: readonly T[]): Map<number, T[]> {
  const lists = new Map<number, T[]>();
  for (const item of items) {
    const list = lists.get(item.transaction);
    if (list) list.push(item);
    else lists.set(item.transaction, [item]);
  }
  return lists;
}

// The whole ledger as lines, by its transactions: what `import` needs to make an equal one, with both clocks.
import type { Comment, Moderation } from '../model/comment.ts';
import type { EntityJudgement } from '../model/entity-judgement.ts';
import type {
  EntityJudgementFact,
  JudgementFact,
  LedgerClaim,
  ReadingFact,
  RedactionFact,
  ReportFact,
} from '../model/event.ts';
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

/** Transactions of about so many reports and claims are read at a time: bounds memory. */
const EVENTS = 8_000;

/** Nothing is left out: reports without claims, readings that newer ones superseded, judgements that were withdrawn. */
export async function* exportLedgerLines({ store }: Pick<Services, 'store'>): AsyncGenerator<LedgerLine> {
  const transactions = await store.transactions();
  const said = await store.comments();
  const comments = byTransaction(said.comments);
  const moderations = byTransaction(said.moderations);
  const { redactions } = await store.facts({ only: ['redactions'] });
  const erased = [...new Set(redactions.map((r) => r.report))];
  const { reports } = await store.facts({ reports: erased, only: ['reports'] });
  const agencies = new Map(reports.map((r) => [r.id, r.agency]));
  let size = 1;
  for (let from = 0; from < transactions.length; ) {
    const page = transactions.slice(from, from + size);
    const facts = await pageOf(store, page);
    for (const transaction of page)
      yield* linesOf(store, transaction, facts, agencies, {
        comments: statedIn<Comment>(comments, transaction),
        moderations: statedIn<Moderation>(moderations, transaction),
      });
    from += page.length;
    size = Math.max(1, Math.ceil((size * EVENTS) / Math.max(EVENTS / 8, facts.size)));
  }
}

interface Page {
  readonly reports: ReadonlyMap<number, readonly ReportFact[]>;
  readonly readings: ReadonlyMap<number, readonly ReadingFact[]>;
  readonly claims: ReadonlyMap<string, LedgerClaim>;
  readonly judgements: ReadonlyMap<number, readonly JudgementFact[]>;
  readonly entities: ReadonlyMap<number, readonly EntityJudgementFact[]>;
  readonly redactions: ReadonlyMap<number, readonly RedactionFact[]>;
  readonly size: number;
}

/** What these transactions added, and all claims of the reports that they read: a later reading names claims of an earlier one. */
async function pageOf(store: Services['store'], page: readonly LedgerTransaction[]): Promise<Page> {
  const [after, transaction] = [page[0]!.number - 1, page.at(-1)!.number];
  const facts = await store.facts({
    after,
    transaction,
    only: ['reports', 'readings', 'judgements', 'entities', 'redactions'],
  });
  const read = [...new Set(facts.readings.map((reading) => reading.report))];
  const { claims } =
    read.length === 0 ? { claims: [] } : await store.facts({ reports: read, transaction, only: ['claims'] });
  return {
    reports: byTransaction(facts.reports),
    readings: byTransaction(facts.readings),
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    judgements: byTransaction(facts.judgements),
    entities: byTransaction(facts.entities),
    redactions: byTransaction(facts.redactions),
    size: claims.length + facts.reports.length,
  };
}

async function* linesOf(
  store: Services['store'],
  transaction: LedgerTransaction,
  facts: Page,
  agencies: ReadonlyMap<string, string | null>,
  { comments, moderations }: { readonly comments: readonly Comment[]; readonly moderations: readonly Moderation[] },
): AsyncGenerator<LedgerLine> {
  const sign = (id: string): Pick<LedgerLine, 'agency'> => {
    const agency = agencies.get(id) ?? null;
    return agency === null ? {} : { agency };
  };
  const read = facts.readings.get(transaction.number) ?? [];
  const isRead = new Set(read.map((reading) => reading.report));
  for (const { id } of inOrder(facts.reports.get(transaction.number) ?? [], (r) => r.id)) {
    if (isRead.has(id)) continue;
    const report = await store.report(id);
    if (report !== null) yield { transaction, report, ...sign(id), claims: [] };
  }
  for (const reading of inOrder(read, keyOf)) {
    const { extractor, version } = reading;
    const report = await store.report(reading.report);
    if (report === null) continue;
    const found = reading.claims.flatMap((id) => facts.claims.get(id) ?? []);
    yield { transaction, report, ...sign(report.id), reading: { extractor, version }, claims: found.map(flat) };
  }
  const judged = statedIn<Judgement>(facts.judgements, transaction);
  const entities = statedIn<EntityJudgement>(facts.entities, transaction);
  const redactions = statedIn<Redaction>(facts.redactions, transaction);
  if ([judged, entities, redactions, comments, moderations].every((list) => list.length === 0)) return;
  yield {
    transaction,
    ...(judged.length > 0 ? { judgements: judged } : {}),
    ...(entities.length > 0 ? { entities } : {}),
    ...(redactions.length > 0 ? { redactions } : {}),
    ...(comments.length > 0 ? { comments } : {}),
    ...(moderations.length > 0 ? { moderations } : {}),
  };
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

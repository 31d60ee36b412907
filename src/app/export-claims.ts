// The ledger as lines that `import` takes: a report with its claims as first read, and the judgements on them.
import { IMPORT, verdictsInForce } from '../ledger/fold.ts';
import { importVersion } from '../ledger/ids.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import type { Day } from '../model/day.ts';
import type { LedgerClaim } from '../model/event.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Report } from '../model/report.ts';
import { foldedOn } from './known-on.ts';
import { dayIn } from './names-and-days.ts';
import type { Services } from './services.ts';

export interface ExportedReport {
  readonly report: Report;
  /** As they stand on the known day: corrected where corrected, rejected ones left out. */
  readonly claims: readonly KnownClaim[];
  /** As first read, rejected ones too: what a quotation carries. */
  readonly original: readonly LedgerClaim[];
  /** Under which name another ledger takes `original` as it stands: checked already; null where there is none. */
  readonly reading: { readonly extractor: string; readonly version: string } | null;
  readonly judgements: readonly Judgement[];
}

/** Reports by their day and id, each once, those without claims too. Throws LaydownError `usage` for a day that is none. */
export async function* exportClaims(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  knownDay?: Day,
): AsyncGenerator<ExportedReport> {
  const known = knownDay === undefined ? clock.today() : dayIn(knownDay, 'known');
  const facts = await store.facts({ known });
  const verdicts = verdictsInForce(facts.judgements, known);
  const standing = listed(await foldedOn(store, known), ({ report }) => report.id);
  const ids = new Set([...standing.values()].flat().map(({ id }) => id));
  const isRejected = (id: string) => verdicts.get(id)?.verdict === 'reject';
  const original = listed(
    facts.claims.filter(({ id }) => ids.has(id) || isRejected(id)),
    ({ report }) => report,
  );
  for (const { id } of await store.reports({ known })) {
    const report = await store.report(id);
    if (report === null) continue;
    const read = original.get(id) ?? [];
    const judgements = read.flatMap((claim) => {
      const judgement = verdicts.get(claim.id);
      if (judgement === undefined) return [];
      const { transaction: _transaction, ordinal: _ordinal, ...stated } = judgement;
      return [stated];
    });
    const reading = read.length === 0 ? null : { extractor: IMPORT, version: importVersion(read.map((c) => c.id)) };
    yield { report, claims: standing.get(id) ?? [], original: read, reading, judgements };
  }
}

function listed<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const list = lists.get(keyOf(item));
    if (list) list.push(item);
    else lists.set(keyOf(item), [item]);
  }
  return lists;
}

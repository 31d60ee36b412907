// Whether the ledger takes anything at all: a report of a few words is written as any other is, and taken back.
import type { LedgerEvent } from '../model/event.ts';
import type { Engine } from './sql.ts';
import { append } from './sql-append.ts';

const SOME_WORDS: LedgerEvent = {
  kind: 'report-added',
  report: {
    id: 'laydown-rehearsal',
    title: null,
    published: null,
    publisher: null,
    url: null,
    text: 'Written to be taken back.',
  },
  agency: null,
  signature: null,
};

class TakenBack extends Error {}

export async function rehearse(engine: Engine, recorded: string): Promise<void> {
  try {
    await engine.transaction(
      async (sql) => {
        await append(sql, [SOME_WORDS], recorded);
        // Fails where a write before it did, for which nobody has waited.
        await sql.query('select 1 as written');
        throw new TakenBack();
      },
      { repeatable: true },
    );
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
}

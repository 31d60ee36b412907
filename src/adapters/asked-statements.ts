// The statements of a transaction, some of which nobody waits for: all are answered before it is over, and a failure of any is the transaction's.
import { type Sql, sqlState } from './sql.ts';

export interface AskedStatements {
  readonly sql: Sql;
  /** Settles when all that was asked so far is answered. Throws what failed first. */
  answered(): Promise<void>;
  /** After a failure: the failure that it comes from, when all that was asked is answered. */
  causeOf(error: unknown): Promise<unknown>;
}

/** SQLSTATE of each statement after the one that failed: it says nothing of the cause. */
const AFTER_A_FAILURE = '25P02';

export function askedStatements(ask: Sql['query']): AskedStatements {
  const asked: Promise<void>[] = [];
  const failures: unknown[] = [];
  return {
    sql: {
      query(text, parameters) {
        const rows = ask(text, parameters);
        // Without the rows: they are not kept for as long as the transaction.
        const answer = rows.then(() => undefined);
        answer.catch((error: unknown) => failures.push(error));
        asked.push(answer);
        return rows;
      },
    },
    async answered() {
      await Promise.all(asked);
    },
    async causeOf(error) {
      await Promise.allSettled(asked);
      if (sqlState(error) !== AFTER_A_FAILURE) return error;
      return failures.find((one) => sqlState(one) !== AFTER_A_FAILURE) ?? error;
    },
  };
}

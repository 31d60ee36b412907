// Writes of a transaction that nobody waits for, sent as one statement: who holds the ledger's lock waits for few answers.
import type { Sql } from './sql.ts';

/** Some rows of a table, made by a statement of its own parameters ($1, $2, ...) that reads nothing which the others write. */
export type Write = (text: string, parameters: readonly unknown[], rows: number) => void;

export interface GatheredWrites {
  readonly write: Write;
  /** What is asked from here on sees what was written. Whoever commits waits for it. */
  send(): void;
}

/** With so many rows the engine begins to write, and more are made meanwhile. */
const ROWS = 4_000;

export function gatheredWrites(sql: Sql): GatheredWrites {
  let gathered: { readonly text: string; readonly parameters: readonly unknown[] }[] = [];
  let rows = 0;
  const send = (): void => {
    if (gathered.length === 0) return;
    const { text, parameters } = asOne(gathered);
    gathered = [];
    rows = 0;
    // The transaction's own failure, where it fails.
    sql.query(text, parameters).catch(() => undefined);
  };
  return {
    send,
    write(text, parameters, more) {
      gathered.push({ text, parameters });
      rows += more;
      if (rows >= ROWS) send();
    },
  };
}

/** The last of them as it is, the others before it ("with"); parameters are numbered through. */
function asOne(writes: readonly { readonly text: string; readonly parameters: readonly unknown[] }[]): {
  readonly text: string;
  readonly parameters: readonly unknown[];
} {
  let count = 0;
  const texts = writes.map(({ text, parameters }) => {
    const before = count;
    count += parameters.length;
    return text.replace(/\$(\d+)/g, (_, n: string) => `$${before + Number(n)}`);
  });
  const last = texts.pop()!;
  const others = texts.map((text, i) => `write_${i} as (${text})`).join(',\n');
  return {
    text: others === '' ? last : `with ${others}\n${last}`,
    parameters: writes.flatMap(({ parameters }) => [...parameters]),
  };
}

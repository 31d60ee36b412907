// What the store asks of an engine: statements with parameters, and transactions. PGlite and PostgreSQL give the same.

/** Columns by name. Statements cast so that a value is text, a number (int4, float8), a boolean or null: nothing else crosses a driver, but for the bytes of a text. */
export type Row = Readonly<Record<string, unknown>>;

export interface Sql {
  /** Statements asked for without waiting run in the order asked. */
  query(text: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
}

export interface TransactionOptions {
  /** True: done twice it is as done once. It is tried again, then, where the connection breaks while it commits and nobody can tell. */
  readonly repeatable?: boolean;
}

export interface Engine extends Sql {
  /**
   * Runs `work` in one transaction: committed when it resolves and all that it asked is answered, rolled back when it throws or any of that
   * fails. Inside, only the `Sql` given may be used. A server
   * runs it again from its beginning where the connection or a race with another was lost before the commit.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Lets go of the log of what was written before, as far as it is in its hands: a server keeps and archives its log by its own rules. */
  forgetLog(): Promise<void>;
  /** A file beside the ledger where its memory may be kept; null where there is no such place. */
  readonly memoryFile: string | null;
  /** What a `doctor` shows of the engine. */
  about(): Promise<EngineFacts>;
  close(): Promise<void>;
}

export interface EngineFacts {
  readonly engine: string;
  readonly where: string;
  readonly holder: string | null;
  readonly freeBytes: number | null;
  readonly sizeBytes: number | null;
}

/** SQLSTATE of a statement that the server ended for its length. */
export const CANCELLED = '57014';

/** An SQLSTATE of either driver, or null: "23503", "40001". */
export function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

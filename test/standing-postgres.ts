// For tests: the PostgreSQL server that is there already, on which each test makes databases of its own. LAYDOWN_TEST_POSTGRES names another.
import pg from 'pg';

export const SERVER = process.env['LAYDOWN_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** The address of a database there. */
export const databaseAt = (name: string): string => Object.assign(new URL(SERVER), { pathname: `/${name}` }).toString();

export async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER, connectionTimeoutMillis: 60_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Why it cannot be used; null where it answers. */
export const whyUnreachable = (): Promise<string | null> =>
  administer('select 1').then(
    () => null,
    (error: Error) => error.message || String(error),
  );

// Bookmarks in the ledger's database: beside the ledger, no part of its chain.
import type { Bookmarks } from '../ports/bookmarks.ts';
import type { Engine } from './sql.ts';

export const BOOKMARK_TABLES: readonly string[] = [
  `create table bookmark (
     name text primary key,
     value text not null
   )`,
];

/** `told` runs work on the engine and words its errors. */
export const sqlBookmarks = (told: <T>(work: (engine: Engine) => Promise<T>) => Promise<T>): Bookmarks => ({
  get: (name) =>
    told(async (engine) => {
      const [row] = await engine.query(`select value from bookmark where name = $1`, [name]);
      return row === undefined ? null : String(row['value']);
    }),
  set: (name, value) =>
    told(async (engine) => {
      await engine.query(
        `insert into bookmark values ($1, $2) on conflict (name) do update set value = excluded.value`,
        [name, value],
      );
    }),
});

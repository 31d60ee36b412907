// Accounts, sessions and tokens in the ledger's database.
import type { Account, ApiToken, Right, Role } from '../model/account.ts';
import type { AccountStore, NewAccount, Session } from '../ports/accounts.ts';
import type { Engine, Row, Sql } from './sql.ts';
import { text, textOrNull } from './sql-read.ts';

type Told = <T>(work: (engine: Engine) => Promise<T>) => Promise<T>;

/** `told` runs work on the engine and words its errors. */
export function sqlAccounts(told: Told): AccountStore {
  const query = (statement: string, ...values: readonly unknown[]): Promise<readonly Row[]> =>
    told((engine) => engine.query(statement, values));
  /** True where a row was changed. */
  const changed = async (statement: string, ...values: readonly unknown[]): Promise<boolean> =>
    (await query(`${statement} returning true as done`, ...values)).length > 0;
  const endingSessions = (name: string, change: (sql: Sql) => Promise<readonly Row[]>): Promise<boolean> =>
    told((engine) =>
      engine.transaction(async (sql) => {
        const rows = await change(sql);
        await sql.query(`delete from session where account = $1`, [name]);
        return rows.length > 0;
      }),
    );

  return {
    list: async () => (await query(`select name, role, created from account order by name`)).map(accountOf),
    add: ({ name, role, created, password }) =>
      changed(`insert into account values ($1, $2, $3, $4) on conflict do nothing`, name, role, created, password),
    remove: (name) => changed(`delete from account where name = $1`, name),
    setRole: (name, role) =>
      endingSessions(name, (sql) =>
        sql.query(`update account set role = $2 where name = $1 returning true as done`, [name, role]),
      ),
    setPassword: (name, password) =>
      endingSessions(name, (sql) =>
        sql.query(`update account set password = $2 where name = $1 returning true as done`, [name, password]),
      ),
    find: async (name) => {
      const [row] = await query(`select name, role, created, password from account where name = $1`, name);
      return row === undefined ? null : ({ ...accountOf(row), password: text(row, 'password') } satisfies NewAccount);
    },

    addSession: (hash, account, expires, now) =>
      told((engine) =>
        engine.transaction(async (sql) => {
          await sql.query(`delete from session where expires <= $1`, [now]);
          await sql.query(`insert into session values ($1, $2, $3)`, [hash, account, expires]);
        }),
      ),
    session: async (hash, now) => {
      const [row] = await query(
        `select a.name, a.role, a.created, s.expires from session s join account a on a.name = s.account where s.hash = $1 and s.expires > $2`,
        hash,
        now,
      );
      return row === undefined ? null : ({ account: accountOf(row), expires: text(row, 'expires') } satisfies Session);
    },
    removeSession: async (hash) => void (await query(`delete from session where hash = $1`, hash)),

    addToken: async (hash, { id, account, scopes, label, created, expires }) =>
      void (await query(
        `insert into api_token (id, hash, account, scopes, label, created, expires) values ($1, $2, $3, $4, $5, $6, $7)`,
        id,
        hash,
        account,
        scopes.join(' '),
        label,
        created,
        expires,
      )),
    tokens: async () =>
      (await query(`select id, account, scopes, label, created, expires from api_token order by created, id`)).map(
        tokenOf,
      ),
    token: async (hash, now) => {
      const [row] = await query(
        `select t.id, t.account, t.scopes, t.label, t.created, t.expires, a.name, a.role, a.created as since
         from api_token t join account a on a.name = t.account where t.hash = $1 and (t.expires is null or t.expires > $2)`,
        hash,
        now,
      );
      if (row === undefined) return null;
      return { token: tokenOf(row), account: accountOf({ ...row, created: row['since'] }) };
    },
    removeToken: (id) => changed(`delete from api_token where id = $1`, id),

    secret: async (fresh) => {
      await query(`insert into server_secret (secret) values ($1) on conflict do nothing`, fresh);
      const [row] = await query(`select secret from server_secret`);
      return text(row!, 'secret');
    },
  };
}

const accountOf = (row: Row): Account => ({
  name: text(row, 'name'),
  role: text(row, 'role') as Role,
  created: text(row, 'created'),
});

const tokenOf = (row: Row): ApiToken => ({
  id: text(row, 'id'),
  account: text(row, 'account'),
  scopes: text(row, 'scopes').split(' ') as Right[],
  label: text(row, 'label'),
  created: text(row, 'created'),
  expires: textOrNull(row, 'expires'),
});

// What a server keeps beside the ledger, and changes in place: accounts, sessions, tokens. None of it is an event, and none is exported.
import type { Account, ApiToken, Role } from '../model/account.ts';

export interface NewAccount extends Account {
  /** As passwords.ts makes it; never the password. */
  readonly password: string;
}

export interface Session {
  readonly account: Account;
  /** ISO 8601. */
  readonly expires: string;
}

export interface AccountStore {
  list(): Promise<readonly Account[]>;
  /** False where the name is taken. */
  add(account: NewAccount): Promise<boolean>;
  /** With its sessions and tokens. False where there is none. */
  remove(name: string): Promise<boolean>;
  /** These two end the account's sessions. False where there is none. */
  setRole(name: string, role: Role): Promise<boolean>;
  setPassword(name: string, password: string): Promise<boolean>;
  find(name: string): Promise<NewAccount | null>;

  /** Sessions are kept under the hash of what the browser holds. Expired ones are cleared away. */
  addSession(hash: string, account: string, expires: string, now: string): Promise<void>;
  session(hash: string, now: string): Promise<Session | null>;
  removeSession(hash: string): Promise<void>;

  addToken(hash: string, token: ApiToken): Promise<void>;
  tokens(): Promise<readonly ApiToken[]>;
  token(hash: string, now: string): Promise<{ readonly token: ApiToken; readonly account: Account } | null>;
  /** False where there is none of that id. */
  removeToken(id: string): Promise<boolean>;

  /** The server's own secret: the one kept, else `fresh`, which is kept from now on. */
  secret(fresh: string): Promise<string>;
}

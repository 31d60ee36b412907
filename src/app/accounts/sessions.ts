// Logging in and out. A session is a random secret in the browser and its hash here; each login makes a new one.
import { type Account, isAccountName } from '../../model/account.ts';
import { LaydownError } from '../../model/errors.ts';
import type { Services } from '../services.ts';
import { isPassword, PASSWORD_LETTERS } from './passwords.ts';
import { hashOf, newSecret } from './secrets.ts';

export const SESSION_DAYS = 7;

export interface LoggedIn {
  readonly account: Account;
  /** For the browser's cookie. */
  readonly secret: string;
}

/** Ends the session held before. Throws LaydownError `usage` where name and password do not fit: which of the two is not told. */
export async function logIn(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { name, password }: { readonly name: string; readonly password: string },
  before: string | null,
): Promise<LoggedIn> {
  const found = isAccountName(name) ? await store.accounts.find(name) : null;
  const fits = password.length <= PASSWORD_LETTERS.most && (await isPassword(password, found?.password ?? null));
  if (found === null || !fits) throw new LaydownError('usage', 'name and password do not fit');
  const now = clock.now();
  const expires = new Date(Date.parse(now) + SESSION_DAYS * 86_400_000).toISOString();
  const secret = newSecret();
  if (before !== null) await store.accounts.removeSession(hashOf(before));
  await store.accounts.addSession(hashOf(secret), name, expires, now);
  const { password: _password, ...account } = found;
  return { account, secret };
}

export const logOut = ({ store }: Pick<Services, 'store'>, secret: string): Promise<void> =>
  store.accounts.removeSession(hashOf(secret));

/** Who holds it; null where it is none, or its time is over. */
export async function sessionHeld(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  secret: string,
): Promise<Account | null> {
  return (await store.accounts.session(hashOf(secret), clock.now()))?.account ?? null;
}

// Tokens with which programs use the API: told once, kept as a hash.
import { type Account, type ApiToken, mayDo, RIGHTS, type Right } from '../../model/account.ts';
import { LaydownError } from '../../model/errors.ts';
import type { Services } from '../services.ts';
import { noAccount } from './keep-accounts.ts';
import { hashOf, newSecret } from './secrets.ts';

export interface NewToken {
  readonly account: string;
  readonly scopes: readonly string[];
  readonly label: string;
  /** Null: until it is revoked. */
  readonly days: number | null;
}

/** Begins every token, so that one that has leaked can be found by its look. */
const MARK = 'ldwn_';
const DAY_MS = 86_400_000;

/** Throws LaydownError `not-found` where there is no such account, `usage` for a scope that is none or that its role does not have. */
export async function addToken(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { account, scopes, label, days }: NewToken,
): Promise<{ readonly token: ApiToken; readonly secret: string }> {
  const found = await store.accounts.find(account);
  if (found === null) throw noAccount(account);
  const secret = MARK + newSecret();
  const created = clock.now();
  const token: ApiToken = {
    id: hashOf(secret).slice(0, 12),
    account,
    scopes: scopesIn(scopes, found),
    label,
    created,
    expires: days === null ? null : new Date(Date.parse(created) + days * DAY_MS).toISOString(),
  };
  await store.accounts.addToken(hashOf(secret), token);
  return { token, secret };
}

export const listTokens = ({ store }: Pick<Services, 'store'>): Promise<readonly ApiToken[]> => store.accounts.tokens();

export async function revokeToken({ store }: Pick<Services, 'store'>, id: string): Promise<void> {
  if (!(await store.accounts.removeToken(id)))
    throw new LaydownError('not-found', `there is no token "${id}": "laydown user token" lists them`);
}

/** Null where it is none, or its time is over. */
export const tokenHeld = (
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  secret: string,
): Promise<{ readonly token: ApiToken; readonly account: Account } | null> =>
  store.accounts.token(hashOf(secret), clock.now());

function scopesIn(words: readonly string[], { name, role }: Account): Right[] {
  const scopes = words.map((word) => {
    const scope = RIGHTS.find((one) => one === word);
    if (scope === undefined) throw new LaydownError('usage', `"${word}" is no scope: there are ${RIGHTS.join(', ')}`);
    if (!mayDo(role, scope))
      throw new LaydownError('usage', `the account "${name}" is a ${role} and may not ${scope}: nor may its tokens`);
    return scope;
  });
  return [...new Set(scopes)];
}

// Who asks, and what they may do: by a session's cookie, or by a token in the header Authorization.
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { sessionHeld } from '../app/accounts/sessions.ts';
import { tokenHeld } from '../app/accounts/tokens.ts';
import { type Account, mayDo, type Right } from '../model/account.ts';
import type { HttpEnv, HttpServices } from './context.ts';
import { HttpProblem } from './problem.ts';

export interface Visitor {
  /** Null: a reader without an account. */
  readonly account: Account | null;
  /** Of a token; null where none was given. */
  readonly scopes: readonly Right[] | null;
  /** The secret in the cookie of a session that holds; null where there is none. */
  readonly session: string | null;
}

/** The prefix binds the cookie to this host and to HTTPS, so that no neighbour can set it. */
export const sessionCookie = (isHttps: boolean): string => (isHttps ? '__Host-laydown' : 'laydown');

const NOBODY: Visitor = { account: null, scopes: null, session: null };

/** Throws HttpProblem `not-logged-in` for a token that does not hold. */
export async function visitorOf(c: Context<HttpEnv>, services: HttpServices, isHttps: boolean): Promise<Visitor> {
  const authorization = c.req.header('Authorization');
  if (authorization !== undefined) {
    const [, secret] = /^Bearer ([\w-]{20,100})$/.exec(authorization) ?? [];
    const held = secret === undefined ? null : await tokenHeld(services, secret);
    if (held === null)
      throw new HttpProblem('not-logged-in', 'this token does not hold: it is none, was revoked, or its time is over', {
        'WWW-Authenticate': 'Bearer',
      });
    return { account: held.account, scopes: held.token.scopes, session: null };
  }
  const session = getCookie(c, sessionCookie(isHttps));
  if (session === undefined) return NOBODY;
  const account = await sessionHeld(services, session);
  return account === null ? NOBODY : { account, scopes: null, session };
}

/** Who judged is told to those who judge. */
export const seesReviewers = ({ account, scopes }: Visitor): boolean =>
  account !== null && mayDo(account.role, 'judge') && (scopes === null || scopes.includes('judge'));

/** Throws HttpProblem `not-logged-in` or `not-allowed`. */
export function allow({ account, scopes }: Visitor, right: Right): Account {
  if (account === null)
    throw new HttpProblem('not-logged-in', 'this needs an account, or a token in the header Authorization', {
      'WWW-Authenticate': 'Bearer',
    });
  if (!mayDo(account.role, right))
    throw new HttpProblem('not-allowed', `the account is a ${account.role}: that may not ${right}`);
  if (scopes !== null && !scopes.includes(right))
    throw new HttpProblem('not-allowed', `the token has not the scope "${right}"`);
  return account;
}

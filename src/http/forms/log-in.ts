// Logging in and out. Tries are counted by name and by address; each login makes a new session and ends the one held before.
import { deleteCookie, setCookie } from 'hono/cookie';
import { logIn, logOut, SESSION_DAYS } from '../../app/accounts/sessions.ts';
import { LaydownError } from '../../model/errors.ts';
import { callerOf } from '../caller.ts';
import type { HttpServices } from '../context.ts';
import { tooMany } from '../middleware/limits.ts';
import type { ServerOptions } from '../options.ts';
import { HttpProblem } from '../problem.ts';
import { Throttle } from '../throttle.ts';
import { sessionCookie } from '../visitor.ts';
import type { Form } from './form.ts';

const BYTES = 4096;
const SPAN_MS = 15 * 60_000;
/** Wrong passwords in a quarter of an hour: of one address for one name, of one address, for one name. */
const TRIES = { pair: 5, address: 20, name: 50 } as const;

export function logInForms(services: HttpServices, options: ServerOptions): readonly Form[] {
  const now = (): number => Date.parse(services.clock.now());
  const wrong = {
    pair: new Throttle(TRIES.pair, SPAN_MS, now),
    address: new Throttle(TRIES.address, SPAN_MS, now),
    name: new Throttle(TRIES.name, SPAN_MS, now),
  };
  const login: Form = {
    path: '/login',
    right: null,
    bytes: BYTES,
    async post({ fields, visitor }, c) {
      const { name = '', password = '' } = fields;
      const caller = callerOf(c, options);
      const keys = { pair: `${caller} ${name}`, address: caller, name };
      const wait = Math.max(wrong.pair.wait(keys.pair), wrong.address.wait(keys.address), wrong.name.wait(keys.name));
      if (wait > 0) throw tooMany(wait);
      // Counted before the password is looked at: many tries at once are many tries.
      wrong.pair.take(keys.pair);
      wrong.address.take(keys.address);
      wrong.name.take(keys.name);
      const { account, secret } = await logIn(services, { name, password }, visitor.session).catch(wrongPassword);
      for (const kind of ['pair', 'address', 'name'] as const) wrong[kind].forget(keys[kind]);
      setCookie(c, sessionCookie(isHttps(c.get('shell'))), secret, {
        httpOnly: true,
        sameSite: 'Lax',
        secure: isHttps(c.get('shell')),
        path: '/',
        maxAge: SESSION_DAYS * 86_400,
      });
      return { notice: 'logged-in', answer: { user: { name: account.name, role: account.role } } };
    },
  };
  const logout: Form = {
    path: '/logout',
    right: null,
    bytes: BYTES,
    async post({ visitor }, c) {
      if (visitor.session !== null) await logOut(services, visitor.session);
      deleteCookie(c, sessionCookie(isHttps(c.get('shell'))), { path: '/', secure: isHttps(c.get('shell')) });
      return { notice: 'logged-out', answer: { user: null } };
    },
  };
  return [login, logout];
}

const isHttps = ({ publicBase }: { readonly publicBase: string }): boolean => publicBase.startsWith('https:');

function wrongPassword(error: unknown): never {
  if (error instanceof LaydownError && error.code === 'usage') throw new HttpProblem('wrong-password', error.message);
  throw error;
}

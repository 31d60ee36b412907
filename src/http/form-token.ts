// The token of a form: that the server made it, for this session, and when. Without it nothing is posted.
import { isSame, signed } from '../app/accounts/secrets.ts';
import { HttpProblem } from './problem.ts';

/** How long a page may stand open before its forms are sent. */
const MOST_HOURS = 24;

/** `session` null: of a reader without a session. */
export function formToken(secret: string, session: string | null, now: string): string {
  const time = Date.parse(now).toString(36);
  return `${time}.${signed(secret, 'form', `${session ?? ''}\n${time}`)}`;
}

/** The seconds since the page was made. Throws HttpProblem `bad-form-token`. */
export function checkFormToken(secret: string, session: string | null, now: string, token: string | undefined): number {
  const [time = '', mark = ''] = (token ?? '').split('.');
  const seconds = (Date.parse(now) - Number.parseInt(time, 36)) / 1000;
  const isOurs = isSame(mark, signed(secret, 'form', `${session ?? ''}\n${time}`));
  if (isOurs && seconds >= -60 && seconds <= MOST_HOURS * 3600) return Math.max(0, seconds);
  throw new HttpProblem('bad-form-token', 'the form is not of this site or was open too long: load the page again');
}

/**
 * Browsers say which site a form was sent from: any other is refused, whatever token it has. Programs say nothing, and hold no cookie.
 * Throws HttpProblem `bad-form-token`.
 */
export function checkSameSite(headers: { get(name: string): string | null }, publicBase: string): void {
  const site = headers.get('Sec-Fetch-Site');
  const origin = headers.get('Origin');
  const isOther =
    (site !== null && site !== 'same-origin' && site !== 'none') || (origin !== null && origin !== publicBase);
  if (isOther) throw new HttpProblem('bad-form-token', 'the form was sent from another site');
}

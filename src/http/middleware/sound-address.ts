// Refuses addresses that no client writes on purpose: control characters, broken escapes, endless queries.
import type { MiddlewareHandler } from 'hono';
import type { HttpEnv } from '../context.ts';
import { HttpProblem } from '../problem.ts';

const MOST_LETTERS = 4096;

export const soundAddress = (): MiddlewareHandler<HttpEnv> => async (c, next) => {
  const { url } = c.req;
  if (url.length > MOST_LETTERS)
    throw new HttpProblem('usage', `the address is longer than ${MOST_LETTERS} letters: ask less at once`);
  let decoded: string;
  try {
    decoded = decodeURIComponent(url.replaceAll('+', ' '));
  } catch {
    throw new HttpProblem('usage', 'the address has a broken escape: write % as %25, and letters as UTF-8');
  }
  if (/[\u0000-\u001f\u007f]/.test(decoded))
    throw new HttpProblem('usage', 'the address holds a control character: leave it out');
  await next();
};

// An error as a page: what went wrong and what to do, for a reader who did nothing odd.
import { type ErrorCode, LaydownError } from '../../model/errors.ts';
import type { ErrorPage } from '../../views/pages/page.ts';

const KINDS: Readonly<Record<ErrorCode, readonly [status: number, title: string]>> = {
  usage: [400, 'That address cannot be read'],
  'bad-input': [422, 'That cannot be taken'],
  'too-large': [413, 'That is too large'],
  'not-found': [404, 'Not in this ledger'],
  'store-unreachable': [503, 'The ledger cannot be reached'],
  'store-locked': [503, 'The ledger is in use elsewhere'],
  'store-read-only': [503, 'The ledger cannot be written'],
  'store-newer': [503, 'The ledger was written by a newer version'],
};

/** Rethrows what nobody expected: the server notes it and answers. */
export function errorModel(error: unknown): ErrorPage {
  if (!(error instanceof LaydownError)) throw error;
  const [status, title] = KINDS[error.code];
  return { page: 'error', status, title, detail: sentence(error.message) };
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;

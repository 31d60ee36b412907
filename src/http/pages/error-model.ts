// An error as a page: what went wrong and what to do, for a reader who did nothing odd.
import type { ErrorPage } from '../../views/pages/page.ts';
import { codeOf, type ProblemCode, statusOf } from '../problem.ts';

const TITLES: Readonly<Record<ProblemCode, string>> = {
  usage: 'That address cannot be read',
  'bad-input': 'That cannot be taken',
  'too-large': 'That is too large',
  'not-found': 'Not in this ledger',
  'store-unreachable': 'The ledger cannot be reached',
  'store-time-limit': 'The ledger may not take so long',
  'store-locked': 'The ledger is in use elsewhere',
  'store-read-only': 'The ledger cannot be written',
  'store-newer': 'The ledger was written by a newer version',
  'no-such-address': 'There is no such page',
  'method-not-allowed': 'That cannot be done here',
  'not-logged-in': 'Log in first',
  'not-allowed': 'Your account may not do that',
  'bad-form-token': 'The page was open too long',
  'too-many-requests': 'Too many requests',
  'unsupported-type': 'That kind of content is not read here',
  'wrong-password': 'Name and password do not fit',
  'not-ready': 'Not ready yet',
  defect: 'A defect in the program',
};

/** Rethrows what nobody expected: the server notes it under its id and answers. */
export function errorModel(error: unknown): ErrorPage {
  const code = codeOf(error);
  if (code === 'defect') throw error;
  return errorPage(code, (error as Error).message);
}

export const errorPage = (code: ProblemCode, detail: string): ErrorPage => ({
  page: 'error',
  status: statusOf(code),
  title: TITLES[code],
  detail: sentence(detail),
});

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;

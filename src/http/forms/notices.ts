// What a reader is told after a form: the page they come back to has `?notice=` or `?problem=` with one of these words, and shows its text.
import type { ProblemCode } from '../problem.ts';

export const NOTICES = {
  'logged-in': 'You are logged in.',
  'logged-out': 'You are logged out.',
  'comment-waits': 'Thank you. Your comment appears here once an editor has approved it.',
  judged: 'Your judgement is recorded.',
  'judged-before': 'That judgement was recorded before.',
  moderated: 'Your decision on the comment is recorded.',
  looked: 'Nothing is kept yet: look at the claims, then keep the report.',
  added: 'The report is in the ledger.',
  'added-before': 'The ledger had this report already.',
} as const;
export type Notice = keyof typeof NOTICES;

export const PROBLEMS: Readonly<Partial<Record<ProblemCode, string>>> = {
  usage: 'Something in the form is missing or not as it must be.',
  'bad-input': 'That cannot be taken.',
  'too-large': 'That is too large.',
  'not-found': 'That is not in the ledger.',
  'not-logged-in': 'Log in first.',
  'not-allowed': 'Your account may not do that.',
  'bad-form-token': 'The page was open too long. Please try again.',
  'too-many-requests': 'Too many tries. Please wait a little.',
  'unsupported-type': 'That kind of content is not read here.',
  'wrong-password': 'Name and password do not fit.',
};

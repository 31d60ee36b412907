// Errors as problem details (RFC 9457): one shape for every answer that is none.
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ErrorCode, LaydownError } from '../model/errors.ts';

export interface Problem {
  /** A name, not an address: "urn:laydown:problem:not-found". */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What, which one, and what to do. */
  readonly detail: string;
  /** The request's id, as in the header `X-Request-Id` and in the server's log. */
  readonly instance: string;
}

/** Faults of HTTP itself, beside those of the application. */
export type ProblemCode =
  | ErrorCode
  | 'no-such-address'
  | 'method-not-allowed'
  | 'not-logged-in'
  | 'not-allowed'
  | 'wrong-password'
  | 'bad-form-token'
  | 'too-many-requests'
  | 'unsupported-type'
  | 'not-ready'
  | 'defect';

const KINDS: Readonly<Record<ProblemCode, readonly [status: ContentfulStatusCode, title: string]>> = {
  usage: [400, 'The request is not as it must be'],
  'bad-input': [422, 'The content cannot be taken'],
  'too-large': [413, 'The content is too large'],
  'not-found': [404, 'Not found'],
  'store-unreachable': [503, 'The ledger is not reachable'],
  'store-time-limit': [503, 'The ledger may not take so long'],
  'store-locked': [503, 'The ledger is held by another process'],
  'store-read-only': [503, 'The ledger cannot be written'],
  'store-newer': [503, 'The ledger is of a newer version'],
  'no-such-address': [404, 'No such address'],
  'method-not-allowed': [405, 'Not allowed here'],
  'not-logged-in': [401, 'Log in first'],
  'not-allowed': [403, 'Not allowed'],
  'wrong-password': [403, 'Name and password do not fit'],
  'bad-form-token': [403, 'The form is not of this site, or too old'],
  'too-many-requests': [429, 'Too many requests'],
  'unsupported-type': [415, 'This content type is not read here'],
  'not-ready': [503, 'Not ready yet'],
  defect: [500, 'A defect in the program'],
};

export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly headers: Readonly<Record<string, string>>;
  constructor(code: ProblemCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.headers = headers;
  }
}

export const statusOf = (code: ProblemCode): ContentfulStatusCode => KINDS[code][0];

export function problemResponse(
  c: Context,
  code: ProblemCode,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const [status, title] = KINDS[code];
  const instance = String(c.get('requestId') ?? '');
  const problem: Problem = { type: `urn:laydown:problem:${code}`, title, status, detail, instance };
  return c.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json', ...headers });
}

/** The code of an error, `defect` for one that nobody expected. */
export const codeOf = (error: unknown): ProblemCode =>
  error instanceof LaydownError || error instanceof HttpProblem ? error.code : 'defect';

export function problemOf(c: Context, error: unknown): Response {
  const code = codeOf(error);
  if (code === 'defect')
    return problemResponse(c, code, 'The request is noted under its id; please report it to the maintainers.');
  return problemResponse(c, code, (error as Error).message, error instanceof HttpProblem ? error.headers : {});
}

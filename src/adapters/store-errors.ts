// Faults of an engine -> what the user is told. Anything that is no known fault of the store passes as it is: a defect is not hidden.
import { LaydownError } from '../model/errors.ts';
import { sqlState } from './sql.ts';

/** By SQLSTATE class or code (PostgreSQL, appendix A). */
const TOLD: readonly (readonly [state: RegExp, code: LaydownError['code'], advice: string])[] = [
  [
    /^53100$/,
    'store-unreachable',
    'the disk is full: make room, then run the command again; what was acknowledged is kept',
  ],
  [
    /^25006$/,
    'store-read-only',
    'the server takes no changes (a standby, or set read-only): name the primary with --db',
  ],
  [/^42501$/, 'store-read-only', 'this user may not write there: grant it the tables, or name another with --db'],
  [
    /^(?:08|57P|28|3D)/,
    'store-unreachable',
    'the server is not reachable, or ended the connection: run the command again when it is back',
  ],
  [/^53/, 'store-unreachable', 'the server has no resources left: try again later'],
  [/^XX00[12]$/, 'store-unreachable', 'its files are damaged: restore a copy'],
];

const SOCKET = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH)$/;

export function storeError(error: unknown): unknown {
  if (error instanceof LaydownError) return error;
  const words = (error as Error | null)?.message ?? String(error);
  const state = sqlState(error);
  if (state !== null) {
    const found = TOLD.find(([pattern]) => pattern.test(state));
    return found === undefined
      ? error
      : new LaydownError(found[1], `the ledger: ${words}; ${found[2]}`, { cause: error });
  }
  const { code } = (error ?? {}) as { code?: unknown };
  const lost = (typeof code === 'string' && SOCKET.test(code)) || /^Connection terminated/.test(words);
  return lost
    ? new LaydownError('store-unreachable', `the ledger's server is not reachable: ${words}`, { cause: error })
    : error;
}

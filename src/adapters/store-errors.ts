// Faults of an engine -> what the user is told. Anything that is no known fault of the store passes as it is: a defect is not hidden.
import { LaydownError } from '../model/errors.ts';
import { faultKind } from './postgres-faults.ts';
import { sqlState } from './sql.ts';

/** The driver's words. */
const ALL_IN_USE = 'timeout exceeded when trying to connect';

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
    /^(?:08|57P|28|3D|25P03)/,
    'store-unreachable',
    'the server is not reachable, or ended the connection: run the command again when it is back',
  ],
  [/^53300$/, 'store-unreachable', 'the server has no connection free (max_connections): try again later'],
  [/^40(?:001|P01)$/, 'store-unreachable', 'others wrote at the same time, again and again: run the command again'],
  [
    /^(?:57014|25P04)$/,
    'store-time-limit',
    'the server ended a statement that took longer than its statement_timeout: raise it for this user',
  ],
  [
    /^55P03$/,
    'store-locked',
    'another process writes, and the server waits no longer for it (lock_timeout): run the command again',
  ],
  [/^53/, 'store-unreachable', 'the server has no resources left: try again later'],
  [/^XX00[12]$/, 'store-unreachable', 'its files are damaged: restore a copy'],
];

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
  if (words === ALL_IN_USE)
    return new LaydownError(
      'store-unreachable',
      "the ledger's server: all connections of this process were in use for too long: try again, or spread the work over more processes",
      { cause: error },
    );
  return faultKind(error) === 'lost'
    ? new LaydownError('store-unreachable', `the ledger's server is not reachable: ${words}`, { cause: error })
    : error;
}

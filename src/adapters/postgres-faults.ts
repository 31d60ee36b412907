// What a fault of a PostgreSQL server means for trying again.
import { sqlState } from './sql.ts';

/** lost: the connection, or the server behind it, is gone; race: another transaction won; null: trying again would not help. */
export type FaultKind = 'lost' | 'race' | null;

const LOST_RACES: ReadonlySet<string> = new Set(['40001', '40P01']);
/** Connections, shutdown and start of a server, a primary that is none any more, no slot free. */
const LOST = /^(?:08|57P0[1-5]|25006|25P03|53300)/;
const SOCKET =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN)$/;
const WORDS = /^(?:Connection terminated|Client has encountered a connection error|The server does not support SSL)/;

export function faultKind(error: unknown): FaultKind {
  const state = sqlState(error);
  if (state !== null && LOST_RACES.has(state)) return 'race';
  return isLost(error, state) ? 'lost' : null;
}

function isLost(error: unknown, state: string | null): boolean {
  if (error instanceof AggregateError) return error.errors.some((one) => isLost(one, null));
  if (state !== null && LOST.test(state)) return true;
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return (typeof code === 'string' && SOCKET.test(code)) || (typeof message === 'string' && WORDS.test(message));
}

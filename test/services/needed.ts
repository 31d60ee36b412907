// For tests: why a suite of services cannot run here. LAYDOWN_ALL=1 asks for all of them: then that one cannot is a failure.
import { natsVersion } from './own-nats.ts';
import { postgresPrograms } from './own-postgres.ts';

/** The first reason there is; null where the suite can run. */
export function lacking(...reasons: readonly (string | null)[]): string | null {
  const reason = reasons.find((one) => one !== null) ?? null;
  if (reason !== null && process.env['LAYDOWN_ALL']) throw new Error(reason);
  return reason;
}

export const noNats = (): string | null => (natsVersion() === null ? 'no nats-server here' : null);
export const noPostgres = (): string | null =>
  postgresPrograms() === null ? 'no PostgreSQL server programs here' : null;

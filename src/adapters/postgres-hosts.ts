// Addresses of PostgreSQL servers: one host, or several of which one is the primary, as libpq writes them.
import { LaydownError } from '../model/errors.ts';

/** Which of several servers is wanted, by libpq's names. */
export type Wanted = 'any' | 'primary' | 'standby' | 'prefer-standby';

const WANTED: Readonly<Record<string, Wanted>> = {
  any: 'any',
  'read-write': 'primary',
  primary: 'primary',
  'read-only': 'standby',
  standby: 'standby',
  'prefer-standby': 'prefer-standby',
};

export interface Hosts {
  /** One address for each host, in the order given. */
  readonly addresses: readonly string[];
  readonly wanted: Wanted;
  /** All of it, without the password. */
  readonly where: string;
}

/**
 * "postgres://me@a:5432,b:5432/ledger?target_session_attrs=read-write" -> an address for each host. Where nothing is asked of several hosts, `unasked`
 * is wanted; of a single one, any. Throws LaydownError `usage`.
 */
export function hostsIn(address: string, unasked: Wanted): Hosts {
  const [, scheme, user, list, rest] = /^(postgres(?:ql)?:\/\/)([^/?#]*@)?([^/?#]*)(.*)$/s.exec(address) ?? [];
  if (scheme === undefined || list === undefined)
    throw new LaydownError('usage', 'a ledger on a server is named postgres://USER@HOST:PORT/DATABASE');
  const names = list.split(',');
  const asked = /[?&]target_session_attrs=([^&]*)/.exec(rest ?? '')?.[1];
  if (asked !== undefined && WANTED[asked] === undefined)
    throw new LaydownError(
      'usage',
      `target_session_attrs=${asked} is none of ${Object.keys(WANTED).join(', ')} (${withoutPassword(address)})`,
    );
  const plain = (rest ?? '').replace(/[?&]target_session_attrs=[^&]*/, '').replace(/^([^?]*)&/, '$1?');
  return {
    addresses: names.map((name) => `${scheme}${user ?? ''}${name}${plain}`),
    wanted: asked === undefined ? (names.length > 1 ? unasked : 'any') : WANTED[asked]!,
    where: withoutPassword(address),
  };
}

function withoutPassword(address: string): string {
  const [, before, user, after] = /^(postgres(?:ql)?:\/\/)(?:([^/?#]*)@)?(.*)$/s.exec(address) ?? [];
  if (before === undefined) return 'postgres://…';
  const name = user?.split(':')[0];
  const plain = (after ?? '').replace(/([?&])password=[^&]*&?/, '$1').replace(/[?&]$/, '');
  return `${before}${name === undefined ? '' : `${name}@`}${plain}`;
}

// Who calls, by address: only to count their requests, never logged, and kept no longer than they are counted.
import type { Context } from 'hono';
import type { HttpEnv } from './context.ts';
import type { ServerOptions } from './options.ts';

/** An IPv6 caller is its /64 network: one subscriber has all of that. */
export function callerOf(c: Context<HttpEnv>, { trustProxy }: Pick<ServerOptions, 'trustProxy'>): string {
  const forwarded = trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  const address = forwarded || c.env.incoming?.socket.remoteAddress || 'unknown';
  return networkOf(address);
}

function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return plain.includes(':') ? fullGroups(plain).slice(0, 4).join(':') : plain;
}

/** "2001:db8::1" -> its eight groups. */
function fullGroups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const [left, right] = [head.split(':').filter(Boolean), (tail ?? '').split(':').filter(Boolean)];
  return [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
}

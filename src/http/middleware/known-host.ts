// Which name the server is asked by. Without a public address of its own it answers only to the machine's addresses: a name that
// somebody else points at them would make a browser take that site and this one for the same.
import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import type { HttpEnv } from '../context.ts';
import type { ServerOptions } from '../options.ts';
import { HttpProblem } from '../problem.ts';

export const knownHost =
  ({ publicBase, host }: Pick<ServerOptions, 'publicBase' | 'host'>): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    // Of two names a proxy before the server may have taken the other one (RFC 9112, 3.2).
    if (namesIn(c.env.incoming?.rawHeaders ?? []) > 1) throw new HttpProblem('usage', 'name one Host, not two');
    if (publicBase === null) {
      const name = new URL(c.req.url).hostname.replace(/^\[|\]$/g, '');
      if (isIP(name) === 0 && name !== 'localhost' && !name.endsWith('.localhost') && name !== host)
        throw new HttpProblem('usage', 'this server is not known by that name: start it with --public-url');
    }
    await next();
  };

/** Names and values stand in turn. */
const namesIn = (headers: readonly string[]): number =>
  headers.filter((word, at) => at % 2 === 0 && word.toLowerCase() === 'host').length;

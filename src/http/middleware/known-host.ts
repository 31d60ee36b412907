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
    if (publicBase === null) {
      const name = new URL(c.req.url).hostname.replace(/^\[|\]$/g, '');
      if (isIP(name) === 0 && name !== 'localhost' && !name.endsWith('.localhost') && name !== host)
        throw new HttpProblem('usage', 'this server is not known by that name: start it with --public-url');
    }
    await next();
  };

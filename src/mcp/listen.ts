// The same server over HTTP: a bearer token for every request, the names of this host alone, bodies of bounded size.
import { createHash, timingSafeEqual } from 'node:crypto';
import {
  createMcpHandler,
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  type McpServer,
  originValidationResponse,
} from '@modelcontextprotocol/server';
import { type Listening, listenOn } from '../http/listen-on.ts';
import { LaydownError } from '../model/errors.ts';

export interface McpListenOptions {
  readonly host: string;
  readonly port: number;
  /** What `Authorization: Bearer ...` must carry. */
  readonly token: string;
}

export const FEWEST_TOKEN_LETTERS = 16;
const BODY_BYTES = 1024 * 1024;
const LOCAL: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Throws LaydownError `usage` where the address cannot be listened on or the token is too short to be one. */
export async function listenMcp(server: () => McpServer, { host, port, token }: McpListenOptions): Promise<Listening> {
  if (token.length < FEWEST_TOKEN_LETTERS)
    throw new LaydownError('usage', `the token has ${token.length} letters: give ${FEWEST_TOKEN_LETTERS} or more`);
  const handler = createMcpHandler(server, { maxRequestBodySize: BODY_BYTES });
  const isLocal = LOCAL.has(host);
  const fetch = async (request: Request): Promise<Response> => {
    // A page in the user's browser must not reach a server on this machine under another name.
    const strange = isLocal
      ? (hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
        originValidationResponse(request, localhostAllowedOrigins()))
      : undefined;
    if (strange !== undefined) return strange;
    if (new URL(request.url).pathname !== '/mcp') return refused(404, 'the server is at /mcp');
    if (!isAllowed(request.headers.get('authorization'), token)) return refused(401, 'a bearer token is needed');
    return handler.fetch(request);
  };
  const listening = await listenOn(
    fetch,
    { host, port },
    { serverOptions: {}, overrideGlobalObjects: false, onClose: () => handler.close(), closeMs: 0 },
  );
  return { ...listening, url: `${listening.url}/mcp` };
}

const refused = (status: number, error: string): Response =>
  Response.json({ error }, { status, headers: status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {} });

/** Compared by hash, so that the time taken tells nothing of where they differ. */
function isAllowed(header: string | null, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
}

// Reads an address of the web. The host is looked up once, every answer is checked, and the connection goes to the address that was checked:
// what a name says a moment later cannot lead it elsewhere. Each redirect begins anew.
import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { LaydownError } from '../model/errors.ts';
import type { Answer, Fetcher, Question } from '../ports/fetcher.ts';
import { isPublicAddress } from './public-address.ts';

export interface WebFetchOptions {
  /** Which addresses may be connected to: all for a user's own machine, public ones for a server. */
  readonly mayConnect: (address: string, port: number, url: URL) => boolean;
  readonly timeoutMs?: number;
  readonly userAgent: string;
  /** Host -> its addresses. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

const TIMEOUT_MS = 20_000;
const MOST_REDIRECTS = 5;
const HEADER_BYTES = 32 * 1024;

/** Public addresses, and the ports of the web. */
export const publicWebOnly = (address: string, port: number): boolean =>
  (port === 80 || port === 443) && isPublicAddress(address);

export function webFetcher(options: WebFetchOptions): Fetcher {
  const ask: Fetcher['ask'] = async (address, limit, question = {}) => {
    let url = urlIn(address);
    // Time spent waiting for a turn is not the site's.
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      await question.before?.(url);
      const ended = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
      const answer = await connect(url, ended, question, options);
      const status = answer.statusCode ?? 0;
      const { location } = answer.headers;
      if (status >= 300 && status < 400 && status !== 304 && location !== undefined) {
        answer.destroy();
        url = urlIn(location, url);
        continue;
      }
      if (status !== 200) answer.destroy();
      const bytes = status === 200 ? await collect(answer, limit, url, ended) : null;
      return {
        url: url.href,
        status,
        bytes,
        etag: answer.headers.etag ?? null,
        modified: answer.headers['last-modified'] ?? null,
        retryMs: retryMs(answer.headers['retry-after']),
      } satisfies Answer;
    }
    throw cannot(url, `it leads on more than ${MOST_REDIRECTS} times`);
  };
  return {
    ask,
    async fetch(address, limit) {
      const { url, status, bytes } = await ask(address, limit);
      if (bytes === null) throw cannot(new URL(url), `the site answers ${status}`);
      return { url, bytes };
    },
  };
}

/** Seconds, or a date. */
function retryMs(value: string | undefined): number | null {
  if (value === undefined) return null;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

function urlIn(address: string, base?: URL): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base?.href) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new LaydownError('bad-input', `"${address.slice(0, 200)}" is no address of the web: begin with https://`);
  if (url.username !== '' || url.password !== '')
    throw new LaydownError('bad-input', `${url.host}: an address with a password in it is not read`);
  url.hash = '';
  return url;
}

async function connect(
  url: URL,
  ended: AbortSignal,
  { etag, modified }: Question,
  options: WebFetchOptions,
): Promise<IncomingMessage> {
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const address = await checkedAddress(url, port, ended, options);
  const family = isIP(address);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, {
      // Whatever the name says by now, the connection goes to what was checked.
      lookup: (_host, { all }, found) =>
        all
          ? found(null, [{ address, family }])
          : (found as (e: null, a: string, f: number) => void)(null, address, family),
      agent: false,
      signal: ended,
      maxHeaderSize: HEADER_BYTES,
      headers: {
        Accept: 'text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5',
        'Accept-Encoding': 'gzip, deflate, br',
        'User-Agent': options.userAgent,
        ...(etag ? { 'If-None-Match': etag } : {}),
        ...(modified ? { 'If-Modified-Since': modified } : {}),
      },
    });
    request.once('response', resolve);
    request.once('error', (error) => reject(cannot(url, reasonOf(error, ended), error)));
    request.end();
  });
}

/** Throws where any address of the host may not be connected to: a name that mixes both is up to something. */
async function checkedAddress(
  url: URL,
  port: number,
  ended: AbortSignal,
  { mayConnect, resolve = addressesOf }: WebFetchOptions,
): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) > 0 ? [host] : await untilEnded(resolve(host), ended, url);
  const [first] = addresses;
  if (first === undefined) throw cannot(url, 'there is no such host');
  if (!addresses.every((address) => mayConnect(address, port, url)))
    throw cannot(url, 'it lies in a private network or on a port that is none of the web');
  return first;
}

async function addressesOf(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

async function untilEnded<T>(work: Promise<T>, ended: AbortSignal, url: URL): Promise<T> {
  const timeout = new Promise<never>((_, reject) => {
    ended.addEventListener('abort', () => reject(ended.reason), { once: true });
  });
  try {
    return await Promise.race([work, timeout]);
  } catch (error) {
    throw cannot(url, reasonOf(error, ended), error);
  }
}

/** Counts what comes out of the packing, not what goes in: a small file may unpack to a large one. */
async function collect(answer: IncomingMessage, limit: number, url: URL, ended: AbortSignal): Promise<Uint8Array> {
  const tooLarge = new LaydownError('too-large', `${url.host}: is larger than ${Math.round(limit / 1024 / 1024)} MB`);
  if (Number(answer.headers['content-length']) > limit) {
    answer.destroy();
    throw tooLarge;
  }
  const body = unpacked(answer, url);
  const parts: Buffer[] = [];
  let total = 0;
  try {
    for await (const part of body as AsyncIterable<Buffer>) {
      total += part.length;
      if (total > limit) throw tooLarge;
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof LaydownError ? error : cannot(url, reasonOf(error, ended), error);
  } finally {
    answer.destroy();
  }
  return Buffer.concat(parts);
}

function unpacked(answer: IncomingMessage, url: URL): Readable {
  const coding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const unpack = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    coding
  ];
  if (unpack !== undefined) {
    const stream = unpack();
    answer.once('error', (error) => stream.destroy(error));
    return answer.pipe(stream);
  }
  if (coding === 'identity' || coding === '') return answer;
  answer.destroy();
  throw cannot(url, `it is packed as "${coding}", which is not read`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host cannot be looked up now: try again later',
  ECONNREFUSED: 'the site does not answer',
  ECONNRESET: 'the site ended the connection',
  ETIMEDOUT: 'the site does not answer',
  HPE_HEADER_OVERFLOW: 'its headers are too long',
};

function reasonOf(error: unknown, ended: AbortSignal): string {
  if (ended.aborted) return 'it took too long';
  return REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message;
}

const cannot = (url: URL, why: string, cause?: unknown): LaydownError =>
  new LaydownError('bad-input', `${url.host}: ${why}`, { cause });

// An answer of a web server as a crawler kept it: status, headers and body in one block of bytes; the transport is taken off.
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { LaydownError } from '../model/errors.ts';
import type { ArchivedPage } from '../ports/archive.ts';

const END = Buffer.from('\r\n\r\n');
const BARE_END = Buffer.from('\n\n');
const HEAD_BYTES = 64 * 1024;

export interface Head {
  /** The first line. */
  readonly line: string;
  /** By name in small letters; the last of several counts. */
  readonly fields: ReadonlyMap<string, string>;
  /** Where what follows the empty line begins. */
  readonly end: number;
}

/** Header lines up to the empty one; null where there is none in the first 64 kB. */
export function headOf(bytes: Buffer): Head | null {
  const first = bytes.subarray(0, HEAD_BYTES);
  const crlf = first.indexOf(END);
  const bare = crlf >= 0 ? first.subarray(0, crlf).indexOf(BARE_END) : first.indexOf(BARE_END);
  const at = bare >= 0 ? bare : crlf;
  if (at < 0) return null;
  const [line = '', ...lines] = first.toString('utf8', 0, at).split(/\r?\n/);
  const fields = new Map<string, string>();
  for (const field of lines) {
    const colon = field.indexOf(':');
    if (colon > 0) fields.set(field.slice(0, colon).trim().toLowerCase(), field.slice(colon + 1).trim());
  }
  return { line, fields, end: at + (bare >= 0 ? BARE_END.length : END.length) };
}

const MIMES: ReadonlySet<string> = new Set<ArchivedPage['mime']>(['text/html', 'application/xhtml+xml', 'text/plain']);

/** The kind of a text that is read, and its charset: `text/html; charset=utf-8`. Null for anything else. */
export function textKind(contentType: string | undefined): Pick<ArchivedPage, 'mime' | 'charset'> | null {
  const [mime = '', ...about] = (contentType ?? '').split(';').map((part) => part.trim());
  const lower = mime.toLowerCase();
  if (!MIMES.has(lower)) return null;
  const charset = about.flatMap((part) => /^charset\s*=\s*["']?([\w.:-]+)/i.exec(part)?.[1] ?? [])[0] ?? null;
  return { mime: lower as ArchivedPage['mime'], charset };
}

/** The page in an answer; null where it is no success or no text. Throws LaydownError `bad-input`, `too-large`. */
export function pageIn(
  block: Buffer,
  url: string | null,
  sniffed: string | undefined,
  limit: number,
): ArchivedPage | null {
  const head = headOf(block);
  if (head === null || !/^HTTP\/[\d.]+ /i.test(head.line))
    throw new LaydownError('bad-input', 'holds no answer of a web server');
  if (!/^HTTP\/[\d.]+ 20[03]\b/i.test(head.line)) return null;
  const kind = textKind(head.fields.get('content-type') ?? sniffed);
  if (kind === null) return null;
  const sent = block.subarray(head.end);
  const whole = /\bchunked\b/i.test(head.fields.get('transfer-encoding') ?? '') ? (joined(sent) ?? sent) : sent;
  const bytes = unpacked(whole, head.fields.get('content-encoding'), limit);
  if (bytes.length > limit) throw tooLarge(limit);
  return { kind: 'page', url, ...kind, bytes };
}

export const tooLarge = (limit: number): LaydownError =>
  new LaydownError('too-large', `is larger than ${Math.round(limit / 1024 / 1024)} MB, the limit for a page`);

/** The chunks of a body as one; null where it is in no chunks (some crawlers join them and leave the header). A body that is cut is taken as far as it goes. */
export function joined(body: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size =
      end < 0 || end - at > 1_000
        ? undefined
        : /^\s*([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(body.toString('latin1', at, end))?.[1];
    if (size === undefined) return parts.length === 0 ? null : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

type Unpack = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Buffer;
const bySignature: Unpack = (bytes, options) =>
  (bytes[0]! & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
const UNPACK: Readonly<Record<string, Unpack>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: bySignature,
  br: brotliDecompressSync,
};

/** Some crawlers unpack and leave the header: what cannot be unpacked and looks like text is taken as it is. */
function unpacked(body: Buffer, encoding: string | undefined, limit: number): Buffer {
  const coding = (encoding ?? 'identity').trim().toLowerCase();
  if (coding === 'identity' || coding === '' || coding === 'none' || body.length === 0) return body;
  const unpack = UNPACK[coding];
  if (unpack === undefined) throw new LaydownError('bad-input', `is packed as "${coding}", which is not read`);
  try {
    return unpack(body, { maxOutputLength: limit });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit);
    if (!body.subarray(0, 1_024).includes(0) && /^\s*[<\w]/.test(body.toString('latin1', 0, 64))) return body;
    throw new LaydownError('bad-input', `cannot be unpacked (${coding}): ${(error as Error).message}`, {
      cause: error,
    });
  }
}

// For tests and measurements: WARC archives, record by record, as crawlers write them.
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface Page {
  readonly url: string;
  readonly body: string | Uint8Array;
  readonly contentType?: string;
  readonly status?: number;
  /** How the body is sent: in chunks, packed. */
  readonly chunked?: boolean;
  readonly encoding?: 'gzip' | 'br';
}

/** A record as it stands in an archive that is not packed. */
export function record(type: string, fields: Readonly<Record<string, string>>, block: Uint8Array): Buffer {
  const head = ['WARC/1.0', `WARC-Type: ${type}`, 'WARC-Date: 2020-01-09T12:00:00Z'];
  for (const [name, value] of Object.entries(fields)) head.push(`${name}: ${value}`);
  head.push(`Content-Length: ${block.length}`, '', '');
  return Buffer.concat([Buffer.from(head.join('\r\n')), block, Buffer.from('\r\n\r\n')]);
}

export const warcInfo = (): Buffer =>
  record('warcinfo', { 'Content-Type': 'application/warc-fields' }, Buffer.from('software: a test\r\n'));

export function answer({
  url,
  body,
  contentType = 'text/html; charset=utf-8',
  status = 200,
  chunked,
  encoding,
}: Page): Buffer {
  const plain = Buffer.from(body as string);
  const packed = encoding === 'gzip' ? gzipSync(plain) : encoding === 'br' ? brotliCompressSync(plain) : plain;
  const sent = chunked ? inChunks(packed) : packed;
  const head = [
    `HTTP/1.1 ${status} OK`,
    `Content-Type: ${contentType}`,
    ...(chunked ? ['Transfer-Encoding: chunked'] : []),
    ...(encoding === undefined ? [] : [`Content-Encoding: ${encoding}`]),
    '',
    '',
  ];
  const block = Buffer.concat([Buffer.from(head.join('\r\n')), sent]);
  return record('response', { 'WARC-Target-URI': url, 'Content-Type': 'application/http; msgtype=response' }, block);
}

function inChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += 1_000) {
    const part = body.subarray(at, at + 1_000);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

/** A member a record, as crawlers pack. */
export const packed = (records: readonly Buffer[]): Buffer => Buffer.concat(records.map((one) => gzipSync(one)));

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A page as news sites make them: menus and scripts around a story. */
export const storyPage = (title: string, paragraphs: readonly string[], published = '2020-01-08'): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<meta property="article:published_time" content="${published}T08:00:00Z">
<script>var menu = {"military": "attack", "troops": 500};</script><style>.troops { color: red }</style></head>
<body><nav><ul><li><a href="/world">World</a></li><li><a href="/army">Army attacks rebels</a></li></ul></nav>
<main><article><h1>${escaped(title)}</h1>
${paragraphs.map((words) => `<p>${escaped(words)}</p>`).join('\n')}
</article></main><footer><a href="/more">Soldiers on parade</a></footer></body></html>`;

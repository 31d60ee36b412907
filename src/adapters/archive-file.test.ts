import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { answer, packed, record, warcInfo } from '../../test/intake/warc-writer.ts';
import { LaydownError } from '../model/errors.ts';
import type { Archive, ArchiveKind, ArchivePlace, ArchiveRecord } from '../ports/archive.ts';
import { archiveFile, archivePipe } from './archive-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'laydown-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIMIT = 1 << 20;
let files = 0;
const written = (bytes: Uint8Array): string => {
  const path = join(folder, String(files++));
  writeFileSync(path, bytes);
  return path;
};

/** What a record held, in short: the page's or line's text, the message of a fault, null. */
const told = ({ content }: ArchiveRecord): string | null =>
  content === null
    ? null
    : content instanceof LaydownError
      ? content.message
      : content.kind === 'line'
        ? content.text
        : Buffer.from(content.bytes).toString();

async function read(archive: Archive, from: ArchivePlace | null = null): Promise<ArchiveRecord[]> {
  const records: ArchiveRecord[] = [];
  for await (const one of archive.records(from, LIMIT)) records.push(one);
  await archive.close();
  return records;
}
const readFile = async (kind: ArchiveKind, bytes: Uint8Array, from: ArchivePlace | null = null) =>
  read(await archiveFile(kind, written(bytes)), from);
const readPipe = async (kind: ArchiveKind, bytes: Uint8Array, pieces: number, from: ArchivePlace | null = null) =>
  read(
    await archivePipe(
      kind,
      (async function* () {
        for (let at = 0; at < bytes.length; at += pieces) yield Buffer.from(bytes.subarray(at, at + pieces));
      })(),
    ),
    from,
  );

const page = (words: string) => answer({ url: 'https://news.example/story', body: words });
const WARC = [
  warcInfo(),
  record('request', { 'Content-Type': 'application/http; msgtype=request' }, Buffer.from('GET / HTTP/1.1\r\n\r\n')),
  page('first'),
  answer({ url: 'https://news.example/picture', body: Buffer.from([1, 2, 3]), contentType: 'image/png' }),
  answer({ url: 'https://news.example/gone', body: 'gone', status: 404 }),
  answer({ url: 'https://news.example/chunks', body: 'in chunks '.repeat(300), chunked: true }),
  answer({ url: 'https://news.example/packed', body: 'packed', encoding: 'gzip', chunked: true }),
  answer({ url: 'https://news.example/brotli', body: 'brotli', encoding: 'br' }),
  record(
    'conversion',
    { 'WARC-Target-URI': 'https://news.example/plain', 'Content-Type': 'text/plain' },
    Buffer.from('converted'),
  ),
];
const EXPECTED = [null, null, 'first', null, null, 'in chunks '.repeat(300), 'packed', 'brotli', 'converted'];
const LINES = 'one\n\ntwo\r\nthree';
const LINES_TOLD = ['one', null, 'two', 'three'];
const big = (text: string) => Buffer.from(text);

describe.each([
  ['WARC, packed record by record', 'warc', packed(WARC), EXPECTED],
  ['WARC, packed whole', 'warc', gzipSync(Buffer.concat(WARC)), EXPECTED],
  ['WARC, not packed', 'warc', Buffer.concat(WARC), EXPECTED],
  ['lines', 'jsonl', big(LINES), LINES_TOLD],
  ['lines, packed', 'jsonl', gzipSync(LINES), LINES_TOLD],
  ['lines, packed in two members', 'jsonl', Buffer.concat([gzipSync('one\n\ntw'), gzipSync('o\nthree')]), LINES_TOLD],
  [
    'lines, packed and larger than a member is taken whole',
    'jsonl',
    gzipSync(`${'x'.repeat(900_000)}\n`.repeat(9)),
    new Array(9).fill('x'.repeat(900_000)),
  ],
] as const)('%s', (_name, kind, bytes, expected) => {
  test('gives each record, from the disk and from a pipe of any pieces', async () => {
    expect((await readFile(kind, bytes)).map(told)).toEqual(expected);
    for (const pieces of bytes.length < 10_000 ? [1, 7, 100_000] : [50_000])
      expect((await readPipe(kind, bytes, pieces)).map(told)).toEqual(expected);
  });

  test('goes on from behind any record with the next one', async () => {
    const whole = await readFile(kind, bytes);
    for (const [i, { next, number }] of whole.entries()) {
      const rest = await readFile(kind, bytes, next);
      expect(rest.map(told)).toEqual(expected.slice(i + 1));
      expect(rest[0]?.number ?? number + 1).toBe(number + 1);
    }
    const place = whole[1]!.next;
    expect((await readPipe(kind, bytes, 10, place)).map(told)).toEqual(expected.slice(2));
  });
});

describe('what is damaged', () => {
  test('a packed record whose bytes were changed is named, and those behind it are read', async () => {
    const members = WARC.map((one) => gzipSync(one));
    members[2]!.fill(0x55, 40, 60);
    const found = (await readFile('warc', Buffer.concat(members))).map(told);
    expect(found.filter((one) => one?.includes('is damaged'))).toHaveLength(1);
    expect(found.slice(-6)).toEqual(EXPECTED.slice(-6));
  });

  test('a check sum that does not agree is no page', async () => {
    const members = WARC.map((one) => gzipSync(one));
    members[2]!.writeUInt32LE(1, members[2]!.length - 8);
    expect((await readFile('warc', Buffer.concat(members))).map(told)).toContainEqual(
      expect.stringContaining('check sum'),
    );
  });

  test('a length that is too long costs the record and no more than the one behind it', async () => {
    const lying = Buffer.from(
      page('lying')
        .toString()
        .replace(/Content-Length: \d+/, 'Content-Length: 900'),
    );
    const found = (await readFile('warc', packed([lying, ...WARC]))).map(told);
    expect(found.slice(-6)).toEqual(EXPECTED.slice(-6));
    const plain = (await readFile('warc', Buffer.concat([warcInfo(), Buffer.from('no record\r\n'), ...WARC]))).map(
      told,
    );
    expect(plain).toEqual([null, expect.stringContaining('is no WARC record'), ...EXPECTED]);
  });

  test.each([
    ['packed', packed(WARC)],
    ['not packed', Buffer.concat(WARC)],
    ['packed whole', gzipSync(Buffer.concat(WARC))],
  ])(
    'an archive that is cut anywhere (%s) ends with a word of it, and gives what stands before',
    async (_name, bytes) => {
      for (let end = bytes.length - 1; end > 600; end -= 97) {
        const found = (await readFile('warc', bytes.subarray(0, end))).map(told);
        const sound = found.filter((one) => one === null || !/cut short|no WARC record/.test(one));
        expect(EXPECTED.slice(0, sound.length)).toEqual(sound);
        expect(found.length - sound.length).toBeLessThanOrEqual(1);
      }
    },
  );

  test('the place behind the last sound record of a cut archive is where it goes on once it is whole', async () => {
    const bytes = packed(WARC);
    const part = await readFile('warc', bytes.subarray(0, bytes.length - 200));
    const sound = part.filter(({ content }) => !(content instanceof LaydownError));
    const rest = await readFile('warc', bytes, sound.at(-1)!.next);
    expect([...sound, ...rest].map(told)).toEqual(EXPECTED);
  });

  test('a page that swells past the limit, or a line longer than it, is refused and the next is read', async () => {
    const bomb = answer({ url: 'https://news.example/bomb', body: 'x'.repeat(3 * LIMIT), encoding: 'gzip' });
    const large = page('y'.repeat(2 * LIMIT));
    const found = (await readFile('warc', packed([bomb, large, page('small')]))).map(told);
    expect(found).toEqual([
      expect.stringContaining('larger than 1 MB'),
      expect.stringContaining('larger than 1 MB'),
      'small',
    ]);
    const lines = (await readFile('jsonl', gzipSync(`${'z'.repeat(9 * LIMIT)}\nsmall`))).map(told);
    expect(lines).toEqual([expect.stringContaining('longer than 1 MB'), 'small']);
  });

  test('a file that is no archive is refused', async () => {
    await expect(readFile('warc', Buffer.from('France has 500 soldiers in Mali.'))).rejects.toThrow(
      'is no WARC archive',
    );
    await expect(archiveFile('warc', written(Buffer.alloc(0)))).rejects.toThrow('is empty');
    await expect(readFile('warc', packed(WARC), { packed: 1e9, inner: 0, records: 9 })).rejects.toThrow('--again');
  });
});

test('an archive keeps its name as more is added at its end, and shares it with no other', async () => {
  const short = await archiveFile(
    'warc',
    written(Buffer.concat([...WARC, ...new Array(9).fill(page('x'.repeat(9_000)))])),
  );
  const long = await archiveFile(
    'warc',
    written(Buffer.concat([...WARC, ...new Array(19).fill(page('x'.repeat(9_000)))])),
  );
  const other = await archiveFile('warc', written(Buffer.concat([page('other'), ...WARC])));
  expect(long.id).toBe(short.id);
  expect(other.id).not.toBe(short.id);
  for (const one of [short, long, other]) await one.close();
});

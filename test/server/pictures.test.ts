// Pictures to share: real PNG and SVG files of a page's numbers, named by the page.
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { JANUARY } from './january.ts';
import { serveScratch } from './serving.ts';

const server = await serveScratch(JANUARY);

/** A PNG of eight-bit colours, its rows unfiltered -> its size, and how many of its pixels are of a colour. */
function read(file: Buffer): { readonly size: readonly number[]; count(colour: string): number } {
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  const [width, height] = [chunks.get('IHDR')!.readUInt32BE(0), chunks.get('IHDR')!.readUInt32BE(4)];
  const rows = inflateSync(chunks.get('IDAT')!);
  expect(rows.length).toBe((width * 3 + 1) * height);
  return {
    size: [width, height],
    count(colour) {
      let found = 0;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const at = y * (width * 3 + 1) + 1 + x * 3;
          if (rows.toString('hex', at, at + 3) === colour) found++;
        }
      return found;
    },
  };
}
const picture = async (path: string) => {
  const response = await server.get(path);
  expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  return read(Buffer.from(await response.arrayBuffer()));
};
const BLUE = '0b5aa5';

test.each([
  ['/share/situation.png?at=2020-01-06&known=2020-01-15', 8_000],
  ['/share/numbers/DE/IQ.png?at=2020-01-06&known=2020-01-15', 5_000],
])('%s shows its numbers', async (path, blue) => {
  const { size, count } = await picture(path);
  expect(size).toEqual([1200, 630]);
  expect(count(BLUE)).toBeGreaterThan(blue);
  expect(count('fdfdfc')).toBeGreaterThan(300_000);
});

test('a picture is that of its question, as an SVG too', async () => {
  const [none, one] = [
    await picture('/share/numbers/DE/IQ.png?at=2020-01-06&known=2020-01-01'),
    await picture('/share/numbers/LT/IQ:Erbil.png?at=2020-01-20&known=2020-01-20'),
  ];
  expect(none.count(BLUE)).not.toBe(one.count(BLUE));
  const svg = await (await server.get('/share/numbers/DE/IQ.svg?at=2020-01-06&known=2020-01-01')).text();
  expect(svg).toContain('>not reported<');
});

test('pages name their picture for those who share their address', async () => {
  const html = await (await server.get('/numbers/DE/IQ?at=2020-01-06&known=2020-01-15')).text();
  const [, address] = /<meta property="og:image" content="([^"]+)">/.exec(html)!;
  expect(address).toBe(`${server.url}/share/numbers/DE/IQ.png?at=2020-01-06&amp;known=2020-01-15`);
  expect((await picture(address!.replaceAll('&amp;', '&').slice(server.url.length))).size).toEqual([1200, 630]);
});

test.each([
  ['/share/numbers/Germny/IQ.png', 404],
  ['/share/situation.png?at=2020-02-30', 400],
  ['/share/numbers/DE/IQ.gif', 404],
  ['/share/elsewhere.png', 404],
])('%s is none', async (path, status) => {
  expect((await server.get(path)).status).toBe(status);
});

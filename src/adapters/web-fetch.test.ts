import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { isPublicAddress } from './public-address.ts';
import { publicWebOnly, type WebFetchOptions, webFetcher } from './web-fetch.ts';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});
const serve = async (listener: RequestListener, host = '127.0.0.1', port = 0): Promise<number> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return (server.address() as AddressInfo).port;
};
const LIMIT = 10_000;
const fetcher = (options: Partial<WebFetchOptions> = {}) =>
  webFetcher({ mayConnect: () => true, userAgent: 'Laydown test', ...options });
const page: RequestListener = (request, response) => {
  const { pathname } = new URL(request.url!, 'http://site');
  if (pathname === '/redirect') response.writeHead(302, { Location: '/page' }).end();
  else if (pathname === '/round') response.writeHead(302, { Location: '/round' }).end();
  else if (pathname === '/inside')
    response.writeHead(302, { Location: 'http://169.254.169.254/latest/meta-data' }).end();
  else if (pathname === '/file') response.writeHead(302, { Location: 'file:///etc/passwd' }).end();
  else if (pathname === '/gzip') response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('packed words'));
  else if (pathname === '/bomb')
    response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1e6)));
  else if (pathname === '/endless') {
    response.writeHead(200);
    response.write('x');
  } else if (pathname === '/silent') return;
  else if (pathname === '/missing') response.writeHead(404).end();
  else if (pathname === '/large') response.writeHead(200, { 'Content-Length': '1000000' }).end(Buffer.alloc(1e6));
  else response.writeHead(200).end(`page for ${request.headers.host}`);
};
const port = await serve(page);
const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const text = async (url: string, options?: Partial<WebFetchOptions>) =>
  Buffer.from((await fetcher(options).fetch(url, LIMIT)).bytes).toString();

test('gives the page, after redirects and unpacked', async () => {
  expect(await text(at('/page'))).toBe(`page for 127.0.0.1:${port}`);
  expect(await text(at('/gzip'))).toBe('packed words');
  expect((await fetcher().fetch(at('/redirect'), LIMIT)).url).toBe(at('/page'));
});

test.each([
  ['/missing', 'the site answers 404'],
  ['/round', 'it leads on more than 5 times'],
  ['/file', 'is no address of the web'],
  ['/large', 'is larger than'],
  ['/bomb', 'is larger than'],
])('says why %s cannot be read', async (path, why) => {
  await expect(text(at(path))).rejects.toThrow(why);
});

test.each(['/endless', '/silent'])('does not wait for ever for %s', async (path) => {
  await expect(text(at(path), { timeoutMs: 300 })).rejects.toThrow('it took too long');
});

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://localhost/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[fe80::1]/',
  'http://[64:ff9b::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://169.254.169.254/latest/meta-data',
  'http://10.0.0.1/',
  'http://100.64.0.1/',
  'http://0.0.0.0/',
  'https://93.184.216.34:22/',
])('for a server, %s is not of the public web', async (url) => {
  await expect(text(url, { mayConnect: publicWebOnly })).rejects.toThrow('private network');
});

test.each([
  'ftp://example.org/',
  'file:///etc/passwd',
  'gopher://127.0.0.1/',
  'http://user:word@127.0.0.1/',
  'javascript:1',
  '//x',
])('does not read %s at all', async (url) => {
  await expect(text(url)).rejects.toMatchObject({ code: 'bad-input' });
});

test('a redirect into the private network is not followed', async () => {
  const mayConnect = (address: string, asked: number) => asked === port || publicWebOnly(address, asked);
  await expect(text(at('/inside'), { mayConnect })).rejects.toThrow('private network');
});

// Only Linux has more addresses of its own than one without being set up for it.
test.skipIf(process.platform !== 'linux')(
  'a name that says something else a moment later leads nowhere else: the checked address is connected to',
  async () => {
    const secret = await serve((_, response) => response.end('secret'), '127.0.0.1');
    await serve((request, response) => response.end(`public ${request.headers.host}`), '127.0.0.2', secret);
    const answers = [['127.0.0.2'], ['127.0.0.1'], ['127.0.0.1']];
    let asked = 0;
    const resolve = async () => answers[asked++]!;
    const mayConnect = (address: string) => address === '127.0.0.2';
    const url = `http://rebound.example:${secret}/`;
    expect(await text(url, { resolve, mayConnect })).toBe(`public rebound.example:${secret}`);
    expect(asked).toBe(1);
    await expect(text(url, { resolve, mayConnect })).rejects.toThrow('private network');
    await expect(text(url, { resolve: async () => ['127.0.0.2', '127.0.0.1'], mayConnect })).rejects.toThrow('private');
  },
);

test('tells public addresses from all others', () => {
  const are = (list: readonly string[]) => list.filter(isPublicAddress);
  expect(are(['93.184.216.34', '8.8.8.8', '2606:2800:220:1::1', '172.32.0.1', '100.128.0.1'])).toHaveLength(5);
  expect(
    are([
      '172.16.0.1',
      '192.168.1.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      'fc00::1',
      'ff02::1',
      '2001:db8::1',
      '2001:0:1::1',
      'fe80::1%eth0',
      'x',
    ]),
  ).toEqual([]);
});

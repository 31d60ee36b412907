// Serves the page beside it and the built library on a port of this machine: `node examples/browser/serve.mjs [PORT]`.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const root = new URL('../../', import.meta.url);
const SERVED =
  /^\/(?:examples\/browser\/(?:index\.html|read-story\.js)|dist\/(?:index\.js|gazetteer\.bin|chunks\/library-[\w-]+\.js))$/;
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

const server = createServer(async ({ url }, answer) => {
  const path = url ?? '/';
  if (path === '/') return answer.writeHead(302, { location: '/examples/browser/index.html' }).end();
  if (!SERVED.test(path)) return answer.writeHead(404).end('not here');
  try {
    const body = await readFile(new URL(path.slice(1), root));
    answer.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
  } catch {
    answer.writeHead(404).end('not built: run `npm run build`');
  }
});
server.listen(Number(process.argv[2] ?? 8000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/`);
});

// docs/api.md names every address of the API, and no other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serveScratch } from './serving.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8');
const server = await serveScratch();

test('the page tells of each address that the API describes', async () => {
  const { paths } = (await (await server.get('/api/v1/openapi.json')).json()) as { paths: Record<string, object> };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => (method === 'get' ? path : `POST ${path}`)),
  );
  const told = [...page.matchAll(/^\| ((?:`[^`|]+` ?)+)\|[^|]*\|([^|]*)\|$/gm)].flatMap(([, addresses, forms]) =>
    [...addresses!.matchAll(/`([^`]+)`/g)].flatMap(([, address]) => [
      address!,
      ...[...forms!.matchAll(/`(\.\w+)`/g)].map(([, ending]) => address! + ending!),
    ]),
  );
  expect(told.sort()).toEqual(described.sort());
});

test('each kind of feed that the page names is there', async () => {
  const feeds = [...page.matchAll(/`(\/feeds\/\w+\.atom)`/g)].map(([, path]) => path!);
  expect(feeds).toHaveLength(3);
  for (const path of feeds.flatMap((one) => [one, one.replace('.atom', '.json')]))
    expect((await server.get(path)).status).toBe(200);
});

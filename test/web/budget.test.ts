// What a first visit loads: the script's size is a promise, the map's outlines come when they are drawn, and nothing is inline.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { webApp } from '../../src/wire-web.ts';

const folder = join(import.meta.dirname, '../../dist/web/');
const assets = join(folder, 'client/assets');
const files = readdirSync(assets);
const SCRIPT_KB = 150;

test(`all script of the site is at most ${SCRIPT_KB} KB compressed`, () => {
  const scripts = files.filter((name) => name.endsWith('.js'));
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0);
  expect(scripts.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(SCRIPT_KB * 1024);
});

test('the outlines of the map are files of their own, which the script does not hold', () => {
  const outlines = files.filter((name) => /^world-(?:110m|50m)-.+\.svg$/.test(name));
  expect(outlines).toHaveLength(2);
  const script = files.filter((name) => name.endsWith('.js')).map((name) => readFileSync(join(assets, name), 'utf8'));
  for (const name of outlines) {
    const start = readFileSync(join(assets, name), 'utf8').slice(100, 200);
    expect(script.some((text) => text.includes(start))).toBe(false);
  }
});

test('a page holds no script, style or address that its content policy would refuse', async () => {
  const web = await webApp(new URL('../../dist/web/', import.meta.url));
  const shell = { user: null, csrf: 'token', publicBase: 'https://ledger.example', behind: 0, transaction: 7 };
  const detail = '</script><script>alert(1)</script><img src=x onerror=alert(1)>';
  const html = web.render(
    { model: { page: 'error', status: 404, title: 'Not here', detail }, shell, notice: null },
    '/x?a=1&b="2"',
  );
  expect(html).not.toContain('<script>alert');
  expect(html).not.toMatch(/<img src=x/);
  const named = [...html.matchAll(/"\/assets\/([^"#]+)/g)].map(([, name]) => name!);
  expect(named.filter((name) => web.asset(name) === null)).toEqual([]);
  const tags = html.replace(/"[^"]*"/g, '""').match(/<[a-z][^<>]*>/g) ?? [];
  expect(tags.filter((tag) => /\s(?:style|on\w+)=/.test(tag))).toEqual([]);
  expect(
    [...html.matchAll(/<script\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !tag.includes('src="/assets/') && !tag.includes('application/json')),
  ).toEqual([]);
  expect([...html.matchAll(/\b(?:src|href)="(?!\/|#)([^"]*)"/g)].map(([, address]) => address)).toEqual([
    'https://ledger.example/x?a=1&amp;b=&quot;2&quot;',
  ]);
});

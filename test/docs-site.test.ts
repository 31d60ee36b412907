// The documentation as a site: every page is there and can be reached, every link and anchor leads somewhere, nothing is loaded from elsewhere.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'laydown-site-'));
const pages = new Map<string, ReturnType<typeof parseHTML>['document']>();

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/docs/build-docs.mjs', folder], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(`${status} ${stderr}`).toBe('0 ');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.html')))
    pages.set(name, parseHTML(readFileSync(join(folder, name), 'utf8')).document);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('has a page for every file of docs/', () => {
  const files = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  for (const file of files) expect([...pages.keys()]).toContain(file.replace(/md$/, 'html'));
  expect(pages.size).toBeGreaterThan(files.length);
});

test('titles differ, and each page has one heading of the first order', () => {
  const titles = [...pages.values()].map((page) => page.title);
  expect(new Set(titles).size).toBe(titles.length);
  for (const [name, page] of pages) expect([name, page.querySelectorAll('h1').length]).toEqual([name, 1]);
});

test('every link, anchor and picture leads somewhere', () => {
  const broken = [...pages].flatMap(([name, page]) =>
    [...page.querySelectorAll('a[href], img[src], link[href]')].flatMap((element) => {
      const to = element.getAttribute('href') ?? element.getAttribute('src')!;
      if (/^https?:/.test(to)) return [];
      const [file, anchor] = to.split('#');
      const there = file === '' ? name : file!;
      const found = anchor
        ? pages.get(there)?.getElementById(decodeURIComponent(anchor))
        : existsSync(join(folder, there));
      return found ? [] : [`${name}: ${to}`];
    }),
  );
  expect(broken).toEqual([]);
});

test('every page is in the side bar of every page, and marks where the reader is', () => {
  for (const [name, page] of pages) {
    const links = [...page.querySelectorAll('nav a')].map((link) => link.getAttribute('href'));
    expect([...links].sort()).toEqual([...pages.keys()].sort());
    expect(page.querySelector('nav [aria-current=page]')?.getAttribute('href')).toBe(name);
  }
});

test('loads nothing from elsewhere and runs no script', () => {
  for (const [name, page] of pages) {
    expect([name, page.querySelectorAll('script').length]).toEqual([name, 0]);
    for (const element of page.querySelectorAll('link[href], img[src]'))
      expect(element.getAttribute('href') ?? element.getAttribute('src')).not.toMatch(/^(?:https?:)?\/\//);
  }
  expect(readFileSync(join(folder, 'docs.css'), 'utf8')).not.toMatch(/https?:/);
});

test('the reference shows every verb with its options', () => {
  const reference = readFileSync(join(folder, 'cli.html'), 'utf8');
  for (const verb of ['read', 'add', 'posture', 'serve', 'user token', 'queue replay'])
    expect(reference).toContain(`Usage: laydown ${verb} `);
});

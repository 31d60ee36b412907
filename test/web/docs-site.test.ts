// The documentation's site in a browser: the rules of axe-core, a phone's width, the keyboard.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violationsIn } from './axe.ts';
import { launchBrowser, newPage, withBrowser } from './chromium.ts';

const root = join(import.meta.dirname, '../..');

withBrowser('the documentation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-docs-site-'));
  let browser: Browser;
  let page: Page;
  const go = (name: string) => page.goto(pathToFileURL(join(folder, name)).href);

  beforeAll(async () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/docs/build-docs.mjs', folder], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(`${status} ${stderr}`).toBe('0 ');
    browser = await launchBrowser();
    page = await newPage(browser);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('passes axe-core on every page, light and dark', async () => {
    const broken: string[] = [];
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.html') && file !== 'rules.html')) {
      await go(name);
      broken.push(...(await violationsIn(page)).map((one) => `${name} ${one}`));
    }
    expect(broken).toEqual([]);
  });

  test('is no wider than a phone', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.html'))) {
      await go(name);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([name, width]).toEqual([name, 390]);
    }
  });

  test('goes to the text with the first key', async () => {
    await go('tutorial.html');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
  });
});

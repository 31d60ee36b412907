// The example page of the library: a pasted story is read in the browser, with the network off.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, newPage, withBrowser } from './chromium.ts';

const STORY = `Germany has 120 soldiers in Iraq, the Defence Ministry said on Tuesday.

Thirty of them will be moved to Jordan and Kuwait.`;

withBrowser('the page that reads a pasted story', () => {
  let server: ChildProcess;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    server = spawn(process.execPath, [join(import.meta.dirname, '../../examples/browser/serve.mjs'), '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(server.stdout!, 'data')) as [Buffer];
    browser = await launchBrowser();
    page = await newPage(browser);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(line.toString().trim());
    await page.getByRole('button', { name: 'Read' }).isEnabled();
    await page.getByText('Ready.').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    server?.kill();
  });

  test('shows the claims with their words, and who is where, without any request', async () => {
    await page.context().setOffline(true);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel("The report's text").fill(STORY);
    await page.getByRole('button', { name: 'Read' }).click();
    await page.getByText('2 claims.').waitFor();
    expect(await page.locator('#claims code').allTextContents()).toEqual([
      'presence DE 120 IQ by "Defence Ministry"',
      'movement DE 30 IQ -> JO+KW planned relocate',
    ]);
    expect(await page.locator('#claims blockquote').last().textContent()).toContain('Thirty of them');
    const [iraq] = await page.locator('#posture tbody tr').all();
    expect(await iraq!.locator('td').allTextContents()).toEqual([
      'Germany',
      'Iraq',
      '120 and 120',
      expect.stringContaining('expected 90 = 120'),
    ]);
    expect(asked).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('passes axe-core', async () => {
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
      return (await axe.run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
  });
});

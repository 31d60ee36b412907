// For tests: a real browser, and the site as a process of its own over a ledger with the January 2020 examples and the world table.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, describe } from 'vitest';
import { type Running, runLaydown, startLaydown } from '../laydown-process.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const isThere = existsSync(CHROMIUM);
if (!isThere && process.env['LAYDOWN_ALL'] === '1')
  throw new Error(
    `LAYDOWN_ALL=1, but there is no browser at ${CHROMIUM}: install the package chromium, or name another with CHROMIUM`,
  );

/** Skips, saying why, where there is no browser. */
export const withBrowser = (name: string, tests: () => void): void => {
  describe.skipIf(!isThere)(isThere ? name : `${name} (skipped: no browser at ${CHROMIUM})`, tests);
};

/** A limit only matters where something is broken: a busy machine may take long. In ms. */
export const SOON = { timeout: 180_000 } as const;

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...SOON,
    executablePath: CHROMIUM,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });

export const EXAMPLES = join(import.meta.dirname, '../../examples/iraq-january-2020');

export interface Site {
  readonly url: string;
  readonly browser: Browser;
  /** Passwords of the accounts made: one a role. */
  readonly passwords: ReadonlyMap<string, string>;
  /** Addresses outside of the site that a page asked for, and what pages complained of. */
  readonly outside: string[];
  readonly complaints: string[];
  /** A window of its own: no cookies of others. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  logIn(page: Page, role: string): Promise<void>;
}

/** Registered when the file is read: a hook that another hook registers is never run. */
const endings: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of endings.splice(0)) await end();
});

/** Starts all that is needed, and ends it after the file's tests. */
export async function openSite(roles: readonly string[] = []): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'laydown-web-'));
  const ledger = join(folder, 'ledger');
  const run = async (...args: string[]): Promise<string> => {
    const { status, stdout, stderr } = await runLaydown(['--db', ledger, '--json', ...args]);
    if (status !== 0) throw new Error(`laydown ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  await run('init', '--with', 'world');
  await run('add', EXAMPLES);
  const passwords = new Map<string, string>();
  for (const role of roles) {
    const { password } = JSON.parse(await run('user', 'add', role, '--role', role)) as { readonly password: string };
    passwords.set(role, password);
  }
  const { server, url } = await serve(ledger);
  const browser = await launchBrowser();
  endings.push(async () => {
    await browser.close();
    server.child.kill('SIGTERM');
    await server.ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const outside: string[] = [];
  const complaints: string[] = [];
  const open: Site['open'] = async (path, options = {}) => {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
    const page = await newPage(context);
    page.on('request', (request) => {
      if (!request.url().startsWith(`${url}/`)) outside.push(request.url());
    });
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // An answer that is an error is told of by the test that asks for it.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(`${page.url()}: ${message.text()}`);
    });
    await page.goto(`${url}${path}`);
    return page;
  };
  const logIn: Site['logIn'] = async (page, role) => {
    await page.goto(`${url}/login`);
    await page.getByLabel('Name').fill(role);
    await page.getByLabel('Password').fill(passwords.get(role) ?? '');
    await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('button', { name: 'Log out' }).waitFor();
  };
  return { url, browser, passwords, outside, complaints, open, logIn };
}

async function serve(ledger: string): Promise<{ readonly server: Running; readonly url: string }> {
  let found = (_url: string): void => {};
  const listening = new Promise<string>((resolve) => {
    found = resolve;
  });
  const server = startLaydown(['--db', ledger, '--json', 'serve', '--port', '0'], {
    onStdout: (all) => {
      if (all.includes('\n')) found((JSON.parse(all.split('\n')[0]!) as { readonly url: string }).url);
    },
  });
  const url = await Promise.race([listening, server.ended.then(({ stderr }) => Promise.reject(new Error(stderr)))]);
  return { server, url };
}

/** A page that waits as long as a busy machine needs. */
export async function newPage(of: Browser | BrowserContext): Promise<Page> {
  const page = await of.newPage();
  page.context().setDefaultTimeout(SOON.timeout);
  return page;
}

/** Until the app runs in the page: its slider and buttons are there. */
export const isLive = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.documentElement.dataset['live'] === 'true');

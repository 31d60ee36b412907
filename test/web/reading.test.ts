// What a reader does, in a real browser over the served site.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { isLive, openSite, type Site, SOON, withBrowser } from './chromium.ts';

const JANUARY = 'at=2020-01-08&known=2020-01-08';

withBrowser('a reader', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });

  test('reads a report and reaches the quotation of a number in two clicks', async () => {
    const page = await site.open('/reports');
    await page.getByRole('link', { name: 'Berlin and Ottawa shift soldiers to Jordan and Kuwait' }).click();
    await page.getByRole('heading', { level: 1, name: 'Berlin and Ottawa' }).waitFor();
    await page.locator('mark', { hasText: 'Thirty' }).first().waitFor();

    await page.goto(`${site.url}/?${JANUARY}&place=IQ`);
    await page
      .getByRole('row', { name: /Germany Iraq/ })
      .getByRole('link', { name: '120', exact: true })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Germany in Iraq' }).waitFor();
    await page.getByRole('link', { name: '“the 120 German soldiers in Iraq”' }).click();
    await page.getByRole('heading', { level: 1, name: 'Berlin and Ottawa' }).waitFor();
    await page.waitForURL(/\/reports\/\w+#c-\w+$/);
    const claim = () => page.evaluate(() => document.querySelector(':target + mark')?.parentElement?.textContent);
    await expect.poll(claim, SOON).toContain('the 120 German soldiers in Iraq');
    await page.context().close();
  });

  test('goes from a row to its history, and from a step to the quotation that made it', async () => {
    const page = await site.open('/?at=2020-01-09&known=2020-01-09&place=IQ');
    await page
      .getByRole('row', { name: /Croatia Iraq/ })
      .getByRole('link', { name: '8 Jan 2020' })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Croatia in Iraq, step by step' }).waitFor();
    const learnt = page.getByRole('region', { name: /What was thought of 9 Jan 2020/ });
    const steps = await learnt
      .getByRole('listitem')
      .filter({ has: page.locator('time') })
      .allTextContents();
    expect(steps.map((text) => text.slice(0, 16))).toEqual(['since 9 Jan 2020', '8 Jan 20200Croat']);
    expect(steps[0]).toContain('7 to Kuwait');
    await learnt.getByRole('link', { name: '“Croatia has moved 14 soldiers from Iraq to Kuwait”' }).click();
    await page.getByRole('heading', { level: 1, name: 'Who left Iraq' }).waitFor();
    await page.context().close();
  });

  test('writes names, never codes, in what a number follows from and in conflicts', async () => {
    const page = await site.open('/numbers/HR/IQ?at=2020-01-09&known=2020-01-09');
    const paths = [
      '/conflicts?at=2020-01-09',
      '/places/IQ?at=2020-01-09',
      '/changes?since=2020-01-01&until=2020-01-09',
    ];
    for (const path of [null, ...paths]) {
      if (path !== null) await page.goto(`${site.url}${path}`);
      // The address to cite has codes in it, and is none to read.
      const words = ((await page.getByRole('main').textContent()) ?? '').replaceAll(/https?:\S+/g, '');
      expect([path, words.includes('Croatia'), words.match(/\b(?:HR|KW|IQ)\b/)]).toEqual([path, true, null]);
    }
    await page.context().close();
  });

  test('asks for the conflicts of another known day, with and without script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await site.open('/conflicts?at=2020-01-09&known=2020-01-09', { javaScriptEnabled });
      const croatia = page.getByRole('heading', { name: /^Croatia in Iraq/ });
      await croatia.waitFor();
      await page.getByLabel('Known on').fill('2020-01-08');
      await page.getByRole('main').getByRole('button', { name: 'Show' }).click();
      await page.waitForURL(/known=2020-01-08/);
      await croatia.waitFor({ state: 'detached' });
      await page.context().close();
    }
  });

  test('sorts the table of a party, with and without script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await site.open('/parties/DE?at=2023-06-01', { javaScriptEnabled });
      await page.getByRole('link', { name: 'Where', exact: true }).click();
      await page.waitForURL(/sort=place/);
      const table = page.getByRole('table', { name: /^Germany/ });
      await table.locator('th[aria-sort="ascending"]', { hasText: 'Where' }).waitFor();
      const places = await table.locator('td:first-child').allTextContents();
      expect(places.length).toBeGreaterThan(5);
      expect(places).toEqual([...places].sort());
      await page.context().close();
    }
  });

  test('is shown by the keyboard, too, where a field stands', async () => {
    const page = await site.open('/search?q=Thirty');
    await page
      .getByRole('main')
      .getByRole('link', { name: /Thirty of the 120/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Berlin and Ottawa' }).waitFor();
    await isLive(page);
    const before = await styledRuns(page);
    await page.locator('article dl').getByRole('link', { name: 'Jordan and Kuwait' }).first().focus();
    await expect.poll(() => styledRuns(page), SOON).not.toEqual(before);
    await page.context().close();
  });

  test('shows where each field of a claim stands in the text', async () => {
    const page = await site.open('/search?q=Thirty');
    await isLive(page);
    await page
      .getByRole('main')
      .getByRole('link', { name: /Thirty of the 120/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: 'Berlin and Ottawa' }).waitFor();
    const before = await styledRuns(page);
    await page.locator('article dl dd', { hasText: 'Jordan and Kuwait' }).first().hover();
    await expect.poll(() => styledRuns(page), SOON).not.toEqual(before);
    await page.context().close();
  });

  test('moves the day, and the map and the table change without a reload', async () => {
    const page = await site.open('/?at=2020-01-06&known=2020-01-09&place=IQ');
    await isLive(page);
    await page.evaluate(() => {
      document.title = 'the same window';
      (window as unknown as { mark: number }).mark = 1;
    });
    const names = () =>
      page
        .locator('main figure svg[role="group"] > a')
        .evaluateAll((links) => links.map((a) => a.getAttribute('aria-label') ?? ''));
    expect((await names()).some((name) => name.startsWith('Germany in Iraq'))).toBe(false);
    await page.getByRole('link', { name: /^The day after/ }).click();
    await expect.poll(names, SOON).toContainEqual(expect.stringMatching(/^Germany in Iraq: 120/));
    await page.getByRole('slider', { name: 'Day' }).press('End');
    await expect.poll(names, SOON).toContainEqual(expect.stringMatching(/^Germany in Iraq: (?!120)\d+/));
    await expect.poll(() => page.url(), SOON).toContain('at=2020-01-09');
    expect(await page.evaluate(() => (window as unknown as { mark?: number }).mark)).toBe(1);
    await page.context().close();
  });

  test('plays from one day with news to the next', async () => {
    const page = await site.open('/?at=2020-01-06&known=2020-01-09&place=IQ');
    await isLive(page);
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => page.url(), SOON).toContain('at=2020-01-08');
    await page.context().close();
  });

  test('sees less on an earlier known day', async () => {
    const page = await site.open('/numbers/HR/IQ?at=2020-01-09&known=2020-01-08');
    expect(await page.getByRole('main').textContent()).not.toContain('What does not fit together');
    await page.goto(`${site.url}/numbers/HR/IQ?at=2020-01-09&known=2020-01-09`);
    expect(await page.getByRole('main').textContent()).toContain('What does not fit together');
    await page.context().close();
  });

  test('gets from the search to the claim, all by keyboard', async () => {
    const page = await site.open('/');
    await isLive(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Skip to the content');
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('Green Zone');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /\d+ claims?$/ }).waitFor();
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.textContent?.startsWith('“') ?? false)) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/reports\/\w+#c-/);
    await page.context().close();
  });

  test('reads every page without script', async () => {
    const page = await site.open(`/?${JANUARY}&place=IQ`, { javaScriptEnabled: false });
    expect(await page.getByRole('row', { name: /Germany Iraq 120/ }).count()).toBe(1);
    expect(await page.locator('svg[role="group"] > a').count()).toBeGreaterThan(3);
    await page.getByRole('link', { name: 'Where' }).click();
    await page.waitForURL(/sort=place/);
    await page
      .getByRole('row', { name: /Germany Iraq 120/ })
      .getByRole('link', { name: '120', exact: true })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Germany in Iraq' }).waitFor();
    expect(await page.getByRole('main').textContent()).toContain('the 120 German soldiers in Iraq');
    await page.getByRole('link', { name: 'Changes' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Changes', exact: true }).waitFor();
    await page.context().close();
  });

  test('finds the content of every page without script', async () => {
    const page = await site.open('/', { javaScriptEnabled: false });
    for (const path of PAGES) {
      await page.goto(`${site.url}${path}`);
      const words = (await page.getByRole('main').textContent()) ?? '';
      // A form to log in with has few words: its fields are its content.
      const isThere = words.length > 80 || (await page.getByLabel('Password').count()) === 1;
      expect([path, await page.getByRole('heading', { level: 1 }).count(), isThere]).toEqual([path, 1, true]);
    }
    await page.context().close();
  });

  test('is told what is wrong with an address, and the way on', async () => {
    const page = await site.open('/parties/Germny');
    expect(await page.getByRole('main').textContent()).toMatch(/Not in this ledger.*did you mean Germany/is);
    const response = await page.goto(`${site.url}/nowhere`);
    expect(response?.status()).toBe(404);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('There is no such page');
    await page.context().close();
  });

  test('finds no page wider than a phone, a tablet or a desk', async () => {
    const page = await site.open('/');
    for (const path of PAGES) {
      await page.goto(`${site.url}${path}`);
      await isLive(page);
      for (const width of [390, 768, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([path, width, wider]).toEqual([path, width, 0]);
      }
    }
    await page.context().close();
  });

  test('finds the map of the world large enough for a finger on a phone, and moves it within the page', async () => {
    const page = await site.open('/', { viewport: { width: 390, height: 844 } });
    await isLive(page);
    const map = page
      .getByRole('group')
      .filter({ has: page.locator('circle') })
      .first();
    const place = () =>
      map.evaluate((svg) => ({
        width: svg.getBoundingClientRect().width,
        page: document.documentElement.scrollWidth,
        from: svg.parentElement!.scrollLeft,
      }));
    await expect.poll(async () => (await place()).width, SOON).toBe(1000);
    // Opened where most circles are, not at the edge of the Pacific.
    await expect.poll(async () => (await place()).from, SOON).toBeGreaterThan(200);
    expect((await place()).page).toBe(390);
    // A circle further on is reached by the keyboard, and comes into view.
    const last = map.getByRole('link', { name: 'in Japan' }).first();
    await last.focus();
    await expect.poll(async () => ((await last.boundingBox())?.x ?? 999) < 390, SOON).toBe(true);
    await page.goto(`${site.url}/?${JANUARY}&place=IQ`);
    await isLive(page);
    expect((await place()).width).toBeLessThan(391);
    await page.context().close();
  });

  // `LAYDOWN_SCREENSHOTS=1 npx vitest run test/web/reading.test.ts` renews the pictures of docs/web.md.
  const renews = process.env['LAYDOWN_SCREENSHOTS'] === '1';
  if (renews)
    test('takes the pictures of the documentation', async () => {
      const folder = join(import.meta.dirname, '../../docs/screenshots');
      mkdirSync(folder, { recursive: true });
      for (const [name, path, width, colorScheme] of PICTURES) {
        const page = await site.open(path, { viewport: { width, height: width < 500 ? 760 : 800 }, colorScheme });
        await isLive(page);
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(folder, `${name}.png`) });
        await page.context().close();
      }
    });

  test('sends no request to anywhere else, and no page complains', () => {
    expect(site.outside).toEqual([]);
    expect(site.complaints).toEqual([]);
  });
});

const PAGES = [
  `/?${JANUARY}`,
  '/?at=2023-06-01',
  `/numbers/DE/IQ?${JANUARY}`,
  `/history/DE/IQ?${JANUARY}`,
  '/parties/DE?at=2023-06-01',
  '/places/ML?at=2023-06-01',
  '/missions/UNIFIL?at=2023-06-01',
  '/conflicts?at=2020-01-09',
  '/decisions?at=2020-01-09',
  '/changes?since=2020-01-01&until=2020-01-09',
  '/reports',
  '/search?q=soldiers',
  '/reports?search=soldiers',
  '/sources',
  '/method',
  '/login',
] as const;

const PICTURES = [
  ['situation', '/?at=2020-01-08&known=2020-01-09&place=R:MIDDLE-EAST', 1200, 'light'],
  ['party', '/parties/DE?at=2023-06-01', 1200, 'light'],
  ['number-dark', '/numbers/HR/IQ?at=2020-01-09&known=2020-01-09', 1200, 'dark'],
  ['phone', `/?${JANUARY}&place=IQ`, 390, 'light'],
] as const;

/** What the marked runs look like, to see that one of them changed. */
const styledRuns = (page: Page): Promise<string> =>
  page.locator('mark').evaluateAll((marks) => marks.map((mark) => mark.className).join('|'));

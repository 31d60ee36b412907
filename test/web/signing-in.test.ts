// What reviewers, editors and commenting readers do, in a real browser over the served site.
import { beforeAll, expect, test } from 'vitest';
import { isLive, openSite, type Site, SOON, withBrowser } from './chromium.ts';

withBrowser('people with an account', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(['reviewer', 'editor']);
  });

  test('are refused with a wrong password, let in with the right one, and let out', async () => {
    const page = await site.open('/login');
    await page.getByLabel('Name').fill('reviewer');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    await page.getByText('Name and password do not fit').waitFor();
    await site.logIn(page, 'reviewer');
    await page.getByRole('link', { name: 'Review' }).waitFor();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('link', { name: 'Log in' }).waitFor();
    const response = await page.goto(`${site.url}/review`);
    expect(response?.status()).toBe(401);
    await page.context().close();
  });

  test('judge a claim, and a number changes in another window without a reload', async () => {
    const reader = await site.open('/numbers/DE/IQ?at=2020-01-09');
    await isLive(reader);
    await reader.evaluate(() => {
      (window as unknown as { mark: number }).mark = 1;
    });
    const number = () => reader.getByRole('main').locator('p').filter({ hasText: /^\d/ }).first().textContent();
    const before = await number();
    expect(before).toMatch(/^\d/);
    await reader.getByText('Cite this').click();
    const cited = (await reader.locator('details a[href*="tx="]').getAttribute('href'))!;

    const reviewer = await site.open('/');
    await site.logIn(reviewer, 'reviewer');
    await reviewer.getByRole('link', { name: 'Reports' }).click();
    await reviewer.getByRole('link', { name: 'Who left Iraq, and for where' }).click();
    await reviewer.getByRole('heading', { level: 1, name: 'Who left Iraq' }).waitFor();
    const claim = reviewer.getByRole('article').filter({ hasText: '32 from Camp Taji' }).last();
    await claim.getByRole('button', { name: 'Reject' }).click();
    await reviewer.getByText('Rejected by a reviewer').waitFor();
    await expect.poll(number, SOON).not.toBe(before);
    const frozen = await site.open(cited.slice(site.url.length));
    expect(await frozen.getByRole('main').locator('p').filter({ hasText: /^\d/ }).first().textContent()).toBe(before);
    await frozen.getByRole('link', { name: 'Germany' }).first().click();
    await frozen.waitForURL(/\/parties\/DE\?.*tx=\d+/);
    await frozen.context().close();

    await reviewer.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(number, SOON).toBe(before);
    expect(await reader.evaluate(() => (window as unknown as { mark?: number }).mark)).toBe(1);
    await reader.context().close();
    await reviewer.context().close();
  });

  test('get through the review queue with the keyboard alone, and take a judgement back', async () => {
    const page = await site.open('/');
    await site.logIn(page, 'reviewer');
    await page.goto(`${site.url}/review?order=uncertainty&at=2020-01-09`);
    await isLive(page);
    const open = async () => Number(/(\d+) claims wait/.exec((await page.getByRole('main').textContent()) ?? '')?.[1]);
    const before = await open();
    await page.locator('article[tabindex="0"]').first().focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const first = await focused();
    await page.keyboard.press('j');
    await expect.poll(focused, SOON).not.toBe(first);
    const second = await focused();
    await page.keyboard.press('a');
    await expect.poll(open, SOON).toBe(before - 1);
    await expect
      .poll(() => page.getByRole('status').textContent(), SOON)
      .toBe(`Accepted: ${second?.replace(/^\w+: /, '')}`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id.startsWith('q-') ?? false), SOON).toBe(true);
    await page.keyboard.press('u');
    await expect.poll(open, SOON).toBe(before);
    await page.keyboard.press('c');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), SOON).toBe('INPUT');
    await page.context().close();
  });

  test('approve a reader’s comment, and it appears; nobody sees the e-mail address', async () => {
    const reader = await site.open('/reports');
    await reader.getByRole('link', { name: 'Croatia takes its soldiers out of Iraq' }).click();
    await reader.getByRole('heading', { name: 'Be the first to comment' }).waitFor();
    const report = reader.url();
    await reader.getByLabel('Name').fill('Ivo Reader');
    await reader.getByLabel('E-mail').fill('ivo.reader@mail.example');
    await reader.getByLabel('Comment', { exact: false }).last().fill('I saw fourteen of them at the airport.');
    // Whoever sends a form in less than a few seconds has not read it.
    await reader.waitForTimeout(3200);
    await reader.getByRole('button', { name: 'Send for approval' }).click();
    await reader.getByText('appears here once an editor has approved it').waitFor();
    expect(await reader.getByRole('main').textContent()).not.toContain('fourteen of them at the airport');

    const editor = await site.open('/');
    await site.logIn(editor, 'editor');
    await editor.getByRole('link', { name: 'Moderation' }).click();
    await editor.getByText('fourteen of them at the airport').waitFor();
    expect(await editor.content()).not.toContain('mail.example');
    await editor.getByRole('button', { name: 'Approve' }).click();
    await editor.getByRole('heading', { name: 'Nothing waits' }).waitFor();
    await reader.goto(report.split('?')[0]!);
    await reader.getByRole('heading', { name: '1 comment' }).waitFor();
    const html = await reader.content();
    expect(html).toContain('fourteen of them at the airport');
    expect(html).not.toContain('mail.example');
    await reader.context().close();
    await editor.context().close();
  });

  test('get through the comments with the keyboard alone: approve, take back, refuse, erase', async () => {
    const reader = await site.open('/reports');
    await reader.getByRole('link', { name: 'More American troops fly to the Gulf' }).click();
    await reader.getByLabel('Name').fill('Mira Reader');
    await reader.getByLabel('E-mail').fill('mira.reader@mail.example');
    await reader.getByLabel('Comment', { exact: false }).last().fill('They landed before dawn.');
    await reader.waitForTimeout(3200);
    await reader.getByRole('button', { name: 'Send for approval' }).click();
    await reader.getByText('appears here once an editor has approved it').waitFor();
    await reader.context().close();

    const page = await site.open('/login');
    const focused = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        return at?.getAttribute('name') ?? at?.textContent?.trim() ?? '';
      });
    /** Tab by tab, never by the mouse; fails where a whole round does not lead there. */
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab');
        if ((await focused()) === name) return;
      }
      throw new Error(`the keyboard does not reach "${name}"`);
    };
    const decide = async (verdict: string, name: string): Promise<void> => {
      for (;;) {
        await tabTo('verdict');
        if ((await page.evaluate(() => document.activeElement?.textContent)) === name) break;
      }
      await page.keyboard.press('Enter');
      await page.getByText(verdict).first().waitFor();
      // The focus is not lost with the buttons of what was decided.
      await expect.poll(() => page.evaluate(() => document.activeElement?.id), SOON).toBe('waiting');
    };
    await tabTo('name');
    await page.keyboard.type('editor');
    await tabTo('password');
    await page.keyboard.type(site.passwords.get('editor')!);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Log out' }).waitFor();
    await isLive(page);
    await tabTo('Moderation');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 waiting' }).waitFor();
    await decide('published by editor', 'Approve');
    await page.getByRole('heading', { name: 'Nothing waits' }).waitFor();
    await decide('1 waiting', 'Undo');
    await decide('refused by editor', 'Refuse');
    await decide('erased by editor', 'Erase');
    expect(await page.getByRole('main').textContent()).not.toContain('They landed before dawn');
    await page.context().close();
  });

  test('see a pasted report’s claims before they keep them, and who else printed the story', async () => {
    const page = await site.open('/');
    await site.logIn(page, 'editor');
    await page.getByRole('link', { name: 'Add', exact: true }).click();
    await page
      .getByLabel('Text', { exact: true })
      .fill('VILNIUS - Lithuania has 40 soldiers in Iraq, the Defence Ministry said on Monday.');
    await page.getByLabel('Publisher').fill('Baltic Wire');
    await page.getByLabel('Day of publication').fill('2020-01-06');
    await page.getByRole('button', { name: 'See its claims' }).click();
    await page.getByText('Lithuania: 40 in Iraq').waitFor();
    await page.getByRole('button', { name: 'Keep the report with 1 claim' }).click();
    await page.getByText('The report is in the ledger').waitFor();
    await page.goto(`${site.url}/numbers/LT/IQ?at=2020-01-07`);
    expect(await page.getByRole('main').textContent()).toContain('Lithuania has 40 soldiers in Iraq');

    await page.getByRole('link', { name: 'Add', exact: true }).click();
    await page
      .getByLabel('Text', { exact: true })
      .fill('Lithuania has 40 soldiers in Iraq, the Defence Ministry said on Monday. Nobody was hurt.');
    await page.getByLabel('Publisher').fill('Klaipeda Courier');
    await page.getByLabel('Day of publication').fill('2020-01-07');
    await page.getByRole('button', { name: 'See its claims' }).click();
    await page.getByRole('button', { name: 'Keep the report with 1 claim' }).click();
    await page.getByText('The report is in the ledger').waitFor();
    const twins = () =>
      page.getByRole('heading', { name: 'The same said elsewhere' }).locator('xpath=following::ul[1]');
    await page.goto(`${site.url}/reports?publisher=Klaipeda+Courier`);
    await page.getByRole('main').locator('a[href^="/reports/"]').first().click();
    await page.getByText('Klaipeda Courier ·').waitFor();
    expect(await twins().textContent()).toContain('Baltic Wire, 6 Jan 2020');
    await twins().getByRole('link').click();
    await page.getByText('Baltic Wire ·').waitFor();
    expect(await twins().textContent()).toContain('Klaipeda Courier, 7 Jan 2020');
    await page.context().close();
  });

  test('leave no complaint behind, and ask nothing of anybody else', () => {
    expect(site.outside).toEqual([]);
    expect(site.complaints).toEqual([]);
  });
});

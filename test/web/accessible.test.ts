// Every page, light and dark, against the rules of axe-core.
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { violationsIn } from './axe.ts';
import { isLive, openSite, type Site, withBrowser } from './chromium.ts';

const PUBLIC = [
  '/?at=2020-01-08&known=2020-01-09&place=R:MIDDLE-EAST',
  '/?at=1999-01-01&known=1999-01-01',
  '/numbers/HR/IQ?at=2020-01-09&known=2020-01-09',
  '/history/HR/IQ?at=2020-01-09&known=2020-01-09',
  '/parties/DE?at=2023-06-01',
  '/places/IQ?at=2020-01-09',
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
  // Nothing to show, and something wrong.
  '/numbers/FR/CY?at=1999-01-01&known=1999-01-01',
  '/history/FR/CY?at=1999-01-01&known=1999-01-01',
  '/parties/FR?at=1999-01-01&known=1999-01-01',
  '/conflicts?at=1999-01-01&known=1999-01-01',
  '/decisions?at=1999-01-01&known=1999-01-01',
  '/changes?since=1999-01-01&until=1999-01-02&known=1999-01-02',
  '/reports?search=zebra',
  '/search?q=zebra',
  '/search?min=9&max=1',
  '/sources?known=1999-01-01',
  '/parties/Germny',
  '/?at=2020-02-30',
  '/review',
  '/nowhere',
];
const INSIDE = ['/review?at=2020-01-09', '/moderation', '/add'];

withBrowser('every page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(['editor', 'admin']);
  });

  test('passes axe-core without an account, light and dark', async () => {
    const page = await site.open('/');
    const link = await page.context().request.get(`${site.url}/reports`, { headers: { Accept: 'application/json' } });
    const { model } = (await link.json()) as {
      readonly model: { readonly reports: readonly { readonly id: string; readonly claims: number }[] };
    };
    const report = model.reports.find(({ claims }) => claims === 8) ?? model.reports[0]!;
    expect(await violations(page, [...PUBLIC, `/reports/${report.id}`])).toEqual([]);
    await page.context().close();
  });

  test('passes axe-core for an editor, light and dark', async () => {
    const page = await site.open('/');
    await site.logIn(page, 'editor');
    expect(await violations(page, INSIDE)).toEqual([]);
    await page.context().close();
  });

  test('passes axe-core for an admin, light and dark', async () => {
    const page = await site.open('/');
    await site.logIn(page, 'admin');
    expect(await violations(page, ['/operations'])).toEqual([]);
    await page.context().close();
  });

  async function violations(page: Page, paths: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(`${site.url}${path}`);
      await isLive(page);
      found.push(...(await violationsIn(page)).map((one) => `${path} ${one}`));
    }
    return found;
  }
});

// An address with the number of a ledger transaction gives the same answer for ever, whatever is reported, judged or erased later.
import { expect, test } from 'vitest';
import { importClaims } from '../../src/app/import-claims.ts';
import { judgeClaim } from '../../src/app/judge-claim.ts';
import { JANUARY } from './january.ts';
import { serveScratch } from './serving.ts';

const server = await serveScratch(JANUARY);
const { services } = server;
const DAYS = 'at=2020-01-15&known=2020-01-20';
const PAGES = [
  '/?',
  '/?place=IQ&',
  '/numbers/DE/IQ?',
  '/numbers/LT/IQ:Erbil?',
  '/parties/DE?',
  '/places/IQ?',
  '/missions/NATO%20Mission%20Iraq?',
  '/conflicts?',
  '/decisions?',
];

interface Page {
  readonly model: object;
  readonly shell: { readonly transaction: number };
}
const page = async (address: string): Promise<Page> => {
  const response = await server.get(address, { headers: { Accept: 'application/json' } });
  expect(response.status).toBe(200);
  return (await response.json()) as Page;
};
async function* later() {
  const report = { id: 'd', published: '2020-01-10', publisher: 'Gulf Wire' };
  const place = { country: 'IQ', name: null };
  yield JSON.stringify({
    report,
    claims: [
      { kind: 'presence', evidence: 'Germany has 99', party: 'DE', quantity: { min: 99, max: 99 }, place },
      { kind: 'decision', evidence: 'the cabinet agreed', body: 'Iraqi cabinet', action: 'request', final: true },
    ],
  });
}

test('every page with a transaction in its address stays as it was', async () => {
  const { transaction } = (await page('/')).shell;
  const cited = (path: string) => `${path}${DAYS}&tx=${transaction}`;
  const before = await Promise.all(PAGES.map(async (path) => (await page(cited(path))).model));
  const open = await Promise.all(PAGES.map(async (path) => (await page(`${path}${DAYS}`)).model));
  expect(before).toEqual(open);

  await importClaims(services, later(), 'later.jsonl');
  await judgeClaim(services, { claim: 'lt-erbil', verdict: 'reject', on: '2020-01-15' });
  await judgeClaim(services, { claim: 'de-iq', verdict: 'accept', on: '2020-01-15' });
  await judgeClaim(services, { claim: 'vote', verdict: 'reject', on: '2020-01-15' });
  expect((await page('/')).shell.transaction).toBe(transaction + 4);

  const changed = await Promise.all(PAGES.map(async (path) => (await page(`${path}${DAYS}`)).model));
  // Each of them reads otherwise by now.
  const same = PAGES.filter((_, at) => JSON.stringify(changed[at]) === JSON.stringify(before[at]));
  expect(same).toEqual([]);
  expect(await Promise.all(PAGES.map(async (path) => (await page(cited(path))).model))).toEqual(before);
});

test('a cited page says so, and its links go on in the ledger of then', async () => {
  const html = await (await server.get(`/numbers/DE/IQ?${DAYS}&tx=1`)).text();
  expect(html).toContain(`${server.url}/numbers/DE/IQ?at=2020-01-15&amp;known=2020-01-20&amp;tx=1`);
  const links = [...html.matchAll(/href="(\/(?:parties|places|numbers|missions)\/[^"]*)"/g)].map(([, to]) => to!);
  expect(links.length).toBeGreaterThan(1);
  expect(links.filter((to) => !to.includes('tx=1'))).toEqual([]);
});

test.each(['x', '-1', '1.5', '9'.repeat(13), "1' or 1=1"])('tx=%s is none', async (tx) => {
  const response = await server.get(`/numbers/DE/IQ?tx=${encodeURIComponent(tx)}`);
  expect(response.status).toBe(400);
});

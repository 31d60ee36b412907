// Every route that the API describes, sent bad input: only documented answers, none of them 5xx; the ledger stays whole.
import { afterAll, describe, expect, test } from 'vitest';
import { addAccount } from '../../src/app/accounts/keep-accounts.ts';
import { addToken } from '../../src/app/accounts/tokens.ts';
import { fuzz, operationsOf, PAGE_OPERATIONS } from './fuzzing.ts';
import { JANUARY } from './january.ts';
import { serveScratch } from './serving.ts';

/** Requests to each route; `npm run fuzz` sends 5,000. */
const TIMES = Number(process.env['LAYDOWN_FUZZ'] ?? 200);
const MANY = 1_000_000;

const server = await serveScratch(JANUARY, { requestsPerMinute: MANY, writesPerMinute: MANY, commentsPerHour: MANY });
const { services } = server;
await addAccount(services, { name: 'all', role: 'admin', password: 'correct horse battery' });
const { secret } = await addToken(services, {
  account: 'all',
  scopes: ['read', 'judge', 'moderate', 'add', 'admin'],
  label: '',
  days: null,
});
const answered = new Map<number, number>();
const operations = await operationsOf(server);

describe('bad input', () => {
  test.each(operations.map((operation, i) => [`${operation.method} ${operation.path}`, operation, i] as const))(
    'to %s gets documented answers only',
    async (_, operation, seed) => {
      const { statuses, undocumented } = await fuzz(server, operation, TIMES, seed, {
        Authorization: `Bearer ${secret}`,
      });
      expect(undocumented).toEqual([]);
      if (operation.path !== '/events') expect(statuses.has(400)).toBe(true);
      for (const [status, times] of statuses) answered.set(status, (answered.get(status) ?? 0) + times);
    },
    60_000 + TIMES * 100,
  );

  test.each(PAGE_OPERATIONS.map((operation, i) => [operation.path, operation, i] as const))(
    'to the page %s is told to be bad, and breaks nothing',
    async (_, operation, seed) => {
      const { statuses, undocumented } = await fuzz(server, operation, TIMES, 1000 + seed, {
        Authorization: `Bearer ${secret}`,
      });
      expect(undocumented).toEqual([]);
      expect(statuses.size).toBeGreaterThan(0);
    },
    60_000 + TIMES * 100,
  );
});

afterAll(async () => {
  expect(operations.length).toBeGreaterThan(25);
  // It got through to what the routes do, and was not all turned away at the door.
  for (const status of [200, 201, 400, 404, 413, 415, 422])
    expect(answered.get(status) ?? 0, `${status}`).toBeGreaterThan(0);
  expect(await services.store.verify()).toEqual([]);
  expect(await services.store.accounts.list()).toHaveLength(1);
});

// A ledger carried away and rebuilt: everything in it, both clocks, the same answers; in another directory and on a server.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../src/adapters/open-store.ts';
import { addReports } from '../src/app/add-reports.ts';
import { askPosture } from '../src/app/ask-posture.ts';
import { exportLedgerLines } from '../src/app/export-ledger.ts';
import { importClaims } from '../src/app/import-claims.ts';
import { importTable } from '../src/app/import-table.ts';
import { judgeClaim } from '../src/app/judge-claim.ts';
import { judgeEntities, withdrawEntities } from '../src/app/judge-entities.ts';
import { redactReport } from '../src/app/redact-report.ts';
import { readTableMap } from '../src/formats/table-map.ts';
import { draftOf } from '../src/model/draft.ts';
import { fixedClock } from '../src/ports/clock.ts';
import type { Store } from '../src/ports/store.ts';
import { atlas } from '../src/wire-gazetteer.ts';
import { grounderOf } from '../src/wire-grounder.ts';
import { reader } from '../src/wire-reader.ts';
import { olderLedger } from './older-engine.ts';
import { scratchLedger } from './scratch-ledger.ts';
import { administer, databaseAt, SERVER, whyUnreachable } from './standing-postgres.ts';

const root = join(import.meta.dirname, '..');
const names = atlas();
const at = (day: string) => fixedClock(`${day}T09:30:00.000Z`);

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** A ledger with a past: stories read twice, a table, claims made elsewhere, a report without a day, verdicts given and withdrawn. */
async function fill(store: Store): Promise<void> {
  const folder = join(root, 'examples/iraq-january-2020');
  const stories = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name, i) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return { source: name, report: draftOf(text, { published: `2020-01-0${7 + (i % 3)}`, publisher: `Paper ${i}` }) };
    });
  const undated = { source: 'undated', report: draftOf('Fiji has 40 soldiers in Iraq, its army said.') };
  const added = { ...reader(), version: '0.0.1', read: () => [] };
  await addReports({ store, clock: at('2020-01-10'), reader: added }, each(stories));
  await addReports({ store, clock: at('2020-01-20'), reader: reader() }, each([...stories, undated]));
  const table = readFileSync(join(root, 'data/world.tsv'), 'utf8').trimEnd().split('\n').slice(0, 400);
  const map = readTableMap(readFileSync(join(root, 'data/maps/world.yaml'), 'utf8'), 'world');
  await importTable({ store, clock: at('2026-03-01'), atlas: names }, { source: 'w.tsv', map, lines: each(table) });
  const made = {
    kind: 'presence',
    evidence: 'made elsewhere',
    party: 'GB',
    quantity: { min: 9, max: 9 },
    place: { country: 'IQ' },
  };
  const line = JSON.stringify({ report: { id: 'r1', published: '2020-01-09' }, claims: [{ id: 'own-1', ...made }] });
  await importClaims({ store, clock: at('2026-03-02') }, each([line]), 'c.jsonl');
  const claims = (await store.facts()).claims.map((c) => c.id).sort();
  const verdicts = ['accept', 'reject', 'withdraw', 'reject', 'correct'] as const;
  for (const [i, verdict] of verdicts.entries()) {
    const request = { claim: claims[i % 3]!, verdict, on: `2026-03-0${i + 3}`, by: 'A. Reviewer' };
    const correction = verdict === 'correct' ? { correction: { said_by: 'Ministry' } } : {};
    await judgeClaim({ store, clock: at(`2026-03-1${i}`) }, { ...request, ...correction });
  }
  const judging = { store, clock: at('2026-03-20'), atlas: names };
  const merged = { kind: 'mission', names: ['Operation Inherent Resolve', 'OIR'], into: 'The coalition' } as const;
  const { judgement } = await judgeEntities(judging, { verdict: 'merge', ...merged, by: 'A. Reviewer' });
  await withdrawEntities(judging, judgement.id);
  await judgeEntities(judging, { verdict: 'merge', ...merged, by: 'A. Reviewer' });
  const quoted = (await store.facts()).claims.find((claim) => claim.spans !== null);
  await redactReport(
    { store, clock: at('2026-03-21') },
    { report: quoted!.report, why: 'the paper asked', by: 'A. Clerk' },
  );
}

const store = await scratchLedger();
const lines: string[] = [];
beforeAll(async () => {
  await fill(store);
  for await (const line of exportLedgerLines({ store })) lines.push(JSON.stringify(line));
});

const restore = (into: Store, some: readonly string[]) =>
  importClaims({ store: into, clock: at('2030-01-01'), grounderOf }, each(some), 'ledger.jsonl');

/** All that a ledger holds, in an order of its own. */
async function contentOf(ledger: Store) {
  const { reports, readings, claims, judgements, entities, redactions } = await ledger.facts();
  const sorted = (items: readonly object[]) => items.map((item) => JSON.stringify(sortKeys(item))).sort();
  const texts = await Promise.all(reports.map(({ id }) => ledger.report(id)));
  return {
    transactions: await ledger.transactions(),
    reports: sorted(reports),
    texts: sorted(texts.filter((text) => text !== null)),
    readings: sorted(readings),
    claims: sorted(claims),
    judgements: sorted(judgements),
    entities: sorted(entities),
    redactions: sorted(redactions),
  };
}
const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, sortKeys(one)]));
};

/** 100 questions drawn with a fixed seed from the parties, places and days of the ledger. */
async function questions() {
  const { claims } = await store.facts();
  const parties = [...new Set(claims.flatMap(({ claim }) => ('party' in claim && claim.party ? [claim.party] : [])))];
  const places = ['Iraq', 'Kuwait', 'Mali', 'Lebanon', 'Kosovo', 'Cyprus', 'Afghanistan', 'Middle East', 'Africa'];
  let seed = 20260601;
  const below = (n: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * n);
  };
  const day = () => `202${below(7)}-0${1 + below(9)}-1${below(9)}`;
  return Array.from({ length: 100 }, () => ({
    at: day(),
    known: below(3) === 0 ? '2031-01-01' : day(),
    ...(below(2) === 0 ? { party: parties[below(parties.length)]! } : {}),
    ...(below(2) === 0 ? { place: places[below(places.length)]! } : {}),
  }));
}

async function answersOf(ledger: Store): Promise<string[]> {
  const answers: string[] = [];
  for (const question of await questions())
    answers.push(JSON.stringify(await askPosture({ store: ledger, clock: at('2030-01-01'), atlas: names }, question)));
  return answers;
}

test('an export rebuilds an equal ledger with both clocks, which answers 100 questions alike', async () => {
  const other = await scratchLedger();
  const summary = await restore(other, lines);
  expect(summary.faults).toEqual([]);
  expect(await contentOf(other)).toEqual(await contentOf(store));
  const answers = await answersOf(other);
  expect(answers).toEqual(await answersOf(store));
  expect(answers.filter((answer) => !answer.includes('"rows":[]')).length).toBeGreaterThan(50);
  expect(await other.verify()).toEqual([]);
  const again = await restore(other, lines);
  expect([again.reports, again.claims, again.judgements]).toEqual([0, 0, 0]);
  expect(await other.cursor()).toBe(await store.cursor());
});

test('what was erased is in no line of the export, and that it was is', () => {
  const [redaction] = lines.filter((line) => line.includes('"redactions"')).map((line) => JSON.parse(line));
  expect(redaction.redactions).toMatchObject([{ why: 'the paper asked', by: 'A. Clerk', on: '2026-03-21' }]);
  const { report } = redaction.redactions[0];
  const its = lines.map((line) => JSON.parse(line)).filter((line) => line.report?.id === report);
  expect(its.length).toBeGreaterThan(0);
  for (const line of its) {
    expect(line.report).toMatchObject({
      text: null,
      url: null,
      title: '[redacted 2026-03-21 by A. Clerk: the paper asked]',
    });
    for (const claim of line.claims) expect(claim.evidence).toBe(line.report.title);
  }
  expect(its.flatMap((line) => line.claims).length).toBeGreaterThan(2);
});

test('a restoration that was broken off is taken up where it ended', async () => {
  const other = await scratchLedger();
  await restore(other, lines.slice(0, Math.floor(lines.length / 2)));
  await restore(other, lines);
  // The transaction that was cut in two is two of its own: all that it said is there.
  const [mended, whole] = [await contentOf(other), await contentOf(store)];
  expect(mended.texts).toEqual(whole.texts);
  expect(mended.claims).toEqual(whole.claims);
  expect(await other.verify()).toEqual([]);
});

test('into a ledger with a past of its own it is taken as learnt now', async () => {
  const other = await scratchLedger();
  await addReports(
    { store: other, clock: at('2029-01-01'), reader: reader() },
    each([{ source: 'x', report: draftOf('Peru has 12 soldiers in Haiti.', { published: '2028-12-01' }) }]),
  );
  await restore(other, lines);
  const recorded = (await other.transactions()).map((t) => t.recorded.slice(0, 4));
  expect([recorded[0], ...new Set(recorded.slice(1))]).toEqual(['2029', '2030']);
  expect((await contentOf(other)).texts).toEqual(expect.arrayContaining((await contentOf(store)).texts));
});

test('a claim whose quotation was changed on the way is refused', async () => {
  const other = await scratchLedger();
  const forged = lines.map((line) => line.replace('"evidence":"', '"evidence":"No '));
  const { faults } = await restore(other, forged);
  expect(faults.some((f) => f.message.includes('does not hold the quotation'))).toBe(true);
});

test('a judgement on a claim that nobody holds is named, and the rest is done', async () => {
  const other = await scratchLedger();
  const judgement = { claim: 'none', verdict: 'accept', on: '2026-01-01' };
  const { faults, reports } = await restore(other, [
    JSON.stringify({ report: { id: 'a', text: null, published: '2026-01-01' }, claims: [], judgements: [judgement] }),
  ]);
  expect(faults).toMatchObject([{ source: 'ledger.jsonl:1', message: expect.stringContaining('claim none') }]);
  expect(reports).toBe(1);
});

test('a ledger of an older PostgreSQL is refused with the way across, and taken that way it is the same', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'laydown-older-'));
  try {
    const older = await olderLedger(directory);
    expect((await restore(older, lines)).faults).toEqual([]);
    expect(await contentOf(older)).toEqual(await contentOf(store));
    const carried: string[] = [];
    for await (const line of exportLedgerLines({ store: older })) carried.push(JSON.stringify(line));
    await older.close();

    expect(readFileSync(join(directory, 'engine/PG_VERSION'), 'utf8').trim()).toBe('17');
    const filesOf = () => readdirSync(directory, { recursive: true }).sort();
    const before = filesOf();
    const refused = await openStore(directory).then(
      () => '',
      (error: Error) => error.message,
    );
    const export17 = `laydown --db ${directory} export --format jsonl > ledger.jsonl`;
    for (const words of ['is of PostgreSQL 17', 'nothing was touched', export17, 'import ledger.jsonl'])
      expect(refused).toContain(words);
    expect(filesOf()).toEqual(before);

    const across = await scratchLedger();
    expect((await restore(across, carried)).faults).toEqual([]);
    expect(await contentOf(across)).toEqual(await contentOf(store));
    expect(await answersOf(across)).toEqual(await answersOf(store));
    expect(await across.verify()).toEqual([]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});

const unreachable = await whyUnreachable();

describe.skipIf(unreachable !== null && process.env['LAYDOWN_ALL'] !== '1')(
  unreachable === null ? 'on a PostgreSQL server' : `on a PostgreSQL server (no server at ${SERVER}: ${unreachable})`,
  () => {
    const database = `laydown_carry_${randomBytes(6).toString('hex')}`;
    const address = databaseAt(database);
    afterAll(() => administer(`drop database if exists ${database} with (force)`));

    test('the embedded ledger lives on, and comes back', async () => {
      await administer(`create database ${database}`);
      const server = await openStore(address);
      const back = await scratchLedger();
      try {
        expect((await restore(server, lines)).faults).toEqual([]);
        expect(await contentOf(server)).toEqual(await contentOf(store));
        expect(await answersOf(server)).toEqual(await answersOf(store));
        const returned: string[] = [];
        for await (const line of exportLedgerLines({ store: server })) returned.push(JSON.stringify(line));
        await restore(back, returned);
        expect(await contentOf(back)).toEqual(await contentOf(store));
        expect(await answersOf(back)).toEqual(await answersOf(store));
      } finally {
        await server.close();
      }
    });
  },
);

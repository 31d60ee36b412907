import { beforeEach, describe, expect, test } from 'vitest';
import { scratchLedger } from '../../test/scratch-ledger.ts';
import { SCHEMA_VERSION } from '../adapters/ledger-schema.ts';
import { claimSchema, type ExtractedClaim } from '../model/claim.ts';
import { draftOf } from '../model/draft.ts';
import type { Fault } from '../model/errors.ts';
import { fixedClock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { fixtureAtlas } from '../reconcile/fixture-atlas.ts';
import { type AddedReport, addReports, type IncomingReport } from './add-reports.ts';
import { examineLedger } from './examine-ledger.ts';
import { importClaims } from './import-claims.ts';
import { judgeClaim } from './judge-claim.ts';
import { foldedOn } from './known-on.ts';
import { listReports } from './list-reports.ts';
import type { Reader, Services } from './services.ts';

const store: Store = await scratchLedger();
const clock = fixedClock('2023-07-01T08:00:00.000Z');

/** A reader of one construction, "N soldiers stand in Mali": real enough to have spans, versions and faults. */
const countingReader = (version = '1'): Reader => ({
  name: 'counting',
  version,
  read({ text }) {
    if (text?.includes('unreadable')) throw new Error('a defect of the reader');
    return [...(text ?? '').matchAll(/(\d+) soldiers stand in Mali/g)].map((match): ExtractedClaim => {
      const n = Number(match[1]);
      const start = match.index;
      const claim = claimSchema.parse({
        kind: 'presence',
        evidence: match[0],
        party: 'NL',
        quantity: { min: n, max: n, approx: version !== '1' },
        place: { country: 'ML', name: 'Mali' },
      });
      return { ...claim, spans: { evidence: [start, start + match[0].length] }, rule: 'count', confidence: 1 };
    });
  },
});

async function* each<T>(...items: T[]): AsyncGenerator<T> {
  yield* items;
}

let counter = 0;
let place: string;
beforeEach(() => {
  place = `part ${++counter}`;
});
const story = (n: number, over: Partial<IncomingReport['report']> = {}): IncomingReport => ({
  source: `${n}.txt`,
  report: draftOf(`${n} soldiers stand in Mali, ${place}.`, { published: '2023-06-30', ...over }),
});
const services = (version?: string) => ({ store, clock, reader: countingReader(version) });

describe('adding reports', () => {
  test('acknowledges each report once, after its commit, with its claims', async () => {
    const before = (await store.health()).reports;
    const acknowledged: AddedReport[] = [];
    const summary = await addReports(services(), each(story(1), story(2)), {
      added: (report) => acknowledged.push(report),
    });
    expect(summary).toEqual({ added: 2, known: 0, reread: 0, claims: 2, faults: [] });
    expect(acknowledged.map(({ source, outcome, claims }) => [source, outcome, claims])).toEqual([
      ['1.txt', 'added', 1],
      ['2.txt', 'added', 1],
    ]);
    expect((await store.health()).reports).toBe(before + 2);
  });

  test('takes the same report twice as one, in one batch and later', async () => {
    const acknowledged: string[] = [];
    const added = (r: AddedReport) => acknowledged.push(r.outcome);
    await addReports(services(), each(story(5), story(5)), { added });
    const cursor = await store.cursor();
    const again = await addReports(services(), each(story(5)), { added });
    expect(acknowledged).toEqual(['added', 'known', 'known']);
    expect(again.claims).toBe(0);
    expect(await store.cursor()).toBe(cursor);
  });

  test('reads a known report again with a newer version, whose claims supersede the older', async () => {
    await addReports(services(), each(story(7)));
    const reread = await addReports(services('2'), each(story(7)));
    expect(reread).toMatchObject({ added: 0, reread: 1, claims: 1 });
    const known = (await foldedOn(store, '2023-12-31')).filter(
      (k) => k.claim.evidence.startsWith('7 ') && k.report.title === null,
    );
    const here = known.filter((k) => k.claim.kind === 'presence' && k.claim.quantity?.approx === true);
    expect(here).toHaveLength(1);
  });

  test('goes on past what cannot be taken, and names it', async () => {
    const named: Fault[] = [];
    const bad: Fault = { source: 'x.bin', code: 'bad-input', message: 'is binary' };
    const summary = await addReports(
      services(),
      each<IncomingReport | Fault>(
        bad,
        { source: 'nul.txt', report: draftOf('a\u0000b') },
        { source: 'day.txt', report: draftOf('text', { published: '2023-02-30' }) },
        { source: 'odd.txt', report: draftOf(`unreadable, ${place}`) },
        story(8),
      ),
      { fault: (fault) => named.push(fault) },
    );
    expect(summary).toMatchObject({ added: 2, claims: 1 });
    expect(named.map((f) => f.source)).toEqual(['x.bin', 'nul.txt', 'day.txt', 'odd.txt']);
    expect(named[2]?.message).toContain('published');
    expect(named[3]?.message).toContain('a defect of the reader');
  });

  test('keeps a text in another language without reading it', async () => {
    const summary = await addReports(services(), each(story(9, { language: 'nl' })));
    expect(summary).toMatchObject({ added: 1, claims: 0 });
  });

  test('refuses another report under an id that is taken', async () => {
    await addReports(services(), each(story(10, { id: `own-${place}` })));
    const clash = await addReports(services(), each(story(11, { id: `own-${place}` })));
    expect(clash.faults).toMatchObject([{ source: '11.txt', code: 'bad-input' }]);
  });

  test('keeps half characters from breaking the store, offsets as they were', async () => {
    const summary = await addReports(
      services(),
      each({ source: 'half.txt', report: draftOf(`a\ud800b ${place} 12 soldiers stand in Mali`) }),
    );
    expect(summary).toMatchObject({ added: 1, claims: 1, faults: [] });
    expect(await store.verify()).toEqual([]);
  });

  test('commits many reports in few transactions', async () => {
    const cursor = await store.cursor();
    const summary = await addReports(services(), each(...Array.from({ length: 300 }, (_, i) => story(1000 + i))));
    expect(summary.added).toBe(300);
    expect((await store.cursor()) - cursor).toBeLessThanOrEqual(10);
  });
});

describe('importing claims', () => {
  const presence = (over: object = {}) => ({
    kind: 'presence',
    evidence: 'Chile has 30 soldiers in Cyprus',
    party: 'CL',
    quantity: { min: 30, max: 30 },
    place: { country: 'CY', name: 'Cyprus' },
    ...over,
  });
  const line = (report: object, ...claims: object[]) => JSON.stringify({ report, claims });
  const run = (...lines: string[]) => importClaims({ store, clock }, each(...lines), 'claims.jsonl');

  test('keeps own ids, gives others the hash of their content, and marks them ungrounded', async () => {
    const summary = await run(
      line({ id: 'i1', published: '2011-01-01' }, presence({ id: 'mine' }), presence({ party: 'AR' })),
    );
    expect(summary).toEqual({ reports: 1, claims: 2, known: 0, judgements: 0, faults: [] });
    expect(await store.claim('mine')).toMatchObject({ report: 'i1', grounded: false, maker: 'import' });
    expect(
      await run(line({ id: 'i1', published: '2011-01-01' }, presence({ id: 'mine' }), presence({ party: 'AR' }))),
    ).toEqual({
      reports: 0,
      claims: 0,
      known: 2,
      judgements: 0,
      faults: [],
    });
  });

  test('adds further claims to a report that it holds', async () => {
    await run(line({ id: 'i2', published: '2011-01-02' }, presence({ id: 'a2' })));
    expect(await run(line({ id: 'i2', published: '2011-01-02' }, presence({ id: 'b2' })))).toMatchObject({
      reports: 0,
      claims: 1,
    });
    const ids = (await foldedOn(store, '2011-01-02')).map((k) => k.id);
    expect(ids).toEqual(expect.arrayContaining(['a2', 'b2']));
  });

  test('refuses what is wrong by line and claim, and keeps the rest', async () => {
    const summary = await run(
      '{"report": {"id": "i3"}',
      '',
      line({ id: 'i3', published: '2011-13-01' }, presence()),
      line(
        { id: 'i3', published: '2011-01-03' },
        presence({ id: 'x', quantity: { min: 5, max: 2 } }),
        presence({ id: 'ok3' }),
        { kind: 'rumour' },
      ),
      JSON.stringify([1]),
    );
    expect(summary).toMatchObject({ reports: 1, claims: 1 });
    expect(summary.faults.map((f) => f.source)).toEqual([
      'claims.jsonl:1',
      'claims.jsonl:3',
      'claims.jsonl:4 claim x',
      'claims.jsonl:4 claim no. 3',
      'claims.jsonl:5',
    ]);
    expect(summary.faults[2]?.message).toContain('min <= max');
  });

  test('refuses another claim under an id that is taken, and counts it neither as new nor as known', async () => {
    await run(line({ id: 'i4', published: '2011-01-04' }, presence({ id: 'c4' })));
    const summary = await run(
      line({ id: 'i5', published: '2011-01-04' }, presence({ id: 'c4', party: 'PE' }), presence({ id: 'd4' })),
    );
    expect(summary).toMatchObject({ reports: 1, claims: 1, known: 0 });
    expect(summary.faults).toMatchObject([{ source: 'claims.jsonl:1 claim c4' }]);
  });

  test('checks claims against the text where there is one', async () => {
    const grounderOf: Services['grounderOf'] = (report) => ({
      ground: (claim) =>
        report.text?.includes(claim.evidence)
          ? {
              ok: true,
              span: [report.text.indexOf(claim.evidence), report.text.indexOf(claim.evidence) + claim.evidence.length],
            }
          : { ok: false, field: 'evidence', reason: 'not in the text' },
    });
    const text = 'We hear that Chile has 30 soldiers in Cyprus.';
    const lines = each(line({ id: 'i6', text }, presence({ id: 'g1' }), presence({ id: 'g2', evidence: 'made up' })));
    const summary = await importClaims({ store, clock, grounderOf }, lines, 'claims.jsonl');
    expect(summary).toMatchObject({
      claims: 1,
      faults: [{ source: 'claims.jsonl:1 claim g2', message: 'evidence: not in the text' }],
    });
    expect(await store.claim('g1')).toMatchObject({ grounded: true, spans: { evidence: [13, 44] } });
  });

  test('says how far it is', async () => {
    const seen: number[] = [];
    await importClaims({ store, clock }, each(line({ id: 'i7' }, presence({ id: 'p7' }))), 'c', {
      progress: (n) => seen.push(n),
    });
    expect(seen).toEqual([1]);
  });
});

describe('judging a claim', () => {
  const id = 'feedc0ffee00';
  test('records the verdict with its day, today where none is given', async () => {
    const claim = {
      id,
      kind: 'presence',
      evidence: 'Peru has 6 soldiers in Cyprus',
      party: 'PE',
      quantity: { min: 6, max: 6 },
    };
    await importClaims(
      { store, clock },
      each(JSON.stringify({ report: { id: 'j1', published: '2012-01-01' }, claims: [claim] })),
      'c',
    );
    const judged = await judgeClaim({ store, clock }, { claim: id, verdict: 'reject', by: 'me' });
    expect(judged).toMatchObject({
      isNew: true,
      judgement: { claim: id, verdict: 'reject', on: '2023-07-01', by: 'me' },
    });
    expect((await judgeClaim({ store, clock }, { claim: id, verdict: 'reject', by: 'me' })).isNew).toBe(false);
    expect((await foldedOn(store, '2023-06-30')).map((k) => k.id)).toContain(id);
    expect((await foldedOn(store, '2023-07-01')).map((k) => k.id)).not.toContain(id);
  });

  test('lays a correction over the claim and keeps its quotation', async () => {
    const { judgement } = await judgeClaim(
      { store, clock },
      { claim: id, verdict: 'correct', on: '2023-07-02', correction: { party: 'CL', evidence: 'other words' } },
    );
    expect(judgement.correction).toMatchObject({
      party: 'CL',
      evidence: 'Peru has 6 soldiers in Cyprus',
      quantity: { min: 6 },
    });
  });

  test('takes the beginning of an id where it is the only one', async () => {
    expect(
      (await judgeClaim({ store, clock }, { claim: 'feedc0', verdict: 'accept', on: '2023-07-03' })).claim.id,
    ).toBe(id);
  });

  test.each([
    [{ claim: 'nosuch', verdict: 'accept' as const }, 'not-found', 'nosuch'],
    [{ claim: id, verdict: 'correct' as const }, 'usage', 'needs the fields'],
    [{ claim: id, verdict: 'correct' as const, correction: { party: 'Germany' } }, 'usage', 'party'],
    [{ claim: id, verdict: 'accept' as const, on: '2023-02-30' }, 'usage', '2023-02-30'],
  ])('refuses %j', async (request, code, words) => {
    await expect(judgeClaim({ store, clock }, request)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });
});

test('lists reports by the day known, and says that the ledger is whole', async () => {
  const days = (await listReports({ store, clock, atlas: fixtureAtlas }, { known: '2012-01-01' })).map(
    (r) => r.published,
  );
  expect(days.length).toBeGreaterThan(3);
  expect(days).toEqual([...days].sort());
  const examined = await examineLedger({ store, clock });
  expect(examined.damage).toEqual([]);
  expect(examined.health).toMatchObject({ fsync: true, schema: SCHEMA_VERSION });
});

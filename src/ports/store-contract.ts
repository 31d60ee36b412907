// The suite that every store passes: called from each adapter's test with a way to open a fresh ledger and to open it again.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EntityJudgement, entityJudgementSchema } from '../model/entity-judgement.ts';
import type { LedgerEvent } from '../model/event.ts';
import { added, claim, judged, presence, RECORDED, read, report } from './contract-events.ts';
import { erasureContract } from './erasure-contract.ts';
import { searchContract } from './search-contract.ts';
import type { Store } from './store.ts';
import { wordContract } from './word-contract.ts';

export interface Ledger {
  /** Opens the same ledger again after the store in use was closed. */
  reopen(): Promise<Store>;
  readonly store: Store;
  /** Runs a statement behind the store's back: damage for `verify` to find. */
  tamper(statement: string): Promise<void>;
  /** The files of the ledger that hold these letters: what was erased must be in none. */
  filesWith(letters: string): Promise<readonly string[]>;
}

const NOTHING = { reports: [], readings: [], claims: [], judgements: [], entities: [], redactions: [] };
export function storeContract(name: string, open: () => Promise<Ledger>): void {
  describe(`a ledger in ${name}`, () => {
    let ledger: Ledger;
    let store: Store;
    beforeAll(async () => {
      ledger = await open();
      store = ledger.store;
    });
    afterAll(async () => {
      await store.close();
    });

    test('begins empty and whole', async () => {
      expect(await store.cursor()).toBe(0);
      expect(await store.transactions()).toEqual([]);
      expect(await store.facts()).toEqual(NOTHING);
      expect(await store.verify()).toEqual([]);
    });

    test('rehearses a write, and keeps nothing of it', async () => {
      await store.rehearse(RECORDED);
      expect([await store.cursor(), await store.reports(), await store.verify()]).toEqual([0, [], []]);
    });

    test('gives back what was appended, as one transaction', async () => {
      const appended = await store.append([added(report('r1')), read('r1', [claim('c1', 'r1')])], RECORDED);
      expect(appended).toEqual({ transaction: 1, reports: ['r1'], claims: ['c1'], readings: ['r1'], clashes: [] });
      expect(await store.facts()).toEqual({
        reports: [
          {
            id: 'r1',
            published: '2024-05-30',
            publisher: null,
            url: null,
            title: null,
            recorded: '2024-06-01',
            transaction: 1,
            agency: null,
            signature: null,
          },
        ],
        readings: [{ report: 'r1', extractor: 'rules', version: '1', claims: ['c1'], transaction: 1 }],
        claims: [claim('c1', 'r1')],
        judgements: [],
        entities: [],
        redactions: [],
      });
      expect(await store.claim('c1')).toEqual(claim('c1', 'r1'));
      expect(await store.report('r1')).toEqual(report('r1'));
    });

    test('takes the same report and reading again without a trace', async () => {
      const again = await store.append(
        [added(report('r1')), read('r1', [claim('c1', 'r1')])],
        '2024-06-09T00:00:00.000Z',
      );
      expect(again).toEqual({ transaction: null, reports: [], claims: [], readings: [], clashes: [] });
      expect(await store.cursor()).toBe(1);
    });

    test('keeps every character of a text, and its day as it is', async () => {
      const odd = report('odd', {
        text: "a\u00a0b “c” – \u{1f6a9}\n\t\\ ' $1 é e\u0301",
        title: 'x"y',
        published: '1999-12-31',
        language: 'de',
      });
      await store.append([added(odd)], RECORDED);
      expect(await store.report('odd')).toEqual(odd);
    });

    test('knows which versions have read which reports', async () => {
      await store.append([read('r1', [claim('c1', 'r1'), claim('c2', 'r1', 91)], '2')], RECORDED);
      expect(await store.readingsOf('rules', ['r1', 'odd', 'none'])).toEqual(
        new Map([
          ['r1', ['1', '2']],
          ['odd', []],
        ]),
      );
    });

    test('leaves out a claim or report that comes with another content under an id it holds, and says so', async () => {
      const clash = await store.append(
        [
          added(report('r1', { published: '2024-05-31' })),
          read('r1', [claim('c9', 'r1')], '3'),
          added(report('r2')),
          read('r2', [claim('c1', 'r2', 12), claim('c3', 'r2')]),
        ],
        RECORDED,
      );
      expect(clash).toMatchObject({
        reports: ['r2'],
        claims: ['c3'],
        clashes: [
          { kind: 'report', id: 'r1' },
          { kind: 'claim', id: 'c1' },
        ],
      });
      expect((await store.report('r1'))?.published).toBe('2024-05-30');
      expect(await store.claim('c9')).toBeNull();
      expect((await store.facts({ reports: ['r2'] })).readings[0]?.claims).toEqual(['c3']);
    });

    test('appends judgements, and the very same one only after another verdict', async () => {
      const cursor = await store.cursor();
      await store.append([judged('c1', 'accept')], RECORDED);
      expect((await store.append([judged('c1', 'accept')], RECORDED)).transaction).toBeNull();
      expect(await store.judgedReports()).toEqual(['r1']);
      await store.append([judged('c1', 'withdraw')], RECORDED);
      await store.append([judged('c1', 'accept')], RECORDED);
      const correction = presence(19);
      await store.append(
        [judged('c1', 'correct', '2024-06-03', { by: "M. O'Hara", note: '19, not 90', correction })],
        RECORDED,
      );
      const { judgements } = await store.facts();
      expect(judgements.map((j) => j.verdict).sort()).toEqual(['accept', 'accept', 'correct', 'withdraw']);
      expect(judgements.find((j) => j.verdict === 'correct')).toEqual({
        claim: 'c1',
        verdict: 'correct',
        on: '2024-06-03',
        by: "M. O'Hara",
        note: '19, not 90',
        correction,
        transaction: cursor + 4,
        ordinal: 0,
      });
    });

    test('appends all or nothing: a judgement of no claim takes the rest with it', async () => {
      const before = await store.health();
      await expect(store.append([added(report('r3')), judged('nowhere', 'accept')], RECORDED)).rejects.toMatchObject({
        code: 'bad-input',
      });
      expect(await store.report('r3')).toBeNull();
      expect(await store.health()).toMatchObject({ reports: before.reports, transactions: before.transactions });
    });

    test('lists reports part by part, in the order in which they became known', async () => {
      for (const id of ['part-1', 'part-2', 'part-3']) await store.append([added(report(id))], RECORDED);
      const whole = (await store.reports()).map(({ id }) => id);
      const parts: string[] = [];
      for (let after: string | undefined; ; after = parts.at(-1)) {
        const part = await store.reports({ limit: 2, ...(after === undefined ? {} : { after }) });
        parts.push(...part.map(({ id }) => id));
        if (part.length < 2) break;
      }
      expect(parts).toEqual(whole);
      expect(whole.length).toBeGreaterThan(4);
      expect(await store.reports({ after: 'nowhere' })).toEqual([]);
      expect(await store.reports({ after: whole.at(-1)! })).toEqual([]);
    });

    test('says how far a reader goes who wants no more than so much at once, and always to the next', async () => {
      const before = await store.cursor();
      const sizes = [2, 1, 3, 1];
      for (const [n, size] of sizes.entries()) {
        const ids = Array.from({ length: size }, (_, i) => claim(`far ${n} ${i}`, `far ${n}`));
        await store.append([added(report(`far ${n}`)), read(`far ${n}`, ids)], RECORDED);
      }
      for (const n of [0, 1]) await store.append([added(report(`bare ${n}`))], RECORDED);
      const reached = async (after: number, most: number) => (await store.reach(before + after, most)) - before;
      expect([await reached(0, 1), await reached(0, 3), await reached(0, 6)]).toEqual([1, 2, 3]);
      expect([await reached(2, 1), await reached(2, 3), await reached(3, 100)]).toEqual([3, 3, 6]);
      expect([await reached(3, 2), await reached(4, 1), await reached(6, 5)]).toEqual([5, 5, 6]);
      for (let after = 0; after < before; after++) expect(await store.reach(after, 1)).toBeGreaterThan(after);
    });

    test('filters by the day known, inclusive, and by the state of the ledger at a transaction', async () => {
      await store.append(
        [added(report('early', { published: '2001-01-01' })), read('early', [claim('e1', 'early')])],
        RECORDED,
      );
      await store.append(
        [added(report('undated', { published: null })), read('undated', [claim('u1', 'undated')])],
        RECORDED,
      );
      expect((await store.facts({ known: '2001-01-01' })).claims.map((c) => c.id)).toEqual(['e1']);
      expect((await store.facts({ known: '2000-12-31' })).reports.map((r) => r.id)).toEqual(['odd']);
      expect((await store.facts({ known: '2024-05-31' })).reports.map((r) => r.id)).not.toContain('undated');
      expect((await store.facts({ known: '2024-06-01' })).reports.map((r) => r.id)).toContain('undated');
      expect((await store.facts({ known: '2024-06-01' })).judgements).toEqual([]);
      const first = await store.facts({ transaction: 1 });
      expect([first.reports.length, first.readings.length, first.claims.length, first.judgements.length]).toEqual([
        1, 1, 1, 0,
      ]);
      const cursor = await store.cursor();
      const last = await store.facts({ after: cursor - 1 });
      expect(last.claims.map((c) => c.id)).toEqual(['u1']);
      const { claims, readings } = await store.facts({ transaction: 2 });
      expect(await store.facts({ transaction: 2, only: ['claims', 'readings'] })).toEqual({
        ...NOTHING,
        claims,
        readings,
      });
      expect(await store.facts({ after: cursor })).toEqual(NOTHING);
      expect(await store.reach(cursor, 10)).toBe(cursor);
      const [upTo, since] = [await store.facts({ transaction: 2 }), await store.facts({ after: 2 })];
      const all = await store.facts();
      for (const list of ['reports', 'readings', 'claims', 'judgements', 'entities', 'redactions'] as const)
        expect(upTo[list].length + since[list].length).toBe(all[list].length);
    });

    test('appends merges, splits and their withdrawal, and the very same one only after another', async () => {
      const merge = entityJudgementSchema.parse({
        ...{ verdict: 'merge', id: 'n1', kind: 'mission', names: ['A', 'B'], into: 'A' },
        ...{ on: '2024-06-02', by: 'M. Ito', note: 'one “A”' },
      });
      const withdraw = entityJudgementSchema.parse({ verdict: 'withdraw', id: 'n1', on: '2024-06-03' });
      const said = (judgement: EntityJudgement): LedgerEvent => ({ kind: 'entity-judged', judgement });
      const cursor = await store.cursor();
      await store.append([said(merge)], RECORDED);
      expect((await store.append([said(merge)], RECORDED)).transaction).toBe(null);
      await store.append([said(withdraw)], RECORDED);
      await store.append([said(merge)], RECORDED);
      const { entities } = await store.facts();
      expect(entities.map((e) => [e.verdict, e.transaction - cursor])).toEqual([
        ['merge', 1],
        ['withdraw', 2],
        ['merge', 3],
      ]);
      expect(entities[0]).toEqual({ ...merge, transaction: cursor + 1, ordinal: 0 });
      expect((await store.facts({ known: '2024-06-02' })).entities).toHaveLength(2);
      expect((await store.facts({ known: '2024-06-01', judged: '2024-06-03' })).entities).toHaveLength(3);
      await expect(store.append([said({ ...withdraw, id: 'n9' })], RECORDED)).rejects.toMatchObject({
        code: 'bad-input',
      });
    });

    erasureContract(() => ({ store, filesWith: ledger.filesWith }));

    searchContract(() => store);

    test('finds claims by the beginning of their id', async () => {
      expect(await store.claimIds('c', 10)).toEqual(['c1', 'c2', 'c3']);
      expect(await store.claimIds('c', 2)).toEqual(['c1', 'c2']);
      expect(await store.claimIds('%', 2)).toEqual([]);
    });

    test('numbers concurrent appends one after the other, without gaps', async () => {
      const cursor = await store.cursor();
      const appended = await Promise.all(
        Array.from({ length: 12 }, (_, i) =>
          store.append([added(report(`p${i}`)), read(`p${i}`, [claim(`p${i}`, `p${i}`)])], RECORDED),
        ),
      );
      const numbers = appended.map((a) => a.transaction!).sort((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: 12 }, (_, i) => cursor + 1 + i));
    });

    test('takes a thousand reports with ten claims each in one transaction', async () => {
      const events = Array.from({ length: 1000 }, (_, i) => [
        added(report(`m${i}`)),
        read(
          `m${i}`,
          Array.from({ length: 10 }, (_, k) => claim(`m${i}-${k}`, `m${i}`, k + 1)),
        ),
      ]).flat();
      const appended = await store.append(events, RECORDED);
      expect([appended.reports.length, appended.claims.length]).toEqual([1000, 10_000]);
    });

    test('is whole after all this, also when opened again', async () => {
      expect(await store.verify()).toEqual([]);
      const before = await store.facts();
      await store.close();
      store = await ledger.reopen();
      expect(await store.facts()).toEqual(before);
      expect(await store.verify()).toEqual([]);
      expect((await store.health()).fsync).toBe(true);
    });

    wordContract(() => ({
      store,
      tamper: ledger.tamper,
      async closed(between) {
        await store.close();
        await between().finally(async () => {
          store = await ledger.reopen();
        });
      },
    }));

    test('refuses a ledger of a newer version and leaves it as it is', async () => {
      await store.close();
      await ledger.tamper(`insert into schema_step values (99, 'from the future', '2099-01-01')`);
      await expect(ledger.reopen()).rejects.toMatchObject({
        code: 'store-newer',
        message: expect.stringContaining('99'),
      });
      await ledger.tamper('delete from schema_step where version = 99');
      store = await ledger.reopen();
      expect(await store.cursor()).toBeGreaterThan(0);
    });

    test.each([
      [
        `update claim set content = jsonb_set(content, '{party}', '"RU"') where id = 'c2'`,
        'the content of a claim was changed',
        'claim c2',
      ],
      [`update report set text = text || '!' where id = 'r2'`, 'the content of a report was changed', 'report r2'],
      [
        `update ledger_transaction set recorded = '2020' where number = 2`,
        'the hash chain is broken',
        'transaction 2 of 2020',
      ],
      [`delete from ledger_transaction where number = 3`, 'a ledger transaction is missing', 'transaction 3'],
    ])('finds what was changed behind its back: %s', async (statement, what, which) => {
      await store.close();
      await ledger.tamper(statement);
      store = await ledger.reopen();
      expect(await store.verify()).toContainEqual({ what, which });
    });
  });
}

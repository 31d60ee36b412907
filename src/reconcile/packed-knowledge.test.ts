// The packed ledger, event by event, says what the fold of all events says: of any day, party and place, as known and as judged on any day.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownClaims } from '../ledger/fold.ts';
import { PackedLedger } from '../ledger/packed-ledger.ts';
import { type Claim, claimSchema } from '../model/claim.ts';
import { entityJudgementSchema } from '../model/entity-judgement.ts';
import type { LedgerFacts } from '../model/event.ts';
import { judgementSchema } from '../model/judgement.ts';
import { fixtureAtlas } from './fixture-atlas.ts';
import { knowledgeOf, reconcile } from './knowledge.ts';
import { PackedKnowledge } from './packed-knowledge.ts';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 120), seed: Number(process.env['SEED'] ?? 20200108) };
const pick = <T>(...of: T[]) => fc.constantFrom(...of);
const day = fc.integer({ min: 0, max: 40 }).map((n) => new Date(Date.UTC(2019, 11, 20 + n)).toISOString().slice(0, 10));
const place = (country: string, name: string | null = null) => ({ country, name });
const places = pick(
  place('EE'),
  place('LV'),
  place('R:BALTICS'),
  place('EE', 'Tapa'),
  place('EE', 'tapa'),
  place('ML'),
);
const time = fc.oneof(
  fc.constant(null),
  day.map((d) => ({ start: d, end: d })),
  day.map((d) => ({ start: d, end: null })),
  fc.constant({ start: '2020-01-01', end: '2020-01-31' }),
);
const number = fc.integer({ min: 0, max: 12 }).map((n) => n * 50);
const quantity = fc.oneof(
  fc.constant(null),
  number.map((n) => ({ min: n, max: n })),
  number.map((n) => ({ min: n, max: n, approx: true })),
  number.map((n) => ({ min: n, max: null })),
);
const words = {
  party: pick('US', 'FR', 'DE', 'NATO', 'UN', 'NATO', 'FR'),
  mission: pick(null, null, 'KFOR', 'kfor', 'ISAF', 'MINUSMA', 'Op Unheard', 'Barkhane', 'Operation Barkhane'),
  unit: pick(null, null, null, '2nd Company', '5th company'),
  said_by: pick(null, null, 'French Defence Ministry', 'NATO spokesman', 'a villager'),
  evidence: pick('they are there', 'they are there, still', 'a fresh count brings the total to'),
  time,
};
const claim = fc
  .oneof(
    { weight: 6, arbitrary: fc.record({ ...words, kind: fc.constant('presence'), quantity, place: places }) },
    {
      weight: 2,
      arbitrary: fc.record({
        ...words,
        kind: fc.constant('movement'),
        quantity,
        from: fc.array(places, { maxLength: 1 }),
        to: fc.array(places, { maxLength: 1 }),
        move: pick('deploy', 'withdraw', 'relocate'),
        phase: pick('planned', 'underway', 'completed', 'completed', 'cancelled'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('status'),
        evidence: words.evidence,
        party: words.party,
        mission: words.mission,
        place: places,
        status: pick('suspended', 'resumed'),
        time,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('decision'), evidence: words.evidence, action: pick('end', 'extend') }),
    },
  )
  .map((one): Claim => claimSchema.parse(one));

/** Texts of which two in three are copies of one another. */
const signature = pick(null, 1, 1, 2).map((n) =>
  n === null ? null : Array.from({ length: 64 }, (_, i) => n * 1000 + i),
);

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('report' as const),
      published: fc.oneof({ weight: 4, arbitrary: day }, { weight: 1, arbitrary: fc.constant(null) }),
      publisher: pick('Bote', 'Kurier', null),
      signature,
      claims: fc.array(claim, { minLength: 1, maxLength: 4 }),
      extractor: pick('import', 'rules'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('reading' as const),
      report: fc.nat(),
      keeps: fc.boolean(),
      claims: fc.array(claim, { maxLength: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('judgement' as const),
      claim: fc.nat(),
      verdict: pick('accept', 'reject', 'correct', 'withdraw'),
      on: day,
      correction: claim,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('merge' as const),
      what: pick('mission', 'place', 'party'),
      verdict: pick('merge', 'merge', 'withdraw'),
      on: day,
    }),
  },
);

const NOTHING: LedgerFacts = { reports: [], readings: [], claims: [], judgements: [], entities: [], redactions: [] };
const MERGES = {
  mission: { names: ['Op Unheard'], into: 'KFOR' },
  place: { names: ['EE/Tapa'], into: 'LV/Adazi' },
  party: { names: ['DE'], into: 'FR' },
} as const;

/** Each step as the facts of one transaction. */
function factsOf(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): LedgerFacts[] {
  const reports: string[] = [];
  const claims: { id: string; report: string }[] = [];
  const stored = (list: readonly Claim[], report: string, transaction: number) =>
    list.map((one, i) => {
      const id = `c${transaction}-${i}`;
      claims.push({ id, report });
      return { id, report, claim: one, spans: null, maker: 'm', confidence: 1, grounded: false };
    });
  return steps.map((one, i): LedgerFacts => {
    const transaction = i + 1;
    if (one.kind === 'report') {
      const id = `r${transaction}`;
      reports.push(id);
      const { published, publisher, signature } = one;
      const made = stored(one.claims, id, transaction);
      const ids = made.map((c) => c.id);
      const fact = { id, published, publisher, url: null, title: null, recorded: '2020-01-10', agency: null };
      return {
        ...NOTHING,
        reports: [{ ...fact, transaction, signature }],
        claims: made,
        readings: [{ report: id, extractor: one.extractor, version: '1', claims: ids, transaction }],
      };
    }
    if (one.kind === 'reading' && reports.length > 0) {
      const report = reports[one.report % reports.length]!;
      const kept = one.keeps ? claims.filter((c) => c.report === report).map((c) => c.id) : [];
      const made = stored(one.claims, report, transaction);
      const ids = [...kept, ...made.map((c) => c.id)];
      return {
        ...NOTHING,
        claims: made,
        readings: [{ report, extractor: 'rules', version: `${transaction}`, claims: ids, transaction }],
      };
    }
    if (one.kind === 'judgement' && claims.length > 0) {
      const { verdict, on, correction } = one;
      const of = claims[one.claim % claims.length]!.id;
      const judgement = judgementSchema.parse({
        claim: of,
        verdict,
        on,
        correction: verdict === 'correct' ? correction : null,
      });
      return { ...NOTHING, judgements: [{ ...judgement, transaction, ordinal: 0 }] };
    }
    if (one.kind === 'merge') {
      const merge = { id: `n-${one.what}`, kind: one.what, on: one.on, ...MERGES[one.what as keyof typeof MERGES] };
      const said =
        one.verdict === 'merge' ? { verdict: 'merge', ...merge } : { verdict: 'withdraw', id: merge.id, on: one.on };
      return { ...NOTHING, entities: [{ ...entityJudgementSchema.parse(said), transaction, ordinal: 0 }] };
    }
    return NOTHING;
  });
}

const joined = (all: readonly LedgerFacts[]): LedgerFacts => ({
  reports: all.flatMap((f) => f.reports),
  readings: all.flatMap((f) => f.readings),
  claims: all.flatMap((f) => f.claims),
  judgements: all.flatMap((f) => f.judgements),
  entities: all.flatMap((f) => f.entities),
  redactions: [],
});

const DAYS: readonly (readonly [known: string, judged: string])[] = [
  ['2020-01-05', '2020-01-05'],
  ['2020-01-05', '2020-01-25'],
  ['9999-12-31', '9999-12-31'],
];
const QUESTIONS = ['2019-12-31', '2020-01-10', '2020-02-10'].flatMap((at) => [
  { at },
  { at, party: 'FR' },
  { at, party: 'NATO' },
  { at, party: 'US', place: place('R:BALTICS') },
  { at, place: place('EE') },
]);

test('the packed ledger answers as the fold does, whatever comes in', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const ledger = new PackedLedger();
      const all = factsOf(steps);
      const fresh = (): PackedKnowledge[] => DAYS.map((days) => new PackedKnowledge(ledger, ...days, fixtureAtlas));
      let pictures = fresh();
      for (const [i, facts] of all.entries()) {
        const touched = ledger.take(facts);
        if (facts.entities.length > 0) pictures = fresh();
        for (const picture of pictures) picture.refresh(touched);
        for (const [d, [known, judged]] of DAYS.entries()) {
          const folded = knownClaims(joined(all.slice(0, i + 1)), known, judged);
          const picture = pictures[d]!;
          // Asked at every step, so that what is kept from the step before must not show.
          const last = i === all.length - 1;
          for (const question of last ? QUESTIONS : QUESTIONS.slice(5, 8))
            expect(picture.reconciled(question)).toEqual(reconcile(folded, fixtureAtlas, question));
          const named = knowledgeOf(folded, fixtureAtlas).inNames();
          expect(picture.inNames().reconciled(QUESTIONS[i % 5]!)).toEqual(named.reconciled(QUESTIONS[i % 5]!));
          if (!last) continue;
          expect([...picture.claims()]).toEqual(folded);
          expect([...picture.claims('movement')]).toEqual(folded.filter((one) => one.claim.kind === 'movement'));
          for (const { id } of folded) expect(picture.claim(id)).toEqual(folded.find((one) => one.id === id));
          for (const { id } of joined(all).claims)
            expect(picture.claim(id) === null).toBe(!folded.some((one) => one.id === id));
        }
      }
    }),
    RUNS,
  );
});

test('an answer about one party is its part of the answer about all', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const folded = knownClaims(joined(factsOf(steps)), '9999-12-31');
      for (const at of ['2020-01-10', '2020-02-10']) {
        const world = reconcile(folded, fixtureAtlas, { at });
        for (const party of ['US', 'FR', 'DE', 'NATO', 'UN'])
          expect(reconcile(folded, fixtureAtlas, { at, party }).rows).toEqual(
            world.rows.filter((row) => row.party === party),
          );
      }
    }),
    RUNS,
  );
});

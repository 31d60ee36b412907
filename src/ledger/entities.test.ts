import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claim, claimSchema } from '../model/claim.ts';
import { type EntityJudgement, entityJudgementSchema, type Renaming } from '../model/entity-judgement.ts';
import type { EntityJudgementFact } from '../model/event.ts';
import { claimReader, entitiesInForce, entityId, placeName, placeOf } from './entities.ts';

const renaming = (
  verdict: 'merge' | 'split',
  kind: Renaming['kind'],
  names: string[],
  into: string,
  over = {},
): Renaming =>
  entityJudgementSchema.parse({
    ...{ id: `n-${kind}-${into}`, verdict, kind, names, into, on: '2021-03-01' },
    ...over,
  }) as Renaming;
const at = (judgement: EntityJudgement, transaction: number): EntityJudgementFact => ({
  ...judgement,
  transaction,
  ordinal: 0,
});
const presence = (over: object): Claim =>
  claimSchema.parse({
    ...{ kind: 'presence', evidence: 'e', party: 'GB', mission: 'Op Kipion' },
    ...{ quantity: { min: 9, max: 9 }, place: { country: 'BH', name: 'Juffair' } },
    ...over,
  });
const read = (inForce: readonly Renaming[], claim: Claim, id = 'c1') => claimReader(inForce)(id, claim);

describe('what counts on a day', () => {
  const merge = renaming('merge', 'mission', ['A'], 'B');
  const withdraw = entityJudgementSchema.parse({ verdict: 'withdraw', id: merge.id, on: '2021-05-01' });
  const again = { ...merge, on: '2021-07-01' };
  const all = [at(again, 3), at(merge, 1), at(withdraw, 2)];
  test.each([
    ['2021-02-28', 0],
    ['2021-03-01', 1],
    ['2021-05-01', 0],
    ['2021-07-01', 1],
  ])('as judged by %s: %i in force', (day, count) => {
    expect(entitiesInForce(all, day)).toHaveLength(count);
  });
  test('the same words have one id, whoever says them', () => {
    const said = { verdict: 'merge', kind: 'unit', names: ['x', 'y'], into: 'z', party: null, claims: [] } as const;
    const id = entityId({ ...said, names: ['x', 'y'], claims: [] });
    expect(id).toMatch(/^n[0-9a-f]{12}$/);
    expect(entityId({ ...said, names: ['y', 'x'], claims: [] })).toBe(id);
    expect(entityId({ ...said, names: ['x', 'y'], claims: [], party: 'GB' })).not.toBe(id);
  });
});

describe('how a claim reads', () => {
  test('a merged mission by any of its names', () => {
    const inForce = [renaming('merge', 'mission', ['Operation Kipion'], 'Gulf patrol')];
    for (const mission of ['Op Kipion', 'the Operation KIPION', 'Kipion'])
      expect(read(inForce, presence({ mission }))).toEqual({
        claim: presence({ mission: 'Gulf patrol' }),
        entities: ['n-mission-Gulf patrol'],
      });
    expect(read(inForce, presence({ mission: 'Kipion Two' }))).toEqual({
      claim: presence({ mission: 'Kipion Two' }),
      entities: [],
    });
  });
  test('a merge of a merge to its end, and a ring without end at all', () => {
    const chain = [renaming('merge', 'unit', ['a'], 'b'), renaming('merge', 'unit', ['b'], 'c')];
    expect(read(chain, presence({ unit: 'A' })).claim).toMatchObject({ unit: 'c' });
    const ring = [...chain, renaming('merge', 'unit', ['c'], 'a')];
    expect(['a', 'b', 'c']).toContain((read(ring, presence({ unit: 'a' })).claim as { unit: string }).unit);
  });
  test('of two words on one name by the later, and by one on this very claim before one on all', () => {
    const both = [renaming('merge', 'unit', ['a'], 'b'), renaming('split', 'unit', ['a'], 'x')];
    expect(read(both, presence({ unit: 'a' })).claim).toMatchObject({ unit: 'x' });
    const one = [renaming('split', 'unit', ['a'], 'x', { claims: ['c7'] }), renaming('merge', 'unit', ['a'], 'b')];
    expect(read(one, presence({ unit: 'a' }), 'c7').claim).toMatchObject({ unit: 'x' });
    expect(read(one, presence({ unit: 'a' }), 'c8').claim).toMatchObject({ unit: 'b' });
  });
  test('a unit of one party only in claims about its forces', () => {
    const inForce = [renaming('merge', 'unit', ['3rd Brigade'], '3rd Assault Brigade', { party: 'UA' })];
    expect(read(inForce, presence({ party: 'UA', unit: '3rd brigade' })).claim).toMatchObject({
      unit: '3rd Assault Brigade',
    });
    expect(read(inForce, presence({ party: 'FR', unit: '3rd brigade' })).claim).toMatchObject({ unit: '3rd brigade' });
  });
  test('parties and places, at every end of a movement', () => {
    const inForce = [
      renaming('merge', 'party', ['OTHER:The Corps'], 'OTHER:Africa Corps'),
      renaming('merge', 'place', ['ML/Base 101'], 'ML/Bamako air base'),
    ];
    const moved = claimSchema.parse({
      ...{ kind: 'movement', evidence: 'e', party: 'OTHER:the corps', move: 'relocate', phase: 'completed' },
      ...{ from: [{ country: 'ML', name: 'base 101' }], to: [{ country: 'NE', name: 'Base 101' }] },
    });
    expect(read(inForce, moved).claim).toMatchObject({
      party: 'OTHER:Africa Corps',
      from: [{ country: 'ML', name: 'Bamako air base' }],
      to: [{ country: 'NE', name: 'Base 101' }],
    });
  });
});

test('a place written on one line is that place', () => {
  const place = fc.record({
    country: fc.constantFrom('IQ', 'R:SAHEL', null),
    name: fc.option(
      fc.string({ minLength: 1 }).filter((s) => s !== ''),
      { nil: null },
    ),
  });
  fc.assert(
    fc.property(place, (p) => {
      expect(placeOf(placeName(p))).toEqual(p);
    }),
  );
});

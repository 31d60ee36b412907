// The scenarios of ../shared/eval/posture-dev, asked of the pure function itself.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixtureAtlas } from './fixture-atlas.ts';
import { reconcile } from './knowledge.ts';
import { knownOf, type PostureCase, problemsOf } from './posture-cases.ts';

const CASES = '../shared/eval/posture-dev';
const present = existsSync(CASES);
if (!present && process.env['LAYDOWN_ALL'] === '1') throw new Error(`${CASES} is not here`);

describe.skipIf(!present)(`scenarios (skipped where ${CASES} is absent)`, () => {
  const files = present
    ? readdirSync(CASES)
        .filter((f) => f.endsWith('.json'))
        .sort()
    : [];
  for (const file of files) {
    const one = JSON.parse(readFileSync(join(CASES, file), 'utf8')) as PostureCase;
    test.each(
      one.questions.map(
        (q) => [`${q.ask.party} in ${JSON.stringify(q.ask.place)} at ${q.ask.at} known ${q.ask.known}`, q] as const,
      ),
    )(`${one.id}: ${one.title}: %s`, (_, { ask, expect: wanted, because }) => {
      const known = knownOf(one, ask.known);
      const party = fixtureAtlas.partyCode(ask.party_as ?? ask.party) ?? ask.party;
      const place = typeof ask.place === 'string' ? fixtureAtlas.placeNamed(ask.place) : null;
      const { rows } = reconcile(known, fixtureAtlas, { at: ask.at, party, place });
      const { conflicts } = reconcile(known, fixtureAtlas, { at: ask.at });
      expect(problemsOf(one, ask, wanted, rows, conflicts), because).toEqual([]);
    });
  }
});

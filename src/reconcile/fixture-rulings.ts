// Each ruling of reconciliation as scenarios, with other forces, numbers and orders of reports than any scenario file holds: title, reports, and
// for each question the row as it must be and the conflicts, none unless named.
import { describe, expect, test } from 'vitest';
import type { CaseReport, PostureCase } from './posture-cases.ts';
import { ask, type Question, shown } from './scenario.ts';

interface Asked {
  /** Claims of each conflict, by id; none where absent. */
  readonly conflicts?: readonly string[];
  readonly judge?: PostureCase['judge'];
}

type Answer = readonly [question: Question, answer: string, asked?: Asked];
type Case = readonly [title: string, reports: readonly CaseReport[], answers: readonly Answer[]];

export const q = (party: string, place: string, at: string, more: Partial<Question> = {}): Question => ({
  party,
  place,
  at,
  ...more,
});

/** Whatever order reports and claims came in. */
export function rulings(groups: Record<string, readonly Case[]>): void {
  describe.each(Object.entries(groups))('%s', (_, cases) => {
    for (const [title, reports, answers] of cases)
      for (const [question, answer, { conflicts: wanted = [], judge = [] } = {}] of answers)
        test(`${title}: ${question.party} in ${question.place} at ${question.at} is ${answer}`, () => {
          const { row, conflicts } = ask(reports, question, judge);
          expect(shown(row), row?.why).toBe(answer);
          expect(conflicts.map((c) => c.claims.join(' ')).sort()).toEqual([...wanted].sort());
          const shuffled = [...reports].reverse().map((r) => ({ ...r, claims: [...r.claims].reverse() }));
          expect(shown(ask(shuffled, question, judge).row)).toBe(answer);
        });
  });
}

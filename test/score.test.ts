// Our figures are those of the corpus' own scorer, on claims spoilt in every way that it tells apart.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { LooseClaim } from '../src/app/score/agreement.ts';
import { score } from '../src/app/score/score.ts';

const shared = join(import.meta.dirname, '../../shared');
const gold = join(shared, 'corpus/dev');
const scorer = join(shared, 'eval/score.mjs');
const isHere = existsSync(gold) && existsSync(scorer);
if (!isHere && process.env['LAYDOWN_ALL'])
  throw new Error('the annotated corpus is not beside the checkout (../shared)');

/** The n-th claim, spoilt in the n-th way; null leaves it out. */
function spoilt(claim: LooseClaim, n: number): LooseClaim | null {
  const { optional: _optional, ...c } = claim;
  const time = c['time'] as { start: string | null; end: string | null } | null | undefined;
  switch (n % 14) {
    case 1:
      return null;
    case 2:
      return { ...c, party: 'OTHER:somebody' };
    case 3:
      return { ...c, quantity: c['quantity'] ? null : { min: 3, max: 3 } };
    case 4:
      return { ...c, phase: 'proposed', status: 'ended', action: 'other' };
    case 5:
      return { ...c, time: time ? null : { start: '1990-01-01', end: '1990-12-31' } };
    case 6:
      return { ...c, said_by: c['said_by'] ? null : 'a spokesman', temporary: !c['temporary'] };
    case 7:
      return { ...c, evidence: `${c['evidence']} and more that nobody wrote` };
    case 8:
      return { ...c, place: [{ country: 'FJ', name: 'Fiji' }], from: [], to: [{ country: 'FJ', name: 'Fiji' }] };
    case 9:
      return { ...c, unit: 'First Battalion', mission: 'Operation Nowhere', vote: null, final: true };
    case 10:
      return { ...c, kind: 'presence' };
    case 11:
      return { ...c, evidence: String(c['evidence']).replace(/ /g, '\u00a0') };
    default:
      return c;
  }
}

test.skipIf(!isHere)('gives the figures of the corpus scorer (skipped where ../shared is absent)', () => {
  const out = mkdtempSync(join(tmpdir(), 'laydown-score-'));
  try {
    let n = 0;
    const reports = readdirSync(gold)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => {
        const report = JSON.parse(readFileSync(join(gold, name), 'utf8'));
        const claims: LooseClaim[] = report.claims;
        const found = claims.map((claim) => spoilt(claim, n++)).filter((claim) => claim !== null);
        // A claim told twice, and one that is in another report.
        if (n % 5 === 0 && found[0]) found.push(found[0]);
        if (claims.length === 0 && n % 2 === 0)
          found.push({ kind: 'presence', party: 'US', place: { country: 'IQ' }, evidence: 'x' });
        writeFileSync(join(out, name), JSON.stringify({ claims: found }));
        return { id: report.id, text: report.text, expected: claims, found };
      });
    const theirs = spawnSync(process.execPath, [scorer, gold, out, '--json'], { encoding: 'utf8' });
    const { misses, ...ours } = score(reports);
    expect(ours).toEqual(JSON.parse(theirs.stdout));
    expect(misses.length).toBeGreaterThan(100);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
});

test('a reader that finds every claim as it is expected has full marks', () => {
  const claim = {
    kind: 'presence',
    party: 'DE',
    place: { country: 'IQ' },
    quantity: { min: 1, max: 1 },
    evidence: 'one German',
  };
  const { core, full, grounded } = score([
    { id: 'a', text: 'There is one German.', expected: [claim], found: [claim] },
  ]);
  expect([core.f1, full.f1, grounded]).toEqual([1, 1, 1]);
});

test('a report without a prediction counts as one without claims, a negative one counts its alarms', () => {
  const claim = { kind: 'presence', party: 'DE', place: { country: 'IQ' }, evidence: 'nowhere in the text' };
  const result = score([
    { id: 'a', text: 'Germans', expected: [claim], found: [] },
    { id: 'b', text: 'Nothing', expected: [], found: [claim] },
  ]);
  expect(result.core).toMatchObject({ gold: 1, pred: 1, hit: 0 });
  expect(result.grounded).toBe(0);
  expect(result.false_alarms).toEqual({ negatives: 1, claims: 1, per_report: 1 });
});

// Each rule reads its own examples and none of its counter-examples; no two rules tie on an example.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { curate, dataFromCurated, makeGazetteer, readTables, TABLE_NAMES } from '../../gazetteer/index.ts';
import { printFields } from '../../model/notation.ts';
import { extract } from '../extract.ts';
import type { TraceStep } from '../trace.ts';
import { RULES } from './index.ts';
import { tiesIn } from './ties.ts';

const tables = Object.fromEntries(
  TABLE_NAMES.map((name) => [name, readFileSync(new URL(`../../../data/${name}.tsv`, import.meta.url), 'utf8')]),
) as Record<(typeof TABLE_NAMES)[number], string>;
const gazetteer = makeGazetteer(dataFromCurated(curate(readTables(tables))));

/** Claims of one rule in a sentence, in the one-line notation; with the trace for a failure. */
function readBy(rule: string, text: string): { claims: string[]; trace: TraceStep[] } {
  const trace: TraceStep[] = [];
  const report = { id: 'example', text, title: null, published: '2020-06-15', publisher: null, url: null };
  const claims = extract(report, gazetteer, { trace: (step) => trace.push(step) });
  return { claims: claims.filter((c) => c.rule === rule).map((c) => printFields(c, false)), trace };
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(Object.entries(rule.examples))('reads: %s', (text, lines) => {
    const { claims, trace } = readBy(id, text);
    expect(claims, JSON.stringify(trace, null, 1)).toEqual(expect.arrayContaining([...lines]));
  });
  test.each(rule.not.map((text) => [text]))('reads nothing in: %s', (text) => {
    const { claims, trace } = readBy(id, text);
    expect(claims, JSON.stringify(trace, null, 1)).toEqual([]);
  });
});

test('every rule has an id of its own, an example and a counter-example', () => {
  expect(new Set(RULES.map((r) => r.id)).size).toBe(RULES.length);
  for (const rule of RULES) {
    expect(Object.keys(rule.examples), rule.id).not.toEqual([]);
    expect(rule.not, rule.id).not.toEqual([]);
  }
});

test.each(RULES.map((rule) => [rule.id, rule] as const))('no rule ties with %s on an example of it', (id, rule) => {
  const ties = [...Object.keys(rule.examples), ...rule.not].flatMap((text) => tiesIn(readBy(id, text).trace));
  expect(ties, 'make one of the two more certain (`confidence`), or let one leave these words to the other').toEqual(
    [],
  );
});

test('two rules that make the same claim of the same words, as sure as each other, tie; a surer one does not', () => {
  const { trace } = readBy('presence/phrase', 'The 120 German soldiers in Iraq are ill.');
  const [step] = trace.filter((s) => s.step === 'claimed');
  const other = { ...step!, rule: 'presence/other' };
  expect(tiesIn([step!, other])).toEqual([`${[step!.rule, other.rule].sort().join(' = ')}: presence DE 120 IQ`]);
  expect(tiesIn([step!, { ...other, claims: step!.claims.map((c) => ({ ...c, confidence: 0.5 })) }])).toEqual([]);
});

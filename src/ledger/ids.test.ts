import { expect, test } from 'vitest';
import { claimSchema } from '../model/claim.ts';
import { claimId, reportId } from './ids.ts';

const report = { text: 'Forty sappers landed.', title: null, published: '2022-02-02', publisher: 'Gazette', url: null };
const claim = { kind: 'presence', evidence: 'Forty sappers', party: 'FI', quantity: { min: 40, max: 40 } };

test('gives one report one id, and another to a change of its text, day or publisher', () => {
  expect(reportId({ ...report })).toBe(reportId(report));
  for (const change of [{ text: 'x' }, { published: null }, { publisher: 'Courier' }, { title: 't' }])
    expect(reportId({ ...report, ...change })).not.toBe(reportId(report));
});

test('tells reports apart by their address only where there is no text', () => {
  expect(reportId({ ...report, url: 'https://example.org/a' })).toBe(reportId(report));
  const bare = { ...report, text: null };
  expect(reportId({ ...bare, url: 'https://example.org/a' })).not.toBe(reportId(bare));
});

test('gives a claim the id of its content: fields left out count as null, spans and confidence not at all', () => {
  const id = claimId('r', claimSchema.parse(claim));
  const extracted = {
    ...claimSchema.parse({ ...claim, said_by: null, unit: null }),
    spans: { evidence: [0, 13] },
    confidence: 0.4,
  };
  expect(claimId('r', extracted)).toBe(id);
  expect(claimId('other', claimSchema.parse(claim))).not.toBe(id);
  expect(claimId('r', claimSchema.parse({ ...claim, party: 'SE' }))).not.toBe(id);
});

test('stays what it is from release to release: ids are in ledgers', () => {
  expect(reportId(report)).toBe('65d7c5d466c483eb1193');
  expect(claimId('r', claimSchema.parse(claim))).toBe('a05e84b2d156ac05a62d');
});

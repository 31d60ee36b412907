// Events that the suites of the store append: reports of a few words, with claims, readings and judgements of them.
import { type Claim, claimSchema } from '../model/claim.ts';
import type { LedgerClaim, LedgerEvent } from '../model/event.ts';
import { judgementSchema } from '../model/judgement.ts';
import { type Report, reportSchema } from '../model/report.ts';

export const RECORDED = '2024-06-01T12:00:00.000Z';

export const report = (id: string, over: Partial<Report> = {}): Report =>
  reportSchema.parse({ id, text: `Latvia has 90 soldiers in Kosovo, ${id} says.`, published: '2024-05-30', ...over });
export const added = (r: Report): LedgerEvent => ({ kind: 'report-added', report: r, agency: null, signature: null });
export const presence = (n: number): Claim =>
  claimSchema.parse({
    kind: 'presence',
    evidence: `Latvia has ${n} soldiers in Kosovo`,
    party: 'LV',
    quantity: { min: n, max: n },
    place: { country: 'XK', name: 'Kosovo' },
  });
export const claim = (id: string, of: string, n = 90): LedgerClaim => ({
  id,
  report: of,
  claim: presence(n),
  spans: { evidence: [0, 33], quantity: [11, 13] },
  maker: 'presence/x-has-n',
  confidence: 0.9,
  grounded: true,
});
export const read = (of: string, claims: readonly LedgerClaim[], version = '1', extractor = 'rules'): LedgerEvent => ({
  kind: 'claims-extracted',
  reading: { report: of, extractor, version, claims },
});
export const judged = (of: string, verdict: string, on = '2024-06-02', over = {}): LedgerEvent => ({
  kind: 'claim-judged',
  judgement: judgementSchema.parse({ claim: of, verdict, on, ...over }),
});

// From events to what was known: a pure fold over reports, readings and judgements. The order in which they arrived does not matter.
import { canonicalJson } from '../model/canonical-json.ts';
import type { Claim } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import type { JudgementFact, LedgerClaim, LedgerFacts, ReadingFact, ReportFact } from '../model/event.ts';
import { claimReader, entitiesInForce, type Read } from './entities.ts';
import type { KnownClaim } from './known-claim.ts';
import { originsOf } from './origins.ts';

/** The extractor name under which claims made elsewhere come in. Its readings add up; those of all others supersede one another. */
export const IMPORT = 'import';

/** The day a report became known: when it was published, or when the ledger got it where that is not known. */
export const knownDayOf = (report: Pick<ReportFact, 'published' | 'recorded'>): Day =>
  report.published ?? report.recorded;

/**
 * The claims known on a day, rejected ones left out, corrected ones as corrected; sorted by the day known, then by id.
 * Judgements, merges and splits count from their `on` day, inclusive, up to `judged`.
 */
export function knownClaims(facts: LedgerFacts, known: Day, judged: Day = known): KnownClaim[] {
  const reports = new Map(facts.reports.filter((r) => knownDayOf(r) <= known).map((r) => [r.id, r]));
  const claims = new Map(facts.claims.filter((c) => reports.has(c.report)).map((c) => [c.id, c]));
  const verdicts = verdictsInForce(facts.judgements, judged);
  const read = claimReader(entitiesInForce(facts.entities, judged));
  const standing = standingClaims(facts.readings, (id) => claims.get(id)?.claim, verdicts);

  const kept: (Read & { readonly stored: LedgerClaim; readonly verdict: KnownClaim['verdict'] })[] = [];
  for (const id of standing) {
    const stored = claims.get(id);
    if (stored === undefined) continue;
    const judgement = verdicts.get(id);
    if (judgement?.verdict === 'reject') continue;
    kept.push({ stored, ...read(id, asJudged(stored.claim, judgement)), verdict: verdictOf(judgement) });
  }
  const origins = originsOf(
    kept.map(({ stored, claim }) => {
      const report = reports.get(stored.report)!;
      return { id: stored.id, claim, report, known: knownDayOf(report) };
    }),
  );
  return kept
    .map(({ stored, claim, verdict, entities }): KnownClaim => {
      const report = reports.get(stored.report)!;
      const { id, published, publisher, url, title } = report;
      return {
        id: stored.id,
        claim,
        report: { id, published, publisher, url, title },
        known: knownDayOf(report),
        verdict,
        ...(entities.length > 0 ? { entities } : {}),
        grounded: stored.grounded,
        maker: stored.maker,
        origin: origins.get(stored.id)!,
      };
    })
    .sort(byDayKnown);
}

/** Where a claim stands among those that are known. */
export type ClaimPlace = Pick<KnownClaim, 'id' | 'known'>;

/** The order of known claims: by the day known, then by id. */
export const byDayKnown = (a: ClaimPlace, b: ClaimPlace): number =>
  a.known < b.known ? -1 : a.known > b.known ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Claim -> the judgement that counts on that day; a withdrawn one counts for nothing. The later `on` wins, then the later in the ledger. */
export function verdictsInForce(judgements: readonly JudgementFact[], known: Day): Map<string, JudgementFact> {
  const latest = new Map<string, JudgementFact>();
  for (const judgement of judgements) {
    if (judgement.on > known) continue;
    const other = latest.get(judgement.claim);
    if (other === undefined || isLater(judgement, other)) latest.set(judgement.claim, judgement);
  }
  for (const [claim, { verdict }] of latest) if (verdict === 'withdraw') latest.delete(claim);
  return latest;
}

function isLater(a: JudgementFact, b: JudgementFact): boolean {
  if (a.on !== b.on) return a.on > b.on;
  return a.transaction !== b.transaction ? a.transaction > b.transaction : a.ordinal > b.ordinal;
}

export const verdictOf = (judgement: JudgementFact | undefined): KnownClaim['verdict'] =>
  judgement?.verdict === 'accept' || judgement?.verdict === 'correct' ? judgement.verdict : null;

/** A correction keeps the quotation of the original: that is what the report says. */
export const asJudged = (claim: Claim, judgement: JudgementFact | undefined): Claim =>
  judgement?.verdict === 'correct' && judgement.correction !== null
    ? { ...judgement.correction, evidence: claim.evidence }
    : claim;

/**
 * The claims of the newest reading of each report by each extractor, and all imported ones. A claim that a reviewer accepted or corrected
 * outlives the reading that made it, until a newer reading finds its like: what a person has signed is not lost to an upgrade.
 */
export function standingClaims(
  readings: readonly ReadingFact[],
  claimOf: (id: string) => Claim | undefined,
  verdicts: ReadonlyMap<string, JudgementFact>,
): Set<string> {
  const newest = new Map<string, ReadingFact>();
  const standing = new Set<string>();
  for (const reading of readings) {
    if (reading.extractor === IMPORT) {
      for (const id of reading.claims) standing.add(id);
      continue;
    }
    const key = `${reading.extractor}\n${reading.report}`;
    const other = newest.get(key);
    if (other === undefined || isNewer(reading, other)) newest.set(key, reading);
  }
  for (const reading of newest.values()) for (const id of reading.claims) standing.add(id);
  for (const reading of readings) {
    for (const id of reading.claims) {
      const verdict = verdicts.get(id)?.verdict;
      if (standing.has(id) || (verdict !== 'accept' && verdict !== 'correct')) continue;
      const signed = claimOf(id);
      const current = newest.get(`${reading.extractor}\n${reading.report}`);
      if (signed === undefined || current?.claims.some((c) => isLike(claimOf(c), signed))) continue;
      standing.add(id);
    }
  }
  return standing;
}

function isNewer(a: ReadingFact, b: ReadingFact): boolean {
  const order = compareVersions(a.version, b.version);
  return order !== 0 ? order > 0 : a.transaction > b.transaction;
}

/** Number by number: "1.10.0" is newer than "1.9.2"; a part that is no number compares as text. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a.split(/[.+-]/), b.split(/[.+-]/)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [p, q] = [x[i] ?? '0', y[i] ?? '0'];
    if (p === q) continue;
    const numbers = /^\d+$/.test(p) && /^\d+$/.test(q);
    if (numbers && Number(p) === Number(q)) continue;
    return (numbers ? Number(p) < Number(q) : p < q) ? -1 : 1;
  }
  return 0;
}

/** The same kind of assertion about the same force and places: a newer reading's word for it. */
function isLike(a: Claim | undefined, b: Claim): boolean {
  if (a === undefined || a.kind !== b.kind) return false;
  const subject = (claim: Claim): string => {
    const { quantity, evidence, time, said_by, phase, temporary, ...rest } = claim as unknown as Record<
      string,
      unknown
    >;
    return canonicalJson(rest);
  };
  return subject(a) === subject(b);
}

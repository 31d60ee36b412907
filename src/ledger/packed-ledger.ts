// The ledger's events held in columns: reports, readings and judgements as they came, a million claims in a few hundred megabytes.
import type { Claim } from '../model/claim.ts';
import type { EntityJudgementFact, JudgementFact, LedgerFacts, ReadingFact, ReportFact } from '../model/event.ts';
import { asJudged, IMPORT } from './fold.ts';
import { PackedClaims } from './packed-claims.ts';

export interface PackedReading extends Omit<ReadingFact, 'claims'> {
  readonly rows: Int32Array;
}

export interface PackedReport {
  readonly fact: ReportFact;
  readonly readings: PackedReading[];
  readonly judgements: PackedJudgement[];
}

export interface PackedJudgement {
  readonly fact: JudgementFact;
  /** The claim it is on; the claim as corrected. */
  readonly row: number;
  readonly corrected: number | null;
}

export class PackedLedger {
  readonly claims = new PackedClaims();
  readonly reports: PackedReport[] = [];
  readonly entities: EntityJudgementFact[] = [];
  readonly #byId = new Map<string, number>();

  /** Takes what later transactions added. Gives the numbers of the reports of which more is known now. */
  take(facts: LedgerFacts): readonly number[] {
    const touched = new Set<number>();
    for (const fact of facts.reports) {
      this.#byId.set(fact.id, this.reports.length);
      touched.add(this.reports.length);
      this.reports.push({ fact, readings: [], judgements: [] });
    }
    for (const stored of facts.claims) this.claims.add(stored, this.#numberOf(stored.report));
    for (const { claims, ...reading } of facts.readings) {
      const number = this.#numberOf(reading.report);
      const rows = claims.map((id) => this.claims.rowOf(id)).filter((row) => row !== null);
      this.reports[number]!.readings.push({ ...reading, rows: Int32Array.from(rows) });
      touched.add(number);
    }
    for (const fact of facts.judgements) {
      const row = this.claims.rowOf(fact.claim);
      if (row === null) continue;
      const number = this.claims.reportOf(row);
      this.reports[number]!.judgements.push({ fact, row, corrected: this.#corrected(row, number, fact) });
      touched.add(number);
    }
    this.entities.push(...facts.entities);
    return [...touched];
  }

  claimOf(id: string): Claim | undefined {
    const row = this.claims.rowOf(id);
    return row === null ? undefined : this.claims.claimOf(row);
  }

  #corrected(row: number, report: number, fact: JudgementFact): number | null {
    if (fact.verdict !== 'correct' || fact.correction === null) return null;
    const claim = asJudged(this.claims.claimOf(row), fact);
    const [maker, grounded] = [this.claims.makerOf(row), this.claims.isGrounded(row)];
    return this.claims.add({ id: fact.claim, claim, maker, grounded, spans: null, confidence: 1 }, report, true);
  }

  #numberOf(report: string): number {
    const number = this.#byId.get(report);
    if (number === undefined)
      throw new Error(`a claim or reading of the report ${report}, which the ledger does not hold`);
    return number;
  }
}

/** A reading as the fold takes it. */
export const unpacked = (reading: PackedReading, claims: PackedClaims): ReadingFact => {
  const { rows, ...rest } = reading;
  return { ...rest, claims: Array.from(rows, (row) => claims.idOf(row)) };
};

/** Nothing but imports, which add up: no reading stands in another's place. */
export const addsUp = (report: PackedReport): boolean => report.readings.every((one) => one.extractor === IMPORT);

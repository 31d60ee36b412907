// The ledger's events held in columns: reports, readings and judgements as they came, a million claims in a few hundred megabytes.
import type { Claim } from '../model/claim.ts';
import type { EntityJudgementFact, JudgementFact, LedgerFacts, ReadingFact, ReportFact } from '../model/event.ts';
import { type Redaction, redactedMark } from '../model/redaction.ts';
import { asJudged, IMPORT } from './fold.ts';
import { PackedClaims } from './packed-claims.ts';
import type { SectionReader, SectionWriter } from './sections.ts';

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

/** Another number for another form of what is written. */
const FORM = 1;

interface WrittenReport extends Omit<PackedReport, 'readings'> {
  readonly readings: readonly (Omit<PackedReading, 'rows'> & { readonly rows: readonly number[] })[];
}

export class PackedLedger {
  readonly claims: PackedClaims;
  readonly reports: PackedReport[] = [];
  readonly entities: EntityJudgementFact[] = [];
  readonly #byId = new Map<string, number>();

  /** Empty, or as it was written by this same program. Throws where the bytes are none of a ledger's. */
  constructor(from: SectionReader | null = null) {
    if (from !== null && from.json() !== FORM) throw new Error('a packed ledger of another form');
    this.claims = new PackedClaims(from);
    if (from === null) return;
    for (const { fact, readings, judgements } of from.json() as WrittenReport[]) {
      this.#byId.set(fact.id, this.reports.length);
      const packed = readings.map(({ rows, ...reading }) => ({ ...reading, rows: Int32Array.from(rows) }));
      this.reports.push({ fact, readings: packed, judgements });
    }
    this.entities.push(...(from.json() as EntityJudgementFact[]));
  }

  write(to: SectionWriter): void {
    to.json(FORM);
    this.claims.write(to);
    to.json(
      this.reports.map(({ readings, ...report }): WrittenReport => {
        const written = readings.map(({ rows, ...reading }) => ({ ...reading, rows: [...rows] }));
        return { ...report, readings: written };
      }),
    );
    to.json(this.entities);
  }

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

  /** A report that was erased: neither its words nor, where that was asked, its speakers come out any more. */
  hide(redaction: Redaction): void {
    const number = this.#byId.get(redaction.report);
    if (number === undefined) return;
    const mark = redactedMark(redaction);
    const { fact, ...rest } = this.reports[number]!;
    this.reports[number] = { ...rest, fact: { ...fact, title: fact.title === null ? null : mark, url: null } };
    this.claims.hide(number, mark, redaction.speakers);
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

// The claims known on a day, as rows of the packed ledger: the fold of fold.ts, report by report, so that what is new touches little.
import type { Day } from '../model/day.ts';
import type { ReportFact } from '../model/event.ts';
import { Ints } from './columns.ts';
import { claimReader, entitiesInForce } from './entities.ts';
import { knownDayOf, standingClaims, verdictOf, verdictsInForce } from './fold.ts';
import type { KnownClaim } from './known-claim.ts';
import { CopyFinder } from './near-text.ts';
import { originsOf, printedTwice, type Statement } from './origins.ts';
import { addsUp, type PackedLedger, unpacked } from './packed-ledger.ts';

const NONE = new Int32Array(0);

export interface RowsChange {
  readonly added: readonly number[];
  /** Rows that are known no more: rejected, corrected, or superseded by a newer reading. */
  readonly removed: readonly number[];
  /** A text turned out to be printed more than once: the origins of other reports' claims may be others. */
  readonly spread: boolean;
}

export class KnownRows {
  readonly #known: Day;
  readonly #judged: Day;
  readonly #ledger: PackedLedger;
  /** Merges and splits in force; null where there are none. */
  readonly #read: ReturnType<typeof claimReader> | null;
  readonly #entities = new Map<number, readonly string[]>();
  /** By report: the rows of it that are known, as corrected where they are. */
  readonly #rows: Int32Array[] = [];
  /** 1 for a row that is known. */
  readonly #standing = new Ints();
  readonly #verdicts = new Map<number, KnownClaim['verdict']>();
  /** Claim as first stored -> the row that stands for it, where that is another. */
  readonly #standIns = new Map<number, number>();
  readonly #restatements = new Map<number, number>();
  /** By row: one more than the row that told it first; 0 where nobody has asked. Whole figures are worked out at once. */
  #firsts = new Ints();
  #copies: ReadonlyMap<string, string> | null = null;
  readonly #finder = new CopyFinder();
  readonly #signed = new Set<number>();
  /** Reports that are copies of others, or may be. */
  readonly #copied = new Set<number>();

  /** Begins empty: `refresh` takes the reports in. Merges and splits are those of now. */
  constructor(ledger: PackedLedger, known: Day, judged: Day) {
    this.#ledger = ledger;
    this.#known = known;
    this.#judged = judged;
    const inForce = entitiesInForce(ledger.entities, judged);
    this.#read = inForce.length === 0 ? null : claimReader(inForce);
  }

  /** Folds these reports again. */
  refresh(reports: Iterable<number>): RowsChange {
    const [added, removed]: [number[], number[]] = [[], []];
    let spread = false;
    for (const number of reports) {
      const before = this.#rows[number] ?? NONE;
      const after = this.#foldReport(number);
      this.#rows[number] = after;
      if (this.#isCopied(number, after.length > 0)) spread = true;
      if (before.length === 0) {
        for (const row of after) added.push(row);
        continue;
      }
      const [old, now] = [new Set(before), new Set(after)];
      for (const row of after) if (!old.has(row)) added.push(row);
      for (const row of before) if (!now.has(row)) removed.push(row);
    }
    while (this.#standing.length < this.#ledger.claims.length) this.#standing.push(0);
    for (const row of added) this.#standing.set(row, 1);
    for (const row of removed) this.#standing.set(row, 0);
    if (spread) {
      this.#copies = null;
      this.#firsts = new Ints();
    }
    this.#forgetFirsts(added);
    this.#forgetFirsts(removed);
    return { added, removed, spread };
  }

  /** All of them, in no order that counts. */
  *rows(): Iterable<number> {
    for (const rows of this.#rows) if (rows !== undefined) yield* rows;
  }

  /** The row that stands for a claim; null where it is not known, or rejected. */
  rowOf(id: string): number | null {
    const row = this.#ledger.claims.rowOf(id);
    if (row === null) return null;
    const stands = this.#standIns.get(row) ?? row;
    return this.#stands(stands) ? stands : null;
  }

  /** True where another claim that is known tells, or may tell, the same figure. */
  isToldAgain(row: number): boolean {
    for (const one of this.#ledger.claims.alike(row)) if (one !== row && this.#stands(one)) return true;
    return false;
  }

  factOf(row: number): ReportFact {
    return this.#ledger.reports[this.#ledger.claims.reportOf(row)]!.fact;
  }

  claimOf(row: number): KnownClaim {
    const { claims } = this.#ledger;
    const fact = this.factOf(row);
    const { id, published, publisher, url, title } = fact;
    const originOf = (): string => this.#originOf(row);
    let origin: string | null = null;
    const entities = this.#entities.get(row);
    return {
      id: claims.idOf(row),
      claim: claims.claimOf(row),
      report: { id, published, publisher, url, title },
      known: knownDayOf(fact),
      verdict: this.#verdicts.get(row) ?? null,
      ...(entities === undefined ? {} : { entities }),
      grounded: claims.isGrounded(row),
      maker: claims.makerOf(row),
      get origin() {
        origin ??= originOf();
        return origin;
      },
    };
  }

  /** True where the text of the report is, or may be, that of another. */
  #isCopied(number: number, isKnown: boolean): boolean {
    const { signature } = this.#ledger.reports[number]!.fact;
    if (signature === null) return false;
    if (isKnown && !this.#signed.has(number)) {
      this.#signed.add(number);
      for (const other of this.#finder.add(number, signature)) this.#copied.add(other).add(number);
    }
    return this.#copied.has(number);
  }

  #foldReport(number: number): Int32Array {
    const report = this.#ledger.reports[number]!;
    if (knownDayOf(report.fact) > this.#known) return NONE;
    const { claims } = this.#ledger;
    if (report.judgements.length === 0 && this.#read === null && addsUp(report)) {
      const [only] = report.readings;
      if (report.readings.length === 1) return only!.rows;
      return Int32Array.from(new Set(report.readings.flatMap((reading) => [...reading.rows])));
    }
    const verdicts = verdictsInForce(
      report.judgements.map(({ fact }) => fact),
      this.#judged,
    );
    const readings = report.readings.map((reading) => unpacked(reading, claims));
    const rows: number[] = [];
    for (const id of standingClaims(readings, (one) => this.#ledger.claimOf(one), verdicts)) {
      const row = claims.rowOf(id)!;
      const judgement = verdicts.get(id);
      this.#standIns.delete(row);
      if (judgement?.verdict === 'reject') continue;
      const corrected = judgement && report.judgements.find(({ fact }) => fact === judgement)?.corrected;
      const stands = this.#restated(corrected ?? row);
      if (stands !== row) this.#standIns.set(row, stands);
      this.#verdicts.set(stands, verdictOf(judgement));
      rows.push(stands);
    }
    return Int32Array.from(rows);
  }

  /** The row under the names that merges and splits give; made once. */
  #restated(row: number): number {
    if (this.#read === null) return row;
    const { claims } = this.#ledger;
    const { claim, entities } = this.#read(claims.idOf(row), claims.shape(claims.shapeOf(row)).claim);
    if (entities.length === 0) return row;
    const seen = this.#restatements.get(row);
    if (seen !== undefined) return seen;
    const made = claims.restate(row, claim);
    this.#restatements.set(row, made);
    this.#entities.set(made, entities);
    return made;
  }

  #stands(row: number): boolean {
    return row < this.#standing.length && this.#standing.at(row) === 1;
  }

  #originOf(row: number): string {
    const { claims } = this.#ledger;
    while (this.#firsts.length < claims.length) this.#firsts.push(0);
    if (this.#firsts.at(row) === 0) this.#findFirsts(row);
    return claims.idOf(this.#firsts.at(row) - 1);
  }

  #findFirsts(row: number): void {
    const { claims } = this.#ledger;
    const statements: Statement[] = [];
    const rows = new Map<string, number>([[claims.idOf(row), row]]);
    for (const one of claims.alike(row)) {
      if (!this.#stands(one)) continue;
      const report = this.factOf(one);
      const id = claims.idOf(one);
      rows.set(id, one);
      statements.push({ id, claim: claims.claimOf(one), report, known: knownDayOf(report) });
    }
    for (const [id, first] of originsOf(statements, this.#printedTwice()))
      this.#firsts.set(rows.get(id)!, rows.get(first)! + 1);
    if (this.#firsts.at(row) === 0) this.#firsts.set(row, row + 1);
  }

  /** More, or less, is told of the figures of these rows. */
  #forgetFirsts(rows: readonly number[]): void {
    if (this.#firsts.length === 0) return;
    const { claims } = this.#ledger;
    const figures = new Set<number>();
    for (const row of rows) {
      const figure = claims.figureOf(row);
      if (figures.has(figure)) continue;
      figures.add(figure);
      for (const one of claims.alike(row)) if (one < this.#firsts.length) this.#firsts.set(one, 0);
    }
  }

  /** Reports in the order of their first claims, as the fold sees them. */
  #printedTwice(): ReadonlyMap<string, string> {
    if (this.#copies !== null) return this.#copies;
    const { claims } = this.#ledger;
    const signed: { readonly fact: ReportFact; readonly known: Day; readonly first: string }[] = [];
    for (const [number, { fact }] of this.#ledger.reports.entries()) {
      const rows = this.#rows[number] ?? NONE;
      if (fact.signature === null || rows.length === 0) continue;
      let first = claims.idOf(rows[0]!);
      for (const row of rows) if (claims.idOf(row) < first) first = claims.idOf(row);
      signed.push({ fact, known: knownDayOf(fact), first });
    }
    signed.sort((a, b) => (a.known !== b.known ? (a.known < b.known ? -1 : 1) : a.first < b.first ? -1 : 1));
    this.#copies = printedTwice(signed.map(({ fact }) => fact));
    return this.#copies;
  }
}

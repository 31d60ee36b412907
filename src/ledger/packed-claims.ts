// Claims in columns: what many share (who, where, which mission) once, and for each its numbers, its time and its quotation. A claim comes out
// as it went in.
import type { Claim } from '../model/claim.ts';
import type { LedgerClaim } from '../model/event.ts';
import type { Period } from '../model/period.ts';
import { Chains, hashOf, Ids, Interned, Ints, Numbers, Texts } from './columns.ts';
import { figureOf } from './origins.ts';
import type { SectionReader, SectionWriter } from './sections.ts';

/** A claim without what is its own; `figure` is what it tells without the numbers. */
export interface Shape {
  readonly number: number;
  readonly claim: Claim;
  readonly figure: number;
}

export class PackedClaims {
  readonly #ids: Ids;
  readonly #byId = new Chains();
  readonly #byFigure = new Chains();
  readonly #report: Ints;
  readonly #shape: Ints;
  readonly #min: Numbers;
  readonly #max: Numbers;
  readonly #time: Ints;
  readonly #evidence: Ints;
  readonly #maker: Ints;
  readonly #grounded: Ints;
  readonly #shapes: Interned<Shape>;
  readonly #times: Interned<Period | null>;
  readonly #makers: Interned<string>;
  readonly #texts: Texts;
  /** Reports whose words were erased after they had been read. */
  readonly #hidden = new Map<number, { readonly mark: string; readonly speakers: boolean }>();

  /** Empty, or as written. */
  constructor(from: SectionReader | null = null) {
    const ints = (): Ints => (from === null ? new Ints() : Ints.read(from));
    const numbers = (): Numbers => (from === null ? new Numbers() : Numbers.read(from));
    this.#ids = from === null ? new Ids() : Ids.read(from);
    this.#report = ints();
    this.#shape = ints();
    this.#min = numbers();
    this.#max = numbers();
    this.#time = ints();
    this.#evidence = ints();
    this.#maker = ints();
    this.#grounded = ints();
    this.#shapes = from === null ? new Interned() : Interned.read(from, (key, n) => shapeOf(JSON.parse(key), n));
    this.#times = from === null ? new Interned() : Interned.read(from, (key) => JSON.parse(key) as Period | null);
    this.#makers = from === null ? new Interned() : Interned.read(from, (key) => key);
    this.#texts = from === null ? new Texts() : Texts.read(from);
    const hashes = from === null ? null : Ints.read(from);
    for (let row = 0; row < this.#ids.length; row++) {
      this.#byId.push(hashes!.at(row));
      this.#byFigure.push(
        figureHash(this.#shapes.at(this.#shape.at(row)).figure, this.#min.at(row), this.#max.at(row)),
      );
    }
  }

  write(to: SectionWriter): void {
    const columns = [this.#ids, this.#report, this.#shape, this.#min, this.#max, this.#time, this.#evidence];
    for (const column of [...columns, this.#maker, this.#grounded]) column.write(to);
    for (const values of [this.#shapes, this.#times, this.#makers, this.#texts]) values.write(to);
    const hashes = new Ints();
    for (let row = 0; row < this.#ids.length; row++) hashes.push(this.#byId.hashOf(row));
    hashes.write(to);
  }

  get length(): number {
    return this.#ids.length;
  }

  /** The row of the claim. A correction is added as a claim with the id of the original, and `rowOf` keeps giving the original. */
  add({ id, claim, maker, grounded }: Omit<LedgerClaim, 'report'>, report: number, isCorrection = false): number {
    const row = this.#ids.length;
    const shape = this.#shapes.at(this.#shapeOf(claim));
    const quantity = 'quantity' in claim ? claim.quantity : null;
    this.#ids.push(id);
    this.#byId.push(isCorrection ? 0 : hashOf(id));
    this.#report.push(report);
    this.#shape.push(shape.number);
    this.#min.push(quantity?.min ?? null);
    this.#max.push(quantity?.max ?? null);
    this.#time.push(this.#times.numberOf(JSON.stringify(claim.time), () => claim.time));
    this.#evidence.push(this.#texts.add(claim.evidence));
    this.#maker.push(this.#makers.numberOf(maker, () => maker));
    this.#grounded.push(grounded ? 1 : 0);
    this.#byFigure.push(figureHash(shape.figure, quantity?.min ?? null, quantity?.max ?? null));
    return row;
  }

  /** The claim of a row in other words for who and where: numbers, time and quotation stay. */
  restate(row: number, claim: Claim): number {
    const shape = this.#shapeOf(claim);
    const [min, max] = [this.#min.at(row), this.#max.at(row)];
    this.#ids.push(this.#ids.at(row));
    this.#byId.push(0);
    this.#report.push(this.#report.at(row));
    this.#shape.push(shape);
    this.#min.push(min);
    this.#max.push(max);
    this.#time.push(this.#time.at(row));
    this.#evidence.push(this.#evidence.at(row));
    this.#maker.push(this.#maker.at(row));
    this.#grounded.push(this.#grounded.at(row));
    this.#byFigure.push(figureHash(this.#shapes.at(shape).figure, min, max));
    return this.#ids.length - 1;
  }

  /** The row of the claim as first stored; null where there is none of that id. */
  rowOf(id: string): number | null {
    let first: number | null = null;
    for (const row of this.#byId.rows(hashOf(id))) if (this.#ids.at(row) === id) first = row;
    return first;
  }

  idOf(row: number): string {
    return this.#ids.at(row);
  }

  reportOf(row: number): number {
    return this.#report.at(row);
  }

  makerOf(row: number): string {
    return this.#makers.at(this.#maker.at(row));
  }

  isGrounded(row: number): boolean {
    return this.#grounded.at(row) === 1;
  }

  /** The number of what the claim has in common with others. */
  shapeOf(row: number): number {
    return this.#shape.at(row);
  }

  shape(number: number): Shape {
    return this.#shapes.at(number);
  }

  kindOf(row: number): Claim['kind'] {
    return this.#shapes.at(this.#shape.at(row)).claim.kind;
  }

  timeOf(row: number): Period | null {
    return this.#times.at(this.#time.at(row));
  }

  /** From now on, a mark stands for the quotations of this report. */
  hide(report: number, mark: string, speakers: boolean): void {
    this.#hidden.set(report, { mark, speakers: speakers || this.#hidden.get(report)?.speakers === true });
  }

  evidenceOf(row: number): string {
    const hidden = this.#hidden.get(this.#report.at(row));
    if (hidden !== undefined) return hidden.mark;
    return this.#texts.at(this.#evidence.at(row));
  }

  claimOf(row: number): Claim {
    const { claim } = this.#shapes.at(this.#shape.at(row));
    const own = { ...claim, evidence: this.evidenceOf(row), time: this.timeOf(row) };
    if ('said_by' in own && this.#hidden.get(this.#report.at(row))?.speakers) own.said_by = null;
    if ('quantity' in own && own.quantity !== null)
      own.quantity = { ...own.quantity, min: this.#min.at(row), max: this.#max.at(row) };
    return own;
  }

  /** The rows that may tell the same figure as this one, itself among them; and the number they share. */
  alike(row: number): Iterable<number> {
    return this.#byFigure.rows(this.#byFigure.hashOf(row));
  }

  figureOf(row: number): number {
    return this.#byFigure.hashOf(row);
  }

  #shapeOf(claim: Claim): number {
    const shared = { ...claim, evidence: '', time: null };
    if ('quantity' in shared && shared.quantity !== null)
      shared.quantity = { ...shared.quantity, min: null, max: null };
    return this.#shapes.numberOf(JSON.stringify(shared), () => shapeOf(shared, this.#shapes.length));
  }
}

const shapeOf = (claim: Claim, number: number): Shape => ({ number, claim, figure: hashOf(figureOf(claim)) });

const figureHash = (figure: number, min: number | null, max: number | null): number =>
  (Math.imul(Math.imul(figure, 31) + (min ?? -1), 31) + (max ?? -1)) | 0;

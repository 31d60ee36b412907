// What is told of one cell, four numbers an observation, in the order of days: a claim is unpacked when it is in force on a day that is asked for.
import { Ints } from '../ledger/columns.ts';
import type { Day } from '../model/day.ts';
import type { Ahead, DaysTold, Observation, PresenceReading } from './observations.ts';
import type { Sightings } from './sightings.ts';

/** The claim of a row as what it says of its cell. */
export type Unpack = (row: number) => PresenceReading;

export class PackedSightings implements Sightings {
  readonly #unpack: Unpack;
  /** With a number, and without: by their first days. */
  readonly #counted = new Spans();
  readonly #uncounted = new Spans();
  readonly #ahead: number[] = [];
  #since = Number.POSITIVE_INFINITY;

  constructor(unpack: Unpack) {
    this.#unpack = unpack;
  }

  add(row: number, days: DaysTold, published: Day, counted: boolean): void {
    if (days.kind === 'ahead') {
      this.#ahead.push(row);
      this.#since = Math.min(this.#since, packDay(published));
      return;
    }
    const from = packDay(days.from);
    (counted ? this.#counted : this.#uncounted).add(row, from, packDay(days.to), days.throughout);
    this.#since = Math.min(this.#since, from);
  }

  get length(): number {
    return this.#counted.length + this.#uncounted.length;
  }

  get since(): Day | null {
    return this.#since === Number.POSITIVE_INFINITY ? null : unpackDay(this.#since);
  }

  get aheads(): readonly Ahead[] {
    return this.#ahead.map((row) => {
      const reading = this.#unpack(row);
      if (reading.kind !== 'ahead') throw new Error(`row ${row} is no expectation`);
      return reading.ahead;
    });
  }

  /** As `inForce` of observations.ts finds them. */
  inForce(at: Day, counted: boolean): readonly Observation[] {
    return this.#observations((counted ? this.#counted : this.#uncounted).inForce(packDay(at)));
  }

  uncountedBeside(counts: readonly Observation[], at: Day): readonly Observation[] {
    if (this.#uncounted.length === 0) return [];
    const days = new Set(counts.map((c) => `${packDay(c.from)} ${packDay(c.to)}`));
    return this.#observations(this.#uncounted.rowsUpTo(packDay(at), (from, to) => days.has(`${from} ${to}`)));
  }

  #observations(rows: readonly number[]): Observation[] {
    return rows.map((row) => {
      const reading = this.#unpack(row);
      if (reading.kind !== 'observation') throw new Error(`row ${row} is no observation`);
      return reading.observation;
    });
  }
}

/** Row, first day, last day; and the latest last day of all that hold throughout, from the first up to this one (0: there is none). */
const STRIDE = 4;
/** On the row's number: told as held throughout. Rows are fewer than 2^30. */
const THROUGHOUT = 1;

/** Stretches of days in the order of their first days, so that those in force on a day are found without looking at all. */
class Spans {
  readonly #told = new Ints(STRIDE);
  /** How many of them are in order. */
  #ordered = 0;

  get length(): number {
    return this.#told.length / STRIDE;
  }

  add(row: number, from: number, to: number, throughout: boolean): void {
    const end = this.#told.length;
    const isNext = this.#ordered * STRIDE === end && (end === 0 || this.#told.at(end - STRIDE + 1) <= from);
    const reach = Math.max(isNext && end > 0 ? this.#told.at(end - 1) : 0, throughout ? to : 0);
    for (const value of [row * 2 + (throughout ? THROUGHOUT : 0), from, to, reach]) this.#told.push(value);
    if (isNext) this.#ordered++;
  }

  /** Rows of the latest day: exact days before longer times, the shortest of those. */
  inForce(day: number): number[] {
    const told = this.#inOrder();
    const end = this.#upTo(day);
    if (end === 0) return [];
    // What began last, or what holds longest.
    const begun = end - STRIDE;
    const reach = Math.min(told.at(end - 1), day);
    const latest = Math.max(told.at(begun + 1), reach);
    const exact: number[] = [];
    if (reach === latest)
      for (let i = begun; i >= 0 && Math.min(told.at(i + 3), day) === latest; i -= STRIDE)
        if (isThroughout(told, i) && Math.min(told.at(i + 2), day) === latest) exact.push(rowAt(told, i));
    if (exact.length > 0) return exact.reverse();
    let spans: number[] = [];
    let shortest = Number.POSITIVE_INFINITY;
    for (let i = begun; i >= 0 && told.at(i + 1) === latest; i -= STRIDE) {
      if (isThroughout(told, i)) continue;
      if (told.at(i + 2) < shortest) spans = [];
      if (told.at(i + 2) <= shortest) spans.push(rowAt(told, i));
      shortest = Math.min(shortest, told.at(i + 2));
    }
    return spans.reverse();
  }

  rowsUpTo(day: number, isWanted: (from: number, to: number) => boolean): number[] {
    const told = this.#inOrder();
    const rows: number[] = [];
    for (let i = 0; i < this.#upTo(day); i += STRIDE)
      if (isWanted(told.at(i + 1), told.at(i + 2))) rows.push(rowAt(told, i));
    return rows;
  }

  /** Where those end that have begun by the day. */
  #upTo(day: number): number {
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#told.at(middle * STRIDE + 1) <= day) low = middle + 1;
      else high = middle;
    }
    return low * STRIDE;
  }

  #inOrder(): Ints {
    const told = this.#told;
    const { length } = this;
    if (this.#ordered === length) return told;
    const spans = Array.from({ length }, (_, n) => [0, 1, 2].map((k) => told.at(n * STRIDE + k)));
    spans.sort((a, b) => a[1]! - b[1]!);
    let reach = 0;
    for (const [n, [row, from, to]] of spans.entries()) {
      if ((row! & THROUGHOUT) !== 0) reach = Math.max(reach, to!);
      for (const [k, value] of [row!, from!, to!, reach].entries()) told.set(n * STRIDE + k, value);
    }
    this.#ordered = length;
    return told;
  }
}

const isThroughout = (told: Ints, i: number): boolean => (told.at(i) & THROUGHOUT) !== 0;
const rowAt = (told: Ints, i: number): number => told.at(i) >> 1;

/** "2012-06-30" -> 20120630: the same order. */
function packDay(day: Day): number {
  let number = 0;
  for (let i = 0; i < day.length; i++) if (i !== 4 && i !== 7) number = number * 10 + day.charCodeAt(i) - 48;
  return number;
}

function unpackDay(number: number): Day {
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

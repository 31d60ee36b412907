// What is told of one cell, four numbers an observation: a claim is unpacked when it is in force on a day that is asked for.
import { Ints } from '../ledger/columns.ts';
import type { Day } from '../model/day.ts';
import type { Ahead, DaysTold, Observation, PresenceReading } from './observations.ts';
import type { Sightings } from './sightings.ts';

/** Row, first day, last day, marks. */
const STRIDE = 4;
const COUNTED = 1;
const THROUGHOUT = 2;

/** The claim of a row as what it says of its cell. */
export type Unpack = (row: number) => PresenceReading;

export class PackedSightings implements Sightings {
  readonly #unpack: Unpack;
  readonly #told = new Ints(STRIDE);
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
    this.#told.push(row);
    this.#told.push(from);
    this.#told.push(packDay(days.to));
    this.#told.push((counted ? COUNTED : 0) | (days.throughout ? THROUGHOUT : 0));
    this.#since = Math.min(this.#since, from);
  }

  get length(): number {
    return this.#told.length / STRIDE;
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
    const told = this.#told;
    const day = packDay(at);
    const kind = counted ? COUNTED : 0;
    let latest = 0;
    for (let i = 0; i < told.length; i += STRIDE) {
      const marks = told.at(i + 3);
      if ((marks & COUNTED) !== kind || told.at(i + 1) > day) continue;
      const anchor = (marks & THROUGHOUT) !== 0 ? Math.min(told.at(i + 2), day) : told.at(i + 1);
      if (anchor > latest) latest = anchor;
    }
    if (latest === 0) return [];
    const exact: number[] = [];
    let spans: number[] = [];
    let shortest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < told.length; i += STRIDE) {
      const marks = told.at(i + 3);
      if ((marks & COUNTED) !== kind || told.at(i + 1) > day) continue;
      if ((marks & THROUGHOUT) !== 0) {
        if (Math.min(told.at(i + 2), day) === latest) exact.push(told.at(i));
      } else if (told.at(i + 1) === latest) {
        const end = told.at(i + 2);
        if (end < shortest) spans = [];
        if (end <= shortest) spans.push(told.at(i));
        shortest = Math.min(shortest, end);
      }
    }
    return (exact.length > 0 ? exact : spans).map((row) => this.#observation(row));
  }

  uncountedBeside(counts: readonly Observation[], at: Day): readonly Observation[] {
    const told = this.#told;
    const day = packDay(at);
    const days = counts.map((c) => [packDay(c.from), packDay(c.to)]);
    const found: Observation[] = [];
    for (let i = 0; i < told.length; i += STRIDE) {
      if ((told.at(i + 3) & COUNTED) !== 0 || told.at(i + 1) > day) continue;
      if (days.some(([from, to]) => from === told.at(i + 1) && to === told.at(i + 2)))
        found.push(this.#observation(told.at(i)));
    }
    return found;
  }

  #observation(row: number): Observation {
    const reading = this.#unpack(row);
    if (reading.kind !== 'observation') throw new Error(`row ${row} is no observation`);
    return reading.observation;
  }
}

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

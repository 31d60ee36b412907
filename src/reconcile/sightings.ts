// What is told of one cell's count, asked for by day: held as a list, or packed (packed-sightings.ts).
import type { Day } from '../model/day.ts';
import { type Ahead, inForce, type Observation } from './observations.ts';

export interface Sightings {
  /** Observations, without those whose time lies ahead. */
  readonly length: number;
  /** The first day on which a claim speaks of it; null where none does. */
  readonly since: Day | null;
  readonly aheads: readonly Ahead[];
  /** The counts in force on a day, or the sightings without a number. */
  inForce(at: Day, counted: boolean): readonly Observation[];
  /** Those without a number that are told for the same days as one of these, by `at`. */
  uncountedBeside(counts: readonly Observation[], at: Day): readonly Observation[];
}

export class SightingList implements Sightings {
  readonly #observations: Observation[] = [];
  readonly #aheads: Ahead[] = [];
  #since: Day | null = null;

  get length(): number {
    return this.#observations.length;
  }

  get since(): Day | null {
    return this.#since;
  }

  get aheads(): readonly Ahead[] {
    return this.#aheads;
  }

  see(observation: Observation): void {
    this.#observations.push(observation);
    this.#from(observation.from);
  }

  expect(ahead: Ahead): void {
    this.#aheads.push(ahead);
    this.#from(ahead.published);
  }

  inForce(at: Day, counted: boolean): readonly Observation[] {
    return inForce(
      this.#observations.filter((o) => o.counted === counted),
      at,
    );
  }

  uncountedBeside(counts: readonly Observation[], at: Day): readonly Observation[] {
    return this.#observations.filter(
      (o) => !o.counted && o.from <= at && counts.some((c) => c.from === o.from && c.to === o.to),
    );
  }

  #from(day: Day): void {
    if (this.#since === null || day < this.#since) this.#since = day;
  }
}

export const UNSEEN: Sightings = new SightingList();

// Answers on one evidence, kept by day and party: what a new claim does not bear on is not worked out again.
import type { Day } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import { Carrier } from './carry.ts';
import { mergeConflicts } from './conflicts.ts';
import type { Evidence } from './evidence.ts';
import { type PostureQuestion, type Reconciled, reconcileParty } from './posture.ts';

/** Days whose answers are kept. */
const DAYS_KEPT = 8;

interface DayKept {
  readonly carrier: Carrier;
  /** By party and place asked for. */
  readonly answers: Map<Party, Map<string, Reconciled>>;
}

export class Reconciler {
  readonly #evidence: Evidence;
  readonly #days = new Map<Day, DayKept>();
  #labels: number;

  constructor(evidence: Evidence) {
    this.#evidence = evidence;
    this.#labels = evidence.labels.changes;
  }

  reconciled({ at, party, place }: PostureQuestion): Reconciled {
    const evidence = this.#evidence;
    const asked = place ? evidence.names.where([place]) : null;
    const parties = party ? [evidence.names.party(party)] : [...evidence.parties].sort();
    const day = this.#day(at);
    const answers = parties.map((one) => {
      const kept = day.answers.get(one) ?? new Map<string, Reconciled>();
      day.answers.set(one, kept);
      const key = asked?.key ?? '';
      const answer = kept.get(key) ?? reconcileParty(one, asked, evidence, day.carrier, at);
      kept.set(key, answer);
      return answer;
    });
    return {
      rows: answers.flatMap((answer) => answer.rows),
      conflicts: mergeConflicts(answers.flatMap((answer) => answer.conflicts)),
    };
  }

  /** Anything may have changed. */
  forgetAll(): void {
    this.#days.clear();
  }

  /** The evidence of these parties has changed: so may the answers about them, and about all that serve with them. */
  forget(parties: ReadonlySet<Party>): void {
    if (this.#evidence.labels.changes !== this.#labels) {
      this.#labels = this.#evidence.labels.changes;
      this.forgetAll();
      return;
    }
    const touched = new Set<Party>();
    for (const party of parties) {
      touched.add(party);
      for (const mission of this.#evidence.missionsOf(party)) {
        for (const other of this.#evidence.partiesIn.get(mission) ?? []) touched.add(other);
        const flag = this.#evidence.flagOf(mission);
        if (flag !== null) touched.add(flag);
      }
    }
    for (const day of this.#days.values()) {
      day.carrier.forget(parties);
      for (const party of touched) day.answers.delete(party);
    }
  }

  #day(at: Day): DayKept {
    const kept = this.#days.get(at) ?? { carrier: new Carrier(this.#evidence), answers: new Map() };
    this.#days.delete(at);
    this.#days.set(at, kept);
    for (const old of [...this.#days.keys()].slice(0, -DAYS_KEPT)) this.#days.delete(old);
    return kept;
  }
}

/** Rows and conflicts as of a day, from the evidence. Sorted by party, place, mission and unit. */
export const reconcileEvidence = (evidence: Evidence, question: PostureQuestion): Reconciled =>
  new Reconciler(evidence).reconciled(question);

// Answers on one evidence, kept by day and party: what a new claim does not bear on is not worked out again.
import type { Day } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import { Carrier } from './carry.ts';
import type { Cell } from './cell.ts';
import { mergeConflicts } from './conflicts.ts';
import type { Evidence } from './evidence.ts';
import { Missions } from './missions.ts';
import { type DayWork, type PostureQuestion, type Reconciled, reconcileParty } from './posture.ts';
import { type Spelling, type Wording, wordingOf } from './wording.ts';

/** Days whose answers are kept: a large ledger's take some twenty megabytes each. */
const DAYS_KEPT = 6;

interface DayKept extends DayWork {
  /** By party and place asked for. */
  readonly answers: Map<Party, Map<string, Reconciled>>;
}

/** What more is told of: all that a party does, or counts of some of its cells. */
export interface Told {
  readonly parties: ReadonlySet<Party>;
  readonly cells: ReadonlyMap<Party, ReadonlySet<Cell>>;
}

export class Reconciler {
  readonly #evidence: Evidence;
  readonly #days = new Map<Day, DayKept>();
  readonly #words: Wording;
  #labels: number;

  constructor(evidence: Evidence, spelling: Spelling) {
    this.#evidence = evidence;
    this.#words = wordingOf(evidence.names, evidence.labels, spelling);
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
      const answer = kept.get(key) ?? reconcileParty(one, asked, evidence, day);
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

  /** More is told of these: so may be of all that serve with them. */
  forget(told: Told): void {
    if (this.#evidence.labels.changes !== this.#labels) {
      this.#labels = this.#evidence.labels.changes;
      this.forgetAll();
      return;
    }
    const evidence = this.#evidence;
    const touched = new Set<Party>([...told.parties, ...told.cells.keys()]);
    const missions = new Set<string>();
    for (const party of told.parties) for (const mission of evidence.missionsOf(party)) missions.add(mission);
    for (const [party, cells] of told.cells) {
      const places = new Set([...cells].map((cell) => cell.where.key));
      for (const cell of cells) if (cell.mission !== null) missions.add(cell.mission);
      // A count at a place may show that one mission is there alone: then movements there are of that mission.
      for (const { cell } of evidence.cellsOf.get(party) ?? [])
        if (cell.mission !== null && places.has(cell.where.key)) missions.add(cell.mission);
    }
    for (const mission of missions) {
      for (const other of evidence.partiesIn.get(mission) ?? []) touched.add(other);
      const flag = evidence.flagOf(mission);
      if (flag !== null) touched.add(flag);
    }
    for (const day of this.#days.values()) {
      day.carrier.forget(told.parties);
      for (const [party, cells] of told.cells) day.carrier.forgetPlaces(party, cells);
      day.missions.forget(missions);
      for (const party of touched) day.answers.delete(party);
    }
  }

  #day(at: Day): DayKept {
    const kept = this.#days.get(at) ?? this.#begun(at);
    this.#days.delete(at);
    this.#days.set(at, kept);
    for (const old of [...this.#days.keys()].slice(0, -DAYS_KEPT)) this.#days.delete(old);
    return kept;
  }

  #begun(at: Day): DayKept {
    const carrier = new Carrier(this.#evidence);
    const missions = new Missions(this.#evidence, carrier, at, this.#words);
    return { at, carrier, missions, words: this.#words, answers: new Map() };
  }
}

/** Rows and conflicts as of a day, from the evidence. Sorted by party, place, mission and unit. */
export const reconcileEvidence = (
  evidence: Evidence,
  question: PostureQuestion,
  spelling: Spelling = 'codes',
): Reconciled => new Reconciler(evidence, spelling).reconciled(question);

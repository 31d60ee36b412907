// What is known on a day, over the packed ledger: evidence that grows with each transaction, and claims unpacked when they are shown.
import { byDayKnown, type ClaimPlace, knownDayOf } from '../ledger/fold.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import { KnownRows } from '../ledger/known-rows.ts';
import type { PackedLedger } from '../ledger/packed-ledger.ts';
import type { Atlas } from '../model/atlas.ts';
import type { ClaimKind } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import type { Cell } from './cell.ts';
import { entry } from './entry.ts';
import type { Evidence } from './evidence.ts';
import { EvidenceBook, isTelltale, type Telltale } from './evidence-book.ts';
import type { Knowledge } from './knowledge.ts';
import { cellTold, daysTold, type PresenceReading, readPresence } from './observations.ts';
import { PackedSightings } from './packed-sightings.ts';
import type { PostureQuestion, Reconciled } from './posture.ts';
import { Reconciler } from './reconciler.ts';

/** What the claims of one shape that were published in one year have in common. */
interface InYear {
  readonly claim: Telltale;
  readonly party: Party;
  /** Null where it is no presence, or one of no place. */
  readonly cell: Cell | null;
  readonly sightings: PackedSightings | null;
  latest: Day;
}

export class PackedKnowledge implements Knowledge {
  readonly #ledger: PackedLedger;
  readonly #atlas: Atlas;
  readonly #rows: KnownRows;
  #book: EvidenceBook<PackedSightings>;
  #shapes = new Map<string, InYear | null>();
  #reconciler: Reconciler;
  /** That of readers, who are told names; null until one asks. */
  #named: Reconciler | null = null;
  /** By kind: rows in the order of their days. */
  readonly #sorted = new Map<ClaimKind | undefined, Int32Array>();

  constructor(ledger: PackedLedger, known: Day, judged: Day, atlas: Atlas) {
    this.#ledger = ledger;
    this.#atlas = atlas;
    this.#rows = new KnownRows(ledger, known, judged);
    this.#book = new EvidenceBook(atlas);
    this.#reconciler = new Reconciler(this.#book, 'codes');
    this.refresh(ledger.reports.keys());
  }

  /** More is in the ledger of these reports. */
  refresh(reports: Iterable<number>): void {
    const { added, removed, spread } = this.#rows.refresh(reports);
    if (added.length === 0 && removed.length === 0) return;
    this.#sorted.clear();
    if (removed.length > 0) this.#begin();
    const parties = new Set<Party>();
    const cells = new Map<Party, Set<Cell>>();
    for (const row of removed.length > 0 ? this.#rows.rows() : added) {
      const one = this.#take(row);
      if (one === null) continue;
      // A figure told again may change whose word the others of it are, wherever they stand.
      if (one.cell === null || this.#rows.isToldAgain(row)) parties.add(one.party);
      else entry(cells, one.party, () => new Set()).add(one.cell);
    }
    for (const party of [...parties, ...cells.keys()]) this.#book.told(party);
    for (const reconciler of [this.#reconciler, this.#named]) {
      if (spread) reconciler?.forgetAll();
      else if (removed.length === 0) reconciler?.forget({ parties, cells });
    }
  }

  claim(id: string): KnownClaim | null {
    const row = this.#rows.rowOf(id);
    return row === null ? null : this.#rows.claimOf(row);
  }

  *claims(kind?: ClaimKind, after: ClaimPlace | null = null): Iterable<KnownClaim> {
    const rows = this.#inOrder(kind);
    for (let i = after === null ? 0 : this.#behind(rows, after); i < rows.length; i++)
      yield this.#rows.claimOf(rows[i]!);
  }

  evidence(): Evidence {
    return this.#book;
  }

  reconciled(question: PostureQuestion): Reconciled {
    return this.#reconciler.reconciled(question);
  }

  inNames(): Knowledge {
    const named: Knowledge = {
      claims: (kind, after) => this.claims(kind, after),
      claim: (id) => this.claim(id),
      evidence: () => this.evidence(),
      reconciled: (question) => {
        this.#named ??= new Reconciler(this.#book, 'names');
        return this.#named.reconciled(question);
      },
      inNames: () => named,
    };
    return named;
  }

  #begin(): void {
    this.#book = new EvidenceBook(this.#atlas);
    this.#shapes = new Map();
    this.#reconciler = new Reconciler(this.#book, 'codes');
    this.#named = null;
  }

  /** Adds a claim to the evidence; gives what it has in common with others where it bears on posture. */
  #take(row: number): InYear | null {
    const { claims } = this.#ledger;
    const published = knownDayOf(this.#rows.factOf(row));
    const shape = claims.shapeOf(row);
    const one = this.#inYear(shape, published);
    if (one === null) return null;
    const { claim } = one;
    if (published > one.latest) {
      this.#book.label(claim, published);
      one.latest = published;
    }
    if (claim.kind === 'presence')
      one.sightings?.add(row, daysTold(claims.timeOf(row), published), published, claim.quantity !== null);
    else {
      const known = this.#rows.claimOf(row);
      if (known.claim.kind === 'movement') this.#book.addMovement(known, known.claim);
      else if (known.claim.kind === 'status') this.#book.addStatus(known, known.claim);
    }
    return one;
  }

  #inYear(shape: number, published: Day): InYear | null {
    const key = `${shape} ${published.slice(0, 4)}`;
    const seen = this.#shapes.get(key);
    if (seen !== undefined) return seen;
    const { claim } = this.#ledger.claims.shape(shape);
    let one: InYear | null = null;
    if (isTelltale(claim)) {
      this.#book.note(claim, published);
      const cell = claim.kind === 'presence' ? cellTold(claim, published, this.#book.names) : null;
      const sightings =
        cell === null ? null : this.#book.sightingsOf(cell, () => new PackedSightings((row) => this.#unpack(row)));
      one = { claim, party: this.#book.names.party(claim.party!), cell, sightings, latest: published };
    }
    this.#shapes.set(key, one);
    return one;
  }

  #unpack(row: number): PresenceReading {
    const known = this.#rows.claimOf(row);
    const reading = known.claim.kind === 'presence' ? readPresence(known, known.claim, this.#book.names) : null;
    if (reading === null) throw new Error(`row ${row} is no presence`);
    return reading;
  }

  /** How many of the rows come before the place or stand at it. */
  #behind(rows: Int32Array, place: ClaimPlace): number {
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (byDayKnown(this.#placeOf(rows[middle]!), place) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #placeOf = (row: number): ClaimPlace => ({
    id: this.#ledger.claims.idOf(row),
    known: knownDayOf(this.#rows.factOf(row)),
  });

  #inOrder(kind: ClaimKind | undefined): Int32Array {
    const seen = this.#sorted.get(kind);
    if (seen !== undefined) return seen;
    const { claims } = this.#ledger;
    const ofDay = new Map<Day, number[]>();
    for (const row of this.#rows.rows())
      if (kind === undefined || claims.kindOf(row) === kind)
        entry(ofDay, knownDayOf(this.#rows.factOf(row)), () => []).push(row);
    // Day by day, so that few ids are held at once.
    const rows = new Int32Array([...ofDay.values()].reduce((sum, list) => sum + list.length, 0));
    let at = 0;
    for (const day of [...ofDay.keys()].sort()) {
      for (const { row } of ofDay
        .get(day)!
        .map((row) => ({ row, id: claims.idOf(row) }))
        .sort(byId))
        rows[at++] = row;
      ofDay.delete(day);
    }
    this.#sorted.set(kind, rows);
    return rows;
  }
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

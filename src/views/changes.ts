// What changed between two days, and what was learnt between two days of knowing: rows, movements, statuses and decisions, each with its claims.
import type { Atlas } from '../model/atlas.ts';
import { type Bounds, sameBounds } from '../model/bounds.ts';
import type { Move, Phase } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import type { Conflict } from '../reconcile/conflicts.ts';
import { type Known, knowledgeOf, reconcile } from '../reconcile/knowledge.ts';
import { namesOf } from '../reconcile/names.ts';
import type { PostureRow, Reconciled } from '../reconcile/posture.ts';
import { viewClaims } from './claims-view.ts';
import { type DecisionView, viewDecisions } from './decisions.ts';
import type { PostureFilter } from './posture-view.ts';
import { type StatusView, viewStatus } from './status.ts';

export interface RowChange {
  /** `appeared`: nothing was known of it; `ended`: none are left; `gone`: what was known no longer stands; else its bounds or expectation changed. */
  readonly what: 'appeared' | 'changed' | 'expected' | 'ended' | 'gone';
  readonly party: Party;
  readonly place: Place;
  readonly mission: string | null;
  readonly unit: string | null;
  readonly of: PostureRow['of'];
  readonly before: RowState | null;
  readonly after: RowState | null;
  /** The claims of the new row that the old one did not stand on. */
  readonly claims: readonly string[];
  readonly why: string;
}

export interface RowState extends Bounds {
  readonly expected: Bounds | null;
  /** The larger whole that alone bounds it from above; null where it has an upper end of its own, or none. */
  readonly within: PostureRow['within'];
}

export interface MovementNews {
  readonly claim: string;
  readonly party: Party;
  readonly unit: string | null;
  readonly quantity: { readonly min: number | null; readonly max: number | null } | null;
  readonly from: readonly Place[];
  readonly to: readonly Place[];
  readonly move: Move;
  readonly phase: Phase;
  /** The day it happened as the text dates it, else the day it was published. */
  readonly day: Day;
  readonly published: Day;
}

export interface Changes {
  readonly rows: readonly RowChange[];
  readonly movements: readonly MovementNews[];
  readonly statuses: readonly StatusView[];
  readonly decisions: readonly DecisionView[];
  readonly conflicts: { readonly opened: readonly Conflict[]; readonly closed: readonly Conflict[] };
}

type Filter = Pick<PostureFilter, 'party' | 'place'>;

/** What happened after `since`, up to and with `until`, as far as `known` tells. */
export function viewChanges(known: Known, atlas: Atlas, since: Day, until: Day, filter: Filter = {}): Changes {
  const between = (day: Day): boolean => since < day && day <= until;
  const one = knowledgeOf(known, atlas);
  return {
    ...compare(ask(one, atlas, since, filter), ask(one, atlas, until, filter)),
    movements: movementsOf(one, atlas, filter).filter((m) => between(m.day)),
    statuses: viewStatus(one, atlas, until, filter).filter((s) => between(s.since)),
    decisions: viewDecisions(one, until).filter((d) => between(d.day)),
  };
}

/** What was learnt: the picture of one day `at` as it was known before and as it is known after. */
export function viewLearnt(before: Known, after: Known, atlas: Atlas, at: Day, filter: Filter = {}): Changes {
  const [old, now] = [knowledgeOf(before, atlas), knowledgeOf(after, atlas)];
  const isFresh = (id: string): boolean => old.claim(id) === null;
  return {
    ...compare(ask(old, atlas, at, filter), ask(now, atlas, at, filter)),
    movements: movementsOf(now, atlas, filter).filter((m) => isFresh(m.claim)),
    statuses: viewStatus(now, atlas, at, filter).filter((s) => isFresh(s.claim)),
    decisions: viewDecisions(now, at).filter((d) => d.claims.some(isFresh)),
  };
}

const ask = (known: Known, atlas: Atlas, at: Day, filter: Filter): Reconciled =>
  reconcile(known, atlas, { at, party: filter.party ?? null, place: filter.place ?? null });

export const rowKey = (row: PostureRow): string =>
  JSON.stringify([row.party, row.place.country, row.place.name, row.mission, row.unit, row.of]);

function compare(before: Reconciled, after: Reconciled): Pick<Changes, 'rows' | 'conflicts'> {
  const old = new Map(before.rows.map((row) => [rowKey(row), row]));
  const rows: RowChange[] = [];
  for (const row of after.rows) {
    const was = old.get(rowKey(row)) ?? null;
    old.delete(rowKey(row));
    const what = changeOf(was, row);
    if (what !== null) rows.push(changeFrom(what, was, row));
  }
  for (const was of old.values()) rows.push(changeFrom('gone', was, null));
  const [opened, closed] = [beyond(after.conflicts, before.conflicts), beyond(before.conflicts, after.conflicts)];
  return { rows, conflicts: { opened, closed } };
}

function changeOf(was: PostureRow | null, row: PostureRow): RowChange['what'] | null {
  if (was === null) return 'appeared';
  if (!sameBounds(was, row)) return row.max === 0 ? 'ended' : 'changed';
  const [a, b] = [was.expected ?? was, row.expected ?? row];
  return sameBounds(a, b) ? null : 'expected';
}

function changeFrom(what: RowChange['what'], was: PostureRow | null, row: PostureRow | null): RowChange {
  const one = (row ?? was)!;
  const known = new Set(was?.claims ?? []);
  return {
    what,
    party: one.party,
    place: one.place,
    mission: one.mission,
    unit: one.unit,
    of: one.of,
    before: stateOf(was),
    after: stateOf(row),
    claims: (row?.claims ?? []).filter((id) => !known.has(id)),
    why: one.why,
  };
}

export const stateOf = (row: PostureRow | null): RowState | null =>
  row === null ? null : { min: row.min, max: row.max, expected: row.expected, within: row.within };

const beyond = (these: readonly Conflict[], those: readonly Conflict[]): Conflict[] => {
  const ids = new Set(those.map((c) => c.id));
  return these.filter((c) => !ids.has(c.id));
};

function movementsOf(known: Known, atlas: Atlas, filter: Filter): MovementNews[] {
  const names = namesOf(atlas);
  const news: MovementNews[] = [];
  for (const { id, claim, report, known: heard } of viewClaims(known, atlas, { ...filter, kind: 'movement' })) {
    if (claim.kind !== 'movement' || claim.party === null) continue;
    const published = report.published ?? heard;
    const done = claim.phase === 'completed' || claim.phase === 'underway';
    const { unit, from, to, move, phase } = claim;
    const quantity = claim.quantity === null ? null : { min: claim.quantity.min, max: claim.quantity.max };
    const day = (done ? (claim.time?.end ?? claim.time?.start) : null) ?? published;
    news.push({
      claim: id,
      party: names.party(claim.party),
      unit,
      quantity,
      from,
      to,
      move,
      phase,
      day: day < published ? day : published,
      published,
    });
  }
  return news.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.claim < b.claim ? -1 : 1));
}

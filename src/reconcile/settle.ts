// Makes the evidence of all cells hold together: finds wholes said to hold fewer than their parts, records the conflict, and lets the preference
// or the older day give way, until bounds can be propagated.
import type { Day } from '../model/day.ts';
import { type Conflict, makeConflict, readingOf } from './conflicts.ts';
import type { Constraint, Problem, Variable } from './constraints.ts';
import { entry } from './entry.ts';
import { areOfOneTime, type Observation } from './observations.ts';
import { preferred, type Standing } from './preference.ts';
import { type Ends, type Outer, type Propagated, Propagation } from './propagate.ts';
import type { Telling } from './tellings.ts';
import { figure, placeText, sourceText, type Wording } from './wording.ts';

export interface Settled {
  readonly bounds: Propagation;
  readonly conflicts: readonly Conflict[];
  readonly ends: (v: Variable) => Ends;
  readonly holds: (c: Constraint) => boolean;
}

/** What was settled before and stays: variables of the problem, and others that bound them. */
export interface Fixed {
  isFixed(v: Variable): boolean;
  /** Of a fixed variable. */
  ends(v: Variable): Ends;
  holds(c: Constraint): boolean;
  readonly outer: Outer;
}

/** A whole and its parts told of within so many days are of one time: between them nothing has changed. */
const ONE_TIME_DAYS = 3;

export const settle = (problem: Problem, words: Wording): Settled => settleBeside(problem, words, null)!;

/** Null where one of the fixed variables would have to give way. */
export function settleBeside(problem: Problem, words: Wording, fixed: Fixed | null): Settled | null {
  const dropped = new Map<Variable, { low: boolean; high: boolean }>();
  const relaxed = new Set<Constraint>();
  const conflicts: Conflict[] = [];
  const lowers = new Map<Variable, readonly Clashing[]>();
  const ends = (v: Variable): Ends => {
    if (fixed?.isFixed(v)) return fixed.ends(v);
    const drop = dropped.get(v.standsFor ?? v);
    const { min, max } = v.carried.bounds;
    return { low: drop?.low ? 0 : min, high: drop?.high ? null : max };
  };
  const holds = (c: Constraint): boolean => !relaxed.has(c) && (fixed === null || fixed.holds(c));
  const terms = { ends, slackOf: (c: Constraint) => c.slack, holds };
  const bounds = new Propagation(problem, fixed === null ? terms : { ...terms, outer: fixed.outer });
  let isBroken = false;
  const drop = (one: Variable, end: 'low' | 'high'): void => {
    const v = one.standsFor ?? one;
    isBroken ||= fixed?.isFixed(v) === true;
    dropped.set(v, { low: false, high: false, ...dropped.get(v), [end]: true });
    lowers.clear();
    bounds.forget(v);
  };
  const relax = (c: Constraint): void => {
    relaxed.add(c);
    bounds.forget(c.whole);
  };

  for (;;) {
    if (isBroken) return null;
    const violation = bounds.firstViolation();
    if (violation === null) return { bounds, conflicts, ends, holds };
    const { constraint } = violation;
    if (violation.short) {
      const conflict = shortOf(constraint, violation.sum, words);
      if (conflict !== null) conflicts.push(conflict);
      relax(constraint);
      continue;
    }
    const clash = clashOf(constraint, bounds, ends, lowers);
    const [whole, ...parts] = clash;
    const atOnce = areOfOneTime(
      clash.map((c) => c.days),
      ONE_TIME_DAYS,
    );
    if (atOnce) {
      const conflict = conflictOf(constraint, clash, words);
      if (conflict !== null) conflicts.push(conflict);
      const loser = leastPreferred(clash);
      if (loser === null) relax(constraint);
      else drop(loser.variable, loser === whole ? 'high' : 'low');
      continue;
    }
    // Change over time is no conflict: what was counted longest ago is no longer known to be so.
    const oldest = clash.reduce<Day>((d, c) => (c.days.to < d ? c.days.to : d), whole!.days.to);
    if (whole!.days.to === oldest && parts.every((p) => p.days.to > oldest)) drop(whole!.variable, 'high');
    else for (const part of parts) if (part.days.to === oldest) drop(part.variable, 'low');
    if (whole!.days.to === oldest && parts.some((p) => p.days.to === oldest)) drop(whole!.variable, 'high');
  }
}

/** One end that takes part in a contradiction: the variable, the days it stands for, and the claims that make it. */
interface Clashing {
  readonly variable: Variable;
  readonly days: { readonly from: Day; readonly to: Day };
  readonly claims: readonly (Observation | Telling)[];
  readonly count: number;
}

/** The whole's upper end first, then the fewest lower ends of parts that it cannot hold. */
function clashOf(
  constraint: Constraint,
  bounds: Propagated,
  ends: (v: Variable) => Ends,
  lowers: Map<Variable, readonly Clashing[]>,
): Clashing[] {
  const high = ends(constraint.whole).high!;
  const leaves: Clashing[] = [];
  for (const v of new Set(constraint.parts.flatMap((part) => bounds.leaves(part))))
    for (const end of entry(lowers, v, () => lowerEnds(v, ends(v).low))) if (end.count > 0) leaves.push(end);
  leaves.sort(
    (a, b) => a.count - b.count || compare(a.variable.cell.key, b.variable.cell.key) || compare(idOf(a), idOf(b)),
  );
  // The smallest are left out as long as the others are still too many: what is left is minimal.
  let sum = leaves.reduce((all, end) => all + end.count, 0) - constraint.slack;
  const needed = leaves.filter((end) => {
    const spared = sum - end.count > high;
    if (spared) sum -= end.count;
    return !spared;
  });
  return [upperEnd(constraint.whole, high), ...needed.reverse()];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const idOf = (c: Clashing): string => c.claims[0]?.id ?? '';

function upperEnd(variable: Variable, count: number): Clashing {
  const { base, steps } = variable.carried;
  const counted = base?.admitted.find((o) => o.bounds.max === base.bounds.max) ?? base?.admitted[0];
  if (counted) return { variable, count, claims: [counted], days: { from: counted.from, to: counted.to } };
  const telling = steps[0]?.tellings[0];
  return {
    variable,
    count,
    claims: telling ? [telling] : [],
    days: { from: telling?.end ?? '', to: telling?.end ?? '' },
  };
}

/** The count and the arrivals since, each with what it adds; as one where some have left, since then each leans on the others. */
function lowerEnds(variable: Variable, count: number): Clashing[] {
  const { base, steps } = variable.carried;
  if (count === 0) return [];
  const counted = base?.admitted.find((o) => o.bounds.min === base.bounds.min);
  const arrivals = steps.filter((s) => s.sign > 0 && s.bounds.min > 0);
  const ends: Clashing[] = arrivals.map((s) => {
    const telling = s.tellings[0]!;
    return { variable, count: s.bounds.min, claims: [telling], days: { from: telling.end, to: telling.end } };
  });
  if (counted && base!.bounds.min > 0)
    ends.unshift({
      variable,
      count: base!.bounds.min,
      claims: [counted],
      days: { from: counted.from, to: counted.to },
    });
  if (ends.length === 1 || ends.reduce((sum, end) => sum + end.count, 0) === count)
    return ends.length === 1 ? [{ ...ends[0]!, count }] : ends;
  const days = ends.flatMap((end) => [end.days.from, end.days.to]).sort();
  const whole = { from: days[0] ?? '', to: days.at(-1) ?? '' };
  return [{ variable, count, claims: ends.flatMap((end) => end.claims), days: whole }];
}

const standingOf = (c: Clashing): Standing => {
  const first = c.claims[0];
  return {
    id: first?.id ?? '',
    accepted: c.claims.length > 0 && c.claims.every((claim) => claim.accepted),
    authority: c.claims.length > 0 && c.claims.every((claim) => claim.authority),
    published: c.claims.reduce<Day>((d, claim) => (claim.published > d ? claim.published : d), ''),
    origins: 1,
  };
};

/** The one end that all others stand before; null where no single one is the least. */
function leastPreferred(clash: readonly Clashing[]): Clashing | null {
  for (const one of clash)
    if (clash.every((other) => other === one || preferred(standingOf(other), standingOf(one)) !== null)) return one;
  return null;
}

function conflictOf(constraint: Constraint, clash: readonly Clashing[], words: Wording): Conflict | null {
  const [whole, ...parts] = clash;
  const claims = clash.flatMap((c) => c.claims);
  if (claims.length < 2 || claims.filter((c) => !c.accepted).length <= 1) return null;
  const { cell } = constraint.whole;
  const sum = parts.map((p) => `${figure(p.count)} ${partText(p, constraint, words)}`).join(' and ');
  const loser = leastPreferred(clash);
  const said = (c: Clashing): string => c.claims.map((x) => sourceText(x.source)).join('; ');
  const readings = clash.flatMap((c) => c.claims.filter(isObservation).map(readingOf));
  const reason = loser === null ? null : preferred(standingOf(clash.find((c) => c !== loser)!), standingOf(loser));
  const stays = readings.find((r) => !loser?.claims.some((c) => r.claims.includes(c.id))) ?? null;
  return makeConflict(
    cell,
    words,
    'whole',
    claims.map((c) => c.id),
    {
      why: `${words.party(cell.party)} in ${placeText(cell.where, words)}: ${sum} (${parts.map(said).join('; ')}) are more than the ${figure(whole!.count)} of the whole (${said(whole!)})`,
      preferred: loser === null || stays === null ? null : { reading: stays, reason },
      alternatives: readings.filter((r) => r !== stays || loser === null),
      copies: [],
    },
    clash.map((c) => c.variable.cell.key),
  );
}

/** Every part of the list is needed for it: without any one of them the rest could be made up by it. */
function shortOf({ whole, parts }: Constraint, sum: number, words: Wording): Conflict | null {
  const counted = whole.carried.base?.admitted[0];
  const listed = parts.flatMap((p) => p.carried.base?.admitted.slice(0, 1) ?? []);
  const claims = [...(counted === undefined ? [] : [counted]), ...listed];
  const [first] = listed;
  if (counted === undefined || first === undefined || claims.filter((c) => !c.accepted).length <= 1) return null;
  const { cell } = whole;
  const all = {
    claims: listed.map((o) => o.id),
    text: `${figure(sum)} in all ${listed.length} (${sourceText(first.source)})`,
  };
  return makeConflict(
    cell,
    words,
    'whole',
    claims.map((c) => c.id),
    {
      why: `${words.party(cell.party)} in ${placeText(cell.where, words)}${cell.mission === null ? '' : ` (${words.mission(cell.mission)})`}: all ${listed.length} contingents come to ${figure(sum)} (${sourceText(first.source)}), not to the ${figure(whole.carried.bounds.min)} of the whole (${sourceText(counted.source)})`,
      preferred: null,
      alternatives: [readingOf(counted), { ...all, bounds: { min: sum, max: sum } }],
      copies: [],
    },
    [cell.key, ...parts.map((p) => p.cell.key)],
  );
}

const isObservation = (claim: Observation | Telling): claim is Observation => 'cell' in claim;

/** What tells the part from the whole: its place, mission, unit or nation. */
function partText(part: Clashing, constraint: Constraint, words: Wording): string {
  const { cell } = part.variable;
  switch (constraint.kind) {
    case 'places':
      return `in ${placeText(cell.where, words)}`;
    case 'missions':
      return `in ${words.mission(cell.mission)}`;
    case 'units':
      return `of ${words.unit(cell.unit)}`;
    case 'contingents':
      return `of ${words.party(cell.party)}`;
  }
}

// Why a bound is what it is: a small tree of claims and steps for each end, and the same as one line.
import { type Bounds, sameBounds } from '../model/bounds.ts';
import type { Carried } from './carry.ts';
import type { Constraint, Variable } from './constraints.ts';
import type { Where } from './names.ts';
import type { Ahead } from './observations.ts';
import type { Propagated } from './propagate.ts';
import type { Step } from './sums.ts';
import type { Telling } from './tellings.ts';
import { figure, numberText, placeText, sourceText, type Wording } from './wording.ts';

/** `value` null: no upper bound known. Children are the terms of `text`, each with its own claims. */
export interface Why {
  readonly value: number | null;
  readonly text: string;
  readonly claims: readonly string[];
  readonly children: readonly Why[];
}

export interface RowTree {
  readonly min: Why;
  readonly max: Why;
  readonly expected: Why | null;
}

export interface RowWhy {
  readonly line: string;
  /** Of both ends and of the expectation. */
  readonly claims: ReadonlySet<string>;
  /** Of a force of many contingents it is large, and few are looked at: made when asked for. */
  readonly tree: () => RowTree;
}

export function whyOf(v: Variable, bounds: Propagated, expected: Bounds | null, words: Wording): RowWhy {
  const value: Bounds = { min: bounds.low(v), max: bounds.high(v) };
  const own = bounds.lowFrom(v) === 'own' && bounds.highFrom(v) === 'own';
  const head = `${subject(v, words)} ${numberText(value)}`;
  const ends = [
    ...(value.min > 0 ? [lowText(v, bounds, words)] : []),
    ...(value.max !== null ? [highText(v, bounds, words)] : []),
  ];
  const terms = own ? ownText(v.carried, words) : ends.filter((t) => t !== '').join('; ');
  const tail = expected === null ? '' : `; expected ${numberText(expected)} = ${expectedText(v.carried, words)}`;
  const claims = new Set<string>();
  lowClaims(v, bounds, claims);
  highClaims(v, bounds, claims);
  if (expected !== null) for (const id of expectedClaims(v.carried)) claims.add(id);
  return {
    line: `${head}${terms === '' ? '' : ` = ${terms}`}${tail}`,
    claims,
    tree: () => ({
      min: whyLow(v, bounds, words),
      max: whyHigh(v, bounds, words),
      expected: expected === null ? null : expectedWhy(v.carried, expected, words),
    }),
  };
}

/** "DE in IQ", "UN in SY (UNDOF)", "US of the 82nd Airborne Division in KW" */
function subject(v: Variable, words: Wording): string {
  const { party, where, mission, unit, of } = v.cell;
  const force = unit === null ? words.party(party) : `${words.party(party)} (${words.unit(unit)})`;
  const thing = of === 'personnel' ? '' : ` ${of}`;
  return `${force}${thing} in ${placeText(where, words)}${mission === null ? '' : ` (${words.mission(mission)})`}`;
}

/** Those of the parts that make the low end of their whole. */
const partsOf = (v: Variable, from: Constraint, bounds: Propagated): readonly Variable[] =>
  from.parts.filter((p) => p !== v && bounds.low(p) > 0);

function whyLow(v: Variable, bounds: Propagated, words: Wording): Why {
  const from = bounds.lowFrom(v);
  const value = bounds.low(v);
  if (from === 'own') return ownWhy(v.carried, value, words);
  const left = from.left?.map((step) => stepWhy(step, v.carried, words)) ?? [];
  const children = [...partsOf(v, from, bounds).map((p) => whyLow(p, bounds, words)), ...left];
  return { value, text: lowText(v, bounds, words), claims: claimsOf(children), children };
}

function lowText(v: Variable, bounds: Propagated, words: Wording): string {
  const from = bounds.lowFrom(v);
  if (from === 'own') return ownText(v.carried, words);
  const terms = partsOf(v, from, bounds).map((p) => termOf(p, bounds.low(p), words));
  const left = from.left?.map((step) => ` - ${stepText(step, v.carried, words)}`) ?? [];
  return `at least ${figure(bounds.low(v))}, the sum of ${terms.join(' + ')}${left.join('')}`;
}

function lowClaims(v: Variable, bounds: Propagated, claims: Set<string>): void {
  const from = bounds.lowFrom(v);
  if (from === 'own') ownClaims(v.carried, claims);
  else {
    for (const part of partsOf(v, from, bounds)) lowClaims(part, bounds, claims);
    for (const step of from.left ?? []) for (const t of step.tellings) claims.add(t.id);
  }
}

function whyHigh(v: Variable, bounds: Propagated, words: Wording): Why {
  const from = bounds.highFrom(v);
  const value = bounds.high(v);
  if (from === 'own' || value === null) return ownWhy(v.carried, value, words);
  const children =
    from.whole === v
      ? from.parts.map((p) => ownWhy(p.carried, p.carried.bounds.max, words))
      : [whyHigh(from.whole, bounds, words), ...partsOf(v, from, bounds).map((p) => whyLow(p, bounds, words))];
  return { value, text: highText(v, bounds, words), claims: claimsOf(children), children };
}

function highText(v: Variable, bounds: Propagated, words: Wording): string {
  const from = bounds.highFrom(v);
  const value = bounds.high(v);
  if (from === 'own' || value === null) return ownText(v.carried, words);
  if (from.whole === v) return `at most ${figure(value)}, all ${from.parts.length} contingents that are listed`;
  const less = partsOf(v, from, bounds).map((p) => ` - ${termOf(p, bounds.low(p), words)}`);
  return `at most ${figure(value)}, of ${termOf(from.whole, bounds.high(from.whole)!, words)} in all${less.join('')}`;
}

function highClaims(v: Variable, bounds: Propagated, claims: Set<string>): void {
  const from = bounds.highFrom(v);
  if (from === 'own' || bounds.high(v) === null) ownClaims(v.carried, claims);
  else if (from.whole === v) for (const part of from.parts) ownClaims(part.carried, claims);
  else {
    highClaims(from.whole, bounds, claims);
    for (const part of partsOf(v, from, bounds)) lowClaims(part, bounds, claims);
  }
}

function ownClaims({ base, steps }: Carried, claims: Set<string>): void {
  for (const o of base?.admitted ?? []) claims.add(o.id);
  for (const step of steps) for (const t of step.tellings) claims.add(t.id);
}

/** "600 (US in EE: Outlet B, 5 Nov 2018)" */
function termOf(v: Variable, value: number, words: Wording): string {
  const source = v.carried.base?.admitted[0]?.source ?? v.carried.steps[0]?.tellings[0]?.source;
  return `${figure(value)} (${subject(v, words)}${source ? `: ${sourceText(source)}` : ''})`;
}

function ownWhy(carried: Carried, value: number | null, words: Wording): Why {
  const { base, steps } = carried;
  const count: Why[] = base
    ? base.admitted.map((o) => ({
        value: o.bounds.min,
        text: `${numberText(o.bounds)} (${sourceText(o.source)})`,
        claims: [o.id],
        children: [],
      }))
    : [];
  const moved = steps.map((step) => stepWhy(step, carried, words));
  const children = [...count, ...moved];
  return { value, text: ownText(carried, words), claims: claimsOf(children), children };
}

function ownText(carried: Carried, words: Wording): string {
  const { base, steps } = carried;
  const count = base === null ? '' : baseText(carried);
  const moved = steps.map((s) => `${s.sign < 0 ? '- ' : '+ '}${stepText(s, carried, words)}`);
  return [count, ...moved]
    .filter((t) => t !== '')
    .join(' ')
    .replace(/^\+ /, '');
}

function baseText({ base }: Carried): string {
  const tight = base!.admitted.find((o) => sameBounds(o.bounds, base!.bounds)) ?? base!.admitted[0]!;
  const more = base!.admitted.length === 1 ? 0 : new Set(base!.admitted.map((o) => o.source.origin)).size - 1;
  return `${numberText(base!.bounds)} (${sourceText(tight.source)}${more > 0 ? ` and ${more} more` : ''})`;
}

const stepWhy = (step: Step, carried: Carried, words: Wording): Why => ({
  value: step.bounds.min,
  text: stepText(step, carried, words),
  claims: step.tellings.map((t) => t.id),
  children: [],
});

/** "30 to JO, KW (same report, planned)" */
function stepText(step: Step, carried: Carried, words: Wording): string {
  const telling = step.tellings.at(-1)!;
  const same = carried.base?.admitted.some((o) => o.source.report.id === telling.source.report.id);
  const source = same ? 'same report' : sourceText(telling.source);
  const phase =
    step.bounds.max === 0
      ? 'denied'
      : step.kind === 'done'
        ? 'completed'
        : step.kind === 'underway'
          ? 'under way'
          : 'planned';
  return `${numberText(step.bounds)}${endsText(step, telling, words)} (${source}, ${phase})`;
}

/** The end of the route that lies away from the cell. */
function endsText(step: Step, telling: Telling, words: Wording): string {
  const ends: readonly Where[] = step.sign < 0 ? telling.to : telling.from;
  const home = step.sign < 0 ? telling.toHome : telling.fromHome;
  const names = ends.map((w) => placeText(w, words));
  if (home) return step.sign < 0 ? ' home' : ' from home';
  return names.length === 0 ? '' : ` ${step.sign < 0 ? 'to' : 'from'} ${names.join(', ')}`;
}

function expectedWhy(carried: Carried, expected: Bounds, words: Wording): Why {
  const { pending, ahead } = carried;
  const stated: Why[] = ahead
    ? [{ value: ahead.bounds.min, text: aheadText(ahead), claims: [ahead.id], children: [] }]
    : [];
  const children = [...stated, ...pending.map((s) => stepWhy(s, carried, words))];
  return { value: expected.min, text: expectedText(carried, words), claims: claimsOf(children), children };
}

function expectedText(carried: Carried, words: Wording): string {
  if (carried.ahead) return aheadText(carried.ahead);
  const sum = carried.pending.map((s) => `${s.sign < 0 ? '- ' : '+ '}${stepText(s, carried, words)}`).join(' ');
  return `${numberText(carried.bounds)} ${sum}`;
}

const aheadText = (ahead: Ahead): string => `${numberText(ahead.bounds)} (${sourceText(ahead.source)})`;

const expectedClaims = ({ pending, ahead }: Carried): string[] => [
  ...(ahead ? [ahead.id] : []),
  ...pending.flatMap((s) => s.tellings.map((t) => t.id)),
];

const claimsOf = (nodes: readonly Why[]): string[] => [
  ...new Set(nodes.flatMap((n) => [...n.claims, ...claimsOf(n.children)])),
];

// Why a bound is what it is: a small tree of claims and steps for each end, and the same as one line.
import { type Bounds, sameBounds } from '../model/bounds.ts';
import type { Carried } from './carry.ts';
import type { Variable } from './constraints.ts';
import type { Where } from './names.ts';
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

export interface RowWhy {
  readonly min: Why;
  readonly max: Why;
  readonly expected: Why | null;
  readonly line: string;
}

export function whyOf(v: Variable, bounds: Propagated, expected: Bounds | null, words: Wording): RowWhy {
  const min = whyLow(v, bounds, words);
  const max = whyHigh(v, bounds, words);
  const value: Bounds = { min: bounds.low(v), max: bounds.high(v) };
  const own = bounds.lowFrom(v) === 'own' && bounds.highFrom(v) === 'own';
  const head = `${subject(v, words)} ${numberText(value)}`;
  const ends = [bounds.low(v) > 0 ? min.text : '', bounds.high(v) !== null ? max.text : ''];
  const terms = own ? ownText(v.carried, words) : ends.filter((t) => t !== '').join('; ');
  const comes = expected === null ? null : expectedWhy(v.carried, expected, words);
  const tail = comes === null ? '' : `; expected ${numberText(expected!)} = ${comes.text}`;
  return { min, max, expected: comes, line: `${head}${terms === '' ? '' : ` = ${terms}`}${tail}` };
}

/** "DE in IQ", "UN in SY (UNDOF)", "US of the 82nd Airborne Division in KW" */
function subject(v: Variable, words: Wording): string {
  const { party, where, mission, unit, of } = v.cell;
  const force = unit === null ? words.party(party) : `${words.party(party)} (${words.unit(unit)})`;
  const thing = of === 'personnel' ? '' : ` ${of}`;
  return `${force}${thing} in ${placeText(where, words)}${mission === null ? '' : ` (${words.mission(mission)})`}`;
}

function whyLow(v: Variable, bounds: Propagated, words: Wording): Why {
  const from = bounds.lowFrom(v);
  const value = bounds.low(v);
  if (from === 'own') return ownWhy(v.carried, value, words);
  const children = from.parts.filter((p) => bounds.low(p) > 0).map((p) => whyLow(p, bounds, words));
  const parts = from.parts.filter((p) => bounds.low(p) > 0);
  const text = `at least ${figure(value)}, the sum of ${parts.map((p) => termOf(p, bounds.low(p), words)).join(' + ')}`;
  return { value, text, claims: claimsOf(children), children };
}

function whyHigh(v: Variable, bounds: Propagated, words: Wording): Why {
  const from = bounds.highFrom(v);
  const value = bounds.high(v);
  if (from === 'own' || value === null) return ownWhy(v.carried, value, words);
  if (from.whole === v) {
    const children = from.parts.map((p) => ownWhy(p.carried, p.carried.bounds.max, words));
    const text = `at most ${figure(value)}, all ${from.parts.length} contingents that are listed`;
    return { value, text, claims: claimsOf(children), children };
  }
  const others = from.parts.filter((p) => p !== v && bounds.low(p) > 0);
  const whole = whyHigh(from.whole, bounds, words);
  const children = [whole, ...others.map((p) => whyLow(p, bounds, words))];
  const less = others.map((p) => ` - ${termOf(p, bounds.low(p), words)}`).join('');
  const text = `at most ${figure(value)}, of ${termOf(from.whole, bounds.high(from.whole)!, words)} in all${less}`;
  return { value, text, claims: claimsOf(children), children };
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
  const more = new Set(base!.admitted.map((o) => o.source.origin)).size - 1;
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
    ? [
        {
          value: ahead.bounds.min,
          text: `${numberText(ahead.bounds)} (${sourceText(ahead.source)})`,
          claims: [ahead.id],
          children: [],
        },
      ]
    : [];
  const planned = pending.map((s) => stepWhy(s, carried, words));
  const now = numberText(carried.bounds);
  const sum = pending.map((s) => `${s.sign < 0 ? '- ' : '+ '}${stepText(s, carried, words)}`).join(' ');
  const text = ahead ? stated[0]!.text : `${now} ${sum}`;
  return { value: expected.min, text, claims: claimsOf([...stated, ...planned]), children: [...stated, ...planned] };
}

const claimsOf = (nodes: readonly Why[]): string[] => [
  ...new Set(nodes.flatMap((n) => [...n.claims, ...claimsOf(n.children)])),
];

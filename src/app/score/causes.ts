// Why a claim was missed, or is one too many: the misses of a scored report, each with its cause, told from how the report was read.

import { locate } from '../../extract/grounding/locate.ts';
import type { TraceStep } from '../../extract/trace.ts';
import type { ExtractedClaim, Span } from '../../model/claim.ts';
import { foldText } from '../../text/fold.ts';
import type { ReportReading } from '../read-report.ts';
import { coreAgrees, coreDisagreements, FIELDS, type LooseClaim, pairClaims } from './agreement.ts';

/** In the order in which they are listed. */
export const CAUSES = [
  'not screened in',
  'no rule fired',
  'a field not settled',
  'refused by grounding',
  'dropped as a repeat',
  'wrong kind',
  'wrong party',
  'wrong place',
  'wrong quantity',
  'wrong status',
  'wrong action',
  'wrong body',
  'wrong day',
  'several fields wrong',
  'told already',
  'extra',
  'extra in a report without claims',
  'wrong phase',
  'wrong time',
  'wrong temporary',
  'wrong speaker',
] as const;
type Cause = (typeof CAUSES)[number];

/**
 * `missed` and `extra` together are one claim read amiss; `missed` alone was not read, `extra` alone was not asked for. `expected` and `found`
 * agree in the core and differ in a further field.
 */
export interface CausedMiss {
  readonly report: string;
  readonly cause: Cause;
  /** The fields that differ, why grounding refused, or which rule read what. */
  readonly detail: string | null;
  readonly missed?: LooseClaim;
  readonly extra?: LooseClaim;
  readonly expected?: LooseClaim;
  readonly found?: LooseClaim;
}

export interface ReadReport {
  readonly id: string;
  readonly text: string;
  readonly expected: readonly LooseClaim[];
  readonly reading: ReportReading;
}

const CORE_CAUSES = {
  kind: 'wrong kind',
  party: 'wrong party',
  place: 'wrong place',
  quantity: 'wrong quantity',
  status: 'wrong status',
  action: 'wrong action',
  body: 'wrong body',
  time: 'wrong day',
} as const satisfies Record<string, Cause>;
const FULL_CAUSES = {
  phase: 'wrong phase',
  time: 'wrong time',
  temporary: 'wrong temporary',
  said_by: 'wrong speaker',
} as const satisfies Record<string, Cause>;

/** Every miss of one report; optional claims that were not found are none. */
export function causesOf({ id, text, expected, reading }: ReadReport): CausedMiss[] {
  const found = reading.claims as readonly (ExtractedClaim & LooseClaim)[];
  const pairs = pairClaims(expected, found);
  const misses: CausedMiss[] = [];
  const miss = (cause: Cause, detail: string | null, claims: Omit<CausedMiss, 'report' | 'cause' | 'detail'>) =>
    void misses.push({ report: id, cause, detail, ...claims });

  for (const [e, f] of pairs) {
    if (expected[e]!['optional'] || expected[e]!['kind'] === 'incident') continue;
    for (const [field, cause] of Object.entries(FULL_CAUSES) as [keyof typeof FULL_CAUSES, Cause][])
      if (FIELDS[field](expected[e]!, found[f]!) === false)
        miss(cause, null, { expected: expected[e]!, found: found[f]! });
  }

  const free = new Set(found.filter((_, f) => !pairs.some((pair) => pair[1] === f)));
  const report = foldText(text);
  const open = expected
    .filter((claim, e) => !claim['optional'] && !pairs.some((pair) => pair[0] === e))
    .map((claim) => ({ claim, at: locate(report, String(claim['evidence'] ?? '')) }));
  // The nearest readings find their claim first, whatever the order of the text.
  for (let differing = 1; differing <= 3; differing++) {
    for (const one of [...open]) {
      const near = [...free].find(
        (f) =>
          f.kind === one.claim['kind'] && overlaps(one.at, f) && coreDisagreements(one.claim, f).length <= differing,
      );
      if (near === undefined || wasMade(one, reading.trace)) continue;
      const fields = coreDisagreements(one.claim, near);
      miss(fields.length === 1 ? CORE_CAUSES[fields[0]!] : 'several fields wrong', fields.join(', '), {
        missed: one.claim,
        extra: near,
      });
      free.delete(near);
      open.splice(open.indexOf(one), 1);
    }
  }
  for (const one of open) {
    const { cause, detail, extra } = whyUnread(one, reading, free);
    if (extra) free.delete(extra);
    miss(cause, detail, { missed: one.claim, ...(extra ? { extra } : {}) });
  }

  const isNegative = !expected.some((claim) => claim['kind'] !== 'incident' && !claim['optional']);
  for (const extra of free) {
    const again = expected.some((claim) => coreAgrees(claim, extra));
    miss(again ? 'told already' : isNegative ? 'extra in a report without claims' : 'extra', null, { extra });
  }
  return misses;
}

interface Open {
  readonly claim: LooseClaim;
  readonly at: Span | null;
}

const meets = (a: Span | null, b: Span): boolean => a !== null && a[0] < b[1] && b[0] < a[1];
const overlaps = (at: Span | null, claim: ExtractedClaim): boolean => meets(at, claim.spans.evidence);
const read = (claim: ExtractedClaim): LooseClaim => claim as unknown as LooseClaim;

/** Right as it was made, and taken away afterwards. */
const wasMade = ({ claim }: Open, trace: readonly TraceStep[]): TraceStep | undefined =>
  trace.find(
    (s) => (s.step === 'refused' || s.step === 'repeated') && s.claims.some((c) => coreAgrees(claim, read(c))),
  );

function whyUnread(
  one: Open,
  { trace, sentences }: ReportReading,
  free: ReadonlySet<ExtractedClaim & LooseClaim>,
): { cause: Cause; detail: string | null; extra?: ExtractedClaim & LooseClaim } {
  const touches = (s: TraceStep): boolean =>
    s.kind === one.claim['kind'] && (meets(one.at, s.at) || s.claims.some((c) => overlaps(one.at, c)));
  const lost = wasMade(one, trace) ?? trace.find((s) => (s.step === 'refused' || s.step === 'repeated') && touches(s));
  if (lost)
    return {
      cause: lost.step === 'refused' ? 'refused by grounding' : 'dropped as a repeat',
      detail: `${lost.rule}: ${lost.why}`,
    };
  const unsettled = trace.find((s) => s.step === 'unsettled' && touches(s));
  if (unsettled) return { cause: 'a field not settled', detail: `${unsettled.rule}: \u201c${unsettled.words}\u201d` };
  const here = sentences.filter((s) => meets(one.at, s.at));
  if (one.at !== null && here.every((s) => s.skipped !== null))
    return { cause: 'not screened in', detail: here[0]?.skipped ?? 'screened' };
  const other = [...free].find((f) => f.kind !== one.claim['kind'] && overlaps(one.at, f));
  if (other) return { cause: 'wrong kind', detail: `read as ${other.kind}`, extra: other };
  return {
    cause: 'no rule fired',
    detail: one.at === null ? 'its quotation does not stand in the text in one piece' : null,
  };
}

export interface CauseCount {
  readonly cause: Cause;
  /** Claims not found for this cause, claims found too many, and claims found with a further field wrong. */
  readonly missed: number;
  readonly extra: number;
  readonly inexact: number;
}

/** The causes that there are, in the order of `CAUSES`. */
export const countCauses = (misses: readonly CausedMiss[]): readonly CauseCount[] =>
  CAUSES.map((cause) => {
    const own = misses.filter((m) => m.cause === cause);
    return {
      cause,
      missed: own.filter((m) => m.missed).length,
      extra: own.filter((m) => m.extra).length,
      inexact: own.filter((m) => m.found).length,
    };
  }).filter(({ missed, extra, inexact }) => missed + extra + inexact > 0);

// Reads posture scenarios (claims in, questions about bounds and conflicts out) and checks answers as their specification says. For tests.
import { knownClaims } from '../ledger/fold.ts';
import type { KnownClaim } from '../ledger/known-claim.ts';
import { claimSchema } from '../model/claim.ts';
import type { LedgerFacts } from '../model/event.ts';
import type { Judgement } from '../model/judgement.ts';
import type { Place } from '../model/place.ts';
import { fold } from '../model/plain-name.ts';
import type { Conflict } from './conflicts.ts';
import { sameWords } from './names.ts';
import type { PostureRow } from './posture.ts';

export interface CaseReport {
  readonly report: {
    readonly id: string;
    readonly published: string;
    readonly publisher?: string;
    readonly title?: string;
  };
  readonly claims: readonly Record<string, unknown>[];
}

export interface Ask {
  readonly party: string;
  readonly party_as?: string;
  readonly place: string | { readonly country: string; readonly name: string };
  readonly at: string;
  readonly known: string;
  readonly mission?: string | readonly string[];
  readonly unit?: string;
}

export interface PostureCase {
  readonly id: string;
  readonly title: string;
  readonly sub_places?: readonly string[];
  readonly reports: readonly CaseReport[];
  readonly judge?: readonly { claim: string; verdict: Judgement['verdict']; on: string }[];
  readonly questions: readonly { ask: Ask; expect: Record<string, unknown>; because: string }[];
}

export const nameOfCountry = (place: Ask['place']): string => (typeof place === 'string' ? place : place.country);

/** The claims of a case as the ledger would know them on a day. */
export function knownOf(one: Pick<PostureCase, 'reports' | 'judge'>, known: string): KnownClaim[] {
  return knownClaims(factsOf(one), known);
}

export function factsOf({ reports, judge = [] }: Pick<PostureCase, 'reports' | 'judge'>): LedgerFacts {
  return {
    reports: reports.map(({ report }, transaction) => ({
      id: report.id,
      published: report.published,
      publisher: report.publisher ?? null,
      url: null,
      title: report.title ?? null,
      recorded: report.published,
      transaction,
      agency: null,
      signature: null,
    })),
    readings: reports.map(({ report, claims }, transaction) => ({
      report: report.id,
      extractor: 'import',
      version: String(transaction),
      claims: claims.map((c) => String(c['id'])),
      transaction,
    })),
    claims: reports.flatMap(({ report, claims }) =>
      claims.map((c) => ({
        id: String(c['id']),
        report: report.id,
        claim: claimSchema.parse(c),
        spans: null,
        maker: 'import',
        confidence: 1,
        grounded: false,
      })),
    ),
    judgements: judge.map(({ claim, verdict, on }, ordinal) => ({
      claim,
      verdict,
      on,
      by: null,
      note: null,
      correction: null,
      transaction: 1000 + ordinal,
      ordinal,
    })),
    entities: [],
    redactions: [],
  };
}

const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const countryName = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (english.of(code) ?? code) : code);
const sameName = (a: string, b: string): boolean => sameWords(fold(a), fold(b));

function placeMatches(c: Pick<PostureCase, 'sub_places'>, asked: Ask['place'], place: Place): number {
  const wanted = nameOfCountry(asked);
  if (place.country !== wanted) return 0;
  const name = fold(place.name ?? '');
  if (typeof asked !== 'string') return name && sameName(name, asked.name) ? 1 : 0;
  if (wanted.startsWith('R:')) return 1;
  if (!name || name === fold(wanted) || name === fold(countryName(wanted))) return 2;
  return (c.sub_places ?? []).some((sub) => sameName(sub, name)) ? 0 : 1;
}

/** The one row that a question is about; null where there is none; a text where several answer. */
export function findRow(
  c: Pick<PostureCase, 'sub_places'>,
  ask: Ask,
  all: readonly PostureRow[],
): PostureRow | null | string {
  const scored = all
    .filter((r) => r.party === ask.party && r.of === 'personnel')
    .map((r) => [placeMatches(c, ask.place, r.place), r] as const)
    .filter(([score]) => score > 0);
  const best = Math.max(0, ...scored.map(([score]) => score));
  let rows = scored.filter(([score]) => score === best).map(([, r]) => r);
  rows = rows.filter((r) => (ask.unit ? r.unit && sameName(r.unit, ask.unit) : !r.unit));
  if (ask.mission) {
    const names = [ask.mission].flat();
    const named = rows.filter((r) => r.mission && names.some((n) => sameName(n, r.mission!)));
    rows = named.length || rows.length > 1 || rows[0]?.mission ? named : rows;
  } else {
    const free = rows.filter((r) => !r.mission);
    rows = free.length || rows.length > 1 ? free : rows;
  }
  if (rows.length > 1) return `${rows.length} rows for one question: ${rows.map(showRow).join('; ')}`;
  return rows[0] ?? null;
}

export const showRow = (row: PostureRow | null): string => (row === null ? 'no row' : `${row.why} [${row.claims}]`);

type Ends = { min: number; max: number | null };
const high = (b: Ends): number => b.max ?? Infinity;
const holds = (b: Ends, wanted: unknown): boolean =>
  ([wanted].flat() as number[]).every((n) => b.min <= n && n <= high(b));
const is = (b: Ends, pair: unknown): boolean => {
  const [min, max] = pair as [number | null, number | null];
  return b.min === (min ?? 0) && high(b) === (max ?? Infinity);
};
const coming = (row: PostureRow): Ends => row.expected ?? row;

const CHECKS: Record<string, (row: PostureRow | null, wanted: unknown, expect: Record<string, unknown>) => boolean> = {
  contains: (row, n, expect) => (row ? holds(row, n) : expect['or_unknown'] === true),
  min_at_least: (row, n) => row !== null && row.min >= (n as number),
  max_at_most: (row, n) => row !== null && high(row) <= (n as number),
  exactly: (row, pair) => row !== null && is(row, pair),
  expected_contains: (row, n) => row !== null && holds(coming(row), n),
  expected_exactly: (row, pair) => row !== null && is(coming(row), pair),
  expected_min_at_least: (row, n) => row !== null && coming(row).min >= (n as number),
  expected_max_at_most: (row, n) => row !== null && high(coming(row)) <= (n as number),
  no_expected: (row) => row === null || !row.expected || is(row.expected, [row.min, row.max]),
  unknown: (row) => row === null || is(row, [0, null]),
  zero: (row) => row !== null && row.min === 0 && row.max === 0,
  cites: (row, ids) => row !== null && (ids as string[]).every((id) => row.claims.includes(id)),
  stale_days_at_least: (row, n) => row !== null && Number(row.age_days) >= (n as number),
};

/** What is wrong with the answer, a line each; [] where all expectations hold. */
export function problemsOf(
  c: Pick<PostureCase, 'sub_places' | 'reports'>,
  ask: Ask,
  expect: Record<string, unknown>,
  rows: readonly PostureRow[],
  conflicts: readonly Conflict[],
): string[] {
  const row = findRow(c, ask, rows);
  if (typeof row === 'string') return [row];
  const problems: string[] = [];
  for (const ends of row ? [row, row.expected].filter((b) => b !== null) : [])
    if (!Number.isInteger(ends.min) || ends.min < 0 || (ends.max !== null && ends.max < ends.min))
      problems.push(`unsound bounds ${ends.min}..${ends.max}`);
  for (const [key, wanted] of Object.entries(expect))
    if (CHECKS[key] && !CHECKS[key](row, wanted, expect))
      problems.push(`got ${showRow(row)}, expected ${key} ${JSON.stringify(wanted)}`);
  const named = row?.conflicts ?? [];
  const seen = `conflicts ${JSON.stringify(conflicts.map((k) => k.claims))}, row names ${named.length}`;
  const found = (key: string, test: (claims: ReadonlySet<string>, ids: string[]) => boolean): void => {
    if (!(key in expect)) return;
    const hits = conflicts.filter((k) => test(new Set(k.claims), expect[key] as string[]));
    if (hits.length === 0) problems.push(`got ${seen}, expected ${key} ${JSON.stringify(expect[key])}`);
    else if (expect['conflict_on_row'] && !hits.some((k) => named.includes(k.id)))
      problems.push(`got ${seen}, expected the row to name ${JSON.stringify(expect[key])}`);
  };
  found('conflict', (claims, ids) => ids.every((id) => claims.has(id)));
  found('conflict_exactly', (claims, ids) => claims.size === ids.length && ids.every((id) => claims.has(id)));
  found('conflict_among', (claims, ids) => ids.filter((id) => claims.has(id)).length >= 2);
  if (expect['no_conflict']) {
    const here = conflicts.filter((k) => k.party === ask.party && k.place.country === nameOfCountry(ask.place));
    if (named.length || here.length) problems.push(`got ${seen}, expected no conflict`);
  }
  return problems;
}

// Scores found claims against expected ones over many reports: precision, recall and F1 on the core and on all fields, per kind and per field.
import { FIELDS, type FieldName, fullAgrees, type LooseClaim, pairClaims } from './agreement.ts';

export interface ScoredReport {
  readonly id: string;
  readonly text: string;
  readonly expected: readonly LooseClaim[];
  readonly found: readonly LooseClaim[];
}

export interface Figures {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly gold: number;
  readonly pred: number;
  readonly hit: number;
}

export type Miss = { readonly report: string } & ({ readonly missed: LooseClaim } | { readonly extra: LooseClaim });

export interface Score {
  readonly core: Figures;
  readonly full: Figures;
  readonly incident: Figures;
  readonly kinds: Readonly<Record<string, Figures>>;
  readonly fields: Readonly<Record<string, number | null>>;
  /** Share of found claims whose quotation is a run of the text, white space apart. */
  readonly grounded: number;
  readonly false_alarms: { readonly negatives: number; readonly claims: number; readonly per_report: number | null };
  readonly misses: readonly Miss[];
}

/** Incidents are scored apart. */
const COUNTED = new Set<unknown>(['presence', 'movement', 'status', 'decision']);
const rounded = (x: number): number => Math.round(x * 1000) / 1000;
const flat = (text: string): string => text.replace(/\s+/gu, ' ');

interface Tally {
  gold: number;
  pred: number;
  hit: number;
}
const tally = (): Tally => ({ gold: 0, pred: 0, hit: 0 });

export function score(reports: readonly ScoredReport[]): Score {
  const core = tally();
  const full = tally();
  const incident = tally();
  const kinds = new Map<string, Tally>();
  const fields = new Map<string, { right: number; of: number }>(
    Object.keys(FIELDS).map((name) => [name, { right: 0, of: 0 }]),
  );
  const misses: Miss[] = [];
  let found = 0;
  let grounded = 0;
  let negatives = 0;
  let alarms = 0;
  const kindOf = (claim: LooseClaim): Tally => {
    const name = String(claim['kind']);
    const known = kinds.get(name) ?? tally();
    kinds.set(name, known);
    return known;
  };
  const sumsOf = (claim: LooseClaim): readonly Tally[] => (COUNTED.has(claim['kind']) ? [core, full] : [incident]);

  for (const report of reports) {
    const text = flat(report.text);
    found += report.found.length;
    grounded += report.found.filter(
      ({ evidence }) => typeof evidence === 'string' && evidence !== '' && text.includes(flat(evidence)),
    ).length;
    const pairs = pairClaims(report.expected, report.found);
    const expectedOf = new Map(pairs.map(([e, f]) => [f, e]));
    const isFound = new Set(pairs.map(([e]) => e));
    if (!report.expected.some((e) => COUNTED.has(e['kind']) && !e['optional'])) {
      negatives++;
      alarms += report.found.filter((f, i) => COUNTED.has(f['kind']) && !expectedOf.has(i)).length;
    }
    report.found.forEach((f, i) => {
      const index = expectedOf.get(i);
      const e = index === undefined ? null : report.expected[index]!;
      // Optional claims are neither asked for nor held against.
      if (e?.['optional']) return;
      for (const sum of [kindOf(f), ...sumsOf(f)]) sum.pred++;
      if (e === null) {
        misses.push({ report: report.id, extra: f });
        return;
      }
      kindOf(f).hit++;
      if (!COUNTED.has(f['kind'])) {
        incident.hit++;
        return;
      }
      core.hit++;
      if (fullAgrees(e, f)) full.hit++;
      for (const [name, agrees] of Object.entries(FIELDS) as [FieldName, (typeof FIELDS)[FieldName]][]) {
        const verdict = agrees(e, f);
        if (verdict === null) continue;
        const field = fields.get(name)!;
        field.of++;
        if (verdict) field.right++;
      }
    });
    report.expected.forEach((e, i) => {
      if (e['optional']) return;
      for (const sum of [kindOf(e), ...sumsOf(e)]) sum.gold++;
      if (!isFound.has(i)) misses.push({ report: report.id, missed: e });
    });
  }
  return {
    core: figures(core),
    full: figures(full),
    incident: figures(incident),
    kinds: Object.fromEntries([...kinds].map(([name, t]) => [name, figures(t)])),
    fields: Object.fromEntries(
      [...fields].map(([name, { right, of }]) => [name, of === 0 ? null : rounded(right / of)]),
    ),
    grounded: found === 0 ? 1 : rounded(grounded / found),
    false_alarms: { negatives, claims: alarms, per_report: negatives === 0 ? null : rounded(alarms / negatives) },
    misses,
  };
}

function figures({ gold, pred, hit }: Tally): Figures {
  const p = pred === 0 ? 0 : hit / pred;
  const r = gold === 0 ? 0 : hit / gold;
  return { p: rounded(p), r: rounded(r), f1: rounded(p + r === 0 ? 0 : (2 * p * r) / (p + r)), gold, pred, hit };
}

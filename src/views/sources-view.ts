// Who says things: publishers and speakers, with how much of it they were the first to say.
import { claimsOf, type Known } from '../reconcile/knowledge.ts';

export interface Source {
  readonly name: string;
  /** `publisher`: prints reports; `speaker`: is quoted in them. */
  readonly kind: 'publisher' | 'speaker';
  readonly reports: number;
  readonly claims: number;
  /** Claims that nobody in the ledger had made before. */
  readonly first: readonly string[];
  /** Claims that others of the ledger repeat. */
  readonly repeated: number;
}

/** Publishers, then speakers, each by how much they were first to say, then by name. */
export function viewSources(known: Known): Source[] {
  const sources = new Map<string, { name: string; kind: Source['kind']; reports: Set<string>; claims: string[] }>();
  const voices = new Map<string, number>();
  const origins = new Map<string, string>();
  for (const { id, claim, report, origin } of claimsOf(known)) {
    voices.set(origin, (voices.get(origin) ?? 0) + 1);
    origins.set(id, origin);
    const told = [
      ['publisher', report.publisher],
      ['speaker', claim.said_by],
    ] as const;
    for (const [kind, name] of told) {
      if (name === null) continue;
      const key = `${kind}\n${name}`;
      const source = sources.get(key) ?? { name, kind, reports: new Set(), claims: [] };
      sources.set(key, source);
      source.reports.add(report.id);
      source.claims.push(id);
    }
  }
  return [...sources.values()]
    .map(({ name, kind, reports, claims }): Source => {
      const first = claims.filter((id) => origins.get(id) === id);
      const repeated = first.filter((id) => voices.get(id)! > 1).length;
      return { name, kind, reports: reports.size, claims: claims.length, first, repeated };
    })
    .sort((a, b) => compare(a.kind, b.kind) || b.first.length - a.first.length || compare(a.name, b.name));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

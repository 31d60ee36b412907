// Names that are words, first names or surnames too: how much of the place is left of them, and what is never meant.
import type { Curated } from './curated.ts';
import type { Entry } from './entry.ts';
import { keyOf } from './name-parts.ts';

/** Sets the priors of a name's entries, drops those that are never meant (prior 0), best first. */
export type Priors = (key: string, entries: readonly Entry[]) => readonly Entry[];

/** `which` of a row is "city", "base", "area", "site" (all three) or an entry's kind; a row applies to every way of writing the name. */
export function priorsOf(rows: Curated['priors']): Priors {
  const byKey = new Map<string, { which: string; prior: number }[]>();
  for (const { name, which, prior } of rows) {
    const key = keyOf(name);
    const held = byKey.get(key) ?? [];
    held.push({ which, prior: Number(prior) });
    byKey.set(key, held);
  }
  return (key, entries) => {
    const set = byKey.get(key);
    const changed = set === undefined ? entries : entries.flatMap((entry) => withPrior(entry, set));
    if (changed.length < 2) return changed;
    return changed
      .map((entry, i) => ({ entry, i, prior: priorOf(entry) }))
      .sort((a, b) => b.prior - a.prior || a.i - b.i)
      .map(({ entry }) => entry);
  };
}

function withPrior(entry: Entry, set: readonly { which: string; prior: number }[]): readonly Entry[] {
  for (const { which, prior } of set) {
    const is = entry.kind === 'site' ? which === 'site' || which === entry.what : which === entry.kind;
    if (!is) continue;
    if (prior === 0) return [];
    return entry.kind === 'site' ? [{ ...entry, prior }] : [entry];
  }
  return [entry];
}

/** How sure a bare name means the entry, before any context: 1 for all but sites, offices named by a capital a little less. */
export function priorOf(entry: Entry): number {
  if (entry.kind === 'site') return entry.prior;
  if (entry.kind === 'organisation') return entry.home === undefined ? 1 : 0.9;
  return entry.kind === 'office' ? 0.89 : 1;
}

// Runs of words that stand in a sentence as written in a list: "at least", "up to a maximum of".
import type { Token } from './document.ts';

/** True where the words stand from token `i` on. */
export function standsAt(tokens: readonly Token[], i: number, words: readonly string[]): boolean {
  for (let k = 0; k < words.length; k++) if (tokens[i + k]?.lower !== words[k]) return false;
  return true;
}

/** Runs by their first word, in the order given: a run is looked for only where its first word stands. */
export function byFirstWord(runs: readonly (readonly string[])[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const table = new Map<string, (readonly string[])[]>();
  for (const run of runs) table.set(run[0]!, [...(table.get(run[0]!) ?? []), run]);
  return table;
}

/** How many words the first run takes that stands from token `i` on; 0 where none does. */
export function lengthOfRun(
  tokens: readonly Token[],
  i: number,
  runs: ReadonlyMap<string, readonly (readonly string[])[]>,
): number {
  const token = tokens[i];
  const candidates = token === undefined ? undefined : runs.get(token.lower);
  if (candidates === undefined) return 0;
  for (const words of candidates) if (standsAt(tokens, i, words)) return words.length;
  return 0;
}

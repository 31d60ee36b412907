// Reports given to a reader in groups, where it reads several for less work than one by one.
import type { ExtractedClaim } from '../model/claim.ts';
import type { Report } from '../model/report.ts';
import type { Reader } from './services.ts';

/** A group of more text than this gains nothing by being larger, and who waits for the thread waits longer. */
export const MOST_CHARACTERS = 32_768;

/** Items in order, in groups of as many as the reader takes together; one by one where it reads none together. */
export function groupsFor<T>(reader: Reader, items: readonly T[], reportOf: (item: T) => Report): readonly T[][] {
  const most = reader.together?.most ?? 1;
  const groups: T[][] = [];
  let characters = 0;
  for (const item of items) {
    const length = reportOf(item).text?.length ?? 0;
    const last = groups.at(-1);
    if (last === undefined || last.length >= most || characters + length > MOST_CHARACTERS) {
      groups.push([item]);
      characters = length;
    } else {
      last.push(item);
      characters += length;
    }
  }
  return groups;
}

/** The claims of each report, or what was thrown for it: one that cannot be read keeps no other from being read. */
export async function claimsOfEach(
  reader: Reader,
  reports: readonly Report[],
): Promise<readonly (readonly ExtractedClaim[] | Error)[]> {
  if (reader.together !== undefined && reports.length > 1) {
    try {
      return await reader.together.read(reports);
    } catch {
      // One of them cannot be read: by itself each says so, or is read.
    }
  }
  const each: (readonly ExtractedClaim[] | Error)[] = [];
  for (const report of reports) {
    try {
      each.push(await reader.read(report));
    } catch (error) {
      each.push(error as Error);
    }
  }
  return each;
}

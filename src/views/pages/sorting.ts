// The order of a table's rows, as an address asks for it: "count" upwards, "-count" downwards.
import type { RowView } from './rows.ts';

export const SORT_KEYS = ['party', 'place', 'mission', 'count', 'expected', 'observed'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Sort {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** The largest counts first where nothing, or nothing known, is asked. */
export function sortOf(words: string | null): Sort {
  const descending = words?.startsWith('-') === true;
  const key = SORT_KEYS.find((one) => one === (descending ? words!.slice(1) : words));
  return key === undefined ? { key: 'count', descending: true } : { key, descending };
}

export function sortedRows(rows: readonly RowView[], words: string | null): RowView[] {
  const { key, descending } = sortOf(words);
  const sign = descending ? -1 : 1;
  return rows
    .map((row, at) => ({ row, at, value: cellOf(row, key) }))
    .sort((a, b) => {
      // What has no value stands last either way.
      if (a.value === null || b.value === null) return a.value === b.value ? a.at - b.at : a.value === null ? 1 : -1;
      return a.value === b.value ? a.at - b.at : (a.value < b.value ? -1 : 1) * sign;
    })
    .map(({ row }) => row);
}

function cellOf(row: RowView, key: SortKey): string | number | null {
  switch (key) {
    case 'party':
      return row.party.name;
    case 'place':
      return row.where;
    case 'mission':
      return row.mission ?? row.unit;
    case 'count':
      return row.of === 'personnel' ? (row.max ?? row.min) : null;
    case 'expected':
      return row.expected === null ? null : row.expected.min;
    case 'observed':
      return row.observed;
  }
}

// The posture as a table: every number a link to the quotations behind it. Sorting is an address, so that it works without script.
import {
  historyAddress,
  missionAddress,
  numberAddress,
  partyAddress,
  placeAddress,
} from '../../src/views/pages/addresses.ts';
import type { RowView } from '../../src/views/pages/rows.ts';
import { type SortKey, sortedRows, sortOf } from '../../src/views/pages/sorting.ts';
import { ageText, dayText } from '../../src/views/pages/words.ts';
import { useNavigation } from '../app/navigation.tsx';
import { BoundsBar, scaleFor } from './bounds-bar.tsx';
import styles from './row-table.module.css';

export interface RowTableProps {
  readonly rows: readonly RowView[];
  readonly caption: string;
  /** Left out: not sortable, in the order given. */
  readonly sort?: { readonly by: string | null; readonly addressOf: (sort: string) => string };
  /** Columns that the page's title says already. */
  readonly without?: 'party' | 'place';
  /** So many rows and no more; all where left out. */
  readonly most?: number | undefined;
}

const COLUMNS: readonly (readonly [key: SortKey, label: string])[] = [
  ['party', 'Party'],
  ['place', 'Where'],
  ['mission', 'Mission or unit'],
  ['count', 'How many'],
  ['expected', 'Expected'],
  ['observed', 'Counted'],
];

export function RowTable({ rows, caption, sort, without, most }: RowTableProps) {
  const { days } = useNavigation();
  const all = sort === undefined ? rows : sortedRows(rows, sort.by);
  const counted = all.filter((row) => !row.isMere);
  const mere = all.filter((row) => row.isMere);
  const sorted = most === undefined ? counted : counted.slice(0, most);
  // A column in which no row says anything is room for the others.
  const hasMission = sorted.some((row) => row.mission !== null || row.unit !== null);
  const hasExpected = sorted.some((row) => row.expected !== null);
  const shown = COLUMNS.filter(
    ([key]) => key !== without && (key !== 'mission' || hasMission) && (key !== 'expected' || hasExpected),
  );
  const scale = scaleFor(rows);
  return (
    <div className={styles.frame}>
      {sorted.length === 0 ? null : (
        <table className={styles.table}>
          <caption className="hidden">{caption}</caption>
          <thead>
            <tr>
              {shown.map(([key, label]) => (
                <Head key={key} column={key} label={label} sort={sort} span={key === 'count' ? 2 : 1} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={keyOf(row)} className={row.stale ? styles.stale : undefined}>
                {without === 'party' ? null : (
                  <th scope="row" className={styles.party}>
                    <a href={partyAddress(row.party.code, days)}>{row.party.name}</a>
                  </th>
                )}
                {without === 'place' ? null : (
                  <td className={styles.place}>
                    <a href={placeAddress(row.place, days)}>{row.where}</a>
                  </td>
                )}
                {hasMission ? (
                  <td className={styles.mission}>
                    {row.mission === null ? null : <a href={missionAddress(row.mission, days)}>{row.mission}</a>}
                    {row.unit === null ? null : <span>{row.unit}</span>}
                  </td>
                ) : null}
                <td className={styles.count}>
                  <a href={numberAddress(row, days)}>
                    {row.text}
                    {row.of === 'personnel' ? '' : ` ${row.of}`}
                  </a>
                </td>
                <td className={styles.bar}>{row.of === 'personnel' ? <BoundsBar row={row} scale={scale} /> : null}</td>
                {hasExpected ? (
                  <td className={styles.expected}>{row.expected === null ? null : `→ ${row.expected.text}`}</td>
                ) : null}
                <td className={styles.observed}>
                  {row.observed === null ? null : (
                    <a href={historyAddress(row, days)} title="How it came to be">
                      <time dateTime={row.observed}>{dayText(row.observed)}</time>
                    </a>
                  )}
                  {row.ageDays === null ? null : (
                    <span className={styles.age}> {row.stale ? `${ageText(row.ageDays)} old` : ''}</span>
                  )}
                  {row.conflicts.length === 0 ? null : (
                    <a className={styles.conflict} href={`${numberAddress(row, days)}#conflicts`}>
                      {row.conflicts.length === 1 ? 'conflict' : `${row.conflicts.length} conflicts`}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mere.length === 0 ? null : <Mere rows={mere} />}
    </div>
  );
}

/** Forces that are said to be part of a larger whole, and whom nobody counted: folded, for their bounds say next to nothing. */
function Mere({ rows }: { rows: readonly RowView[] }) {
  const { days } = useNavigation();
  return (
    <details className={styles.mere}>
      <summary>
        {rows.length === 1 ? '1 force is' : `${rows.length} forces are`} not counted, only bounded by a larger whole
      </summary>
      <ul>
        {rows.map((row) => (
          <li key={keyOf(row)}>
            <a href={numberAddress(row, days)}>
              {row.party.name} in {row.where}
            </a>
            {[row.mission, row.unit].filter(Boolean).map((name) => `, ${name}`)}: {row.min > 0 ? 'there, ' : ''}
            {row.within}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface HeadProps {
  readonly column: SortKey;
  readonly label: string;
  readonly sort: RowTableProps['sort'];
  readonly span: number;
}

function Head({ column, label, sort, span }: HeadProps) {
  const now = sort === undefined ? null : sortOf(sort.by);
  const isNow = now?.key === column;
  const direction = !isNow ? undefined : now.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" colSpan={span} className={styles[column]} aria-sort={direction}>
      {sort === undefined ? (
        label
      ) : (
        <a href={sort.addressOf(isNow && !now.descending ? `-${column}` : column)} className={styles.sort}>
          {label}
          <span aria-hidden="true">{!isNow ? '' : now.descending ? ' ↓' : ' ↑'}</span>
        </a>
      )}
    </th>
  );
}

const keyOf = (row: RowView): string =>
  `${row.party.code}|${row.where}|${row.mission ?? ''}|${row.unit ?? ''}|${row.of}`;

// A count as a bar: dark to its least, light to its most, open where no upper bound is known. Square roots, so that 50 shows beside 50,000.
import type { RowView } from '../../src/views/pages/rows.ts';
import styles from './row-table.module.css';

const WIDTH = 88;

export const scaleFor = (rows: readonly RowView[]): number =>
  Math.max(1, ...rows.filter((row) => row.of === 'personnel').map((row) => row.max ?? row.min));

export function BoundsBar({ row, scale }: { row: Pick<RowView, 'min' | 'max'>; scale: number }) {
  const at = (count: number): number => Math.round(Math.sqrt(count / scale) * WIDTH * 10) / 10;
  const [least, most] = [at(row.min), row.max === null ? null : at(row.max)];
  return (
    <svg viewBox={`0 0 ${WIDTH + 2} 5`} width={WIDTH + 2} height="5" aria-hidden="true">
      {most === null ? (
        row.min === 0 ? null : (
          <path d={`M${least},2.5H${Math.min(WIDTH, least + 24)}`} className={styles.openEnd} />
        )
      ) : (
        <rect x="0" y="0" width={Math.max(most, 0.5)} height="5" className={styles.most} />
      )}
      <rect x="0" y="0" width={least} height="5" className={styles.least} />
    </svg>
  );
}

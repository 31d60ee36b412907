// A vote as a bar: for, against, abstained, and those who did not vote where the house's size is told.
import type { DecisionLine } from '../../src/views/pages/decisions.ts';
import styles from './vote-bar.module.css';

const WIDTH = 320;

export function VoteBar({ vote }: { vote: NonNullable<DecisionLine['vote']> }) {
  const cast = (vote.for ?? 0) + (vote.against ?? 0) + (vote.abstain ?? 0);
  const whole = Math.max(cast, vote.members ?? 0, 1);
  const width = (count: number | null): number => Math.round(((count ?? 0) / whole) * WIDTH);
  const [yes, no] = [width(vote.for), width(vote.against)];
  const absent = vote.members === null ? null : vote.members - cast;
  const words = [
    vote.for === null ? null : `${vote.for} for`,
    vote.against === null ? null : `${vote.against} against`,
    vote.abstain === null ? null : `${vote.abstain} abstained`,
    absent === null || absent <= 0 ? null : `${absent} of ${vote.members} did not vote`,
  ];
  return (
    <div className={styles.vote}>
      <svg viewBox={`0 0 ${WIDTH} 10`} className={styles.bar} aria-hidden="true">
        <rect width={WIDTH} height="10" className={styles.rest} />
        <rect width={yes} height="10" className={styles.yes} />
        <rect x={yes} width={no} height="10" className={styles.no} />
      </svg>
      <span>{words.filter((word) => word !== null).join(', ')}</span>
    </div>
  );
}

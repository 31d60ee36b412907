// How to read the map: what a circle, a ring and an arc stand for.
import { radiusOf } from './bubbles.ts';
import styles from './map.module.css';
import type { Frame } from './projection.ts';

export function Legend({ frame, hasArcs }: { frame: Frame; hasArcs: boolean }) {
  const sizes = [1000, 10_000, 50_000].map((count) => [count, radiusOf(count, frame)] as const);
  const largest = sizes.at(-1)![1];
  return (
    <figcaption className={styles.legend}>
      <span className={styles.key}>
        <svg
          viewBox={`0 0 ${Math.ceil(largest * 2 + 2)} ${Math.ceil(largest * 2 + 2)}`}
          className={styles.sizes}
          width={largest * 2 + 2}
          height={largest * 2 + 2}
          aria-hidden="true"
        >
          {sizes.map(([count, r]) => (
            <circle key={count} cx={largest + 1} cy={largest * 2 + 1 - r} r={r} className={styles.size} />
          ))}
        </svg>
        1,000, 10,000 and 50,000
      </span>
      <span className={styles.key}>
        <svg viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">
          <circle cx="13" cy="13" r="11" className={styles.ring} />
          <circle cx="13" cy="13" r="6" className={styles.solid} />
        </svg>
        solid: at least; ring: at most
      </span>
      <span className={styles.key}>
        <svg viewBox="0 0 20 26" width="20" height="26" aria-hidden="true">
          <circle cx="10" cy="13" r="8.5" className={styles.open} />
          <circle cx="10" cy="13" r="5" className={styles.solid} />
        </svg>
        no upper bound known, or far above
      </span>
      <span className={`${styles.key} ${styles.whole}`}>
        <svg viewBox="0 0 16 26" width="16" height="26" aria-hidden="true">
          <circle cx="8" cy="13" r="6" className={styles.solid} />
        </svg>
        alliance or UN: holds contingents shown beside it
      </span>
      <span className={`${styles.key} ${styles.stale}`}>
        <svg viewBox="0 0 16 26" width="16" height="26" aria-hidden="true">
          <circle cx="8" cy="13" r="6" className={styles.solid} />
        </svg>
        pale: counted over a year before
      </span>
      {hasArcs ? (
        <span className={styles.key}>
          <svg viewBox="0 0 96 26" width="96" height="26" aria-hidden="true">
            <path d="M2,13H28" className={`${styles.arc} ${styles.completed}`} />
            <path d="M36,13H62" className={`${styles.arc} ${styles.underway}`} />
            <path d="M70,13H96" className={`${styles.arc} ${styles.planned}`} />
          </svg>
          moved, moving, planned
        </span>
      ) : null}
    </figcaption>
  );
}

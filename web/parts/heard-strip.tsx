// A thin strip of days: how many claims became known when, and where the day shown lies.
import { daysBetween } from '../../src/model/day.ts';
import type { Calendar } from '../../src/views/pages/situation.ts';
import { dayText } from '../../src/views/pages/words.ts';
import styles from './day-bar.module.css';

const WIDTH = 1000;
const HEIGHT = 26;

/** `isLive`: where script runs the day stands under its mark; the content policy lets no page say so by itself. */
export function HeardStrip({ calendar, at, isLive = false }: { calendar: Calendar; at: string; isLive?: boolean }) {
  const { first, last, heard } = calendar;
  const length = Math.max(1, daysBetween(first, last));
  const x = (day: string): number =>
    Math.round((Math.min(length, Math.max(0, daysBetween(first, day))) / length) * WIDTH);
  const share = x(at) / WIDTH;
  const most = Math.max(1, ...heard.map(([, count]) => count));
  const bars = heard
    .map(([day, count]) => {
      const height = Math.max(3, Math.round(Math.sqrt(count / most) * HEIGHT * 10) / 10);
      return `M${x(day)},${HEIGHT}V${Math.round((HEIGHT - height) * 10) / 10}`;
    })
    .join('');
  return (
    <div className={styles.strip}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <path d={bars} className={styles.heard} />
        <path d={`M${x(at)},0V${HEIGHT}`} className={styles.now} />
      </svg>
      <div className={styles.ends} aria-hidden="true">
        <span>{isLive && share < 0.2 ? '' : dayText(first)}</span>
        <span
          className={styles.shown}
          style={
            isLive
              ? {
                  position: 'absolute',
                  left: `clamp(2.5rem, ${share * 100}%, 100% - 2.5rem)`,
                  transform: 'translateX(-50%)',
                }
              : undefined
          }
        >
          {dayText(at)}
        </span>
        <span>{isLive && share > 0.8 ? '' : dayText(last)}</span>
      </div>
    </div>
  );
}

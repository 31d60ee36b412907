// Bands of bounds over time, each claim a mark on them that leads to its quotation; decisions and statuses on the same axis.
import { useEffect, useRef, useState } from 'react';
import { numberAddress, reportAddress } from '../../src/views/pages/addresses.ts';
import { type Band, bandText, type TimelineView } from '../../src/views/pages/timeline.ts';
import { dayText, figure } from '../../src/views/pages/words.ts';
import { useNavigation } from '../app/navigation.tsx';
import { type DayScale, dayScale, ticksOf } from './scales.ts';
import styles from './timeline.module.css';

const BAND = 62;
const TOP = 24;
const FIRST_WIDTH = 1140;

export function Timeline({ timeline, title }: { timeline: TimelineView; title: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const isNarrow = width < 640;
  const left = isNarrow ? 4 : 168;
  const scale = dayScale(timeline.first, timeline.last, left, width - 10);
  const height = TOP + timeline.bands.length * BAND + 22;
  return (
    <figure className={styles.figure}>
      <div ref={frame}>
        <svg viewBox={`0 0 ${width} ${height}`} className={styles.chart} role="group" aria-label={title}>
          {ticksOf(timeline.first, timeline.last, isNarrow ? 4 : 9).map(({ day, label }) => (
            <g key={day} aria-hidden="true">
              <path d={`M${scale.x(day)},${TOP}V${height - 20}`} className={styles.grid} />
              <text x={scale.x(day)} y={height - 6} textAnchor="middle" className={styles.tick}>
                {label}
              </text>
            </g>
          ))}
          {timeline.events.map(({ kind, day, text, claim, report }) => (
            <a
              key={claim}
              href={reportAddress(report, claim)}
              aria-label={`${text}, ${dayText(day)}`}
              className={styles[kind]}
            >
              <title>{`${text}, ${dayText(day)}`}</title>
              <path d={`M${scale.x(day)},${TOP}V${height - 20}`} className={styles.event} />
              <path
                d={kind === 'decision' ? diamond(scale.x(day), 14) : square(scale.x(day), 14)}
                className={styles.flag}
              />
            </a>
          ))}
          {timeline.bands.map((band, at) => (
            <BandRow
              key={band.key}
              band={band}
              top={TOP + at * BAND}
              scale={scale}
              left={left}
              width={width}
              isNarrow={isNarrow}
            />
          ))}
        </svg>
      </div>
      <figcaption className={styles.caption}>
        Dark: at least; light: at most; where no upper bound is known the light band is open. Ticks are counts,
        triangles arrivals and departures (hollow: planned), diamonds decisions, squares statuses. Each leads to its
        quotation.
        {timeline.more === 0 ? '' : ` ${timeline.more} smaller forces are in the table alone.`}
      </figcaption>
    </figure>
  );
}

interface BandProps {
  readonly band: Band;
  readonly top: number;
  readonly scale: DayScale;
  readonly left: number;
  readonly width: number;
  readonly isNarrow: boolean;
}

function BandRow({ band, top, scale, left, width, isNarrow }: BandProps) {
  const { days } = useNavigation();
  const most = Math.max(
    1,
    ...band.steps.map(({ bounds }) => bounds?.max ?? bounds?.min ?? 0),
    ...band.marks.map((m) => (m.kind === 'count' ? (m.max ?? m.min) : 0)),
  );
  const [floor, ceiling] = [top + BAND - 8, top + 18];
  const y = (count: number): number =>
    Math.round((floor - (Math.min(count, most) / most) * (floor - ceiling)) * 10) / 10;
  return (
    <g>
      <path d={`M${left},${floor}H${width - 10}`} className={styles.floor} />
      <title>{bandText(band)}</title>
      <a href={numberAddress(band.row, days)}>
        <text x={isNarrow ? left : 0} y={isNarrow ? top + 12 : floor - 14} className={styles.label}>
          {band.label}
        </text>
        <text
          x={isNarrow ? width - 10 : 0}
          y={isNarrow ? top + 12 : floor}
          textAnchor={isNarrow ? 'end' : 'start'}
          className={styles.scale}
        >
          {`scale to ${figure(most)}`}
        </text>
      </a>
      {stepsOf(band, scale, y, ceiling).map(({ key, most: upper, least, open }) => (
        <g key={key} aria-hidden="true">
          <path d={upper} className={open ? styles.openBand : styles.most} />
          <path d={least} className={styles.least} />
        </g>
      ))}
      {band.marks.map((mark) => {
        const x = scale.x(mark.day);
        return (
          <a
            key={`${mark.claim} ${mark.kind}`}
            href={reportAddress(mark.report, mark.claim)}
            aria-label={`${mark.text}; ${dayText(mark.day)}`}
            className={styles.markLink}
          >
            <title>{`${mark.text}; ${dayText(mark.day)}`}</title>
            {mark.kind === 'count' ? (
              <path
                d={`M${x},${y(mark.min) + 1.5}V${Math.min(y(mark.max ?? mark.min), y(mark.min) - 3) - 1.5}M${x - 3},${y(mark.min)}H${x + 3}`}
                className={styles.count}
              />
            ) : (
              <path
                d={triangle(x, floor + 4, mark.kind === 'departure')}
                className={mark.kind === 'plan' ? styles.plan : styles.moved}
              />
            )}
            <rect x={x - 5} y={ceiling - 4} width="10" height={floor - ceiling + 10} className={styles.target} />
          </a>
        );
      })}
    </g>
  );
}

interface StepShape {
  readonly key: string;
  readonly most: string;
  readonly least: string;
  readonly open: boolean;
}

function stepsOf(band: Band, scale: DayScale, y: (count: number) => number, ceiling: number): StepShape[] {
  const floor = y(0);
  return band.steps.flatMap(({ day, bounds }, at): StepShape[] => {
    if (bounds === null) return [];
    const [x, end] = [scale.x(day), scale.x(band.steps[at + 1]?.day ?? scale.last)];
    const right = Math.max(end, x + 1.5);
    const top = bounds.max === null ? ceiling : y(bounds.max);
    const box = (upper: number, lower: number): string => `M${x},${lower}V${upper}H${right}V${lower}Z`;
    return [
      {
        key: day,
        most: box(Math.min(top, y(bounds.min) - 1), floor),
        least: box(y(bounds.min), floor),
        open: bounds.max === null,
      },
    ];
  });
}

const diamond = (x: number, y: number): string => `M${x},${y - 6}L${x + 6},${y}L${x},${y + 6}L${x - 6},${y}Z`;
const square = (x: number, y: number): string => `M${x - 4.5},${y - 4.5}h9v9h-9Z`;
const triangle = (x: number, y: number, down: boolean): string =>
  down ? `M${x - 5},${y - 7}h10L${x},${y}Z` : `M${x - 5},${y}h10L${x},${y - 7}Z`;

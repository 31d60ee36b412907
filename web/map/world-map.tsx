// The map: who has how many where, and what moves. Everything on it is in the table beside it, too.
import outlines50 from '@map/world-50m.svg?url';
import outlines110 from '@map/world-110m.svg?url';
import { useEffect, useMemo, useRef, useState } from 'react';
import { numberAddress, reportAddress } from '../../src/views/pages/addresses.ts';
import type { RowView } from '../../src/views/pages/rows.ts';
import type { MovementView } from '../../src/views/pages/situation.ts';
import { dayText, PHASE_WORDS } from '../../src/views/pages/words.ts';
import { useNavigation } from '../app/navigation.tsx';
import type { Bubble } from './bubbles.ts';
import { type Drawn, FIRST_WIDTH, isWide, layoutOf } from './layout.ts';
import { Legend } from './legend.tsx';
import styles from './map.module.css';

export interface WorldMapProps extends Drawn {
  readonly title: string;
}

export function WorldMap({ rows, movements, countries, title }: WorldMapProps) {
  const { days } = useNavigation();
  const sheet = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useEffect(() => {
    const element = sheet.current;
    if (element === null) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const { frame, bubbles, labels, arcs } = useMemo(
    () => layoutOf({ rows, movements, countries }, width),
    [rows, movements, countries, width],
  );
  const isStrip = isWide(frame);
  useEffect(() => {
    const element = sheet.current;
    if (element === null || element.scrollWidth <= element.clientWidth) return;
    const [middle] = [...bubbles]
      .map(({ x }) => x)
      .sort((a, b) => a - b)
      .slice(bubbles.length >> 1);
    if (middle !== undefined) element.scrollLeft = middle - element.clientWidth / 2;
  }, [bubbles]);
  const outlines = frame.outlines === '110m' ? outlines110 : outlines50;
  const place = `translate(${frame.shift[0]} ${frame.shift[1]}) scale(${frame.scale})`;

  return (
    <figure className={styles.figure}>
      <div ref={sheet} className={`${styles.sheet} ${isStrip ? styles.strip : ''}`}>
        <svg viewBox={`0 0 ${frame.width} ${frame.height}`} className={styles.map} role="group" aria-label={title}>
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0,0.5L8,4L0,7.5Z" className={styles.arrow} />
            </marker>
          </defs>
          <g transform={place} aria-hidden="true">
            <use href={`${outlines}#land`} className={styles.land} />
            <use href={`${outlines}#borders`} className={styles.borders} />
          </g>
          {arcs.map(({ key, movement, path }) => (
            <a key={key} href={reportAddress(movement.report, movement.claim)} aria-label={movementText(movement)}>
              <title>{movementText(movement)}</title>
              <path d={path} className={`${styles.arc} ${styles[movement.phase]}`} markerEnd="url(#arrow)" />
            </a>
          ))}
          {bubbles.map((bubble) => (
            <Circle key={keyOf(bubble.row)} bubble={bubble} href={numberAddress(bubble.row, days)} />
          ))}
          <g aria-hidden="true">
            {labels.map(({ key, kind, x, y, anchor, text }) => (
              <text key={key} x={x} y={y} textAnchor={anchor} className={styles[kind]}>
                {text}
              </text>
            ))}
          </g>
        </svg>
        {bubbles.length === 0 ? <p className={styles.empty}>No counted force to draw on this day.</p> : null}
      </div>
      {isStrip ? <p className={styles.sideways}>Move the map sideways for the rest of the world.</p> : null}
      <Legend frame={frame} hasArcs={arcs.length > 0} />
    </figure>
  );
}

function Circle({ bubble, href }: { bubble: Bubble; href: string }) {
  const { row, x, y, least, most } = bubble;
  const look = `${styles.bubble} ${row.isWhole ? styles.whole : ''} ${row.stale ? styles.stale : ''}`;
  return (
    <a href={href} className={look} aria-label={rowText(row)}>
      <title>{rowText(row)}</title>
      {most === null ? (
        <circle cx={x} cy={y} r={bubble.outer} className={styles.open} />
      ) : most > least ? (
        <circle cx={x} cy={y} r={most} className={styles.ring} />
      ) : null}
      {least > 0 ? <circle cx={x} cy={y} r={least} className={styles.solid} /> : null}
      <circle cx={x} cy={y} r={Math.max(bubble.outer, 7)} className={styles.target} />
    </a>
  );
}

const keyOf = (row: RowView): string =>
  `${row.party.code}|${row.where}|${row.mission ?? ''}|${row.unit ?? ''}|${row.of}`;

const rowText = (row: RowView): string =>
  `${row.party.name} in ${row.where}${row.mission === null ? '' : ` (${row.mission})`}: ${row.text}${
    row.observed === null ? '' : `, counted ${dayText(row.observed)}`
  }`;

const movementText = ({ party, text, from, to, phase, day }: MovementView): string =>
  `${party.name}: ${text}${from.length > 0 ? ` from ${from.map((e) => e.where).join(' and ')}` : ''}${
    to.length > 0 ? ` to ${to.map((e) => e.where).join(' and ')}` : ''
  }, ${PHASE_WORDS[phase]}, ${dayText(day)}`;

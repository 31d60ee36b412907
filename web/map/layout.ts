// Where everything on the map goes, for a width.
import type { RowView } from '../../src/views/pages/rows.ts';
import type { MovementView } from '../../src/views/pages/situation.ts';
import { anchorOf, cornersOf } from './anchors.ts';
import { type Arc, arcsOf } from './arcs.ts';
import { type Bubble, bubblesOf } from './bubbles.ts';
import { type Label, labelsOf } from './labels.ts';
import { type Frame, frameOf, type LonLat } from './projection.ts';

export interface Drawn {
  readonly rows: readonly RowView[];
  readonly movements: readonly MovementView[];
  /** States to show whole; [] shows what is on the map. */
  readonly countries: readonly string[];
}

export interface MapLayout {
  readonly frame: Frame;
  readonly bubbles: readonly Bubble[];
  readonly labels: readonly Label[];
  readonly arcs: readonly Arc[];
}

/** What a server draws before it knows how wide a reader's window is. */
export const FIRST_WIDTH = 1140;

/** A server draws the same rows for many readers. */
const firstLayouts = new WeakMap<readonly RowView[], MapLayout>();

export function layoutOf(drawn: Drawn, width: number): MapLayout {
  const kept = width === FIRST_WIDTH ? firstLayouts.get(drawn.rows) : undefined;
  if (kept !== undefined) return kept;
  const height = Math.round(width < 560 ? width * 0.86 : Math.min(560, width * 0.5));
  const frame = frameOf(extentOf(drawn), width, height);
  const bubbles = bubblesOf(
    drawn.rows.filter((row) => row.isDrawn),
    frame,
  );
  const layout = { frame, bubbles, labels: labelsOf(bubbles, frame), arcs: arcsOf(drawn.movements, frame) };
  if (width === FIRST_WIDTH) firstLayouts.set(drawn.rows, layout);
  return layout;
}

/** The states asked for, and what is said of the region round them; else all that is drawn. */
function extentOf({ rows, movements, countries }: Drawn): LonLat[] {
  const corners = cornersOf(countries);
  const shown = rows.filter(
    ({ isDrawn, place }) => isDrawn && (corners.length === 0 || place.country?.startsWith('R:')),
  );
  const marks = shown.map((row) => anchorOf(row.place, row.point));
  const moves = corners.length > 0 ? [] : movements.filter(({ from, to }) => from.length > 0 && to.length > 0);
  const ends = moves.flatMap(({ from, to }) => [...from, ...to]).map((end) => anchorOf(end.place, end.point));
  return [...corners, ...[...marks, ...ends].filter((at) => at !== null)];
}

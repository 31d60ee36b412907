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
  const { frame, bubbles } = framed(drawn, drawnWidth(drawn, width));
  const layout = { frame, bubbles, labels: labelsOf(bubbles, frame), arcs: arcsOf(drawn.movements, frame) };
  if (width === FIRST_WIDTH) firstLayouts.set(drawn.rows, layout);
  return layout;
}

/** A frame in which every circle is whole: where one hangs over the edge, a little more of the world is shown. */
function framed(drawn: Drawn, width: number): Pick<MapLayout, 'frame' | 'bubbles'> {
  const rows = drawn.rows.filter((row) => row.isDrawn);
  const extent = extentOf(drawn);
  const height = heightOf(width);
  const frame = frameOf(extent, width, height);
  const bubbles = bubblesOf(rows, frame);
  const over = bubbles.filter(({ x, y, outer }) => x < outer || y < outer || x > width - outer || y > height - outer);
  if (extent.length === 0 || over.length === 0) return { frame, bubbles };
  const corners = over.flatMap(({ x, y, outer }) => [
    frame.placeAt(x - outer, y - outer),
    frame.placeAt(x + outer, y + outer),
  ]);
  const wider = frameOf([...extent, ...corners], width, height);
  return { frame: wider, bubbles: bubblesOf(rows, wider) };
}

/** map.module.css has the same: narrower than this, so wide a part of the world is drawn larger than the window, which it is moved in. */
const NARROW = 560;
const STRIP_WIDTH = 1000;
const WIDE_SPAN = 140;

/** True where circles would lie upon each other in a narrow window. */
export const isWide = ({ span }: Frame): boolean => span > WIDE_SPAN;

const drawnWidth = (drawn: Drawn, width: number): number =>
  width < NARROW && isWide(frameOf(extentOf(drawn), width, heightOf(width))) ? STRIP_WIDTH : width;

const heightOf = (width: number): number => Math.round(width < NARROW ? width * 0.86 : Math.min(560, width * 0.5));

/** The states asked for, and what is said of the region round them; else all that is drawn. */
function extentOf({ rows, movements, countries }: Drawn): LonLat[] {
  const corners = cornersOf(countries);
  const shown = rows.filter(
    ({ isDrawn, place }) => isDrawn && (corners.length === 0 || place.country?.startsWith('R:')),
  );
  const marks = shown.map((row) => anchorOf(row.place, row.point)).filter((at) => at !== null);
  const moves = corners.length > 0 ? [] : movements.filter(({ from, to }) => from.length > 0 && to.length > 0);
  const ends = moves
    .flatMap(({ from, to }) => [...from, ...to])
    .map((end) => anchorOf(end.place, end.point))
    .filter((at) => at !== null);
  return [...corners, ...marks, ...ends.filter((end) => isNear(end, marks))];
}

/** An arc to the far side of the world leaves the sheet: shown whole, it would crowd all circles into a corner. */
function isNear([longitude]: LonLat, marks: readonly LonLat[]): boolean {
  if (marks.length === 0) return true;
  const all = marks.map(([one]) => one);
  const [west, east] = [Math.min(...all), Math.max(...all)];
  const room = Math.max(30, east - west);
  return longitude >= west - room && longitude <= east + room;
}

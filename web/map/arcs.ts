// Movements as arcs from place to place.
import { geoPath } from 'd3-geo';
import type { MovementView } from '../../src/views/pages/situation.ts';
import { anchorOf } from './anchors.ts';
import type { Frame, LonLat } from './projection.ts';
import { tenth } from './projection.ts';

export interface Arc {
  readonly key: string;
  readonly movement: MovementView;
  readonly path: string;
}

/** One for each pair of ends that lie somewhere; a movement with one end alone is in the list, not on the map. */
export function arcsOf(movements: readonly MovementView[], frame: Frame): Arc[] {
  return movements.flatMap((movement) =>
    movement.from.flatMap((from, i) =>
      movement.to.flatMap((to, j) => {
        const [a, b] = [anchorOf(from.place, from.point), anchorOf(to.place, to.point)];
        if (a === null || b === null || (a[0] === b[0] && a[1] === b[1])) return [];
        return [{ key: `${movement.claim} ${i} ${j}`, movement, path: curve(a, b, frame) }];
      }),
    ),
  );
}

const LONG_WAY = 60;

/** The way over the globe where it is long; a bow where it is short, so that there and back do not cover each other. */
function curve(from: LonLat, to: LonLat, frame: Frame): string {
  if (Math.abs(from[0] - to[0]) > LONG_WAY) {
    const line = { type: 'LineString' as const, coordinates: [[...from], [...to]] };
    return geoPath(frame.projection).digits(1)(line) ?? '';
  }
  const [x1, y1] = frame.project(from);
  const [x2, y2] = frame.project(to);
  const [cx, cy] = [(x1 + x2) / 2 - (y2 - y1) * 0.18, (y1 + y2) / 2 + (x2 - x1) * 0.18];
  return `M${x1},${y1}Q${tenth(cx)},${tenth(cy)} ${x2},${y2}`;
}

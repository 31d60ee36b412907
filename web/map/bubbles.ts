// Circles that stand for counts: solid for the least that must be there, a ring for the most that can be. They are moved until none overlaps.
import type { RowView } from '../../src/views/pages/rows.ts';
import { anchorOf } from './anchors.ts';
import { type Frame, tenth } from './projection.ts';

export interface Bubble {
  readonly row: RowView;
  readonly x: number;
  readonly y: number;
  /** Of the solid circle; 0 where none need be there. */
  readonly least: number;
  /** Of the ring; null where no upper bound is known. */
  readonly most: number | null;
  readonly outer: number;
}

/** The same number has the same size on every day and in every part of the world: 50,000 is 34 px on a wide sheet. */
export const radiusOf = (count: number, width: number): number =>
  count === 0 ? 0 : Math.max(2, Math.sqrt(count / 50_000) * Math.min(34, 14 + width / 48));

const OPEN_RING = 3.5;
const ROUNDS = 90;

export function bubblesOf(rows: readonly RowView[], frame: Frame): Bubble[] {
  const nodes = rows.flatMap((row) => {
    const at = row.point === null && row.place.country === null ? null : anchorOf(row.place, row.point);
    if (at === null) return [];
    const [x, y] = frame.project(at);
    if (x < -20 || y < -20 || x > frame.width + 20 || y > frame.height + 20) return [];
    const least = radiusOf(row.min, frame.width);
    const most = row.max === null ? null : radiusOf(row.max, frame.width);
    return [{ row, x, y, home: [x, y] as const, least, most, outer: most ?? least + OPEN_RING }];
  });
  nodes.sort((a, b) => b.outer - a.outer);
  for (let round = 0; round < ROUNDS; round++) {
    for (const node of nodes) {
      node.x += (node.home[0] - node.x) * 0.06;
      node.y += (node.home[1] - node.y) * 0.06;
    }
    for (let i = 0; i < nodes.length; i++) for (let j = i + 1; j < nodes.length; j++) part(nodes[i]!, nodes[j]!, i, j);
  }
  return nodes.map(({ x, y, least, most, outer, row }) => ({
    row,
    x: tenth(x),
    y: tenth(y),
    least: tenth(least),
    most: most === null ? null : tenth(most),
    outer: tenth(outer),
  }));
}

interface Node {
  x: number;
  y: number;
  readonly outer: number;
}

/** Two that overlap go apart, the smaller one further; two at one point in a direction that their places in the list give. */
function part(a: Node, b: Node, i: number, j: number): void {
  const gap = a.outer + b.outer + 1;
  let [dx, dy] = [b.x - a.x, b.y - a.y];
  if (Math.abs(dx) >= gap || Math.abs(dy) >= gap) return;
  let distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= gap) return;
  if (distance < 0.01) {
    const turn = (i * 7 + j) * 2.4;
    [dx, dy, distance] = [Math.cos(turn) * 0.01, Math.sin(turn) * 0.01, 0.01];
  }
  const push = ((gap - distance) / distance) * 0.5;
  const [heavy, light] = [a.outer * a.outer, b.outer * b.outer];
  const share = heavy / (heavy + light);
  b.x += dx * push * share * 2;
  b.y += dy * push * share * 2;
  a.x -= dx * push * (1 - share) * 2;
  a.y -= dy * push * (1 - share) * 2;
}

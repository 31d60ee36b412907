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

/** 50,000 is 18 px where the whole world is shown on a wide sheet, 40 px where a few states are: the legend says which. */
export const radiusOf = (count: number, { width, span }: Pick<Frame, 'width' | 'span'>): number => {
  const largest = Math.min(40, Math.max(18, 46 - span * 0.14)) * Math.min(1, 0.45 + width / 1900);
  return count === 0 ? 0 : Math.max(1.8, Math.sqrt(count / 50_000) * largest);
};

/** A most that lies this far above the least says little more than that none is known. */
const isFarOff = ({ min, max }: RowView): boolean => max === null || max > min * 4 + 1000;

const OPEN_RING = 3.5;
const WAYS = [
  [0.8, 0.6],
  [-0.6, 0.8],
  [-0.8, -0.6],
  [0.6, -0.8],
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;
const ROUNDS = 90;

export function bubblesOf(rows: readonly RowView[], frame: Frame): Bubble[] {
  const nodes = rows.flatMap((row) => {
    const at = anchorOf(row.place, row.point);
    if (at === null) return [];
    const [x, y] = frame.project(at);
    if (x < -20 || y < -20 || x > frame.width + 20 || y > frame.height + 20) return [];
    const least = radiusOf(row.min, frame);
    const most = isFarOff(row) ? null : radiusOf(row.max!, frame);
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
    // Plain numbers: sine and cosine differ in their last digits from one browser to the next.
    const [x, y] = WAYS[(i * 7 + j) % WAYS.length]!;
    [dx, dy, distance] = [x * 0.01, y * 0.01, 0.01];
  }
  const push = ((gap - distance) / distance) * 0.5;
  const [heavy, light] = [a.outer * a.outer, b.outer * b.outer];
  const share = heavy / (heavy + light);
  b.x += dx * push * share * 2;
  b.y += dy * push * share * 2;
  a.x -= dx * push * (1 - share) * 2;
  a.y -= dy * push * (1 - share) * 2;
}

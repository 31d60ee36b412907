// Labels beside circles, and names of states: each where it covers no other label and no circle, the largest first; what finds no room is left out.

import type { RowView } from '../../src/views/pages/rows.ts';
import { stateLabel } from './anchors.ts';
import type { Bubble } from './bubbles.ts';
import { type Frame, tenth } from './projection.ts';

export interface Label {
  readonly key: string;
  readonly kind: 'inside' | 'insidePale' | 'beside' | 'state';
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly text: string;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const LETTER = 5.9;
const LINE = 12;
/** A circle this wide has its party's code in it. */
const ROOM_INSIDE = 11;

export function labelsOf(bubbles: readonly Bubble[], frame: Frame): Label[] {
  const labels: Label[] = [];
  const taken: Box[] = [];
  const circles = bubbles.map(({ x, y, outer }) => ({
    left: x - outer,
    top: y - outer,
    right: x + outer,
    bottom: y + outer,
  }));
  const place = (label: Omit<Label, 'x' | 'y' | 'anchor'>, spots: readonly Spot[], own: number | null): void => {
    const width = label.text.length * LETTER;
    for (const { x, y, anchor } of spots) {
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      const box = { left: left - 1, right: left + width + 1, top: y - LINE + 2, bottom: y + 3 };
      if (box.left < 2 || box.right > frame.width - 2 || box.top < 2 || box.bottom > frame.height - 2) continue;
      if (taken.some((other) => overlap(box, other))) continue;
      if (circles.some((circle, at) => at !== own && overlap(box, circle))) continue;
      taken.push(box);
      labels.push({ ...label, x: tenth(x), y: tenth(y), anchor });
      return;
    }
  };
  bubbles.forEach(({ row, x, y, least, outer }, at) => {
    const key = `${row.party.code}|${row.where}|${row.mission ?? ''}`;
    if (least >= ROOM_INSIDE && row.party.code.length <= least / 4)
      labels.push({
        key: `in ${key}`,
        kind: row.stale ? 'insidePale' : 'inside',
        x,
        y: tenth(y + 3.6),
        anchor: 'middle',
        text: row.party.code,
      });
    const text = labelText(row);
    place({ key, kind: 'beside', text: text.length > 34 ? row.party.name : text }, around(x, y, outer), at);
  });
  if (frame.span < 100) {
    const countries = new Set(bubbles.flatMap(({ row }) => (row.place.country === null ? [] : [row.place.country])));
    for (const code of [...countries].sort()) {
      const state = stateLabel(code);
      if (state === null) continue;
      const [x, y] = frame.project(state.at);
      const spots = [0, -16, 18, -32, 34, -48, 50].map((dy) => ({ x, y: y + dy, anchor: 'middle' as const }));
      place({ key: `state ${code}`, kind: 'state', text: state.name }, spots, null);
    }
  }
  return labels;
}

/** What is expected where nobody counted yet. */
const labelText = ({ party, text, min, max, expected }: RowView): string =>
  `${party.name} ${min === 0 && max === null && expected !== null ? `→ ${expected.text}` : text}`;

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly anchor: Label['anchor'];
}

const around = (x: number, y: number, outer: number): Spot[] => [
  { x: x + outer + 4, y: y + 3.5, anchor: 'start' },
  { x: x - outer - 4, y: y + 3.5, anchor: 'end' },
  { x, y: y - outer - 4, anchor: 'middle' },
  { x, y: y + outer + 11, anchor: 'middle' },
  { x: x + outer + 2, y: y - outer, anchor: 'start' },
  { x: x + outer + 2, y: y + outer + 8, anchor: 'start' },
  { x: x - outer - 2, y: y - outer, anchor: 'end' },
  { x: x - outer - 2, y: y + outer + 8, anchor: 'end' },
];

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

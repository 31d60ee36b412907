// How much of each pixel lies inside of outlines: exact areas, summed up line by line (the signed-area accumulation of Raph Levien's font-rs).

/** Flat [x, y, x, y, ...] of one closed outline, in pixels. */
export type Outline = readonly number[];

export interface Coverage {
  /** Of the upper left pixel. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 to 1. */
  readonly share: Float32Array;
}

/** Null where nothing is inside. Outlines that turn the other way round are holes. */
export function coverageOf(outlines: readonly Outline[]): Coverage | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const outline of outlines) {
    for (let i = 0; i < outline.length; i += 2) {
      left = Math.min(left, outline[i]!);
      right = Math.max(right, outline[i]!);
      top = Math.min(top, outline[i + 1]!);
      bottom = Math.max(bottom, outline[i + 1]!);
    }
  }
  if (left >= right || top >= bottom) return null;
  [left, top] = [Math.floor(left), Math.floor(top)];
  const [width, height] = [Math.ceil(right) - left + 2, Math.ceil(bottom) - top];
  const sums = new Float32Array(width * height + 2);
  for (const outline of outlines) {
    for (let i = 0; i < outline.length; i += 2) {
      const next = (i + 2) % outline.length;
      line(sums, width, outline[i]! - left, outline[i + 1]! - top, outline[next]! - left, outline[next + 1]! - top);
    }
  }
  const share = new Float32Array(width * height);
  let sum = 0;
  for (let i = 0; i < share.length; i++) {
    sum += sums[i]!;
    share[i] = Math.min(1, Math.abs(sum));
  }
  return { left, top, width, height, share };
}

/** Adds what the area right of a line changes from each pixel to the next. */
function line(sums: Float32Array, width: number, x0: number, y0: number, x1: number, y1: number): void {
  if (y0 === y1) return;
  const sign = y0 < y1 ? 1 : -1;
  if (sign < 0) [x0, y0, x1, y1] = [x1, y1, x0, y0];
  const slope = (x1 - x0) / (y1 - y0);
  let x = x0;
  for (let row = Math.floor(y0); row < Math.ceil(y1); row++) {
    const high = Math.min(row + 1, y1) - Math.max(row, y0);
    const next = x + slope * high;
    span(sums, row * width, Math.min(x, next), Math.max(x, next), high * sign);
    x = next;
  }
}

/** A line that crosses one row from x to x: `area` is its height there, with its sign. */
function span(sums: Float32Array, start: number, x0: number, x1: number, area: number): void {
  const [first, last] = [Math.floor(x0), Math.ceil(x1)];
  const add = (at: number, value: number): void => {
    sums[start + at] = sums[start + at]! + value;
  };
  if (last <= first + 1) {
    const middle = 0.5 * (x0 + x1) - first;
    add(first, area - area * middle);
    add(first + 1, area * middle);
    return;
  }
  const slant = 1 / (x1 - x0);
  const head = 0.5 * slant * (1 - (x0 - first)) ** 2;
  const tail = 0.5 * slant * (x1 - last + 1) ** 2;
  add(first, area * head);
  if (last === first + 2) {
    add(first + 1, area * (1 - head - tail));
  } else {
    const second = slant * (1.5 - (x0 - first));
    add(first + 1, area * (second - head));
    for (let at = first + 2; at < last - 1; at++) add(at, area * slant);
    add(last - 1, area * (1 - (second + (last - first - 3) * slant) - tail));
  }
  add(last, area * tail);
}

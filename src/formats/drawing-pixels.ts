// A drawing as pixels, with the letters of one typeface: no fonts of the machine, so that a picture is the same everywhere.
import type { Drawing, Shape } from '../views/pages/drawing.ts';
import { coverageOf, type Outline } from './coverage.ts';

/** Weight -> letter -> its advance, then commands (0 move, 1 line, 2 and 3 curves, 4 close) with their points; `em` units are a line's size. */
export interface Letters {
  readonly em: number;
  readonly letters: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** Red, green and blue of each pixel, row by row. */
export function drawingPixels({ width, height, shapes }: Drawing, letters: Letters): Uint8Array {
  const pixels = new Uint8Array(width * height * 3).fill(255);
  for (const shape of shapes) {
    if (shape.kind === 'rectangle' && isWhole(shape, width, height)) {
      fill(pixels, width, shape);
      continue;
    }
    for (const outlines of outlinesOf(shape, letters)) {
      const coverage = coverageOf(outlines);
      if (coverage === null) continue;
      const colour = colourOf(shape);
      const opacity = shape.kind === 'rectangle' ? (shape.opacity ?? 1) : 1;
      for (let row = 0; row < coverage.height; row++) {
        const y = coverage.top + row;
        if (y < 0 || y >= height) continue;
        for (let column = 0; column < coverage.width; column++) {
          const x = coverage.left + column;
          const share = coverage.share[row * coverage.width + column]! * opacity;
          if (share === 0 || x < 0 || x >= width) continue;
          const at = (y * width + x) * 3;
          for (let c = 0; c < 3; c++)
            pixels[at + c] = Math.round(pixels[at + c]! + (colour[c]! - pixels[at + c]!) * share);
        }
      }
    }
  }
  return pixels;
}

const colourOf = ({ fill }: Pick<Shape, 'fill'>): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16));

type Rectangle = Extract<Shape, { kind: 'rectangle' }>;

/** Of whole pixels inside the sheet, and nothing seen through it: there is no area to work out. */
const isWhole = ({ x, y, width, height, opacity = 1 }: Rectangle, right: number, bottom: number): boolean =>
  opacity === 1 &&
  [x, y, width, height].every((n) => Number.isInteger(n) && n >= 0) &&
  x + width <= right &&
  y + height <= bottom;

function fill(pixels: Uint8Array, across: number, { x, y, width, height, fill }: Rectangle): void {
  const row = new Uint8Array(width * 3);
  const colour = colourOf({ fill });
  for (let at = 0; at < row.length; at++) row[at] = colour[at % 3]!;
  for (let line = y; line < y + height; line++) pixels.set(row, (line * across + x) * 3);
}

/** The shape's parts, each with its outlines. */
function outlinesOf(shape: Shape, letters: Letters): readonly (readonly Outline[])[] {
  switch (shape.kind) {
    case 'rectangle': {
      const { x, y, width, height } = shape;
      return [[[x, y, x + width, y, x + width, y + height, x, y + height]]];
    }
    case 'circle':
      return [[circle(shape.x, shape.y, shape.radius)]];
    case 'text':
      return textOutlines(shape, letters);
  }
}

const CORNERS = 64;
const circle = (x: number, y: number, radius: number): Outline =>
  Array.from({ length: CORNERS }, (_, n) => (2 * Math.PI * n) / CORNERS).flatMap((angle) => [
    x + radius * Math.cos(angle),
    y + radius * Math.sin(angle),
  ]);

/** A letter that the typeface lacks leaves a gap as wide as a digit. */
function textOutlines(text: Extract<Shape, { kind: 'text' }>, { em, letters }: Letters): Outline[][] {
  const face = letters[String(text.weight)]!;
  const scale = text.size / em;
  const glyphs = [...text.text.normalize('NFC')].map((letter) => face[letter] ?? [face['0']![0]!]);
  const width = glyphs.reduce((sum, [advance]) => sum + advance! * scale, 0);
  let x = text.anchor === 'end' ? text.x - width : text.x;
  return glyphs.map((glyph) => {
    const outlines = glyphOutlines(glyph, x, text.y, scale);
    x += glyph[0]! * scale;
    return outlines;
  });
}

const STEPS = 8;

function glyphOutlines(glyph: readonly number[], left: number, base: number, scale: number): Outline[] {
  const outlines: number[][] = [];
  let [x, y] = [0, 0];
  let outline: number[] = [];
  const to = (px: number, py: number): void => {
    [x, y] = [px, py];
    outline.push(left + px * scale, base - py * scale);
  };
  for (let i = 1; i < glyph.length; ) {
    const command = glyph[i]!;
    const points = glyph.slice(i + 1, i + 7);
    if (command === 0) {
      outline = [];
      outlines.push(outline);
      to(points[0]!, points[1]!);
    } else if (command === 1) to(points[0]!, points[1]!);
    else if (command !== 4) {
      const [sx, sy] = [x, y];
      // A curve of one handle is one of two, both two thirds of the way to it.
      const [ax, ay, bx, by, ex, ey] =
        command === 3
          ? (points as [number, number, number, number, number, number])
          : cubic(sx, sy, points[0]!, points[1]!, points[2]!, points[3]!);
      for (let step = 1; step <= STEPS; step++) {
        const t = step / STEPS;
        const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
        to(p * sx + q * ax + r * bx + s * ex, p * sy + q * ay + r * by + s * ey);
      }
    }
    i += [3, 3, 5, 7, 1][command]!;
  }
  return outlines;
}

const cubic = (
  sx: number,
  sy: number,
  hx: number,
  hy: number,
  ex: number,
  ey: number,
): [number, number, number, number, number, number] => [
  sx + (2 / 3) * (hx - sx),
  sy + (2 / 3) * (hy - sy),
  ex + (2 / 3) * (hx - ex),
  ey + (2 / 3) * (hy - ey),
  ex,
  ey,
];

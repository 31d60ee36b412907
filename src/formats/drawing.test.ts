// Drawings as SVG and as pixels: words are no markup, and what is painted is as large and as dark as it is drawn.
import { expect, test } from 'vitest';
import type { Drawing, Shape } from '../views/pages/drawing.ts';
import { coverageOf } from './coverage.ts';
import { drawingPixels, type Letters } from './drawing-pixels.ts';
import { drawingSvg } from './drawing-svg.ts';

/** "o" is a square with a square hole, "0" and the space have no outline. */
const ALPHABET = {
  o: [100, 0, 0, 0, 1, 80, 0, 1, 80, 80, 1, 0, 80, 4, 0, 20, 20, 1, 20, 60, 1, 60, 60, 1, 60, 20, 4],
  '0': [100],
};
const letters: Letters = { em: 100, letters: { 400: ALPHABET, 600: ALPHABET, 700: ALPHABET } };
const words = (text: string, over: object = {}): Shape => ({
  ...{ kind: 'text', x: 0, y: 10, size: 10, text, weight: 400, fill: '#000000', anchor: 'start' },
  ...over,
});
const sheet = (...shapes: Shape[]): Drawing => ({ width: 40, height: 12, shapes });
const dark = (drawing: Drawing): number => {
  const pixels = drawingPixels(drawing, letters);
  return pixels.reduce((sum, value) => sum + (255 - value), 0) / (255 * 3);
};

test('no word is markup in an SVG', () => {
  const svg = drawingSvg(sheet(words('<script>alert(1)</script> & "more"\u0001')));
  expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;<');
  expect(svg).not.toContain('<script');
});

test('a rectangle covers its area, also between pixels, and no more than there is of the sheet', () => {
  const rectangle = { kind: 'rectangle', x: 2.25, y: 3.5, width: 10.5, height: 4.25, fill: '#000000' } as const;
  expect(dark(sheet(rectangle))).toBeCloseTo(10.5 * 4.25, 0);
  expect(dark(sheet({ ...rectangle, opacity: 0.5 }))).toBeCloseTo((10.5 * 4.25) / 2, 0);
  expect(dark(sheet({ ...rectangle, x: -5, y: -2 }))).toBeCloseTo(5.5 * 2.25, 0);
  expect(dark(sheet({ ...rectangle, x: 500 }))).toBe(0);
  expect(dark(sheet({ ...rectangle, x: 2, y: 3, width: 10, height: 4 }))).toBe(40);
});

test('a circle covers its area, and of slanted outlines each pixel its share', () => {
  expect(dark(sheet({ kind: 'circle', x: 20, y: 6, radius: 5, fill: '#000000' }))).toBeCloseTo(Math.PI * 25, 0);
  const { share, width } = coverageOf([[0, 0, 4, 0, 0, 4]])!;
  expect([...share.subarray(0, 4)].map((n) => Math.round(n * 100))).toEqual([100, 100, 100, 50]);
  expect(Math.round(share[width * 3]! * 100)).toBe(50);
  expect(coverageOf([[0, 0, 4, 0]])).toBeNull();
});

test('letters stand where they are set, with their holes, and from the right where they end there', () => {
  const area = (0.8 * 10) ** 2 - (0.4 * 10) ** 2;
  expect(dark(sheet(words('o')))).toBeCloseTo(area, 0);
  expect(dark(sheet(words('oo')))).toBeCloseTo(2 * area, 0);
  expect(dark(sheet(words('o日o', { x: 40, anchor: 'end' })))).toBeCloseTo(2 * area, 0);
  const half = { ...sheet(words('o', { x: 40, anchor: 'end' })), width: 34 };
  expect(dark(half)).toBeCloseTo(4 * 8 - 2 * 4, 0);
});

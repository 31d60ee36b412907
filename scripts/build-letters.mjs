// The outlines of Inter's letters that share pictures are drawn with: dist/web/letters.json, made from @fontsource/inter.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import opentype from 'opentype.js';

const require = createRequire(import.meta.url);
const WEIGHTS = [400, 600, 700];
/** The first that has a letter gives it. */
const SUBSETS = ['latin', 'latin-ext'];
/** Printable letters of the Latin blocks, and the signs of quotations, ranges and lists. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x1e80, 0x1e85],
  [0x2010, 0x2026],
];
const COMMANDS = { M: 0, L: 1, Q: 2, C: 3, Z: 4 };

/** `letters`: weight -> letter -> [advance, commands and their points in a row]; units are `em` to a line's size, up is up. */
export function buildLetters(folder) {
  const letters = {};
  let em = 0;
  for (const weight of WEIGHTS) {
    const fonts = SUBSETS.map((subset) => {
      const file = readFileSync(require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`));
      return opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
    });
    em = fonts[0].unitsPerEm;
    letters[weight] = {};
    for (const [first, last] of RANGES) {
      for (let code = first; code <= last; code++) {
        const letter = String.fromCodePoint(code);
        const font = fonts.find((one) => one.charToGlyphIndex(letter) > 0);
        if (font !== undefined) letters[weight][letter] = outline(font.charToGlyph(letter));
      }
    }
  }
  writeFileSync(join(folder, 'letters.json'), JSON.stringify({ em, letters }));
}

const outline = ({ advanceWidth, path }) => [
  Math.round(advanceWidth),
  ...path.commands.flatMap(({ type, x1, y1, x2, y2, x, y }) =>
    [COMMANDS[type], x1, y1, x2, y2, x, y].filter((n) => n !== undefined).map(Math.round),
  ),
];

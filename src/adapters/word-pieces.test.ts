import { expect, test } from 'vitest';
import { PieceTable } from './word-pieces.ts';

/** The pieces of a text as strings, those without a number last. */
function piecesIn(table: PieceTable, title: string, text: string): readonly string[] | null {
  const found = table.piecesIn(title, text);
  if (found === null) return null;
  return [...Array.from(table.numbers.subarray(found.from, found.to), (n) => table.textOf(n)), ...found.others];
}

test('tells pieces of any length apart, each once a text', () => {
  const table = new PieceTable();
  const long = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmn';
  const pieces = Array.from({ length: long.length }, (_, i) => long.slice(0, i + 1));
  const others = ['b', 'abcdefgi', 'abcdefghj', 'é', 'éé', 'ééé', 'éééé', 'ééééé', '船舶', '𐐀'];
  const all = [...pieces, ...others];
  expect(piecesIn(table, pieces[0]!, [...all, ...all].join(' '))).toEqual(all);
  expect(piecesIn(table, '', [...all].reverse().join('\n'))).toEqual([...all].reverse());
  expect(table.count).toBe(all.length);
});

test('numbers nothing that is longer than what is met twice', () => {
  const table = new PieceTable();
  expect(piecesIn(table, 'Ferry', `${'x'.repeat(41)} leaves`)).toEqual(['Ferry', 'leaves', 'x'.repeat(41)]);
  expect(table.count).toBe(2);
});

test('keeps a tag with what stands beside it, and leaves to the engine what only its parser can tell apart', () => {
  const table = new PieceTable();
  expect(piecesIn(table, '', 'see <a href="the quay">quay</a>, a < b <!-- no word --> end<')).toEqual([
    'see',
    '<a href="the quay">quay</a>,',
    'a',
    '<',
    'b',
    '<!-- no word -->',
    'end<',
  ]);
  expect(piecesIn(table, '', 'first <script> let')).toBeNull();
  expect(piecesIn(table, '', 'see again')).toEqual(['see', 'again']);
});

test('finds in a short text nothing of a longer one before it', () => {
  const table = new PieceTable();
  piecesIn(table, 'A title of some length', 'and a text <b>of some words</b> more');
  expect(piecesIn(table, 'Tug', 'x<')).toEqual(['Tug', 'x<']);
  expect(piecesIn(table, '', '')).toEqual([]);
});

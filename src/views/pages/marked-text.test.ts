import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markText } from './marked-text.ts';

const text = 'Berlin moves thirty\n\nThirty of the 120 German soldiers in Iraq will go.\nThe others stay.';
const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];

test('cuts paragraphs where quotations and their fields begin and end', () => {
  const paragraphs = markText(text, [
    { evidence: at('Thirty of the 120 German soldiers in Iraq will go'), quantity: at('Thirty of') },
    { evidence: at('120 German soldiers in Iraq'), quantity: at('120') },
  ]);
  expect(paragraphs).toHaveLength(2);
  expect(paragraphs[1]!.pieces).toEqual([
    { text: 'Thirty of', claims: [0], fields: ['0 quantity'], begins: [0], ends: [] },
    { text: ' the ', claims: [0], fields: [], begins: [], ends: [] },
    { text: '120', claims: [0, 1], fields: ['1 quantity'], begins: [1], ends: [] },
    { text: ' German soldiers in Iraq', claims: [0, 1], fields: [], begins: [], ends: [1] },
    { text: ' will go', claims: [0], fields: [], begins: [], ends: [0] },
    { text: '.\nThe others stay.', claims: [], fields: [], begins: [], ends: [] },
  ]);
});

test('leaves out spans that lie outside of the text, and marks nothing where there is no text', () => {
  expect(markText('Short.', [{ evidence: [0, 40] }])[0]!.pieces[0]!.claims).toEqual([]);
  expect(markText('', [null])).toEqual([]);
});

test('keeps every letter of every paragraph, whatever the spans', () => {
  const span = fc
    .tuple(fc.nat(60), fc.nat(60))
    .map(([a, b]) => ({ evidence: [Math.min(a, b), Math.max(a, b)] as const }));
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.array(span, { maxLength: 5 }), (words, spans) => {
      const shown = markText(words, spans as never).flatMap(({ start, pieces }) => {
        const joined = pieces.map((piece) => piece.text).join('');
        return joined === words.slice(start, start + joined.length) ? [joined] : ['not as it was'];
      });
      expect(shown.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
    }),
  );
});

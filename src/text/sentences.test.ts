import { describe, expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';

const split = (text: string): string[] =>
  splitSentences(text, 0, text.length).map(([start, end]) => text.slice(start, end));

describe('splitSentences', () => {
  test.each([
    ['Maj. Gen. Ana Ruiz landed. She left.', ['Maj. Gen. Ana Ruiz landed.', 'She left.']],
    ['U.S. troops left. The U.S. Army stayed.', ['U.S. troops left.', 'The U.S. Army stayed.']],
    ['They flew to the U.S. The rest stayed.', ['They flew to the U.S.', 'The rest stayed.']],
    ['J. K. Berg of Fort Lee, Va., spoke.', ['J. K. Berg of Fort Lee, Va., spoke.']],
    ['It left at 5 a.m. Monday. It was late.', ['It left at 5 a.m. Monday.', 'It was late.']],
    ['It left at 5 a.m. Nobody saw it.', ['It left at 5 a.m.', 'Nobody saw it.']],
    ['About 3.5 million. No. 4 Squadron left.', ['About 3.5 million.', 'No. 4 Squadron left.']],
    ['Will they go? No. They stay.', ['Will they go?', 'No.', 'They stay.']],
    ['\u201cWe go.\u201d The minister sat.', ['\u201cWe go.\u201d', 'The minister sat.']],
    ['\u201cWhy go?\u201d he asked. Nobody spoke.', ['\u201cWhy go?\u201d he asked.', 'Nobody spoke.']],
    ['Go now! \u201cNever,\u201d she said.', ['Go now!', '\u201cNever,\u201d she said.']],
    ['They left Gao.The rest stayed.', ['They left Gao.', 'The rest stayed.']],
    ['See example.com and v2.1 today.', ['See example.com and v2.1 today.']],
    ['Two camps shut. (Wire) (The Post) Others stay.', ['Two camps shut. (Wire) (The Post)', 'Others stay.']],
    ['Two camps shut. (They will reopen.) Others stay.', ['Two camps shut.', '(They will reopen.)', 'Others stay.']],
    ['Two shut.[1][2] Others stay.', ['Two shut.[1][2]', 'Others stay.']],
    [
      '40 Kosovo (KFOR); 90 Mali (EUTM); est. 20 Chad (2023)',
      ['40 Kosovo (KFOR); 90 Mali (EUTM); est. 20 Chad (2023)'],
    ],
    ['He spoke on Jan. 5 in Oslo. All left.', ['He spoke on Jan. 5 in Oslo.', 'All left.']],
    ['It has tanks, guns, etc. The rest is old.', ['It has tanks, guns, etc.', 'The rest is old.']],
    ['Well... they went\u2026 and came back.', ['Well... they went\u2026 and came back.']],
    ['1. Camps stay open. 2. Roads close.', ['1. Camps stay open.', '2. Roads close.']],
    ['In 2003. 4,500 came.', ['In 2003.', '4,500 came.']],
    ['Firms such as Berg Inc. and Kol Ltd. They pay.', ['Firms such as Berg Inc. and Kol Ltd.', 'They pay.']],
    ['No stop at all', ['No stop at all']],
    ['   ', []],
  ])('splits %j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  test('stays inside the span it is given', () => {
    const text = 'One. Two. Three. Four.';
    expect(splitSentences(text, 5, 16).map(([start, end]) => text.slice(start, end))).toEqual(['Two.', 'Three.']);
  });
});

// Reports spoilt at random, the same for the same seed: the sentences that prove the rules, with words lost, doubled, shouted and foreign signs put in.
import { RULES } from '../../src/extract/rules/index.ts';
import type { Report } from '../../src/model/report.ts';

const SENTENCES: readonly string[] = RULES.flatMap((rule) => [...Object.keys(rule.examples), ...rule.not]);
const WORDS: readonly string[] = [...new Set(SENTENCES.flatMap((sentence) => sentence.split(' ')))];
const ODD: readonly string[] = [
  ...[
    '\u00a0',
    '\u00ad',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u0000',
    '\u0301',
    '\u202e',
    '\ud83d',
    '\ude00',
    '\ud83d\ude00',
    '\u0130',
    '\ufb03',
    '\u2028',
  ],
  ...[
    '"',
    '\u201c',
    '\u201d',
    "'",
    '\u2019',
    '(',
    ')',
    '[',
    ']',
    '{',
    '|',
    '#',
    '*',
    '_',
    '/',
    '\\',
    '&',
    '%',
    '$',
    '\u20ac',
    '-',
    '\u2013',
    '\u2014',
    '...',
    '\u2026',
  ],
  ...['\n', '\r\n', '\n\n', '\t', '- ', '* ', '1. ', 'QUESTION: ', 'U.S.', 'Gen.', 'e.g.', 'n\u2019t', '\u2019s'],
];
const NUMBERS: readonly string[] = [
  ...[
    '0',
    '00',
    '-5',
    '1',
    '999999999999999999999',
    '1e308',
    '1,00,000',
    '5.000',
    '5 100',
    '3-4,000',
    '\u00bd',
    '2020',
    '31',
    '0.5',
    '1,000,000.5',
    '10K',
  ],
  ...[
    'half',
    'a third of',
    'hundreds of',
    'several dozen',
    'all but 20 of the',
    'no',
    'between 5 and',
    'more than',
    'twenty-five hundred',
    'a',
  ],
];
const DAYS: readonly (string | null)[] = [null, '2020-06-15', '2020-06-15', '2024-02-29', '1000-01-01', '9999-12-31'];

type Random = () => number;

/** mulberry32: the same row of numbers from 0 to 1 for a seed. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const below = (random: Random, n: number): number => Math.floor(random() * n);
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!;

/** One report; `seed` names it. */
export function mutatedReport(seed: number): Report {
  const random = randomOf(seed);
  const sentences = Array.from({ length: 1 + below(random, 8) }, () => spoilt(random, pick(random, SENTENCES)));
  const text = sentences.join(pick(random, [' ', ' ', '\n\n', '\n', '', '; ']));
  return {
    id: `mutated-${seed}`,
    text: random() < 0.1 ? text.slice(below(random, text.length)) : text,
    title: random() < 0.5 ? spoilt(random, pick(random, SENTENCES)) : null,
    published: pick(random, DAYS),
    publisher: random() < 0.1 ? pick(random, ['Congressional Record', 'Voice of America', '']) : null,
    url: null,
  };
}

function spoilt(random: Random, sentence: string): string {
  let words = sentence.split(' ');
  for (let times = below(random, 5); times > 0; times--) words = spoiltOnce(random, words);
  return words.join(' ');
}

function spoiltOnce(random: Random, words: readonly string[]): string[] {
  const at = below(random, words.length + 1);
  const word = words[at] ?? '';
  const put = (...others: string[]): string[] => [...words.slice(0, at), ...others, ...words.slice(at + 1)];
  switch (below(random, 12)) {
    case 0:
      return put();
    case 1:
      return put(word, word);
    case 2:
      return put(pick(random, WORDS));
    case 3:
      return put(word, pick(random, WORDS), pick(random, WORDS));
    case 4:
      return put(pick(random, NUMBERS), word);
    case 5:
      return put(word + pick(random, ODD));
    case 6:
      return put(
        word.slice(0, below(random, word.length + 1)) + pick(random, ODD) + word.slice(below(random, word.length + 1)),
      );
    case 7:
      return words.map((other) => (random() < 0.5 ? other : other.toUpperCase()));
    case 8:
      return words.map((other) => other.toLowerCase());
    case 9:
      return [...words.slice(at), ...words.slice(0, at)];
    case 10:
      return put(...Array.from({ length: 1 + below(random, 40) }, () => word));
    default:
      return put(pick(random, ODD).repeat(1 + below(random, 60)));
  }
}

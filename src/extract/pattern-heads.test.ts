import { expect, test } from 'vitest';
import { startsIn, wordStartFinder } from './pattern-heads.ts';

const WORDS =
  'a at bases Camp Fort force forces mission un UN unit UNIFIL air-base airstrike 5-strong 40 draws down peace-keeper drawn-down x'.split(
    ' ',
  );
const PATTERNS = [
  /\b(?:troop|air ?(?:base|strikes?\b)|forces? (?:in|at)\b|peace-?keep)/i,
  /\b(?:UN[A-Z]{2,}|Camp [A-Z]|bases?\b(?<=[a-z] bases?))/,
  /\bdraw(?:ing|n|s)?[- ]?down|\b\d-(?:strong|man)\b/i,
  /\b[ae]\w* f|\b(?:x|un){1,2}\b/,
];

/** Two thousand lines of such words, the same in every run. */
function* lines() {
  let seed = 11;
  for (let n = 0; n < 2000; n++) {
    const words: string[] = [];
    for (let k = 0; k < 6; k++) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      words.push(WORDS[seed % WORDS.length]!);
    }
    yield words.join(n % 7 === 0 ? '\u00e9' : ' ');
  }
}

test.each(PATTERNS)('finds what a plain search for %s finds', (pattern) => {
  const find = wordStartFinder([pattern]);
  let found = 0;
  for (const line of lines()) {
    const plain = pattern.exec(line);
    expect(find(line, 0), line).toEqual(plain && [plain.index, plain.index + plain[0].length]);
    if (plain) found++;
  }
  expect(found).toBeGreaterThan(20);
});

test('goes on from where it is told to, and takes the earliest of several patterns', () => {
  const find = wordStartFinder([/\bwar\b/, /\bships?\b/]);
  expect(find('a warship, two ships at war', 0)).toEqual([15, 20]);
  expect(find('a warship, two ships at war', 16)).toEqual([24, 27]);
  expect(find('a warship, two ships at war', 25)).toBeNull();
});

test('asks what starts at a capital alone beside the patterns, and takes the earlier', () => {
  const find = wordStartFinder([/\bships?\b/], (text, i) => (text.startsWith('Kenyans', i) ? i + 7 : -1));
  expect(find('a kenyans, 40 Kenyans and ships', 0)).toEqual([14, 21]);
  expect(find('ships with 40 Kenyans', 0)).toEqual([0, 5]);
});

test.each([...PATTERNS, /\((?:\d|5)\w*/, /, with\b/, /\b(?:end|start) of\b/])(
  'finds a word that %s may start in wherever it matches',
  (pattern) => {
    const mayStart = startsIn(pattern);
    let found = 0;
    for (const line of [...lines(), 'the end (5-strong) of troops, with 40 at the start of May']) {
      const match = pattern.exec(line);
      if (match === null) continue;
      found++;
      const words = line.slice(0, match.index + 1).split(' ');
      expect(mayStart(words.at(-1)! + line.slice(match.index + 1).split(' ')[0]!), line).toBe(true);
    }
    expect(found).toBeGreaterThan(0);
  },
);

test('sees that a pattern starts in no other word', () => {
  expect(['the', 'end', 'ended', 'friend', 'weekend'].filter(startsIn(/\b(?:end|start) of\b/))).toEqual(['end']);
  expect(['(', ',', '5'].filter(startsIn(/\(\d/))).toEqual(['(']);
});

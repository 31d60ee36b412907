import { expect, test } from 'vitest';
import { processorMs } from '../../test/own-time.ts';
import { copyGroups, likeness, signatureOf } from './near-text.ts';

const words = (seed: number, n: number): string => {
  let x = seed;
  return Array.from({ length: n }, () => {
    x = (x * 48271) % 2147483647;
    return `w${x % 5000}`;
  }).join(' ');
};

test('gives a short text no signature', () => {
  expect(signatureOf('Forty sappers landed at dawn.')).toBeNull();
});

test('sees through case, punctuation and white space', () => {
  const text = words(7, 80);
  expect(signatureOf(text.toUpperCase().replaceAll(' ', ' -\n'))).toEqual(signatureOf(text));
});

test('gives the text the same signature in every version: ledgers hold them', () => {
  const pieces = ['Tug', 'été', '船舶', 'Ünder', '𐐀x'];
  const text = Array.from({ length: 60 }, (_, i) => `${pieces[i % 6] ?? `n${i}`}${i}`).join(', ');
  const filled = signatureOf(text)!.filter((bin) => bin !== 0xffffffff);
  expect(filled).toHaveLength(35);
  expect(filled.slice(0, 6)).toEqual([1597899, 20690688, 14345367, 5907287, 25762595, 18709459]);
});

test('gives a text of plain letters the signature that it has beside signs of other writings', () => {
  const text = `${words(7, 80)}, The 3rd Ferry's crew; x 9-Z`;
  expect(signatureOf(`${text} …`)).toEqual(signatureOf(text));
  expect(signatureOf(text)).not.toEqual(signatureOf(`${text} é`));
});

test('rates a text with one sentence added as a copy, and a stranger as none', () => {
  const text = words(1, 300);
  const copy = `${text} ${words(2, 20)}`;
  expect(likeness(signatureOf(text)!, signatureOf(copy)!)).toBeGreaterThan(0.8);
  expect(likeness(signatureOf(text)!, signatureOf(words(3, 300))!)).toBeLessThan(0.1);
});

test('groups copies under the first of them and leaves the rest alone', () => {
  const story = words(11, 250);
  const groups = copyGroups([
    ['first', signatureOf(story)],
    ['other', signatureOf(words(12, 250))],
    ['copy', signatureOf(`${words(13, 15)} ${story}`)],
    ['short', null],
    ['again', signatureOf(`${story} ${words(14, 15)}`)],
  ]);
  expect([...groups]).toEqual([
    ['first', 'first'],
    ['other', 'other'],
    ['copy', 'first'],
    ['short', 'short'],
    ['again', 'first'],
  ]);
});

test('takes a thousand copies of one text in linear time', () => {
  const story = words(21, 400);
  const signature = signatureOf(story);
  const work = () => {
    const groups = copyGroups(Array.from({ length: 20_000 }, (_, i) => [`r${i}`, signature] as const));
    expect(new Set(groups.values()).size).toBe(1);
  };
  expect(processorMs(work)).toBeLessThan(2000);
});

test('signatures are those of the ledgers that are there, whatever is written', () => {
  const story =
    'The ministry’s 120 soldiers in İzmir — “half of them” — leave for Åland; ٣٤ trucks and Ⅻ guns follow the 𝟙𝟚 crews from Київ to 北京 and Ελλάδα 🚚 on day one. ';
  const sumOf = (text: string) =>
    signatureOf(text)!.reduce((h, n) => Math.imul(h ^ n, 16_777_619) >>> 0, 2_166_136_261);
  expect(sumOf(story.repeat(3))).toBe(3_665_093_337);
  expect(sumOf(`${story.toUpperCase()}${'Café \ud800 naïve. '.repeat(20)}`)).toBe(3_736_551_617);
});

// Each phrase that stands for a verb stands for one that the reader knows, and is read as it in every form.
import { expect, test } from 'vitest';
import { IDIOMS, READ_AS } from './same-frame.ts';
import { readingsBefore, verbReadings } from './verbs.ts';

test('what a verb is read as is a verb by itself, never one that is read as a third', () => {
  for (const lemma of [...READ_AS.values(), ...[...IDIOMS.values()].flat().map((idiom) => idiom.lemma)]) {
    const [head] = lemma.split(' ');
    expect(verbReadings(head!)?.[0]?.lemma, lemma).toBe(head);
  }
});

test.each([
  ['decamped', 'withdraw'],
  ['funnels', 'send'],
  ['situated', 'locate'],
  ['pared', 'reduce'],
  ['green-lit', 'approve'],
  ['rubber-stamping', 'approve'],
])('%s is a form of %s', (word, lemma) => {
  expect(verbReadings(word)?.[0]?.lemma).toBe(lemma);
});

test('"beefed" is a verb before "up" alone, and soldiers are none', () => {
  expect(readingsBefore('beefed', 'up')?.[0]?.lemma).toBe('beef');
  expect(readingsBefore('beefed', 'with')).toBeUndefined();
  expect(verbReadings('soldiers')).toBeUndefined();
});

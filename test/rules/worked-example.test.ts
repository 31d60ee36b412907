// What docs/writing-rules.md builds is a rule that works.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { viewOf } from '../../src/extract/syntax/view.ts';
import { printQuantity } from '../../src/model/notation.ts';
import { readText } from '../../src/text/read-text.ts';
import { curatedNames } from './curated-names.ts';
import { shares } from './worked-example.ts';

/** What the rule finds, written as the claim that assembly makes of it. */
function foundIn(text: string): string[] {
  const document = readText(text, { title: null, published: '2020-06-15' });
  const view = viewOf(document, document.sentences[0]!, 0, curatedNames);
  return view.predicates
    .filter((p) => shares.lemmas.has(p.lemma))
    .flatMap((p) => shares.read(p))
    .map(({ kind, force, places }) => {
      const parties = force.owner?.kind === 'named' ? force.owner.parties : [];
      const countries = places.flatMap((item) => item.places.map((place) => place.country));
      return [kind, parties.join('+'), printQuantity(force.quantity), countries.join('+')].join(' ');
    });
}

test.each(Object.entries(shares.examples))('reads: %s', (text, claims) => {
  expect(foundIn(text)).toEqual(claims);
});

test.each(shares.not.map((text) => [text]))('reads nothing in: %s', (text) => {
  expect(foundIn(text)).toEqual([]);
});

test('the page shows the rule as it is', () => {
  const source = readFileSync(new URL('worked-example.ts', import.meta.url), 'utf8');
  const page = readFileSync(new URL('../../docs/writing-rules.md', import.meta.url), 'utf8');
  expect(page).toContain(source.slice(source.indexOf('export const shares')).trimEnd());
});

// What the reader claims of one kind in a text published on Monday, 15 June 2020, in the one-line notation without place names.
import { extract } from '../../src/extract/extract.ts';
import type { Claim } from '../../src/model/claim.ts';
import { printFields } from '../../src/model/notation.ts';
import { curatedNames } from './curated-names.ts';

export function claimsOfKind(kind: Claim['kind'], text: string): string[] {
  const report = { id: 'sentence', text, title: null, published: '2020-06-15', publisher: null, url: null };
  return extract(report, curatedNames)
    .filter((claim) => claim.kind === kind)
    .map((claim) => printFields(claim, false));
}

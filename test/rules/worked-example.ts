// The rule that docs/writing-rules.md builds, as it stands there. It is no part of the reader.
import { rule } from '../../src/extract/rule.ts';
import { core, forcesIn, placeOf } from '../../src/extract/rules/en/roles.ts';

export const shares = rule({
  id: 'presence/shares',
  why: 'Who shares, occupies or runs a base is there.',
  on: 'predicate',
  lemmas: new Set(['share', 'occupy', 'run']),
  read(p) {
    const places = p.object.map(placeOf).filter((place) => place !== null);
    if (p.factuality.mode !== 'asserted' || places.length === 0) return [];
    const is = { kind: 'presence', predicate: p, evidence: core(p), confidence: 0.8, owner: [] } as const;
    return forcesIn(p.subject).map((force) => ({ ...is, force, places }));
  },
  examples: { 'About 300 Danish soldiers share the base at Tapa.': ['presence DK ~300 EE'] },
  not: ['About 300 Danish soldiers share a meal.', 'Some 300 Danish teachers share the base at Tapa.'],
});

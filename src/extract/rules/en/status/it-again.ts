// What becomes of a mandate or mission told of in the sentence before: "The mandate runs out in July. It was extended last summer."
import type { StatusFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { PronounItem } from '../../../syntax/item.ts';
import { core } from '../roles.ts';
import { standing } from './read-status.ts';
import { STATUS_OF } from './words.ts';

const SAYS =
  /^(?:extend|prolong|renew|suspend|resume|restart|end|expire|lapse|terminate|conclude|run out|wind up|close)$/;

export const itAgain = rule({
  id: 'status/it-again',
  on: 'predicate',
  why: 'What is suspended or extended is what was told of just before.',
  lemmas: new Set([...STATUS_OF.keys()].filter((lemma) => SAYS.test(lemma))),
  read(p, view): StatusFinding[] {
    const { item } = p;
    if (item.kind !== 'verb' || item.form !== 'finite' || item.negated) return [];
    const told = item.voice === 'passive' ? [...p.subject, ...p.object] : p.object.length === 0 ? p.subject : [];
    const [it, more] = told;
    if (it === undefined || more !== undefined || !isIt(it)) return [];
    const status = standing(STATUS_OF.get(p.lemma)!, p);
    if (status === null || view.index === 0) return [];
    return [
      {
        kind: 'status',
        predicate: p,
        evidence: { from: Math.min(it.from, core(p).from), to: core(p).to },
        confidence: 0.7,
        owner: [],
        mission: null,
        name: null,
        places: [],
        status,
        again: true,
      },
    ];
  },
  examples: {
    "UNDOF's mandate runs out in July. It was extended last summer.": [
      'status UN mission "UNDOF\'s mandate" SY extended [2019-06-01..2019-08-31]',
    ],
    'UNDOF keeps watch on the Golan Heights. It was suspended in May.': [
      'status UN mission "UNDOF" SY suspended [2020-05-01..2020-05-31]',
    ],
  },
  not: [
    'Danish soldiers are in Mali. It was suspended in May.',
    'The choir sings in Mali. It was suspended in May.',
    'UNDOF keeps watch. It was not extended.',
  ],
});

const isIt = (n: { readonly kind: string }): n is PronounItem =>
  n.kind === 'pronoun' && /^(?:it|this|which)$/.test((n as PronounItem).word);

// Who comes to others: "they will be joined by 70 more police officers".
import { rule } from '../../../rule.ts';
import { forcesIn } from '../roles.ts';
import { movement } from './moves.ts';

export const joined = rule({
  id: 'movement/joined-by',
  on: 'predicate',
  why: 'Who joins a force goes where it goes.',
  lemmas: new Set(['join', 'follow', 'reinforce', 'augment']),
  read(p) {
    const { item } = p;
    if (item.kind !== 'verb' || item.voice !== 'passive' || (item.tense !== 'future' && item.aspect !== 'perfect'))
      return [];
    if (!p.object.some((n) => n.kind === 'force' || (n.kind === 'pronoun' && /^(?:they|it|these|those)$/.test(n.word))))
      return [];
    return forcesIn(p.others)
      .filter((f) => f.prep === 'by' && f.quantity?.of === 'personnel' && f.head !== null)
      .map((force) => movement(p, { ...force, additional: true }, [], [], p.places, { move: 'deploy' }));
  },
  examples: {
    'Fiji will send 110 soldiers to Tonga. They will be joined by some 70 Fijian police officers.': [
      'movement FJ ~70 -> TO planned deploy',
    ],
  },
  not: [
    'Fiji will send 110 soldiers to Tonga. They will be joined by some 70 Fijian singers.',
    'Fiji will send 110 soldiers to Tonga. The feast will be joined by some 70 Fijian police officers.',
  ],
});

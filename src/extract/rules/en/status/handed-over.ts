// A mission that passes from one to another: it ends for the one and starts for the other.
import type { StatusWord } from '../../../../model/claim.ts';
import type { StatusFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { activityOf, standing, statusFinding } from './read-status.ts';

/** "NATO turned over peacekeeping duties to the EU": one ends, the other starts. */
function handedOver(predicate: Predicate, view: SentenceView): StatusFinding[] {
  const activity = [...predicate.object].map((o) => activityOf(view, o, true)).find((a) => a?.military) ?? null;
  const to = predicate.others.find((o) => o.kind === 'actor' && o.prep === 'to');
  if (!activity || !to) return [];
  const word = standing('ended', predicate);
  if (word === null) return [];
  const next: StatusWord = word === 'planned' ? 'planned' : 'started';
  return [
    statusFinding(view, predicate, activity, word, predicate.subject),
    statusFinding(view, predicate, activity, next, [to]),
  ];
}

export const handsOver = rule({
  id: 'status/handed-over',
  on: 'predicate',
  lemmas: new Set(['hand over', 'turn over', 'transfer', 'hand']),
  read: handedOver,
  examples: {
    'NATO turned over its peacekeeping mission in Bosnia to the European Union in 2004.': [
      'status NATO mission "peacekeeping mission in Bosnia" BA ended [2004-01-01..2004-12-31]',
      'status EU mission "peacekeeping mission in Bosnia" BA started [2004-01-01..2004-12-31]',
    ],
  },
  not: ['The bank turned over its operations to a rival.'],
});

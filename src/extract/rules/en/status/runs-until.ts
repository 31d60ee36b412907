// A mandate's last day: "the mandate of UNIFIL runs until 31 August".
import type { StatusFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { activityOf, isMilitary, statusFinding } from './read-status.ts';

function until(predicate: Predicate, view: SentenceView): StatusFinding[] {
  const { item, factuality, dates } = predicate;
  if (item.kind !== 'verb' || item.voice === 'passive' || item.negated || item.aspect !== 'simple') return [];
  if (factuality.mode !== 'asserted' && factuality.mode !== 'planned') return [];
  // "was up and running by October".
  if (view.tokens[item.from - 1]?.lower === 'and') return [];
  if (item.tense === 'past' || !dates.some((d) => d.date.kind === 'until')) return [];
  return predicate.subject
    .map((s) => activityOf(view, s, true))
    .filter((a) => a !== null)
    .filter((a) => isMilitary(view, a, []))
    .slice(0, 1)
    .map((a) => statusFinding(view, predicate, a, 'planned', []));
}

export const runsUntil = rule({
  id: 'status/runs-until',
  on: 'predicate',
  why: 'The day until which a mandate runs is the day of its end.',
  lemmas: new Set(['run']),
  read: until,
  examples: {
    'The mandate of UNIFIL runs until 31 August.': ['status UN mission "UNIFIL" LB planned [..2020-08-31]'],
  },
  not: [
    'The EU training mission in Mali ran until May.',
    'The exhibition on the army runs until December.',
    'The mandate of UNIFIL may run until May 2021.',
  ],
});

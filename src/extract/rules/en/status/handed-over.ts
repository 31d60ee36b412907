// A mission that passes from one to another: it ends for the one and starts for the other.
import type { StatusWord } from '../../../../model/claim.ts';
import type { StatusFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { activityOf, standing, statusFinding } from './read-status.ts';

/** "NATO turned over peacekeeping duties to the EU": one ends, the other starts. */
function handedOver(predicate: Predicate, view: SentenceView): StatusFinding[] {
  // "transferred command of the operation to NATO": the operation is what passes.
  const command = predicate.object.some(
    (o) => o.kind === 'noun' && /^(?:responsibility|command|control|lead|leadership)$/.test(o.head),
  );
  const passed = command
    ? predicate.others.filter((o) => o.kind === 'mission' && /^(?:for|of|over)$/.test(o.prep ?? ''))
    : [];
  // "The NATO mission hands over to the EU": itself.
  const itself = predicate.object.length === 0 ? predicate.subject.filter((s) => s.kind === 'mission') : [];
  const activity =
    [...predicate.object, ...passed, ...itself].map((o) => activityOf(view, o, true)).find((a) => a?.military) ?? null;
  const to = predicate.others.find((o) => o.kind === 'actor' && o.prep === 'to');
  if (!activity || !to) return [];
  const word = standing('ended', predicate);
  if (word === null) return [];
  const next: StatusWord = word === 'planned' ? 'planned' : 'started';
  return [
    statusFinding(view, predicate, activity, word, itself.length > 0 ? [] : predicate.subject),
    statusFinding(view, predicate, activity, next, [to]),
  ];
}

/** "MINUSMA takes over from AFISMA": one mission starts, the other ends. */
function succeeded(predicate: Predicate, view: SentenceView, mission: NounLike): StatusFinding[] {
  const word = standing('started', predicate);
  const activity = activityOf(view, mission, true);
  if (word === null || activity === null) return [];
  const from = predicate.others.find((o) => o.kind === 'mission' && o.entry !== null && o.prep === 'from');
  const before = from ? activityOf(view, from, true) : null;
  return [
    statusFinding(view, predicate, activity, word, []),
    ...(before ? [statusFinding(view, predicate, before, word === 'planned' ? 'planned' : 'ended', [])] : []),
  ];
}

/** "NATO takes over peacekeeping in Bosnia from the United Nations": one starts, the other ends. */
function takenOver(predicate: Predicate, view: SentenceView): StatusFinding[] {
  const mission = predicate.subject.find((s) => s.kind === 'mission' && s.entry !== null);
  if (mission && predicate.object.length === 0) return succeeded(predicate, view, mission);
  const activity = predicate.object.map((o) => activityOf(view, o, true)).find((a) => a?.military) ?? null;
  const from = predicate.others.find((o) => o.kind === 'actor' && o.prep === 'from');
  const to = predicate.subject.filter((s) => s.kind === 'actor' || s.kind === 'force');
  const word = standing('started', predicate);
  if (!activity || to.length === 0 || word === null) return [];
  const last: StatusWord = word === 'planned' ? 'planned' : 'ended';
  return [
    statusFinding(view, predicate, activity, word, to),
    ...(from ? [statusFinding(view, predicate, activity, last, [from])] : []),
  ];
}

export const takesOver = rule({
  id: 'status/taken-over',
  on: 'predicate',
  lemmas: new Set(['take over', 'assume']),
  read: takenOver,
  examples: {
    'The European Union took over peacekeeping duties in Bosnia from NATO in 2004.': [
      'status EU mission "peacekeeping duties" BA started [2004-01-01..2004-12-31]',
      'status NATO mission "peacekeeping duties" BA ended [2004-01-01..2004-12-31]',
    ],
    'MINUSMA took over from AFISMA on 1 June.': [
      'status UN mission "MINUSMA" ML started [2020-06-01]',
      'status AFRICAN-UNION mission "AFISMA" ML ended [2020-06-01]',
    ],
  },
  not: ['The bank took over the operations of a rival.', 'Dutch troops took over from the Danes in Helmand.'],
});

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
  not: ['The bank turned over its operations to a rival.', 'The trade mission handed over to the host.'],
});

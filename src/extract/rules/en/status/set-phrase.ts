// Set phrases of a mission's standing: "came to an end", "was put on hold", "is under way".
import type { StatusWord } from '../../../../model/claim.ts';
import type { StatusFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { activityOf, isMilitary, standing, statusFinding } from './read-status.ts';

const SET_PHRASES: readonly (readonly [RegExp, RegExp, StatusWord])[] = [
  [/^come$/, /^(?:to|toward|towards) (?:an? |the )?(?:\w+ )?halt\b/, 'suspended'],
  [/^(?:come|draw)$/, /^(?:to|toward|towards) (?:an? |the )?(?:\w+ )?(?:end|close|conclusion)\b/, 'ended'],
  [/^bring$/, /\bto (?:an? |the )?(?:\w+ )?halt\b/, 'suspended'],
  [/^bring$/, /\bto (?:an? |the )?(?:\w+ )?(?:end|close|conclusion)\b/, 'ended'],
  [/^reach$/, /^(?:the|its) end\b/, 'ended'],
  [/^(?:put|place)$/, /\bon (?:hold|ice|pause)\b/, 'suspended'],
  [/^be$/, /^(?:now |all |finally |officially )?(?:over|at an end|finished|complete)\b/, 'ended'],
  [/^be$/, /^(?:now |still )?(?:under way|underway|ongoing|in progress|up and running)\b/, 'continuing'],
  [/^(?:be|become)$/, /^(?:now |fully )*operational\b/, 'started'],
  [/^get$/, /^(?:under way|underway|going|off the ground)\b/, 'started'],
  [/^(?:be|remain)$/, /^(?:on hold|in abeyance|on pause)\b/, 'suspended'],
  [/^keep$/, /^(?:going|alive|in being|in place|running)\b/, 'continuing'],
  [/^(?:remain|stay)$/, /^(?:under way|underway|in place|operational)\b/, 'continuing'],
];

/** "came to an end", "was put on hold", "is over", "is under way", "to be operational in May". */
function phrase(predicate: Predicate, view: SentenceView): StatusFinding[] {
  if (predicate.item.kind !== 'verb') return [];
  const after = view.tokens
    .slice(predicate.item.to, predicate.item.to + 12)
    .map((t) => t.lower)
    .join(' ');
  const status = SET_PHRASES.find(([verb, words]) => verb.test(predicate.lemma) && words.test(after))?.[2] ?? null;
  if (status === null) return [];
  const found = standing(status, predicate);
  if (found === null || isTimeOfOther(predicate, view)) return [];
  // "is over for British troops": theirs it is.
  const whose = predicate.others.filter((o) => o.prep === 'for' && (o.kind === 'force' || o.kind === 'actor'));
  const reached = predicate.lemma === 'reach' ? predicate.others : [];
  return [...predicate.subject, ...predicate.object, ...reached]
    .map((item) => activityOf(view, item, true))
    .filter((a) => a !== null)
    .filter((a) => isMilitary(view, a, []) && !/^transition$/i.test(a.name ?? ''))
    .slice(0, 1)
    .map((a) => statusFinding(view, predicate, a, found, whose));
}

/** "will stay after the mission is over": only when something else will be. */
const isTimeOfOther = (predicate: Predicate, view: SentenceView): boolean => {
  const from = Math.min(predicate.item.from, ...predicate.subject.map((n) => n.start));
  return /^(?:after|until|till|once|when|before)$/.test(view.tokens[from - 1]?.lower ?? '');
};

export const setPhrase = rule({
  id: 'status/set-phrase',
  on: 'predicate',
  lemmas: new Set(['come', 'draw', 'bring', 'reach', 'put', 'place', 'be', 'become', 'get', 'remain', 'stay', 'keep']),
  read: phrase,
  examples: {
    'The African Union mission in Burundi came to an end on 1 June.': [
      'status AFRICAN-UNION mission "African Union mission in Burundi" BI ended [2020-06-01]',
    ],
    "Denmark's participation in the NATO mission in Kosovo came to an end on 1 June.": [
      'status DK mission "Denmark\'s participation in the NATO mission in Kosovo" XK ended [2020-06-01]',
    ],
    'Denmark brought its six-year mission in Mali to an end.': [
      'status DK mission "six-year mission in Mali" ML ended',
    ],
    'The SADC mission in Mozambique has been kept going.': [
      'status SADC mission "SADC mission in Mozambique" MZ continuing',
    ],
    'Combat operations in Helmand are over for Estonian soldiers.': [
      'status EE mission "Combat operations in Helmand" AF ended',
    ],
  },
  not: [
    'The African Union mission in Burundi was due to come to an end on 1 June.',
    'The soldiers will stay in Burundi after the African Union mission is over.',
    'The civil war in Sudan has come to an end.',
    'Denmark could bring its mission in Mali to an end.',
    'Denmark brought its school in Mali to an end.',
  ],
});

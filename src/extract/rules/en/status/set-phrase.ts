// Set phrases of a mission's standing: "came to an end", "was put on hold", "is under way".
import type { StatusWord } from '../../../../model/claim.ts';
import type { StatusFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { activityOf, isMilitary, standing, statusFinding } from './read-status.ts';

/** "came to an end", "was put on hold", "is over", "is under way", "to be operational in May". */
function phrase(predicate: Predicate, view: SentenceView): StatusFinding[] {
  if (predicate.item.kind !== 'verb') return [];
  const after = view.tokens
    .slice(predicate.item.to, predicate.item.to + 8)
    .map((t) => t.lower)
    .join(' ');
  const status: StatusWord | null =
    predicate.lemma === 'come' && /^(?:to|toward|towards) (?:an? |the )?(?:\w+ )?(?:end|close|halt)\b/.test(after)
      ? /halt/.test(after)
        ? 'suspended'
        : 'ended'
      : (predicate.lemma === 'put' || predicate.lemma === 'place') && /\bon (?:hold|ice|pause)\b/.test(after)
        ? 'suspended'
        : predicate.lemma === 'be' &&
            /^(?:now |all |finally |officially )?(?:over|at an end|finished|complete)\b/.test(after)
          ? 'ended'
          : predicate.lemma === 'be' && /^(?:now |still )?(?:under way|underway|ongoing|in progress)\b/.test(after)
            ? 'continuing'
            : predicate.lemma === 'be' && /^(?:now |fully )*operational\b/.test(after)
              ? 'started'
              : predicate.lemma === 'be' && /^(?:on hold|in abeyance)\b/.test(after)
                ? 'suspended'
                : null;
  if (status === null) return [];
  const found = standing(status, predicate);
  if (found === null) return [];
  return [...predicate.subject, ...predicate.object]
    .map((item) => activityOf(view, item, true))
    .filter((a) => a !== null)
    .filter((a) => isMilitary(view, a, []))
    .slice(0, 1)
    .map((a) => statusFinding(view, predicate, a, found, []));
}

export const setPhrase = rule({
  id: 'status/set-phrase',
  on: 'predicate',
  lemmas: new Set(['come', 'put', 'place', 'be']),
  read: phrase,
  examples: {
    'The African Union mission in Burundi came to an end on 1 June.': [
      'status AFRICAN-UNION mission "African Union mission in Burundi" BI ended [2020-06-01]',
    ],
  },
  not: ['The civil war in Sudan has come to an end.'],
});

// Every rule of the language, by what wakes it.
import type { ForceRule, PredicateRule, Rule, SentenceRule } from '../rule.ts';
import { DECISION_RULES } from './en/decision/index.ts';
import { INCIDENT_RULES } from './en/incident/index.ts';
import { contributes, willInvolve } from './en/movement/contribution.ts';
import { nominal, sent, stateWent, went } from './en/movement/motion.ts';
import { includes, placesInBrackets, statesInBrackets } from './en/presence/enumeration.ts';
import { phrase } from './en/presence/phrase.ts';
import { hosts, isThere, keeps, presenceNoun, stationed } from './en/presence/stock.ts';
import { leaving, stockChanges } from './en/presence/stock-change.ts';
import { STATUS_RULES } from './en/status/index.ts';

export const RULES: readonly Rule[] = [
  ...[sent, went, stateWent, nominal, contributes, willInvolve],
  ...[keeps, presenceNoun, isThere, stationed, hosts, phrase, stockChanges, leaving],
  ...[includes, placesInBrackets, statesInBrackets],
  ...DECISION_RULES,
  ...STATUS_RULES,
  ...INCIDENT_RULES,
];

/** Predicate rules by lemma, in the order of `RULES`. */
export const PREDICATE_RULES: ReadonlyMap<string, readonly PredicateRule[]> = (() => {
  const byLemma = new Map<string, PredicateRule[]>();
  for (const rule of RULES) {
    if (rule.on !== 'predicate') continue;
    for (const lemma of rule.lemmas) byLemma.set(lemma, [...(byLemma.get(lemma) ?? []), rule]);
  }
  return byLemma;
})();
export const FORCE_RULES: readonly ForceRule[] = RULES.filter((r) => r.on === 'force');
export const SENTENCE_RULES: readonly SentenceRule[] = RULES.filter((r) => r.on === 'sentence');

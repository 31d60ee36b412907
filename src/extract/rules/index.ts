// Every rule of the language, by what wakes it.
import type { ForceRule, PredicateRule, Rule, SentenceRule } from '../rule.ts';
import { DECISION_RULES } from './en/decision/index.ts';
import { INCIDENT_RULES } from './en/incident/index.ts';
import { MOVEMENT_RULES } from './en/movement/index.ts';
import { PRESENCE_RULES } from './en/presence/index.ts';
import { STATUS_RULES } from './en/status/index.ts';

export const RULES: readonly Rule[] = [
  ...MOVEMENT_RULES,
  ...PRESENCE_RULES,
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

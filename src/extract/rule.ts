// A rule is data: what wakes it, what it reads, and the sentences that prove it. Its examples are tests (rules/en/rules.test.ts).
import type { Finding } from './finding.ts';
import type { ForceItem } from './syntax/item.ts';
import type { Predicate, SentenceView } from './syntax/predicate.ts';

interface RuleCommon {
  /** `kind/name`, unique: "movement/sent-by-owner". */
  readonly id: string;
  /** Why the construction says what the rule claims, where that is not plain. */
  readonly why?: string;
  /**
   * Sentence -> the claims that this rule must read in it, in the one-line notation with bare place codes (`printFields(claim, false)`),
   * in any order. Other rules may claim more in the same sentence. Published on 2020-06-15, a Monday, unless `published` says otherwise.
   */
  readonly examples: Readonly<Record<string, readonly string[]>>;
  /** Sentences in which this rule must read nothing. */
  readonly not: readonly string[];
}

/** Woken by a verb or a doing-noun by its lemma. */
export interface PredicateRule extends RuleCommon {
  readonly on: 'predicate';
  readonly lemmas: ReadonlySet<string>;
  readonly read: (predicate: Predicate, view: SentenceView) => readonly Finding[];
}

/** Woken by each force phrase. */
export interface ForceRule extends RuleCommon {
  readonly on: 'force';
  readonly read: (force: ForceItem, view: SentenceView) => readonly Finding[];
}

/** Woken once a sentence, where `wake` matches its stored text. */
export interface SentenceRule extends RuleCommon {
  readonly on: 'sentence';
  readonly wake: RegExp;
  readonly read: (view: SentenceView) => readonly Finding[];
}

export type Rule = PredicateRule | ForceRule | SentenceRule;

/** Keeps the literal's type narrow and its shape checked where it is written. */
export const rule = <R extends Rule>(r: R): R => r;

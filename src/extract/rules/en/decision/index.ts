// The rules of decisions: who decided, voted, approved, allowed, prolonged, refused or asked.
import type { DecisionFinding } from '../../../finding.ts';
import { type Rule, rule } from '../../../rule.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { decisionNoun, givenNoun, requestNoun, resolutionNoun } from './nominal.ts';
import { actionOf, type Decided, decidedAt, findingOf } from './read-decision.ts';
import { actionIn, concernsForces, type Deciding } from './words.ts';

/** Every verb of the kind asked for, with what it decides; a second "to" clause after "and" is a decision of its own. */
function read(view: SentenceView, kinds: readonly Deciding[]): DecisionFinding[] {
  const found: DecisionFinding[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const decided = decidedAt(view, i);
    if (!decided || !kinds.includes(decided.deciding)) continue;
    found.push(findingOf(view, decided, actionOf(decided, view.tokens)));
    found.push(...second(view, decided));
  }
  return found;
}

/** "votes to send 750 more men and extend the mandate": what follows "and" is decided too. */
function second(view: SentenceView, decided: Decided): DecisionFinding[] {
  if (decided.deciding !== 'resolve') return [];
  const { tokens } = view;
  const first = actionIn(tokens.slice(decided.matter.from, decided.matter.to));
  if (!first) return [];
  for (let i = decided.matter.from + first.at + 2; i < decided.matter.to - 1; i++) {
    if (tokens[i]!.lower !== 'and') continue;
    const at = /^(?:to|also)$/.test(tokens[i + 1]?.lower ?? '') ? i + 2 : i + 1;
    const next = actionIn(tokens.slice(at, at + 1));
    const rest = tokens.slice(at, decided.matter.to);
    if (!next || next.action === first.action || !concernsForces(rest)) continue;
    const also: Decided = { ...decided, matter: { from: at, to: decided.matter.to } };
    return [findingOf(view, also, next.action, { from: decided.body.from, to: decided.matter.to })];
  }
  return [];
}

function nouns(view: SentenceView, reader: (view: SentenceView, i: number) => Decided | null): DecisionFinding[] {
  const found: DecisionFinding[] = [];
  for (let i = 0; i < view.tokens.length; i++) {
    const decided = reader(view, i);
    if (decided) found.push(findingOf(view, decided, actionOf(decided, view.tokens)));
  }
  return found;
}

export const DECISION_RULES: readonly Rule[] = [
  rule({
    id: 'decision/resolved',
    on: 'sentence',
    wake: /\b(?:decid|vot(?:e|ing)|agree|resolv|opt(?:s|ed)?\b)/i,
    read: (view) => read(view, ['resolve']),
    examples: {},
    not: [],
  }),
  rule({
    id: 'decision/approved',
    on: 'sentence',
    wake: /\b(?:approv|endors|ratif|adopt|pass(?:ed|es)?\b|accept|back(?:ed|s)?\b|finali|sign(?:ed|s)?\b|confirm|conclud|greenlight)/i,
    read: (view) => read(view, ['approve']),
    examples: {},
    not: [],
  }),
  rule({
    id: 'decision/allowed',
    on: 'sentence',
    wake: /\b(?:authori[sz]|permit|allow|sanction|mandate[sd]|gave|giv|grant|issue)/i,
    read: (view) => [
      ...read(view, ['allow']),
      ...view.tokens.flatMap((_, i) => {
        const given = givenNoun(view, i);
        return given ? [findingOf(view, given.decided, given.action)] : [];
      }),
    ],
    examples: {},
    not: [],
  }),
  rule({
    id: 'decision/extended',
    on: 'sentence',
    wake: /\b(?:extend|renew|prolong)/i,
    read: (view) => read(view, ['extend']),
    examples: {},
    not: [],
  }),
  rule({
    id: 'decision/refused',
    on: 'sentence',
    wake: /\b(?:reject|veto|turn(?:s|ed)?\b|block|refus|declin|defeat)/i,
    read: (view) => read(view, ['refuse']),
    examples: {},
    not: [],
  }),
  rule({
    id: 'decision/asked',
    on: 'sentence',
    wake: /\b(?:request|ask|call|demand|urg|seek|sought|invit|appeal)/i,
    read: (view) => read(view, ['ask']),
    examples: {},
    not: [],
  }),
  rule({
    id: 'decision/expelled',
    on: 'sentence',
    wake: /\b(?:expel|evict|oust|order)/i,
    read: (view) => read(view, ['expel']),
    examples: {},
    not: [],
  }),
  rule({
    id: 'decision/decision-of',
    on: 'sentence',
    wake: /\b(?:decision|vote|agreement)/i,
    read: (view) => nouns(view, decisionNoun),
    examples: {},
    not: [],
  }),
  rule({
    id: 'decision/request-of',
    on: 'sentence',
    wake: /\b(?:request|demand|appeal|invitation|ultimatum|plea)/i,
    read: (view) => nouns(view, requestNoun),
    examples: {},
    not: [],
  }),
  rule({
    id: 'decision/resolution-calls',
    on: 'sentence',
    wake: /\bresolution/i,
    read: (view) => nouns(view, resolutionNoun),
    examples: {},
    not: [],
  }),
];

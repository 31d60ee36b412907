// What the rules find in sentences.
import type { Finding } from './finding.ts';
import { FORCE_RULES, PREDICATE_RULES, SENTENCE_RULES } from './rules/index.ts';
import type { SentenceView } from './syntax/predicate.ts';
import { wakerOf } from './wake.ts';

export interface RuleFinding {
  readonly rule: string;
  readonly finding: Finding;
}

const wokenBy = wakerOf(SENTENCE_RULES);

/** What the rules find in each sentence, in the order of its words: one kind of rules over all sentences, then the next. */
export function findingsOf(views: readonly SentenceView[]): (readonly RuleFinding[])[] {
  const found = views.map(ofPredicates);
  for (const [i, view] of views.entries()) ofForces(view, found[i]!);
  for (const [i, view] of views.entries()) ofSentence(view, found[i]!);
  for (const own of found) if (own.length > 1) own.sort((a, b) => startOf(a.finding) - startOf(b.finding));
  return found;
}

function ofPredicates(view: SentenceView): RuleFinding[] {
  const found: RuleFinding[] = [];
  for (const predicate of view.predicates) {
    for (const rule of PREDICATE_RULES.get(predicate.lemma) ?? [])
      for (const finding of rule.read(predicate, view)) found.push({ rule: rule.id, finding });
  }
  return found;
}

function ofForces(view: SentenceView, found: RuleFinding[]): void {
  for (const item of view.items) {
    if (item.kind === 'force')
      for (const rule of FORCE_RULES)
        for (const finding of rule.read(item, view)) found.push({ rule: rule.id, finding });
  }
}

function ofSentence(view: SentenceView, found: RuleFinding[]): void {
  const { start, end } = view.sentence;
  for (const rule of wokenBy(view.document.text.slice(start, end), view.tokens)) {
    for (const finding of rule.read(view)) found.push({ rule: rule.id, finding });
  }
}

/** A whole is told before its parts: what stays counts from it. */
const startOf = (f: Finding): number =>
  f.kind === 'presence' && f.predicate === null && f.fallback === true
    ? -1
    : (f.kind === 'presence' || f.kind === 'movement') && f.force
      ? f.force.from
      : f.evidence.from;

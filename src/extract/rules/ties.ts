// Two rules that make the same claim of the same words and are as sure of it tie: which one is named would hang on their order alone.
import { printFields } from '../../model/notation.ts';
import type { TraceStep } from '../trace.ts';

/** `rule/a = rule/b: movement DE 30 IQ -> JO planned`, once for each pair and claim. */
export function tiesIn(trace: readonly TraceStep[]): readonly string[] {
  const makers = new Map<string, { readonly rules: Set<string>; readonly line: string }>();
  for (const { step, rule, claims } of trace) {
    if (step !== 'claimed') continue;
    for (const claim of claims) {
      const line = printFields(claim, false);
      const key = `${claim.spans.evidence.join('-')} ${claim.confidence} ${line}`;
      const known = makers.get(key) ?? { rules: new Set<string>(), line };
      known.rules.add(rule);
      makers.set(key, known);
    }
  }
  return [...makers.values()]
    .filter(({ rules }) => rules.size > 1)
    .map(({ rules, line }) => `${[...rules].sort().join(' = ')}: ${line}`);
}

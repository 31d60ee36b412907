// How a report was read, for people who ask why a claim is there or is not: each rule, the words it read, and what became of it.
import type { ReportReading } from '../app/read-report.ts';
import { harmless } from './marked-text.ts';
import type { Paint } from './terminal.ts';

type Step = ReportReading['trace'][number];

/** In the order of the text. `[3] movement/sent: "will be sent"`; refused and repeated claims say why they went. */
export function traceLines({ trace, sentences, claims }: ReportReading, paint: Paint): string[] {
  const numbers = new Map(claims.map((claim, i) => [claim, i + 1]));
  // A claim that was made and then went is told once, by what took it away.
  const gone = new Set(trace.filter((s) => s.step === 'refused' || s.step === 'repeated').flatMap((s) => s.claims));
  const told = trace.filter((s) => s.step !== 'claimed' || !s.claims.every((claim) => gone.has(claim)));
  const lines = [...told].sort((a, b) => a.at[0] - b.at[0]).map((step) => lineOf(step, numbers, paint));
  const read = sentences.filter((s) => s.skipped === null).length;
  const counts = `${sentences.length} sentences, ${read} read by rules, ${sentences.filter((s) => s.skipped === 'listing').length} as rows of a list, ${sentences.filter((s) => s.skipped === 'screened').length} with no word of forces`;
  return [paint.bold('How it was read'), ...lines, paint.dim(counts)];
}

function lineOf(step: Step, numbers: ReadonlyMap<unknown, number>, paint: Paint): string {
  const words = `${step.rule}: \u201c${harmless(step.words.replace(/\s+/g, ' '))}\u201d`;
  if (step.step === 'claimed') {
    const made = step.claims.flatMap((claim) => numbers.get(claim) ?? []).map((n) => `[${n}]`);
    const quotations = step.claims.map((c) => c.evidence).filter((evidence) => evidence !== step.words);
    const inside = quotations.length === 0 ? '' : ` in \u201c${shortened(harmless(quotations[0]!))}\u201d`;
    return `  ${made.join('')} ${words}${paint.dim(inside)}`;
  }
  const colour = { refused: paint.red, unsettled: paint.yellow, repeated: paint.dim }[step.step];
  return `  ${colour(step.step)} ${step.kind} ${words} ${paint.dim(`(${harmless(step.why)})`)}`;
}

const shortened = (quotation: string): string => {
  const line = quotation.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 60)} ... ${line.slice(-36)}` : line;
};

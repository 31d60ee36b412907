// A report read with everything kept: for each sentence its view, and what the rules made of it.
import { extract } from '../../src/extract/extract.ts';
import type { SentenceView } from '../../src/extract/syntax/predicate.ts';
import { viewOf } from '../../src/extract/syntax/view.ts';
import type { SentenceStep, TraceStep } from '../../src/extract/trace.ts';
import type { Gazetteer } from '../../src/gazetteer/index.ts';
import type { ExtractedClaim } from '../../src/model/claim.ts';
import type { Report } from '../../src/model/report.ts';
import { readText } from '../../src/text/read-text.ts';

export interface SentenceReading {
  /** Made for this where the sentence was passed over, so that a pattern can be tried on it too. */
  readonly view: SentenceView;
  readonly skipped: SentenceStep['skipped'];
  readonly steps: readonly TraceStep[];
  /** What stayed in the end. */
  readonly claims: readonly ExtractedClaim[];
}

export function readWhole(report: Report, gazetteer: Gazetteer): readonly SentenceReading[] {
  const steps: TraceStep[] = [];
  const met = new Map<number, SentenceStep>();
  const claims = extract(report, gazetteer, {
    trace: (step) => steps.push(step),
    sentence: (step) => met.set(step.at[0], step),
  });
  const document = readText(report.text ?? '', { title: report.title, published: report.published });
  return document.sentences.map((sentence, index) => {
    const step = met.get(sentence.start);
    const isHere = (at: number) => at >= sentence.start && at < sentence.end;
    return {
      view: step?.view ?? viewOf(document, sentence, index, gazetteer),
      skipped: step?.skipped ?? (step === undefined ? 'screened' : null),
      steps: steps.filter((s) => isHere(s.at[0])),
      claims: claims.filter((c) => isHere(c.spans.evidence[0])),
    };
  });
}

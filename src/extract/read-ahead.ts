// The sentences of a text read some way ahead, each stage over all of them before the next one: what a stage runs through is then still at
// hand in the processor, which takes a third less time over it.
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Block, Sentence, TextDocument } from '../text/document.ts';
import { findingsOf, type RuleFinding } from './findings.ts';
import { createScreen } from './screen.ts';
import type { SentenceView } from './syntax/predicate.ts';
import { MOST_TOKENS, viewsOf } from './syntax/view.ts';

export interface SentenceReading {
  /** screened: no word of forces; too-long: a run without stops; null where it was read. */
  readonly skipped: 'screened' | 'too-long' | null;
  /** Null where it was skipped. */
  readonly view: SentenceView | null;
  /** What the rules found, in the order of its words; [] in headings and questions, which assert nothing. */
  readonly findings: readonly RuleFinding[];
}

/** So many sentences are read at a time; a story has fewer. */
const AT_ONCE = 64;
/** ":", which opens a list. */
const COLON = 0x3a;
const NOTHING: readonly RuleFinding[] = [];

/** Reads the sentences of a text from the first to the last, each asked for once. */
export function readingsOf(
  document: TextDocument,
  gazetteer: Pick<Gazetteer, 'find'>,
  around: (block: Block) => () => ReadonlySet<string>,
): () => SentenceReading {
  const { sentences } = document;
  const screen = createScreen(document.text);
  let ahead: readonly SentenceReading[] = [];
  let next = 0;
  let from = 0;
  const skippedOf = (sentence: Sentence): SentenceReading['skipped'] => {
    const { kind } = sentence.block;
    // The title tells what the report is about, whatever its words.
    if (sentence.dateline) return 'screened';
    const passes =
      screen(sentence.start, sentence.end) ||
      kind === 'title' ||
      kind === 'heading' ||
      document.text.charCodeAt(sentence.end - 1) === COLON;
    if (!passes) return 'screened';
    return sentence.tokens.length > MOST_TOKENS ? 'too-long' : null;
  };
  const readOn = (): void => {
    const to = Math.min(from + AT_ONCE, sentences.length);
    const skipped: SentenceReading['skipped'][] = [];
    const read: number[] = [];
    for (let index = from; index < to; index++) {
      const why = skippedOf(sentences[index]!);
      skipped.push(why);
      if (why === null) read.push(index);
    }
    const views = viewsOf(document, read, gazetteer, around);
    const findings = views.map((view) => (assertsNothing(view) ? NOTHING : findingsOf(view)));
    let at = 0;
    ahead = skipped.map((why) =>
      why === null
        ? { skipped: null, view: views[at]!, findings: findings[at++]! }
        : { skipped: why, view: null, findings: NOTHING },
    );
    from = to;
    next = 0;
  };
  return () => {
    if (next === ahead.length) readOn();
    return ahead[next++]!;
  };
}

/** "Will American soldiers stay on in Bosnia?" asserts nothing. */
export const isQuestion = (view: SentenceView): boolean => view.tokens.at(-1)?.text === '?';

const assertsNothing = (view: SentenceView): boolean => view.sentence.block.kind === 'heading' || isQuestion(view);

// The sentences of one text or several read some way ahead, each stage over all of them before the next one: what a stage runs through is then still at
// hand in the processor, which takes a third less time over it.
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Block, Sentence, TextDocument } from '../text/document.ts';
import { findingsOf, type RuleFinding } from './findings.ts';
import { createScreen, type Screen } from './screen.ts';
import type { SentenceView } from './syntax/predicate.ts';
import { MOST_TOKENS, type SentenceInText, viewsOf } from './syntax/view.ts';

export interface SentenceReading {
  /** screened: no word of forces; too-long: a run without stops; null where it was read. */
  readonly skipped: 'screened' | 'too-long' | null;
  /** Null where it was skipped, and of a heading, which only names what the text below is about. */
  readonly view: SentenceView | null;
  /** What the rules found, in the order of its words; [] in headings and questions, which assert nothing. */
  readonly findings: readonly RuleFinding[];
}

/** So many sentences are read at a time; a story has fewer. */
const AT_ONCE = 256;
/** ":", which opens a list. */
const COLON = 0x3a;
const NOTHING: readonly RuleFinding[] = [];

/** A text whose sentences are read. */
export interface ReadableText {
  readonly document: TextDocument;
  /** Which states a block is about. */
  readonly around: (block: Block) => () => ReadonlySet<string>;
}

/** Reads the sentences of the texts from the first to the last, each asked for once. */
export function readingsOf(texts: readonly ReadableText[], gazetteer: Pick<Gazetteer, 'find'>): () => SentenceReading {
  const waiting = sentencesOf(texts);
  let ahead: readonly SentenceReading[] = [];
  let next = 0;
  const readOn = (): void => {
    const met: SentenceOf[] = [];
    const read: SentenceOf[] = [];
    while (met.length < AT_ONCE) {
      const one = waiting();
      if (one === null) break;
      met.push(one);
      if (isRead(one)) read.push(one);
    }
    const views = viewsOf(read, gazetteer);
    const telling = views.filter((view) => !isQuestion(view));
    const found = findingsOf(telling);
    const findings = new Map(telling.map((view, i) => [view, found[i]!]));
    let at = 0;
    ahead = met.map((one) => {
      const view = isRead(one) ? views[at++]! : null;
      return { skipped: one.skipped, view, findings: (view && findings.get(view)) ?? NOTHING };
    });
    next = 0;
  };
  return () => {
    if (next === ahead.length) readOn();
    return ahead[next++]!;
  };
}

/** A sentence of one of the texts, with why it is not read. */
interface SentenceOf extends SentenceInText {
  readonly skipped: SentenceReading['skipped'];
}

const isRead = ({ skipped, document, index }: SentenceOf): boolean =>
  skipped === null && document.sentences[index]!.block.kind !== 'heading';

/** Asks for each sentence of the texts in turn; null after the last. */
function sentencesOf(texts: readonly ReadableText[]): () => SentenceOf | null {
  let text = -1;
  let index = 0;
  let screen: Screen = createScreen('');
  return () => {
    while (text < 0 || index === (texts[text]?.document.sentences.length ?? 0)) {
      text++;
      index = 0;
      if (text >= texts.length) return null;
      screen = createScreen(texts[text]!.document.text);
    }
    const { document, around } = texts[text]!;
    const skipped = skippedOf(document, document.sentences[index]!, screen);
    return { document, index: index++, around, skipped };
  };
}

function skippedOf(document: TextDocument, sentence: Sentence, screen: Screen): SentenceReading['skipped'] {
  const { kind } = sentence.block;
  if (sentence.dateline) return 'screened';
  // The title tells what the report is about, whatever its words; what opens a list may say whose its items are.
  const passes =
    screen.passes(sentence.start, sentence.end) ||
    kind === 'title' ||
    kind === 'heading' ||
    (document.text.charCodeAt(sentence.end - 1) === COLON && screen.isNear(sentence.end));
  if (!passes) return 'screened';
  return sentence.tokens.length > MOST_TOKENS ? 'too-long' : null;
}

/** "Will American soldiers stay on in Bosnia?" asserts nothing. */
export const isQuestion = (view: SentenceView): boolean => view.tokens.at(-1)?.text === '?';

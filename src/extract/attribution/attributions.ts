// Who is quoted or cited for each part of a report: claims take their `said_by` from here. A date inside the saying words ("said on
// Monday") is when it was said and not when it happened.
import type { Span } from '../../model/claim.ts';
import type { Block, Sentence, TextDocument, Token } from '../../text/document.ts';
import { MOST_TOKENS } from '../syntax/view.ts';
import type { Frame } from './frame.ts';
import { framesOf } from './frames.ts';
import type { Saying } from './lexicon.ts';
import { namesOf } from './names.ts';
import { groupAfter, isCapital, type Phrase, phraseBefore } from './noun-phrase.ts';
import { isQuoted, quotationsOf } from './quotations.ts';
import { readSpeaker, type Speaker } from './speaker.ts';
import { speaksForItself, turnsOf, unlabelledSpeaker } from './turns.ts';

export interface Attribution {
  /** In plain form, as named; null where the report speaks for itself ("I said") or who speaks is not settled. */
  readonly speaker: string | null;
  /** Where the speaker is named; equal to `words` where nobody is. */
  readonly span: Span;
  readonly saying: Saying;
  /** The saying words: subject, verb, addressee, date of saying. A date or place in here is not the claim's. */
  readonly words: Span;
  /** What is said. */
  readonly scope: Span;
  /** Higher wins where two cover the same words: a clause over a quotation, a quotation over a speaker's turn. */
  readonly rank: number;
}

/** All acts of saying in a report, in text order. */
export function attributionsOf(
  document: TextDocument,
  isTopic: (block: Block) => boolean = () => false,
): Attribution[] {
  // Most reports never ask for a first name.
  let names: ReadonlyMap<string, string> | null = null;
  const fullNames: FullNames = {
    get: (surname) => {
      names ??= namesOf(document);
      return names.get(surname);
    },
  };
  const found: Attribution[] = turnsOf(document, fullNames, isTopic);
  const ownVoice = speaksForItself(document);
  const appearance = found.length === 0 ? unlabelledSpeaker(document) : null;
  if (appearance) found.push(appearance);
  const memory: Memory = { person: null, body: null, author: null };
  for (const [index, sentence] of document.sentences.entries()) {
    if (sentence.block.kind === 'boilerplate' || sentence.tokens.length > MOST_TOKENS) continue;
    const context: Context = { document, sentence, index, memory, fullNames, ownVoice };
    for (const frame of framesOf(sentence)) {
      const attribution = attributionOf(frame, context);
      if (attribution) found.push(attribution);
    }
  }
  const quotations = quotationsOf(document, found);
  // "“The president told me to go,” Ann Lee said": what is quoted belongs to the one quoted, whomever she cites.
  const outer = found.map((a) => (a.rank === 3 && isQuoted(quotations, a.words) ? { ...a, rank: 1.5 } : a));
  return [...outer, ...quotations].sort((a, b) => a.scope[0] - b.scope[0] || b.scope[1] - a.scope[1]);
}

/** The act of saying that covers the span most closely; null where the report says it in its own voice. */
export function attributionAt(attributions: readonly Attribution[], span: Span): Attribution | null {
  let best: Attribution | null = null;
  for (const a of attributions) {
    // Evidence may hold the saying words themselves ("Chad denied that 40 men had left"): then what follows them must be in scope.
    const inside = a.scope[0] <= span[0] || (a.words[0] >= span[0] && a.scope[0] < span[1]);
    if (!inside || a.scope[1] < span[1]) continue;
    if (a.words[0] <= span[0] && a.words[1] >= span[1]) continue;
    if (!best || a.rank > best.rank || (a.rank === best.rank && size(a) <= size(best))) best = a;
  }
  return best;
}

/** True where the span (a date, a place) belongs to the act of saying and not to what is said. */
export const isInSayingWords = (attributions: readonly Attribution[], span: Span): boolean =>
  attributions.some((a) => a.words[0] <= span[0] && a.words[1] >= span[1]);

const size = (a: Attribution): number => a.scope[1] - a.scope[0];

/** Surname (lower case) -> full name. */
export type FullNames = Pick<ReadonlyMap<string, string>, 'get'>;

interface Memory {
  person: string | null;
  body: string | null;
  /** Who wrote the letter or statement spoken of. */
  author: string | null;
}

interface Context {
  readonly document: TextDocument;
  readonly sentence: Sentence;
  readonly index: number;
  readonly memory: Memory;
  readonly fullNames: FullNames;
  readonly ownVoice: boolean;
}

function attributionOf(frame: Frame, context: Context): Attribution | null {
  const { tokens } = context.sentence;
  const scope = spanOf(tokens, frame.scope.from, frame.scope.to);
  const words = spanOf(tokens, frame.words.from, frame.words.to);
  if (!scope || !words) return null;
  const speaker = speakerOf(frame, context);
  if (!speaker) return null;
  const name = resolved(speaker, frame, context);
  if (name) {
    if (speaker.person) context.memory.person = name;
    else context.memory.body = name;
    if (frame.artefact) context.memory.author = name;
  }
  if (frame.negated && frame.saying === 'say') return null;
  return {
    speaker: name,
    span: name ? speaker.span : words,
    saying: frame.saying,
    words,
    scope,
    rank: speaker.reference === 'own' ? 0 : 3,
  };
}

const spanOf = (tokens: readonly Token[], from: number, to: number): Span | null => {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && from < to ? [first.start, last.end] : null;
};

function speakerOf(frame: Frame, context: Context): Speaker | null {
  const { tokens } = context.sentence;
  const phrase = frame.speaker ?? sentenceSubject(tokens, frame.words.from);
  if (!phrase) return null;
  const owner = ownerBefore(context, phrase.from);
  return readSpeaker(
    context.document.text,
    tokens,
    phrase,
    owner,
    (surname) => context.fullNames.get(surname.toLowerCase()) ?? null,
  );
}

/** The first noun group of the sentence, as the subject of its later verbs. */
function sentenceSubject(tokens: readonly Token[], verb: number): Phrase | null {
  let from = 0;
  while (from < tokens.length && tokens[from]?.kind === 'punctuation') from++;
  const first = tokens[from];
  if (!first) return null;
  if (/^(?:he|she|it|they|i|we)$/.test(first.lower)) return { from, to: from + 1 };
  if (NOBODY.test(first.lower)) return doerBefore(tokens, verb);
  const to = groupAfter(tokens, from);
  return to > from ? { from, to } : null;
}

const NOBODY = /^(?:this|that|these|those|there|only|just|such|even|another)$/;

/** "This comes a week after Ann Lee testified and said": who did the verb before "and". */
function doerBefore(tokens: readonly Token[], verb: number): Phrase | null {
  for (let i = verb - 2; i > 1; i--) {
    const past = /ed$/.test(tokens[i]!.lower) && !isCapital(tokens[i]);
    if (!past || !isCapital(tokens[i - 1])) continue;
    const phrase = phraseBefore(tokens, i);
    return phrase.from < phrase.to ? phrase : null;
  }
  return null;
}

function resolved(speaker: Speaker, frame: Frame, context: Context): string | null {
  const { memory } = context;
  switch (speaker.reference) {
    case 'named': {
      const general = /^(?:the )?(alliance|organi[sz]ation|bloc)$/i.exec(speaker.name ?? '');
      if (general) return acronymBefore(context, frame.words.from) ?? memory.body ?? speaker.name;
      // "The government announced that we would ...": the report speaks of itself.
      if (
        context.ownVoice &&
        /(?:Government|Administration|Cabinet)$/.test(speaker.name ?? '') &&
        isOwnClause(frame, context)
      )
        return null;
      return context.ownVoice && /^(?:the )?(?:government|administration|cabinet)$/i.test(speaker.name ?? '')
        ? null
        : speaker.name;
    }
    case 'he':
      return memory.person ?? personBefore(context);
    case 'it':
      return subjectName(context, frame) ?? memory.body ?? memory.person;
    case 'they':
      return memory.body ?? memory.person;
    case 'artefact':
      return memory.author ?? memory.body ?? memory.person;
    case 'own':
      return null;
  }
}

function isOwnClause(frame: Frame, context: Context): boolean {
  const tokens = context.sentence.tokens.slice(frame.scope.from, frame.scope.to);
  return (
    frame.side === 'after' &&
    tokens.some((t) => /^(?:we|our|us|my)$/.test(t.lower)) &&
    !tokens.some((t) => t.lower === '"')
  );
}

/** The last all-capital name before token `at`, here or in the two sentences before: whom "the alliance" stands for. */
function acronymBefore(context: Context, at: number): string | null {
  const { index } = context;
  for (let i = index; i >= Math.max(0, index - 2); i--) {
    const tokens = context.document.sentences[i]?.tokens ?? [];
    for (let k = (i === index ? at : tokens.length) - 1; k >= 0; k--) {
      const word = tokens[k]?.text ?? '';
      if (/^\p{Lu}{2,8}$/u.test(word) && !/^(?:US|UK|GPS|AM|PM)$/.test(word)) return word;
    }
  }
  return null;
}

/** "it" in a later clause is the sentence's own first actor: "Chad keeps 40 men there, it said". */
function subjectName(context: Context, frame: Frame): string | null {
  const { tokens } = context.sentence;
  const subject = sentenceSubject(tokens, tokens.length);
  if (!subject || !frame.speaker || subject.from >= frame.speaker.from || !isCapital(tokens[subject.to - 1]))
    return null;
  const first = tokens[subject.from] as Token;
  const from = /^(?:the|a|an)$/.test(first.lower) ? subject.from + 1 : subject.from;
  return context.document.text
    .slice((tokens[from] as Token).start, (tokens[subject.to - 1] as Token).end)
    .replace(/\s+/g, ' ');
}

/** Whom "its" stands for before token `at`: the sentence's own subject where it is a name, else the last body that spoke. */
function ownerBefore(context: Context, at: number): string | null {
  const { tokens } = context.sentence;
  if (!/^(?:its|their|his|her)$/.test(tokens[at]?.lower ?? '')) return null;
  for (let i = 0; i < at; i++) {
    if (!isCapital(tokens[i])) continue;
    const to = groupAfter(tokens, i);
    if (to === i || to > at || to - i > 5) continue;
    return context.document.text
      .slice((tokens[i] as Token).start, (tokens[to - 1] as Token).end)
      .replace(/\s+/g, ' ')
      .replace(/^The /, '');
  }
  return context.memory.body;
}

function personBefore(context: Context): string | null {
  const { index } = context;
  for (let i = index; i >= Math.max(0, index - 2); i--) {
    const tokens = context.document.sentences[i]?.tokens ?? [];
    for (let k = 0; k + 1 < tokens.length; k++) {
      const name = context.fullNames.get(tokens[k + 1]?.lower ?? '');
      if (name && isCapital(tokens[k]) && name.endsWith(tokens[k + 1]?.text ?? '\0')) return name;
    }
  }
  return null;
}

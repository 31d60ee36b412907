// Who is quoted or cited for each part of a report: claims take their `said_by` from here. A date inside the saying words ("said on
// Monday") is when it was said and not when it happened.
import type { Span } from '../model/claim.ts';
import type { Sentence, TextDocument, Token } from '../text/document.ts';
import { type Frame, framesOf } from './attribution/frames.ts';
import type { Saying } from './attribution/lexicon.ts';
import { groupAfter, isCapital } from './attribution/noun-phrase.ts';
import { quotationsOf } from './attribution/quotations.ts';
import { readSpeaker, type Speaker } from './attribution/speaker.ts';

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
export function attributionsOf(document: TextDocument): Attribution[] {
  const fullNames = namesOf(document);
  const found: Attribution[] = turnsOf(document, fullNames);
  const memory: Memory = { person: null, body: null, author: null };
  const ownVoice = speaksForItself(document);
  for (const sentence of document.sentences) {
    if (sentence.block.kind === 'boilerplate') continue;
    const context: Context = { document, sentence, memory, fullNames, ownVoice };
    for (const frame of framesOf(sentence)) {
      const attribution = attributionOf(frame, context);
      if (attribution) found.push(attribution);
    }
  }
  return [...found, ...quotationsOf(document, found)].sort((a, b) => a.scope[0] - b.scope[0] || b.scope[1] - a.scope[1]);
}

/** The act of saying that covers the span most closely; null where the report says it in its own voice. */
export function attributionAt(attributions: readonly Attribution[], span: Span): Attribution | null {
  let best: Attribution | null = null;
  for (const a of attributions) {
    if (a.scope[0] > span[0] || a.scope[1] < span[1]) continue;
    if (a.words[0] <= span[0] && a.words[1] >= span[1]) continue;
    if (!best || a.rank > best.rank || (a.rank === best.rank && size(a) <= size(best))) best = a;
  }
  return best;
}

/** True where the span (a date, a place) belongs to the act of saying and not to what is said. */
export const isInSayingWords = (attributions: readonly Attribution[], span: Span): boolean =>
  attributions.some((a) => a.words[0] <= span[0] && a.words[1] >= span[1]);

const size = (a: Attribution): number => a.scope[1] - a.scope[0];

interface Memory {
  person: string | null;
  body: string | null;
  /** Who wrote the letter or statement spoken of. */
  author: string | null;
}

interface Context {
  readonly document: TextDocument;
  readonly sentence: Sentence;
  readonly memory: Memory;
  readonly fullNames: ReadonlyMap<string, string>;
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
  const phrase = frame.speaker ?? sentenceSubject(tokens);
  if (!phrase) return null;
  const owner = ownerBefore(context, phrase.from);
  return readSpeaker(context.document.text, tokens, phrase, owner, (surname) => context.fullNames.get(surname.toLowerCase()) ?? null);
}

/** The first noun group of the sentence, as the subject of its later verbs. */
function sentenceSubject(tokens: readonly Token[]) {
  let from = 0;
  while (from < tokens.length && tokens[from]?.kind === 'punctuation') from++;
  const first = tokens[from];
  if (!first) return null;
  if (/^(?:he|she|it|they|i|we)$/.test(first.lower)) return { from, to: from + 1 };
  const to = groupAfter(tokens, from);
  return to > from ? { from, to } : null;
}

function resolved(speaker: Speaker, frame: Frame, context: Context): string | null {
  const { memory } = context;
  switch (speaker.reference) {
    case 'named':
      return context.ownVoice && /^(?:the )?(?:government|administration|cabinet)$/i.test(speaker.name ?? '') ? null : speaker.name;
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

/** "it" in a later clause is the sentence's own first actor: "Chad keeps 40 men there, it said". */
function subjectName(context: Context, frame: Frame): string | null {
  const { tokens } = context.sentence;
  const subject = sentenceSubject(tokens);
  if (!subject || !frame.speaker || subject.from >= frame.speaker.from || !isCapital(tokens[subject.to - 1])) return null;
  const first = tokens[subject.from] as Token;
  const from = /^(?:the|a|an)$/.test(first.lower) ? subject.from + 1 : subject.from;
  return context.document.text.slice((tokens[from] as Token).start, (tokens[subject.to - 1] as Token).end).replace(/\s+/g, ' ');
}

/** Whom "its" stands for before token `at`: the sentence's own subject where it is a name, else the last body that spoke. */
function ownerBefore(context: Context, at: number): string | null {
  const { tokens } = context.sentence;
  if (!/^(?:its|their|his|her)$/.test(tokens[at]?.lower ?? '')) return null;
  for (let i = 0; i < at; i++) {
    if (!isCapital(tokens[i])) continue;
    const to = groupAfter(tokens, i);
    if (to > at || to - i > 5) continue;
    return context.document.text.slice((tokens[i] as Token).start, (tokens[to - 1] as Token).end).replace(/\s+/g, ' ').replace(/^The /, '');
  }
  return context.memory.body;
}

function personBefore(context: Context): string | null {
  const index = context.document.sentences.indexOf(context.sentence);
  for (let i = index; i >= Math.max(0, index - 2); i--) {
    const tokens = context.document.sentences[i]?.tokens ?? [];
    for (let k = 0; k + 1 < tokens.length; k++) {
      const name = context.fullNames.get(tokens[k + 1]?.lower ?? '');
      if (name && isCapital(tokens[k]) && name.endsWith(tokens[k + 1]?.text ?? '\0')) return name;
    }
  }
  return null;
}

const NAME = /(?<![\p{L}.])(\p{Lu}[\p{Ll}\p{M}'’-]+(?: \p{Lu}\.)?(?: (?:de|da|bin|van|von|al|el))?(?: \p{Lu}[\p{L}\p{M}'’-]+){1,2})(?![\p{L}])/gu;
const NO_NAME =
  /^(?:The|Security|Defen[cs]e|Foreign|Prime|Vice|Secretary|Minister|Ministry|President|United|New|North|South|Saudi|White|House|Air|Armed|National|General|European|African|Middle|Remarks|Press|Joint|Russian|Iraqi|Chief|Deputy|State|High|Representative|Senator|Congressman|Colonel|Captain|Lieutenant|Major|Admiral|Supreme|Democratic|Islamic|Central|Operation|Camp|Fort|In|On|At|Some|And|But)$/;

/** Surname (lower case) -> full name as first given. A word pair that holds an office or a state is no personal name. */
function namesOf(document: TextDocument): Map<string, string> {
  const names = new Map<string, string>();
  const source = `${document.title ?? ''}\n${document.text}`;
  for (const match of source.matchAll(NAME)) {
    const words = (match[1] ?? '').split(' ');
    while (words.length > 2 && NO_NAME.test(words[0] ?? '')) words.shift();
    if (words.some((word) => NO_NAME.test(word)) || words.length < 2) continue;
    const surname = words.at(-1)?.toLowerCase() ?? '';
    if (!names.has(surname)) names.set(surname, words.join(' '));
  }
  return names;
}

const LABEL_TITLE = /^(?:mr|mrs|ms|dr|secretary|president|vice|foreign|prime|defen[cs]e|minister|general|senator|representative|high|ambassador|chancellor|king)\.?$/i;

/** Transcript turns: the label speaks for the whole turn, "I" and "we" included. */
function turnsOf(document: TextDocument, fullNames: ReadonlyMap<string, string>): Attribution[] {
  const turns: Attribution[] = [];
  for (const block of document.blocks) {
    if (block.label === undefined) continue;
    turns.push({
      speaker: labelName(block.label, fullNames),
      span: [block.start, block.start],
      saying: 'say',
      words: [block.start, block.start],
      scope: [block.start, block.end],
      rank: 1,
    });
  }
  return turns;
}

/** "MS. PSAKI" -> "Jen Psaki" where the report names her so, else "Ms. Psaki". */
function labelName(label: string, fullNames: ReadonlyMap<string, string>): string {
  const words = label.replace(/\s+/g, ' ').trim().split(' ');
  const surname = words.at(-1)?.toLowerCase() ?? '';
  const full = fullNames.get(surname);
  if (full && words.some((word) => LABEL_TITLE.test(word))) return full;
  if (label !== label.toUpperCase() || /^(?:QUESTION|Q|A)$/.test(label)) return label;
  return words.map((word) => word.charAt(0) + word.slice(1).toLowerCase()).join(' ');
}

/** A letter, release or speech in the first person: "I" or "we" stands outside its quotations. */
function speaksForItself(document: TextDocument): boolean {
  if (document.blocks.some((block) => block.kind === 'speaker')) return false;
  const outside = document.text.replace(/[“"][^”"]{0,2000}[”"]/g, ' ');
  return (outside.match(/\b(?:I|we|our|my|We|Our|My)\b/g)?.length ?? 0) >= 2;
}

// Where a sentence puts words in someone's mouth: every pattern of saying, tried at every word.
import type { Sentence, Token } from '../../text/document.ts';
import { wordsOf } from '../../text/words-of.ts';
import { apposedName, clauseAround, endOfSaid, type Frame, lower } from './frame.ts';
import { ADVERBS, ARTEFACTS, AUXILIARIES, type Saying, sayingForms, sayingOf } from './lexicon.ts';
import { groupBefore, isCapital, type Phrase, phraseAfter } from './noun-phrase.ts';
import { subjectBefore } from './subject.ts';
import { verbFrame } from './verb-frame.ts';

const SAID_NOUNS: ReadonlySet<string> = new Set(
  'admission announcement claim claims warning assertion allegation allegations denial reports rumours rumors statement declaration confirmation'.split(
    ' ',
  ),
);
/** Where a pattern below may start: nearly no word is one. */
const OPENERS: ReadonlySet<string> = new Set([
  ...sayingForms(),
  ...['according', 'by', 'as', 'gave', 'gives', 'given', 'issued', 'issues'],
  ...SAID_NOUNS,
  'put',
  'puts',
]);

/** All frames of a sentence, in the order of their words. */
export function framesOf(sentence: Sentence): Frame[] {
  const { tokens } = sentence;
  const headline = sentence.block.kind === 'title' || sentence.block.kind === 'heading';
  const frames: Frame[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || !OPENERS.has(token.lower)) continue;
    const frame =
      accordingTo(tokens, i) ??
      byCount(tokens, i) ??
      passiveSaying(tokens, i) ??
      asSaid(tokens, i) ??
      verbFrame(tokens, i, headline) ??
      nounFrame(tokens, i) ??
      ultimatum(tokens, i);
    if (!frame) continue;
    frames.push(frame);
    i = Math.max(i, frame.words.to - 1 > i && frame.side !== 'after' ? frame.words.to - 1 : i);
  }
  return frames;
}

const whole = (tokens: readonly Token[]): Phrase => ({ from: 0, to: tokens.length });

/** "According to officials in Seoul, ...", "..., according to NATO." */
function accordingTo(tokens: readonly Token[], i: number): Frame | null {
  if (lower(tokens, i) !== 'according' || lower(tokens, i + 1) !== 'to') return null;
  let speaker = phraseAfter(tokens, i + 2);
  // "according to a report by the ministry": the author speaks; "the commander, Gen. X," his name.
  const link = lower(tokens, speaker.to);
  if ((link === 'by' || link === 'from' || link === 'of') && ARTEFACTS.has(lower(tokens, speaker.to - 1))) {
    const author = phraseAfter(tokens, speaker.to + 1);
    if (author.from < author.to) speaker = author;
  }
  if (speaker.from === speaker.to) return null;
  const named = apposedName(tokens, speaker.to);
  const leading = i <= 1;
  const end = named ? named.to : speaker.to;
  return {
    speaker: named ?? speaker,
    saying: 'say',
    words: { from: i, to: end },
    scope: clauseAround(tokens, i, end, leading),
    side: leading ? 'after' : end >= tokens.length - 2 ? 'before' : 'within',
    negated: false,
    artefact: false,
  };
}

/** "By the Pentagon's latest count, ..." */
function byCount(tokens: readonly Token[], i: number): Frame | null {
  if (lower(tokens, i) !== 'by') return null;
  const speaker = phraseAfter(tokens, i + 1);
  if (speaker.to - speaker.from < 3) return null;
  if (!/^(?:count|counts|figures|estimate|estimates|reckoning|account|tally)$/.test(lower(tokens, speaker.to - 1)))
    return null;
  if (!tokens.slice(speaker.from, speaker.to).some((t) => t.lower === "'s")) return null;
  return {
    speaker,
    saying: 'say',
    words: { from: i, to: speaker.to },
    scope: whole(tokens),
    side: i === 0 ? 'after' : 'before',
    negated: false,
    artefact: false,
  };
}

/** "was announced by the Pentagon"; "has been accused by A, B and C of sending ..." */
function passiveSaying(tokens: readonly Token[], i: number): Frame | null {
  const verb = sayingOf(lower(tokens, i));
  if (verb?.form !== 'finite' || lower(tokens, i + 1) !== 'by') return null;
  if (lower(tokens, i) === 'called' || lower(tokens, i) === 'posted' || lower(tokens, i) === 'ruled') return null;
  const be = i - 1 - (ADVERBS.has(lower(tokens, i - 1)) ? 1 : 0);
  const passive = /^(?:is|are|was|were|been|being|be)$/.test(lower(tokens, be));
  const reduced =
    lower(tokens, i - 1) === ',' ||
    isCapital(tokens[i - 1]) ||
    /^(?:plan|plans|move|withdrawal|deployment|decision)$/.test(lower(tokens, i - 1));
  if (!passive && !reduced) return null;
  const speaker = phraseAfter(tokens, i + 2);
  if (speaker.from === speaker.to) return null;
  return {
    speaker,
    saying: verb.saying,
    words: { from: Math.min(i, passive ? be : i), to: speaker.to },
    scope: clauseAround(tokens, i, i, false),
    side: 'within',
    negated: false,
    artefact: false,
  };
}

/** "As the president has said, ..." */
function asSaid(tokens: readonly Token[], i: number): Frame | null {
  if (lower(tokens, i) !== 'as' || i > 2) return null;
  const speaker = phraseAfter(tokens, i + 1);
  if (speaker.from === speaker.to || speaker.to - speaker.from > 8) return null;
  let at = speaker.to;
  while (AUXILIARIES.has(lower(tokens, at)) || ADVERBS.has(lower(tokens, at))) at++;
  const verb = sayingOf(lower(tokens, at));
  if (verb?.saying !== 'say' || verb.form !== 'finite') return null;
  let end = at + 1;
  while (end < tokens.length && lower(tokens, end) !== ',' && end - at < 12) end++;
  if (lower(tokens, end) !== ',') return null;
  return {
    speaker,
    saying: 'say',
    words: { from: i, to: end },
    scope: whole(tokens),
    side: 'after',
    negated: false,
    artefact: false,
  };
}

const GIVES_WORD = wordsOf(/^(?:gave|gives|given|issued|issues)$/);
/** "gave Chad an ultimatum to withdraw" */
function ultimatum(tokens: readonly Token[], i: number): Frame | null {
  if (!GIVES_WORD.has(lower(tokens, i))) return null;
  const near = tokens.slice(i + 1, i + 8).findIndex((t) => t.lower === 'ultimatum');
  if (near < 0) return null;
  const subject = subjectBefore(tokens, i);
  if (!subject) return null;
  return {
    speaker: subject.speaker,
    saying: 'urge',
    words: { from: i, to: i + 2 + near },
    scope: { from: i + 2 + near, to: tokens.length },
    side: 'after',
    negated: false,
    artefact: false,
  };
}

/** "Chad's admission that it will not leave", "amid reports that ..." */
function nounFrame(tokens: readonly Token[], i: number): Frame | null {
  const word = lower(tokens, i);
  if (!SAID_NOUNS.has(word)) return null;
  if (lower(tokens, i + 1) === 'by' || lower(tokens, i + 1) === 'from') return saidNounBy(tokens, i, word);
  if (lower(tokens, i + 1) !== 'that') return null;
  const saying: Saying = word === 'denial' ? 'deny' : 'say';
  let end = i + 2;
  while (end < tokens.length && !/^[,;]$/.test(lower(tokens, end))) end++;
  const scope = { from: i + 2, to: end };
  const common = { saying, scope, side: 'after' as const, negated: false, artefact: false };
  if (lower(tokens, i - 1) === "'s" || (lower(tokens, i - 1) === "'" && i > 1)) {
    const owner = groupBefore(tokens, i - 1);
    if (owner.from < owner.to) return { speaker: owner, words: { from: owner.from, to: i + 2 }, ...common };
  }
  if (
    /^(?:reports|rumours|rumors|claims)$/.test(word) &&
    /^(?:amid|amidst|among|with|to|on|by|media|news|press|are|were)$/.test(lower(tokens, i - 1))
  )
    return { speaker: { from: i, to: i + 1 }, words: { from: i, to: i + 2 }, ...common };
  return null;
}

/** "the announcement by the president, Ann Lee, that ..." */
function saidNounBy(tokens: readonly Token[], i: number, word: string): Frame | null {
  const author = phraseAfter(tokens, i + 2);
  if (author.from === author.to) return null;
  const name = apposedName(tokens, author.to);
  let at = name ? name.to : author.to;
  if (lower(tokens, at) === ',') at++;
  if (lower(tokens, at) !== 'that') return null;
  return {
    speaker: name ?? author,
    saying: word === 'denial' ? 'deny' : 'say',
    words: { from: i, to: at + 1 },
    scope: { from: at + 1, to: endOfSaid(tokens, at + 1) },
    side: 'after',
    negated: false,
    artefact: false,
  };
}

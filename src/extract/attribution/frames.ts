// Where a sentence puts words in someone's mouth. A frame is one act of saying: who, by which words, over which part of the sentence.
import type { Sentence, Token } from '../../text/document.ts';
import { ADVERBS, ARTEFACTS, AUXILIARIES, NEEDS_CLAUSE, PREPOSITIONS, type Saying, sayingOf, TAKES_NOUN, WEEKDAYS } from './lexicon.ts';
import { groupBefore, isCapital, type Phrase, phraseAfter, phraseBefore, timeBefore } from './noun-phrase.ts';

export interface Frame {
  /** The phrase of the speaker; null for "the subject of the sentence" ("France rejects the plan, saying ..."). */
  readonly speaker: Phrase | null;
  readonly saying: Saying;
  /** The saying words, with their own date and addressee: tokens [from, to); a date in here is when it was said. */
  readonly words: Phrase;
  /** What is said: tokens [from, to) of the same sentence. */
  readonly scope: Phrase;
  /** before: ", X said" after it; within: ", X said, " in the middle; after: "X said that ...". */
  readonly side: 'before' | 'within' | 'after';
  /** "did not say", "would not confirm": nothing is asserted. */
  readonly negated: boolean;
  /** The frame names a letter, statement, ...: its author is this speaker. */
  readonly artefact: boolean;
}

const lower = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

/** All frames of a sentence, in the order of their words. */
export function framesOf(sentence: Sentence): Frame[] {
  const { tokens } = sentence;
  const frames: Frame[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word') continue;
    const frame =
      accordingTo(tokens, i) ??
      byCount(tokens, i) ??
      passiveSaying(tokens, i) ??
      asSaid(tokens, i) ??
      verbFrame(tokens, i) ??
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

/** A semicolon bounds what a trailing or leading source covers. */
function clauseAround(tokens: readonly Token[], from: number, to: number, leading: boolean): Phrase {
  let start = 0;
  let end = tokens.length;
  for (let i = from - 1; i >= 0; i--) if (lower(tokens, i) === ';') { start = i + 1; break; }
  for (let i = to; i < tokens.length; i++) if (lower(tokens, i) === ';' && !leading) { end = i; break; }
  return { from: start, to: end };
}

/** "By the Pentagon's latest count, ..." */
function byCount(tokens: readonly Token[], i: number): Frame | null {
  if (lower(tokens, i) !== 'by') return null;
  const speaker = phraseAfter(tokens, i + 1);
  if (speaker.to - speaker.from < 3) return null;
  if (!/^(?:count|counts|figures|estimate|estimates|reckoning|account|tally)$/.test(lower(tokens, speaker.to - 1))) return null;
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
  const reduced = lower(tokens, i - 1) === ',' || isCapital(tokens[i - 1]) || /^(?:plan|plans|move|withdrawal|deployment|decision)$/.test(lower(tokens, i - 1));
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
  return { speaker, saying: 'say', words: { from: i, to: end }, scope: whole(tokens), side: 'after', negated: false, artefact: false };
}

/** "gave Chad an ultimatum to withdraw" */
function ultimatum(tokens: readonly Token[], i: number): Frame | null {
  if (!/^(?:gave|gives|given|issued|issues)$/.test(lower(tokens, i))) return null;
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

const SAID_NOUNS = /^(?:admission|announcement|claim|claims|warning|assertion|allegation|allegations|denial|reports|rumours|rumors|statement|declaration|confirmation)$/;

/** "Chad's admission that it will not leave", "amid reports that ..." */
function nounFrame(tokens: readonly Token[], i: number): Frame | null {
  const word = lower(tokens, i);
  if (!SAID_NOUNS.test(word) || lower(tokens, i + 1) !== 'that') return null;
  const saying: Saying = word === 'denial' ? 'deny' : 'say';
  const scope = { from: i + 2, to: endOfSaid(tokens, i + 2) };
  const common = { saying, scope, side: 'after' as const, negated: false, artefact: false };
  if (lower(tokens, i - 1) === "'s" || (lower(tokens, i - 1) === "'" && i > 1)) {
    const owner = groupBefore(tokens, i - 1);
    if (owner.from < owner.to) return { speaker: owner, words: { from: owner.from, to: i + 2 }, ...common };
  }
  if (/^(?:reports|rumours|rumors|claims)$/.test(word) && /^(?:amid|amidst|among|with|to|on|by|media|news|press|are|were)$/.test(lower(tokens, i - 1)))
    return { speaker: { from: i, to: i + 1 }, words: { from: i, to: i + 2 }, ...common };
  return null;
}

interface Subject {
  /** null: the subject of the sentence. */
  readonly speaker: Phrase | null;
  /** First token of the whole phrase with what is set beside it. */
  readonly from: number;
}

/** Who stands before the verb at `verb`, past adverbs, dates, asides and apposed names. */
export function subjectBefore(tokens: readonly Token[], verb: number, depth = 0): Subject | null {
  let at = verb;
  for (let steps = 0; steps < 8; steps++) {
    const word = lower(tokens, at - 1);
    if (AUXILIARIES.has(word) || ADVERBS.has(word) || (/ly$/.test(word) && !isCapital(tokens[at - 1]))) at--;
    else {
      const next = timeBefore(tokens, at);
      if (next === at) break;
      at = next;
    }
  }
  const before = lower(tokens, at - 1);
  if (before === 'who' || before === 'which') {
    const head = lower(tokens, at - 2) === ',' ? at - 2 : at - 1;
    const phrase = phraseBefore(tokens, head);
    return phrase.from < phrase.to ? { speaker: phrase, from: phrase.from } : null;
  }
  if (/^(?:he|she|it|they|i|we|you)$/.test(before)) return { speaker: { from: at - 1, to: at }, from: at - 1 };
  if (before === ',' || before === '\u2014' || before === '\u2013' || before === ')') return besideComma(tokens, at - 1, depth);
  if (before === 'and' || before === 'but') return { speaker: null, from: at - 1 };
  const phrase = phraseBefore(tokens, at);
  if (phrase.from === phrase.to) return null;
  return { speaker: phrase, from: phrase.from };
}

const ASIDE = /^(?:who|which|whose|speaking|citing|quoting|asked|for|in|on|at|during|after|with|as|including|when|while|however|too|meanwhile|through|according|by|from|to|under|also|himself|itself)$/;

/** "The mission's head, Ann Lee, said"; "an aide, who asked not to be named, said"; "Ann Lee, head of the mission, said". */
function besideComma(tokens: readonly Token[], comma: number, depth: number): Subject | null {
  if (depth > 2) return null;
  const close = lower(tokens, comma);
  let open = comma - 1;
  const opener = close === ')' ? '(' : close;
  while (open >= 0 && comma - open <= 24 && lower(tokens, open) !== opener) open--;
  const found = open >= 0 && lower(tokens, open) === opener;
  if (!found) {
    // "the mission's head Ann Lee, said": a stray comma.
    const phrase = close === ',' ? phraseBefore(tokens, comma) : { from: comma, to: comma };
    return phrase.from < phrase.to && phrase.from === 0 ? { speaker: phrase, from: phrase.from } : null;
  }
  const inner: Phrase = { from: open + 1, to: comma };
  const base = phraseBefore(tokens, open);
  const apposed = phraseBefore(tokens, comma);
  const isName = apposed.from <= inner.from + 1 && isCapital(tokens[apposed.to - 1]) && isCapital(tokens[apposed.to - 2]);
  if (!ASIDE.test(lower(tokens, inner.from)) && isName) {
    const lead = base.from < base.to && !/^(?:on|in|at|after|before)$/.test(lower(tokens, base.from - 1)) ? base.from : apposed.from;
    return { speaker: { from: Math.max(apposed.from, inner.from), to: comma }, from: lead };
  }
  if (base.from === base.to) return null;
  return { speaker: base, from: base.from };
}

/** ", Gen. Ann Lee," right after an office: the name. */
function apposedName(tokens: readonly Token[], comma: number): Phrase | null {
  if (lower(tokens, comma) !== ',') return null;
  const phrase = phraseAfter(tokens, comma + 1);
  const end = lower(tokens, phrase.to);
  const closes = end === ',' || end === '.' || end === '' || end === ';';
  const name = phrase.to - phrase.from >= 2 && phrase.to - phrase.from <= 6 && isCapital(tokens[phrase.from]) && isCapital(tokens[phrase.to - 1]);
  const listed = tokens.slice(phrase.from, phrase.to).some((t) => t.lower === 'and' || t.kind === 'number');
  return closes && name && !listed ? phrase : null;
}

const isQuote = (word: string): boolean => word === '"' || word === "''";

/** A verb of saying with its subject, or turned round: '", said the minister'. */
function verbFrame(tokens: readonly Token[], i: number): Frame | null {
  const word = lower(tokens, i);
  const verb = sayingOf(word);
  if (!verb) return null;
  if (word === 'rule' || word === 'rules' || word === 'ruled' || word === 'ruling') {
    if (lower(tokens, i + 1) !== 'out') return null;
  }
  if (/^call/.test(word) && !/^(?:on|for|upon)$/.test(lower(tokens, i + 1))) return null;
  if (/^appeal/.test(word) && !/^(?:to|for)$/.test(lower(tokens, i + 1))) return null;
  const previous = lower(tokens, i - 1);
  if (verb.form === 'base' && /^(?:the|a|an|its|their|his|her|this|that|no|to|of|'s|let|in|by|on)$/.test(previous)) return null;
  if (verb.form === 'finite' && /^(?:the|a|an|its|their|his|her|of|'s|by|in)$/.test(previous)) return null; // a noun: "its claims"
  if (/^(?:reports|claims|notes|demands|calls|reported|announced|declared|stated|wanted|claimed|alleged|confirmed|estimated)$/.test(word) && attributive(tokens, i)) return null;
  const inverted = turnedRound(tokens, i, verb.form);
  if (inverted) return inverted;
  return forward(tokens, i, verb.saying, verb.form);
}

/** "the reported deployment", "previously announced plans", "news reports of": no act of saying with a subject. */
function attributive(tokens: readonly Token[], i: number): boolean {
  const previous = lower(tokens, i - 1);
  if (/^(?:a|an|the|this|that|previously|recently|newly|its|their|an?|'s|as|is|was|were|are|been)$/.test(previous)) return true;
  const plural = /^(?:reports|claims|notes|demands|calls)$/.test(lower(tokens, i));
  return plural && /^(?:media|news|press|some|other|many|several|unconfirmed|earlier|amid|and|repeated|despite)$/.test(previous) && !/^(?:that)$/.test(lower(tokens, i + 1));
}

/** '..., said the minister.' '" says Ann Lee, the minister' */
function turnedRound(tokens: readonly Token[], i: number, form: string): Frame | null {
  if (form !== 'finite' || !/^(?:said|says|added|adds|wrote|writes|reported|reports|explained|warned|announced|told|according)$/.test(lower(tokens, i))) return null;
  const previous = lower(tokens, i - 1);
  if (previous !== ',' && !isQuote(previous)) return null;
  if (i < 3) return null;
  const next = lower(tokens, i + 1);
  if (/^(?:that|it|he|she|they|there|on|in|to|,|\.)$/.test(next)) return null;
  if (sayingOf(next) || AUXILIARIES.has(next)) return null;
  const speaker = phraseAfter(tokens, i + 1);
  if (speaker.from === speaker.to) return null;
  const after = lower(tokens, speaker.to);
  if (AUXILIARIES.has(after) && after !== 'has') return null;
  if (/^(?:would|will|has|had|have)$/.test(after)) return null;
  // "The ministry, in a note, said troops left": a subject stands before the comma and a verb after the phrase.
  const name = apposedName(tokens, speaker.to);
  if (previous === ',' && !name && !/^(?:|\.|,|;|in|on|at|to|during|who|after|late|early|yesterday|today|"|\)|\(|as|when|while)$/.test(after) && !WEEKDAYS.has(after)) return null;
  const end = restOfFrame(tokens, name ? name.to : speaker.to);
  return {
    speaker: name ?? speaker,
    saying: 'say',
    words: { from: i, to: end },
    scope: clauseAround(tokens, i, end, false),
    side: end >= tokens.length - 2 ? 'before' : 'within',
    negated: false,
    artefact: false,
  };
}

/** The end of "in Brussels on Monday" after a frame that closes a sentence: up to the next comma or stop. */
function restOfFrame(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && !/^(?:,|;|\.|"|\u2014|while|but|adding|and|although|as)$/.test(lower(tokens, at))) at++;
  return at;
}

const ADJUNCT = new Set(['in', 'on', 'at', 'to', 'during', 'after', 'through', 'via', 'by', 'late', 'early', 'this', 'last', 'yesterday', 'today', 'earlier', 'recently', 'while', 'adding', 'without', 'as', 'when', 'before', 'from', 'following', 'again', 'tonight', 'citing', 'and', 'but', 'with', 'over', 'here']);

function forward(tokens: readonly Token[], i: number, saying: Saying, form: string): Frame | null {
  const subject = form === 'gerund' ? gerundSubject(tokens, i) : subjectBefore(tokens, i);
  if (!subject) return null;
  if (form === 'base') {
    const speaker = subject.speaker;
    const head = speaker ? lower(tokens, speaker.to - 1) : '';
    const pluralOrModal = /s$|^(?:they|we|i|you|media|police|people|military|who)$/.test(head) || tokens.slice(speaker?.to ?? i, i).some((t) => AUXILIARIES.has(t.lower)) || tokens.slice(speaker?.from ?? i, speaker?.to ?? i).some((t) => t.lower === 'and');
    if (!pluralOrModal) return null;
  }
  const word = lower(tokens, i);
  const gap = tokens.slice(subject.speaker?.to ?? i, i);
  const negated = gap.some((t) => t.lower === 'not' || t.lower === 'never') || /^(?:declined|refused|refusing|declines|refuses)$/.test(lower(tokens, i - 2));
  const modal = gap.some((t) => /^(?:will|would|may|might|could|should|can|to)$/.test(t.lower));
  const end = endOfFrameWords(tokens, i, word);
  const frame = {
    speaker: subject.speaker,
    saying,
    negated: negated || (modal && saying !== 'urge' && form === 'base' && !/^(?:say|confirm|deny)$/.test(word)),
    artefact: tokens.slice(i, end).some((t) => ARTEFACTS.has(t.lower)),
  };
  const clause = lower(tokens, end) === 'that' || lower(tokens, end - 1) === 'that' || /^(?:"|:)$/.test(lower(tokens, end)) || lower(tokens, end) === '"';
  if (saying === 'say' && closesClause(tokens, subject.from, i, end, word)) {
    const to = restOfFrame(tokens, i + 1);
    return {
      ...frame,
      words: { from: subject.from, to },
      scope: clauseAround(tokens, subject.from, to, false),
      side: to >= tokens.length - 2 ? 'before' : 'within',
    };
  }
  if (saying === 'say' && NEEDS_CLAUSE.has(word) && !clause && !TAKES_NOUN.has(word) && !clauseFollows(tokens, end)) return null;
  if (saying === 'say' && !clause && !TAKES_NOUN.has(word) && end >= tokens.length) return null;
  return {
    ...frame,
    words: { from: subject.from, to: end },
    scope: { from: end, to: endOfSaid(tokens, end) },
    side: 'after',
  };
}

/** A gerund speaks for the subject of its sentence: ", saying that ..."; not "the men reporting to". */
function gerundSubject(tokens: readonly Token[], i: number): Subject | null {
  const previous = lower(tokens, i - 1);
  if (/^(?:is|are|was|were|been)$/.test(previous)) return subjectBefore(tokens, i - 1);
  if (/^(?:also|not)$/.test(previous) && /^(?:is|are|was|were)$/.test(lower(tokens, i - 2))) return subjectBefore(tokens, i - 2);
  if (previous === ',' || previous === 'and' || ARTEFACTS.has(previous) || /^(?:while|by|after|before)$/.test(previous)) return { speaker: null, from: i };
  return null;
}

/** True where the words up to `verb` close a clause that stands before them: "Some 40 men left, the ministry said on Monday". */
function closesClause(tokens: readonly Token[], from: number, verb: number, end: number, word: string): boolean {
  const mark = lower(tokens, from - 1);
  if (mark !== ',' && !isQuote(mark) && mark !== '\u2014' && mark !== '\u2013' && mark !== '?' && mark !== '!') return false;
  if (from < 3) return false;
  const next = lower(tokens, verb + 1);
  const adjunct = next === '' || /^[.,;:)"\u2014\u2013]$/.test(next) || ADJUNCT.has(next) || WEEKDAYS.has(next) || /^told$/.test(word);
  if (!adjunct || next === ':' ) return false;
  if (lower(tokens, end) === 'that' || lower(tokens, end - 1) === 'that') return false;
  if (isQuote(next) && !isQuote(mark)) return false;
  if (lower(tokens, verb + 1) === ',' && isQuote(lower(tokens, verb + 2)) && !isQuote(mark)) return false;
  const said = tokens.slice(0, from - 1);
  const opens = lower(tokens, 0);
  if (!isQuote(mark) && PREPOSITIONS.has(opens) && !said.some((t) => AUXILIARIES.has(t.lower) || /ed$|^(?:sent|left|went|flew|took)$/.test(t.lower))) return false;
  if (/^told$/.test(word)) {
    const stop = tokens.slice(verb, verb + 14).findIndex((t) => /^(?:that|,|;|\.)$/.test(t.lower));
    return stop < 0 || lower(tokens, verb + stop) !== 'that';
  }
  return said.filter((t) => t.kind === 'word').length >= 2;
}

/** Past the addressee, place and date of the saying: "told reporters in Paris on Monday that" -> after "that". */
function endOfFrameWords(tokens: readonly Token[], verb: number, word: string): number {
  let at = verb + 1;
  if (lower(tokens, at) === 'out' || (/^call|^appeal/.test(word) && /^(?:on|for|upon|to)$/.test(lower(tokens, at)))) at++;
  // "said in a letter on Monday that": the "that" within reach, with nothing but adjuncts before it.
  for (let k = at; k < Math.min(tokens.length, verb + 22); k++) {
    const here = lower(tokens, k);
    if (here === 'that') {
      const between = tokens.slice(at, k);
      const plain = k === at || ADJUNCT.has(lower(tokens, at)) || /^tell|^told/.test(word) || WEEKDAYS.has(lower(tokens, at)) || lower(tokens, at) === ',';
      if (plain && !between.some((t) => AUXILIARIES.has(t.lower) && t.lower !== 'being')) return k + 1;
      break;
    }
    if (here === ';' || here === ':' || isQuote(here)) break;
  }
  if (/^tell|^told/.test(word)) {
    const heard = phraseAfter(tokens, at);
    if (heard.to > at) at = heard.to;
    while (ADJUNCT.has(lower(tokens, at)) && PREPOSITIONS.has(lower(tokens, at))) {
      const next = phraseAfter(tokens, at + 1);
      if (next.to === at + 1) break;
      at = next.to;
    }
  }
  // "said on Monday", "announced last week": a date of saying right after the verb.
  for (let k = Math.min(tokens.length, at + 5); k > at; k--) {
    const back = timeBeforeAt(tokens, k);
    if (back === at) return lower(tokens, k) === 'that' ? k + 1 : k;
  }
  // "said in a statement" with what it says behind it.
  if (lower(tokens, at) === 'in' || lower(tokens, at) === 'on' || lower(tokens, at) === 'at') {
    const place = phraseAfter(tokens, at + 1);
    if (place.to > at + 1 && tokens.slice(at + 1, place.to).some((t) => ARTEFACTS.has(t.lower) || t.lower === 'conference' || t.lower === 'briefing' || t.lower === 'twitter')) {
      let end = at + 1;
      while (end < place.to && !(ARTEFACTS.has(lower(tokens, end)) || /^(?:conference|briefing|twitter)$/.test(lower(tokens, end)))) end++;
      return lower(tokens, end + 1) === 'that' ? end + 2 : end + 1;
    }
  }
  return at;
}

const timeBeforeAt = (tokens: readonly Token[], end: number): number => timeBefore(tokens, end);

/** True where a clause of its own follows within reach: a verb that says so. */
const clauseFollows = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(from, from + 14).some((t) => AUXILIARIES.has(t.lower) || (/ed$/.test(t.lower) && !isCapital(t)) || /^(?:sent|left|went|flew|took|plans|leave|withdraw)$/.test(t.lower)) || isQuote(lower(tokens, from));

/** Where what is said ends: the sentence's end, or a new clause of the report's own. */
function endOfSaid(tokens: readonly Token[], from: number): number {
  let quoted = false;
  for (let i = from; i < tokens.length; i++) {
    const word = lower(tokens, i);
    if (isQuote(word)) quoted = !quoted;
    if (quoted) continue;
    if (word === ';') return i;
    if (word === ',' && /^(?:while|whereas|although|though|but)$/.test(lower(tokens, i + 1)) && i - from > 3) return i;
  }
  return tokens.length;
}

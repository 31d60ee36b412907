// Verbs of saying with their subject: "X said that ...", "..., X said on Monday", "..., said X".
import type { Token } from '../../text/document.ts';
import { wordsOf } from '../../text/words-of.ts';
import { apposedName, clauseAround, endOfSaid, type Frame, isQuote, lower } from './frame.ts';
import {
  ARTEFACTS,
  AUXILIARIES,
  NEEDS_CLAUSE,
  PREPOSITIONS,
  type Saying,
  SPEAKER_NOUNS,
  sayingOf,
  TAKES_NOUN,
  WEEKDAYS,
} from './lexicon.ts';
import { groupBefore, isCapital, phraseAfter, timeBefore } from './noun-phrase.ts';
import { type Subject, subjectBefore } from './subject.ts';

const RECKONS = wordsOf(/^(?:puts?|estimates?|estimated)$/);
/** A verb of saying with its subject, or turned round: '", said the minister'. */
export function verbFrame(tokens: readonly Token[], i: number, headline: boolean): Frame | null {
  const word = lower(tokens, i);
  const reckoning = RECKONS.has(word) && isOfNumber(tokens, i);
  const verb = sayingOf(word) ?? (reckoning ? PUT : null);
  if (!verb) return null;
  // "the United States", "News Reports": in running text a verb of saying is not capitalised.
  if (isCapital(tokens[i]) && (i === 0 || /^(?:states?|reports|claims)$/.test(word) || !headline)) return null;
  if (word === 'rule' || word === 'rules' || word === 'ruled' || word === 'ruling') {
    if (lower(tokens, i + 1) !== 'out') return null;
  }
  if (/^call/.test(word) && !/^(?:on|for|upon)$/.test(lower(tokens, i + 1))) return null;
  if (/^appeal/.test(word) && !/^(?:to|for)$/.test(lower(tokens, i + 1))) return null;
  const previous = lower(tokens, i - 1);
  // "40 officers posted to Cyprus": they say nothing.
  if (word === 'posted' && /^(?:to|in|at|near|abroad|overseas|there|here|along|around)$/.test(lower(tokens, i + 1)))
    return null;
  // "the Baltic states", "African Union states have": countries.
  if (word === 'states' && AUXILIARIES.has(lower(tokens, i + 1))) return null;
  if (
    word === 'states' &&
    /^(?:baltic|gulf|arab|sahel|nordic|balkan|member|neighbouring|neighboring|western|littoral|coastal|contributing)$/.test(
      previous,
    )
  )
    return null;
  if (verb.form === 'base' && /^(?:the|a|an|its|their|his|her|this|that|no|to|of|'s|let|in|by|on)$/.test(previous))
    return null;
  if (verb.form === 'finite' && /^(?:the|a|an|its|their|his|her|of|'s|by|in)$/.test(previous)) return null; // a noun: "its claims"
  if (
    /^(?:reports|claims|notes|demands|calls|reported|announced|declared|stated|wanted|claimed|alleged|confirmed|estimated)$/.test(
      word,
    ) &&
    attributive(tokens, i)
  )
    return null;
  // "prior disputes", "fresh demands": without a name or an office before it the word is a noun.
  if (
    /^(?:disputes|reports|claims|demands|calls|notes|estimates|blames|denies)$/.test(word) &&
    !/^denies|blames$/.test(word)
  ) {
    const group = groupBefore(tokens, i);
    const head = tokens[group.to - 1];
    const named =
      tokens.slice(group.from, group.to).some((t) => isCapital(t)) ||
      SPEAKER_NOUNS.has(head?.lower ?? '') ||
      /^(?:it|he|she|they|who|which|,|also)$/.test(previous);
    if (!named) return null;
  }
  const inverted = turnedRound(tokens, i, verb.form);
  if (inverted) return inverted;
  return forward(tokens, i, verb.saying, verb.form, reckoning);
}

/** "put the total number at 12,000", "estimates their number at 900": whose reckoning it is. */
const isOfNumber = (tokens: readonly Token[], i: number): boolean =>
  /^(?:the|its|their)$/.test(lower(tokens, i + 1)) &&
  tokens.slice(i + 2, i + 5).some((t) => /^(?:number|figure|total|strength|size)$/.test(t.lower));
const PUT = { saying: 'say', form: 'finite' } as const;

/** "the reported deployment", "previously announced plans", "news reports of": no act of saying with a subject. */
function attributive(tokens: readonly Token[], i: number): boolean {
  const previous = lower(tokens, i - 1);
  if (/^(?:a|an|the|this|that|previously|recently|newly|its|their|an?|'s|as|is|was|were|are|been)$/.test(previous))
    return true;
  const plural = /^(?:reports|claims|notes|demands|calls)$/.test(lower(tokens, i));
  return (
    plural &&
    /^(?:media|news|press|some|other|many|several|unconfirmed|earlier|amid|and|repeated|despite)$/.test(previous) &&
    !/^(?:that)$/.test(lower(tokens, i + 1))
  );
}

/** '..., said the minister.' '" says Ann Lee, the minister' */
function turnedRound(tokens: readonly Token[], i: number, form: string): Frame | null {
  if (
    form !== 'finite' ||
    !/^(?:said|says|added|adds|wrote|writes|reported|reports|explained|warned|announced|told|according)$/.test(
      lower(tokens, i),
    )
  )
    return null;
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
  if (
    previous === ',' &&
    !name &&
    !/^(?:|\.|,|;|in|on|at|to|during|who|after|late|early|yesterday|today|"|\)|\(|as|when|while)$/.test(after) &&
    !WEEKDAYS.has(after)
  )
    return null;
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

const ADJUNCT = new Set([
  'in',
  'on',
  'at',
  'to',
  'during',
  'after',
  'through',
  'via',
  'by',
  'late',
  'early',
  'this',
  'last',
  'yesterday',
  'today',
  'earlier',
  'recently',
  'while',
  'adding',
  'without',
  'as',
  'when',
  'before',
  'from',
  'following',
  'again',
  'tonight',
  'citing',
  'and',
  'but',
  'with',
  'over',
  'here',
]);

function forward(tokens: readonly Token[], i: number, saying: Saying, form: string, reckoning: boolean): Frame | null {
  const subject = form === 'gerund' ? gerundSubject(tokens, i) : subjectBefore(tokens, i);
  if (!subject) return null;
  if (form === 'base') {
    const speaker = subject.speaker;
    const head = speaker ? lower(tokens, speaker.to - 1) : '';
    const pluralOrModal =
      /s$|^(?:they|we|i|you|media|police|people|military|who)$/.test(head) ||
      tokens.slice(speaker?.to ?? i, i).some((t) => AUXILIARIES.has(t.lower)) ||
      tokens.slice(speaker?.from ?? i, speaker?.to ?? i).some((t) => t.lower === 'and');
    if (!pluralOrModal) return null;
  }
  const word = lower(tokens, i);
  const gap = outsideCommas(tokens.slice(subject.speaker?.to ?? i, i));
  const negated =
    gap.some((t) => t.lower === 'not' || t.lower === 'never') ||
    /^(?:declined|refused|refusing|declines|refuses)$/.test(lower(tokens, i - 2));
  const modal = gap.some((t) => /^(?:will|would|may|might|could|should|can|to)$/.test(t.lower));
  const end = endOfFrameWords(tokens, i, word);
  const frame = {
    speaker: subject.speaker,
    saying,
    negated: negated || (modal && saying !== 'urge' && form === 'base' && !/^(?:say|confirm|deny)$/.test(word)),
    artefact: tokens.slice(i, end).some((t) => ARTEFACTS.has(t.lower)),
  };
  const clause =
    lower(tokens, end) === 'that' ||
    lower(tokens, end - 1) === 'that' ||
    /^(?:"|:)$/.test(lower(tokens, end)) ||
    lower(tokens, end) === '"';
  if (saying === 'say' && closesClause(tokens, subject.from, i, end, word)) {
    const to = restOfFrame(tokens, i + 1);
    return {
      ...frame,
      words: { from: subject.from, to },
      scope: clauseAround(tokens, subject.from, to, false),
      side: to >= tokens.length - 2 ? 'before' : 'within',
    };
  }
  if (
    saying === 'say' &&
    NEEDS_CLAUSE.has(word) &&
    !clause &&
    !TAKES_NOUN.has(word) &&
    !reckoning &&
    !clauseFollows(tokens, end)
  )
    return null;
  if (saying === 'say' && !clause && !TAKES_NOUN.has(word) && end >= tokens.length) return null;
  return {
    ...frame,
    words: { from: subject.from, to: end },
    scope: { from: end, to: endOfSaid(tokens, end) },
    side: 'after',
  };
}

/** The words between a subject and its verb without what stands between two commas. */
function outsideCommas(tokens: readonly Token[]): Token[] {
  let inside = false;
  return tokens.filter((t) => {
    if (t.lower === ',') inside = !inside;
    return !inside;
  });
}

/** A gerund speaks for the subject of its sentence: ", saying that ..."; not "the men reporting to". */
function gerundSubject(tokens: readonly Token[], i: number): Subject | null {
  const previous = lower(tokens, i - 1);
  if (/^(?:is|are|was|were|been)$/.test(previous)) return subjectBefore(tokens, i - 1);
  if (/^(?:also|not)$/.test(previous) && /^(?:is|are|was|were)$/.test(lower(tokens, i - 2)))
    return subjectBefore(tokens, i - 2);
  if (previous === ',' || previous === 'and' || ARTEFACTS.has(previous) || /^(?:while|by|after|before)$/.test(previous))
    return { speaker: null, from: i };
  return null;
}

/** True where the words up to `verb` close a clause that stands before them: "Some 40 men left, the ministry said on Monday". */
function closesClause(tokens: readonly Token[], from: number, verb: number, end: number, word: string): boolean {
  const mark = lower(tokens, from - 1);
  if (mark !== ',' && !isQuote(mark) && mark !== '\u2014' && mark !== '\u2013' && mark !== '?' && mark !== '!')
    return false;
  if (from < 3) return false;
  const next = lower(tokens, verb + 1);
  const adjunct =
    next === '' ||
    /^[.,;:)"\u2014\u2013]$/.test(next) ||
    ADJUNCT.has(next) ||
    WEEKDAYS.has(next) ||
    /^told$/.test(word);
  if (!adjunct || next === ':') return false;
  if (lower(tokens, end) === 'that' || lower(tokens, end - 1) === 'that') return false;
  if (isQuote(next) && !isQuote(mark)) return false;
  if (lower(tokens, verb + 1) === ',' && isQuote(lower(tokens, verb + 2)) && !isQuote(mark)) return false;
  const said = tokens.slice(0, from - 1);
  const opens = lower(tokens, 0);
  if (
    !isQuote(mark) &&
    PREPOSITIONS.has(opens) &&
    !said.some((t) => AUXILIARIES.has(t.lower) || /ed$|^(?:sent|left|went|flew|took)$/.test(t.lower))
  )
    return false;
  if (/^told$/.test(word)) {
    const stop = tokens.slice(verb, verb + 14).findIndex((t) => /^(?:that|,|;|\.)$/.test(t.lower));
    return stop < 0 || lower(tokens, verb + stop) !== 'that';
  }
  return said.filter((t) => t.kind === 'word').length >= 2;
}

/** Past the addressee, place and date of the saying: "told reporters in Paris on Monday that" -> after "that". */
function endOfFrameWords(tokens: readonly Token[], verb: number, word: string): number {
  let at = verb + 1;
  if (lower(tokens, at) === 'out' || (/^call|^appeal/.test(word) && /^(?:on|for|upon|to)$/.test(lower(tokens, at))))
    at++;
  // "said in a letter on Monday that": the "that" within reach, with nothing but adjuncts before it.
  for (let k = at; k < Math.min(tokens.length, verb + 22); k++) {
    const here = lower(tokens, k);
    if (here === 'that') {
      const between = tokens.slice(at, k);
      const plain =
        k === at ||
        ADJUNCT.has(lower(tokens, at)) ||
        /^tell|^told/.test(word) ||
        WEEKDAYS.has(lower(tokens, at)) ||
        lower(tokens, at) === ',';
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
    if (
      place.to > at + 1 &&
      tokens
        .slice(at + 1, place.to)
        .some(
          (t) => ARTEFACTS.has(t.lower) || t.lower === 'conference' || t.lower === 'briefing' || t.lower === 'twitter',
        )
    ) {
      let end = at + 1;
      while (
        end < place.to &&
        !(ARTEFACTS.has(lower(tokens, end)) || /^(?:conference|briefing|twitter)$/.test(lower(tokens, end)))
      )
        end++;
      return lower(tokens, end + 1) === 'that' ? end + 2 : end + 1;
    }
  }
  return at;
}

const timeBeforeAt = (tokens: readonly Token[], end: number): number => timeBefore(tokens, end);

const beforeComma = (tokens: readonly Token[]): readonly Token[] => {
  const comma = tokens.findIndex((t, i) => t.lower === ',' && i >= 1);
  return comma < 0 ? tokens : tokens.slice(0, comma);
};

/** True where a clause of its own follows within reach: a verb that says so. */
const clauseFollows = (tokens: readonly Token[], from: number): boolean =>
  beforeComma(tokens.slice(from, from + 14)).some(
    (t) =>
      AUXILIARIES.has(t.lower) ||
      (/ed$/.test(t.lower) && !isCapital(t)) ||
      /^(?:sent|left|went|flew|took|plans|leave|withdraw)$/.test(t.lower),
  ) || isQuote(lower(tokens, from));

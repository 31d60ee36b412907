// From a phrase to a speaker in plain form: "the Dutch defence minister, Anna Visser," -> "Anna Visser"; "its navy" -> "Chile's navy".
import type { Span } from '../../model/claim.ts';
import type { Token } from '../../text/document.ts';
import { ARTEFACTS, DETERMINERS, PERSON_NOUNS, SPEAKER_NOUNS, TITLES } from './lexicon.ts';
import { isCapital, type Phrase, timeBefore } from './noun-phrase.ts';

export interface Speaker {
  /** Plain form; null where the words are a pronoun or "the statement" that nothing before settles. */
  readonly name: string | null;
  readonly span: Span;
  readonly person: boolean;
  /** he she it they / own (I, we: the report itself) / artefact ("the letter") / named. */
  readonly reference: 'named' | 'he' | 'it' | 'they' | 'own' | 'artefact';
}

const PARTICLES: ReadonlySet<string> = new Set(
  'de da dos di del der den van von al el bin ibn la le du ul abu'.split(' '),
);
const GROUP_WORD =
  /(?:s|force|forces|army|navy|ministry|government|department|command|office|council|union|party|house|agency)$/;
/** Capitalised words that belong to an office or a body and not to a person's own name. */
const OFFICE_WORD =
  /^(?:minister|ministry|secretary|president|premier|chancellor|general|defen[cs]e|foreign|state|prime|vice|deputy|chief|staff|spokes\w+|ambassador|senator|representative|interior|press|security|council|department|force|forces|army|navy|command|house|office|nations|union|party|government|parliament|officials?|commander|colonel|captain|major|lieutenant|admiral|of|the|and|for|high)$/;

const cleaned = (text: string): string =>
  text
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The personal name that ends the phrase, as [from, to), where at least two capitalised words stand after the last office word. */
export function personalName(tokens: readonly Token[], phrase: Phrase): Phrase | null {
  let from = phrase.to;
  let capitals = 0;
  while (from > phrase.from) {
    const token = tokens[from - 1] as Token;
    if (token.kind === 'word' && isCapital(token) && !OFFICE_WORD.test(token.lower) && !TITLES.has(token.lower)) {
      if (/^(?:U\.?S|U\.?N|E\.?U|U\.?K|NATO|[A-Z]{3,})\.?$/.test(token.text)) break;
      capitals++;
      from--;
    } else if (capitals > 0 && (PARTICLES.has(token.lower) || token.lower === '-') && from - 1 > phrase.from) from--;
    else break;
  }
  while (from < phrase.to && !isCapital(tokens[from])) from++;
  const before = tokens[from - 1];
  const titled =
    from > phrase.from && before !== undefined && (TITLES.has(before.lower) || PERSON_NOUNS.has(before.lower));
  const whole = from === phrase.from && capitals >= 2 && !SPEAKER_NOUNS.has(tokens[phrase.to - 1]?.lower ?? '');
  if (capitals < 1 || (!titled && !(whole && capitals <= 4))) return null;
  return { from, to: phrase.to };
}

/** Reads the speaker out of a phrase. `owner` is whom "its" stands for; `fullName` completes a surname from what the report said before. */
export function readSpeaker(
  text: string,
  tokens: readonly Token[],
  whole: Phrase,
  owner: string | null,
  fullName: (surname: string) => string | null,
): Speaker {
  const phrase = speakerAlone(tokens, whole);
  const first = tokens[phrase.from] as Token;
  const last = tokens[phrase.to - 1] as Token;
  const span: Span = [first.start, last.end];
  const refer = (reference: Speaker['reference'], person = false): Speaker => ({ name: null, span, person, reference });
  if (phrase.to - phrase.from === 1 || (phrase.to - phrase.from === 2 && DETERMINERS.has(first.lower))) {
    if (/^(?:he|she)$/.test(last.lower)) return refer('he', true);
    if (/^(?:it|this|that|which)$/.test(last.lower)) return refer('it');
    if (/^(?:they|who|both|others)$/.test(last.lower)) return refer('they');
    if (/^(?:i|we|you)$/.test(last.lower)) return refer('own', true);
    if (ARTEFACTS.has(last.lower)) return refer('artefact');
  }
  if (/^(?:my|our)$/.test(first.lower)) return refer('own');
  const name = personalName(tokens, phrase);
  if (name) {
    const own = cleaned(text.slice((tokens[name.from] as Token).start, last.end));
    if (name.to - name.from > 1) return { name: own, span, person: true, reference: 'named' };
    const full = fullName(own);
    const titled = titleBefore(tokens, phrase.from, name.from);
    const plain = full ?? (titled < name.from ? cleaned(text.slice((tokens[titled] as Token).start, last.end)) : own);
    return { name: plain, span, person: true, reference: 'named' };
  }
  let from = phrase.from;
  let prefix = '';
  if (DETERMINERS.has(first.lower) && phrase.to - from > 1) {
    if (/^(?:its|their|his|her)$/.test(first.lower)) prefix = owner ? `${owner}'s ` : '';
    from++;
  }
  let to = phrase.to;
  // "the Pentagon's latest count", "a White House statement": the owner of what was said speaks.
  const artefact =
    ARTEFACTS.has(last.lower) ||
    /^(?:count|counts|figures|estimate|estimates|data|tally|reckoning|account|records)$/.test(last.lower);
  if (artefact && to - from > 1) {
    const mark = tokens.findIndex((t, i) => i > from && i < to && t.lower === "'s");
    if (mark > 0) to = mark;
    else while (to - 1 > from && !isCapital(tokens[to - 1])) to--;
  }
  if (tokens[to - 1]?.lower === "'s" && to - 1 > from) to--;
  const words = cleaned(text.slice((tokens[from] as Token).start, (tokens[to - 1] as Token).end));
  const head = (tokens[to - 1] as Token).lower;
  if (to - from === 1 && isCapital(tokens[from]) && !SPEAKER_NOUNS.has(head) && !/^[\p{Lu}\d.]+$/u.test(words)) {
    const full = fullName(words);
    if (full) return { name: full, span, person: true, reference: 'named' };
  }
  return { name: prefix + words, span, person: PERSON_NOUNS.has(head) && !GROUP_WORD.test(head), reference: 'named' };
}

/** "triggering clashes, witnesses and police" -> "witnesses and police"; "Mr Lee also waved off" -> "Mr Lee". */
function speakerAlone(tokens: readonly Token[], { from, to }: Phrase): Phrase {
  const commas = tokens.flatMap((t, i) => (i > from && i < to - 1 && t.text === ',' ? [i] : []));
  const clause = /^[a-z]+ing$/.test(tokens[from]?.text ?? '') && tokens[from - 1]?.text === ',';
  if (clause && commas.length > 0) return { from: commas.at(-1)! + 1, to };
  // "Just last week, Chad and Togo said": when stands before who.
  const [comma] = commas;
  if (
    comma !== undefined &&
    timeBefore(tokens, comma) <= from + 1 &&
    /^(?:just|only|early|late|earlier|later|last|this|on|in)$/.test(tokens[from]!.lower)
  )
    return { from: comma + 1, to };
  const also = tokens.findIndex((t, i) => i > from && i < to && t.text === 'also' && isCapital(tokens[i - 1]));
  return also < 0 ? { from, to } : { from, to: also };
}

/** Where the title right before a surname starts: "[President] Sall", "[Mr.] Price". */
function titleBefore(tokens: readonly Token[], lowest: number, name: number): number {
  let from = name;
  while (from > lowest && TITLES.has(tokens[from - 1]?.lower ?? '') && isCapital(tokens[from - 1])) from--;
  return from;
}

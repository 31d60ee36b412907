// Light noun phrases, read to the left or to the right of a word: enough to find who speaks. No tags: a phrase ends where a word stands that
// cannot be part of a name or a noun group.
import { isCapitalised } from '../../text/characters.ts';
import type { Token } from '../../text/document.ts';
import {
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  MONTHS,
  PREPOSITIONS,
  PRONOUNS,
  SPEAKER_NOUNS,
  sayingOf,
  TIME_LEADS,
  TIME_NOUNS,
  WEEKDAYS,
} from './lexicon.ts';

/** Tokens [from, to) of a sentence. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
}

const CHAIN: ReadonlySet<string> = new Set(['of', 'for', 'in', 'from', 'at']);
const LONGEST = 12;

export const isCapital = (token: Token | undefined): boolean =>
  token !== undefined && token.kind === 'word' && isCapitalised(token.text);
const isWord = (token: Token | undefined): boolean => token?.kind === 'word';

/** True for a word that a noun group can hold; capitalised function words ("Will", "May") count as names only inside a name. */
function isNominal(token: Token): boolean {
  if (token.kind === 'number') return true;
  if (token.kind === 'punctuation') return token.lower === '-' || token.lower === '&' || token.lower === '/';
  if (token.lower === "'s" || token.lower === "'") return true;
  const word = token.lower;
  if (AUXILIARIES.has(word) || PREPOSITIONS.has(word) || CONJUNCTIONS.has(word) || PRONOUNS.has(word)) return false;
  if (WEEKDAYS.has(word)) return false;
  return true;
}

/** The noun group that ends before token `end`: "[the German Defense Ministry] said". Empty (from = to) where none does. */
export function groupBefore(tokens: readonly Token[], end: number): Phrase {
  let from = end;
  while (from > 0 && end - from < LONGEST) {
    const token = tokens[from - 1] as Token;
    if (
      token.kind === 'word' &&
      DETERMINERS.has(token.lower) &&
      !(isCapital(token) && from < end && token.lower === 'one')
    ) {
      from--;
      if (tokens[from - 1]?.lower === 'all' || tokens[from - 1]?.lower === 'both') from--;
      break;
    }
    if (!isNominal(token)) break;
    // "on Chad last month Mr. Lee appealed": the month is no part of who does.
    if (from < end && TIME_NOUNS.has(token.lower) && /^(?:last|this|next|earlier)$/.test(tokens[from - 2]?.lower ?? ''))
      break;
    const dated = token.kind === 'number' && MONTHS.has(tokens[from - 2]?.lower ?? '');
    if (dated || (MONTHS.has(token.lower) && from < end && isCapital(token))) break;
    const saying = token.kind === 'word' && !isCapital(token) ? sayingOf(token.lower) : null;
    if (saying && saying.form === 'finite' && !SPEAKER_NOUNS.has(token.lower)) break;
    from--;
  }
  while (from < end && tokens[from]?.kind === 'punctuation') from++;
  return { from, to: end };
}

/** True where nothing of the same clause stands before token `at`. */
export const startsClause = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return (
    before === undefined || (before.kind === 'punctuation' && before.lower !== '-') || CONJUNCTIONS.has(before.lower)
  );
};

const POSTED = new Set(
  'envoy envoys ambassador ambassadors representative adviser advisers advisor emissary delegate'.split(' '),
);

/**
 * The speaker phrase that ends before token `end`, with what hangs on it: "[a spokesman for the mission in Mali] said",
 * "[Polish radio and officials in Kyiv] say".
 */
export function phraseBefore(tokens: readonly Token[], end: number): Phrase {
  const group = groupBefore(tokens, end);
  if (group.from === group.to) return group;
  let from = group.from;
  const beforeGroup = tokens[from - 1];
  // "the UN envoy to Mali": who is sent somewhere speaks, not where.
  const isPosted = beforeGroup?.lower === 'to' && POSTED.has(tokens[from - 2]?.lower ?? '');
  if (beforeGroup && (CHAIN.has(beforeGroup.lower) || isPosted)) {
    const owner = chainBefore(tokens, from - 1);
    if (owner !== null) from = owner;
  }
  const joint = tokens[from - 1]?.lower;
  if (joint === 'and' || joint === 'or') {
    const before = tokens[from - 2]?.lower === ',' ? from - 2 : from - 1;
    const other = groupBefore(tokens, before);
    const head = tokens[other.to - 1];
    const named =
      head !== undefined &&
      (isCapital(head) || SPEAKER_NOUNS.has(head.lower) || DETERMINERS.has(tokens[other.from]?.lower ?? '')) &&
      other.from < other.to;
    if (named) {
      const third = tokens[other.from - 1]?.lower === ',' ? groupBefore(tokens, other.from - 1) : null;
      const list = third && third.from < third.to && startsClauseOrBy(tokens, third.from) && third.to - third.from <= 3;
      if (list) from = third.from;
      else if (startsClauseOrBy(tokens, other.from)) from = other.from;
    }
  }
  return { from, to: end };
}

const startsClauseOrBy = (tokens: readonly Token[], at: number): boolean =>
  startsClause(tokens, at) || tokens[at - 1]?.lower === 'by' || tokens[at - 1]?.lower === 'to';

/** Follows "NP prep NP prep" to the left of the preposition at `preposition`; the start of the whole where its head is one who speaks. */
function chainBefore(tokens: readonly Token[], preposition: number): number | null {
  let at = preposition;
  let start: number | null = null;
  for (let links = 0; links < 4; links++) {
    const group = groupBefore(tokens, at);
    if (group.from === group.to) break;
    const head = tokens[group.to - 1];
    if (head && (SPEAKER_NOUNS.has(head.lower) || (startsClause(tokens, group.from) && !isTime(tokens, group))))
      start = group.from;
    const before = tokens[group.from - 1];
    if (!before || !CHAIN.has(before.lower)) break;
    at = group.from - 1;
  }
  return start;
}

const isTime = (tokens: readonly Token[], group: Phrase): boolean => {
  const head = tokens[group.to - 1];
  return head !== undefined && (TIME_NOUNS.has(head.lower) || MONTHS.has(head.lower) || WEEKDAYS.has(head.lower));
};

/** The speaker phrase that starts at token `start`: "said [a spokesman for the mission]", "according to [officials in Seoul]". */
export function phraseAfter(tokens: readonly Token[], start: number): Phrase {
  let to = groupAfter(tokens, start);
  if (to === start) return { from: start, to };
  for (let links = 0; links < 4; links++) {
    const link = tokens[to];
    if (!link) break;
    const head = tokens[to - 1];
    const next = groupAfter(tokens, to + 1);
    if (next === to + 1) break;
    const artefact = tokens
      .slice(to + 1, next)
      .some((t) => /^(?:statement|letter|report|interview|tweet|post|speech|briefing|conference)s?$/.test(t.lower));
    const hangs =
      CHAIN.has(link.lower) &&
      !artefact &&
      !isTime(tokens, { from: to + 1, to: next }) &&
      head &&
      SPEAKER_NOUNS.has(head.lower);
    const joined =
      (link.lower === 'and' || link.lower === '&') &&
      (isCapital(tokens[next - 1]) || SPEAKER_NOUNS.has(tokens[next - 1]?.lower ?? ''));
    const goesOn = joined && !sayingOf(tokens[next]?.lower ?? '') && !AUXILIARIES.has(tokens[next]?.lower ?? '');
    const listed =
      link.lower === ',' &&
      tokens[next]?.lower === ',' &&
      isCapital(tokens[next - 1]) &&
      next - to <= 4 &&
      listEnds(tokens, next);
    if (!hangs && !goesOn && !listed) break;
    to = next;
    if (listed && tokens[to]?.lower === ',' && tokens[to + 1]?.lower === 'and') {
      to = groupAfter(tokens, to + 2);
      break;
    }
  }
  return { from: start, to };
}

const listEnds = (tokens: readonly Token[], comma: number): boolean =>
  tokens[comma + 1]?.lower === 'and' && isWord(tokens[comma + 2]);

/** The end of the noun group that starts at `start`. */
export function groupAfter(tokens: readonly Token[], start: number): number {
  let to = start;
  while (to < tokens.length && to - start < LONGEST) {
    const token = tokens[to] as Token;
    const determiner = token.kind === 'word' && DETERMINERS.has(token.lower);
    if (determiner && to > start && !isCapital(token) && !/^(?:both|all)$/.test(tokens[to - 1]!.lower)) break;
    if (!determiner && !isNominal(token)) break;
    if (token.kind === 'word' && to > start && !isCapital(token)) {
      if (TIME_LEADS.has(token.lower)) break;
      const saying = sayingOf(token.lower);
      if (saying && saying.form !== 'base' && !SPEAKER_NOUNS.has(token.lower)) break;
    }
    to++;
  }
  while (to > start && tokens[to - 1]?.kind === 'punctuation') to--;
  return to;
}

/** Steps left over "on Monday", "last week", "on 3 March", "in May 2021" that end before `end`; `end` where none does. */
export function timeBefore(tokens: readonly Token[], end: number): number {
  let at = end;
  const word = (i: number): string => tokens[i]?.lower ?? '';
  if (WEEKDAYS.has(word(at - 1))) at -= 1;
  else if (
    TIME_NOUNS.has(word(at - 1)) &&
    /^(?:last|this|next|earlier|that|the|same|one|late|two|few|to)$/.test(word(at - 2))
  )
    at -= 2;
  else if (tokens[at - 1]?.kind === 'number' && MONTHS.has(word(at - 2))) at -= 2;
  else if (MONTHS.has(word(at - 1)) && isCapital(tokens[at - 1])) at -= 1;
  else if (tokens[at - 1]?.kind === 'number' && word(at - 2) === 'in') return at - 2;
  else return end;
  if (tokens[at - 1]?.kind === 'number' && at < end) at--;
  while (
    TIME_LEADS.has(word(at - 1)) ||
    /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(word(at - 1))
  )
    at--;
  return at;
}

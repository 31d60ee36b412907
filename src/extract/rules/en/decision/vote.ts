// Votes as counted: "170-0", "309 to 37 with four abstentions", "39 deputies were in favour and 47 against", "the 328 members".
import type { Vote } from '../../../../model/claim.ts';
import type { Token } from '../../../../text/document.ts';
import { readCardinal } from '../../../../text/number-words.ts';
import { findNumbers } from '../../../../text/numbers.ts';

const NONE: ReadonlySet<string> = new Set(['no', 'none', 'zero']);

function valueAt(tokens: readonly Token[], i: number): number | null {
  const token = tokens[i];
  if (!token) return null;
  if (NONE.has(token.lower)) return 0;
  const read = readCardinal(tokens, i);
  return read?.to === i + 1 && !read.approx && Number.isInteger(read.value) ? read.value : null;
}

const isDash = (word: string | undefined): boolean => word === '-' || word === '\u2013' || word === '\u2014';
const EMPTY: Vote = { for: null, against: null, abstain: null, members: null };

/** The count in a sentence that speaks of a vote; null where it gives none. */
export function voteIn(tokens: readonly Token[]): Vote | null {
  const words = tokens.map((t) => t.lower);
  if (
    !words.some((w) =>
      /^(?:vote|votes|voted|voting|tally|ballot|favou?r|against|abstentions?|abstained|unanimous|unanimously|passed|approved|rejected|margin|adopted|motion|bill|defeated|carried|cleared|threw|thrown)$/.test(
        w,
      ),
    )
  )
    return null;
  let found = EMPTY;
  const set = (key: keyof Vote, n: number | null): void => {
    if (n !== null && found[key] === null) found = { ...found, [key]: n };
  };
  for (let i = 0; i < tokens.length; i++) {
    const a = valueAt(tokens, i);
    if (a === null) continue;
    // "170-0", "170 to 0", "170 votes to 12"
    let k = i + 1;
    if (/^votes?$/.test(words[k] ?? '')) k++;
    const joint = isDash(words[k]) || words[k] === 'to' || words[k] === 'against';
    const b = joint ? valueAt(tokens, k + 1) : null;
    const money =
      words[i - 1] === '$' ||
      /^(?:per|percent|%|years?|days?|months?|hours?|troops|soldiers|million|billion|men|peacekeepers|personnel|"?non-combat"?)$/.test(
        words[k + 2] ?? '',
      );
    if (
      b !== null &&
      tokens[i]?.kind === 'number' &&
      !money &&
      !/^(?:from|between|days?)$/.test(words[i - 1] ?? '') &&
      found.for === null &&
      countsVotes(words, i, k)
    ) {
      set('for', a);
      set('against', b);
      i = k + 1;
      continue;
    }
    const window = words.slice(i + 1, i + 6).join(' ');
    if (
      /^(?:(?:votes?|members?|deputies|lawmakers|mps|senators|countries|states|nations|delegates|ballots|of them|were|voted|was|cast) )*(?:in favou?r|for\b|yes\b|backed|supported|voted for)/.test(
        window,
      )
    )
      set('for', a);
    else if (
      /^(?:(?:votes?|members?|deputies|lawmakers|mps|senators|were|voted|countries|states|cast) )*(?:against|opposed|no\b)/.test(
        window,
      )
    )
      set('against', a);
    else if (
      /^(?:(?:members?|deputies|lawmakers|mps|senators|countries|states) )?abst(?:entions?|ained|aining)/.test(window)
    )
      set('abstain', a);
    else if (
      /^(?:-?member|-?seat|members?|seats?|deputies|lawmakers|mps)\b/.test(window) &&
      /\bof the $/.test(`${words.slice(Math.max(0, i - 2), i).join(' ')} `)
    )
      set('members', a);
  }
  for (const token of tokens) {
    const seats = /^(\d{2,4})-(?:member|seat)/.exec(token.lower);
    if (seats) set('members', Number(seats[1]));
  }
  return Object.values(found).some((n) => n !== null) ? found : null;
}

/** A pair of numbers is a vote where voting is spoken of within reach. */
const countsVotes = (words: readonly string[], from: number, to: number): boolean =>
  words
    .slice(Math.max(0, from - 9), to + 8)
    .some((w) =>
      /^(?:vote|votes|voted|voting|tally|ballot|abstentions?|margin|passed|approved|rejected|adopted|favou?r|defeated|carried|cleared|threw|thrown|fell)$/.test(
        w,
      ),
    );

/** "Many of the 328 members of Parliament", "the 290-seat parliament". */
export function membersIn(tokens: readonly Token[]): number | null {
  const words = tokens.map((t) => t.lower);
  for (const number of findNumbers(tokens)) {
    if (number.min === null || number.min !== number.max) continue;
    const after = words.slice(number.to, number.to + 4).join(' ');
    if (
      /^(?:members?|seats?|deputies|lawmakers|mps|legislators) (?:of|in) (?:the )?(?:parliament|house|assembly|senate|council|congress|chamber|legislature)/.test(
        after,
      )
    )
      return number.min;
  }
  for (const [i, word] of words.entries()) {
    const seats = /^(\d{2,4})-(?:member|seat|strong)$/.exec(word);
    if (
      seats &&
      words
        .slice(i + 1, i + 4)
        .some((w) => /^(?:parliament|house|assembly|senate|council|congress|chamber|legislature|body)$/.test(w))
    )
      return Number(seats[1]);
  }
  return null;
}

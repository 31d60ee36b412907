// Is a decision done, or is something still needed? "will not be final until it is signed by the president" -> the signature of the president.
import type { Token } from '../../../../text/document.ts';
import { wordsOf } from '../../../../text/words-of.ts';
import { phraseAfter } from '../../../attribution/noun-phrase.ts';

export interface Standing {
  /** false: something is still needed; true: the text says it is done; null: nothing said. */
  readonly final: boolean | null;
  readonly pending: string | null;
}

/** What a house gives that has yet to speak. */
const GIVEN: Readonly<Record<string, string>> = {
  agree: 'agreement',
  approve: 'approval',
  vote: 'vote',
  decide: 'decision',
  sign: 'signature',
  ratify: 'ratification',
  consent: 'consent',
};

const NOTHING: Standing = { final: null, pending: null };
const NOUN_OF: Readonly<Record<string, string>> = {
  signed: 'signature',
  approved: 'approval',
  ratified: 'ratification',
  endorsed: 'endorsement',
  confirmed: 'confirmation',
  passed: 'passage',
  adopted: 'adoption',
  authorised: 'authorisation',
  authorized: 'authorization',
  formalised: 'formalisation',
};
const NEEDED = wordsOf(
  /^(?:approval|consent|signature|ratification|endorsement|confirmation|authori[sz]ation|permission|agreement|formali[sz]ation|clearance|clearances|backing|vote|decision|assent|blessing|go-ahead)$/,
);

const HOUSE = wordsOf(
  /^(?:parliament|congress|senate|assembly|lawmakers|cabinet|council|house|chamber|bundestag|knesset|duma|riksdag|storting|folketing|sejm|diet|majlis|cortes|president|legislature|deputies|mps)$/,
);
const DONE =
  /\b(?:(?<!(?:needs?|await\w*|pending|requires?|seek\w*|for|to) (?:the |a |its )?)final (?:approval|go-ahead|vote|reading)|finally approved|definitively|into law|(?:no further|no more) (?:approval|vote|consent|decision) (?:is |was )?(?:needed|required)|(?:takes?|took) effect (?:immediately|at once))\b/;

/** "the upper house" that ends before token `to`, without its article. */
function nameBefore(text: string, tokens: readonly Token[], to: number): string {
  let from = to - 1;
  while (
    from > 0 &&
    to - from < 4 &&
    /^(?:upper|lower|national|federal|full|u\.s\.|dutch|german|french)$/.test(tokens[from - 1]!.lower)
  )
    from--;
  return text.slice(tokens[from]!.start, tokens[to - 1]!.end);
}

/** What a sentence says about the standing of the decision made in it or right before it. */
export function standingIn(text: string, tokens: readonly Token[]): Standing {
  const words = tokens.map((t) => t.lower);
  const at = (i: number): string => words[i] ?? '';
  const phrase = (from: number): string => {
    const p = phraseAfter(tokens, from);
    const start = /^(?:the|a|an)$/.test(at(p.from)) && p.to - p.from > 1 ? p.from + 1 : p.from;
    return p.from < p.to ? text.slice(tokens[start]!.start, tokens[p.to - 1]!.end).replace(/\s+/g, ' ') : '';
  };
  for (let i = 0; i < words.length; i++) {
    // "until (it is) signed by X", "before it is approved by X", "once ratified by X", "must still be approved by X"
    const noun = NOUN_OF[at(i)];
    if (
      noun === 'formalisation' &&
      /\bwill be\b/.test(words.slice(Math.max(0, i - 4), i).join(' ')) &&
      at(i + 1) === 'by'
    )
      return { final: false, pending: `${noun} by ${phrase(i + 2)}` };
    if (noun !== undefined && at(i + 1) === 'by') {
      const before = words.slice(Math.max(0, i - 7), i);
      if (
        before.some((w) => /^(?:until|unless|before|once|must|needs?|still|yet|awaits?|awaiting|has)$/.test(w)) &&
        before.some((w) => /^(?:until|unless|before|once|must|needs?|still|yet)$/.test(w))
      )
        return { final: false, pending: `${noun} of ${phrase(i + 2)}` };
    }
    // "subject to / pending / awaiting / awaited / needs / requires (the) approval of X", "parliament must still give its consent"
    if (NEEDED.has(at(i))) {
      const before = words.slice(Math.max(0, i - 6), i);
      const open = before.join(' ');
      const needs =
        /\b(?:subject to|pending|awaits?|awaiting|awaited|needs?|needed|requires?|required|seek|sought|without|depends on|dependent on|conditional on)\b/.test(
          open,
        ) ||
        (/\b(?:must|has yet to|have yet to|still)\b/.test(open) && /\bgive|\bgrant|\bhold|\bissue|\btake/.test(open)) ||
        (before.includes('still') && /\b(?:need|require|await)/.test(open));
      if (!needs) continue;
      const link = at(i + 1);
      if (/^(?:of|by|from|in)$/.test(link))
        return { final: false, pending: `${at(i)} ${link === 'in' ? 'in' : 'of'} ${phrase(i + 2)}` };
      // Who needs it does not give it: "the plan needs approval".
      const gives = /\b(?:give|grant|hold|issue|take)/.test(open) || at(i - 1) === "'s";
      const owner = gives ? ownerOfNeed(text, tokens, i) : null;
      return { final: false, pending: owner ? `${at(i)} of ${owner}` : at(i) };
    }
  }
  const line = words.join(' ');
  // "gave its final approval", "signed it into law", "no further vote is needed": it is done.
  if (DONE.test(line)) return { final: true, pending: null };
  for (let i = 0; i < words.length; i++) {
    if (!HOUSE.has(at(i))) continue;
    const after = words.slice(i + 1, i + 8).join(' ');
    // "parliament is due to vote on it": a house that has still to speak.
    if (
      at(i) !== 'president' &&
      /^(?:will|is|are) (?:(?:also|still|then|now|due|expected|scheduled|set|to) )*(?:vote|debate|decide)\b/.test(after)
    )
      return { final: false, pending: `vote of ${nameBefore(text, tokens, i + 1)}` };
    // "the Bundestag must agree": a house that has still to give its word.
    const must =
      /^(?:must|needs? to|has to|have to) (?:(?:still|also|first|now) )*(agree|approve|vote|consent|ratify|decide|sign)\b/.exec(
        after,
      )?.[1];
    if (must !== undefined) return { final: false, pending: `${GIVEN[must]} of ${nameBefore(text, tokens, i + 1)}` };
    // "the bill now goes to the Senate"
    if (
      /\b(?:goes|heads|moves|passes|sent|went) (?:back )?(?:to|before) (?:the )?(?:\S+ )?$/.test(
        `${words.slice(Math.max(0, i - 5), i).join(' ')} `,
      )
    )
      return { final: false, pending: `approval of ${nameBefore(text, tokens, i + 1)}` };
  }
  for (let i = 0; i + 4 < words.length; i++) {
    // "the lower house has yet to agree": what it has yet to do.
    if (!/^(?:has|have)$/.test(at(i)) || at(i + 1) !== 'yet' || at(i + 2) !== 'to') continue;
    const noun = GIVEN[at(i + 3)];
    const owner = noun ? ownerOfNeed(text, tokens, i + 3) : null;
    if (noun) return { final: false, pending: owner ? `${noun} of ${owner}` : noun };
  }
  for (let i = 0; i < words.length; i++) {
    if (at(i) === 'final' || at(i) === 'binding') {
      const before = words.slice(Math.max(0, i - 5), i);
      if (before.some((w) => w === 'not' || w === "n't" || w === 'no' || w === 'never'))
        return { final: false, pending: null };
    }
  }
  if (words.some((w) => w === 'non-binding' || w === 'nonbinding' || w === 'preliminary'))
    return { final: false, pending: null };
  return NOTHING;
}

/** "but parliament must still give its consent", "needs parliament's approval": whose it is. */
function ownerOfNeed(text: string, tokens: readonly Token[], need: number): string | null {
  let i = need - 1;
  if (tokens[i]?.lower === "'s") {
    let from = i;
    while (
      from > 0 &&
      tokens[from - 1]?.kind === 'word' &&
      !/^(?:the|a|subject|to|pending|needs?|requires?|awaits?|awaiting|of|still|from|without)$/.test(
        tokens[from - 1]?.lower ?? '',
      )
    )
      from--;
    return from < i ? text.slice(tokens[from]!.start, tokens[i - 1]!.end) : null;
  }
  while (i > 0 && !/^(?:must|still|has|have|needs?|will)$/.test(tokens[i]?.lower ?? '')) i--;
  let to = i;
  while (to > 0 && /^(?:must|still|has|have|yet|will|also)$/.test(tokens[to - 1]?.lower ?? '')) to--;
  let from = to;
  while (
    from > 0 &&
    tokens[from - 1]?.kind === 'word' &&
    !/^(?:but|and|though|although|the|a|which|however)$/.test(tokens[from - 1]?.lower ?? '')
  )
    from--;
  return from < to && to - from <= 6 ? text.slice(tokens[from]!.start, tokens[to - 1]!.end) : null;
}

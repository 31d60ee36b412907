// Who stands before a verb of saying: past adverbs, dates, asides and names set beside an office.
import type { Token } from '../../text/document.ts';
import { lower } from './frame.ts';
import { ADVERBS, AUXILIARIES } from './lexicon.ts';
import { groupBefore, isCapital, type Phrase, phraseBefore, timeBefore } from './noun-phrase.ts';

export interface Subject {
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
      const next = Math.min(timeBefore(tokens, at), dayAside(tokens, at));
      if (next === at) break;
      at = next;
    }
  }
  const before = lower(tokens, at - 1);
  if (before === 'who' || before === 'which') {
    const head = lower(tokens, at - 2) === ',' ? at - 2 : at - 1;
    const phrase = phraseBefore(tokens, head);
    // "a resolution drafted by France, which allows": France does not.
    if (
      before === 'which' &&
      lower(tokens, phrase.from - 1) === 'by' &&
      /(?:ed|wn)$/.test(lower(tokens, phrase.from - 2))
    )
      return null;
    return phrase.from < phrase.to ? { speaker: phrase, from: phrase.from } : null;
  }
  if (/^(?:he|she|it|they|i|we|you)$/.test(before)) return { speaker: { from: at - 1, to: at }, from: at - 1 };
  if (before === ',' || before === '\u2014' || before === '\u2013' || before === ')')
    return besideComma(tokens, at - 1, depth);
  if (before === 'and' || before === 'but') return { speaker: null, from: at - 1 };
  const phrase = phraseBefore(tokens, at);
  if (phrase.from === phrase.to) return null;
  // "Ann Lee, the president of Atlantis said": a name with its office behind one comma.
  if (/^(?:the|a|an)$/.test(lower(tokens, phrase.from)) && lower(tokens, phrase.from - 1) === ',') {
    const name = groupBefore(tokens, phrase.from - 1);
    const capitals = tokens.slice(name.from, name.to).every((t) => isCapital(t) || t.lower === '-');
    if (
      capitals &&
      name.to - name.from >= 2 &&
      name.to - name.from <= 4 &&
      (name.from === 0 || /^(?:[.")]|)$/.test(lower(tokens, name.from - 1)))
    )
      return { speaker: name, from: name.from };
  }
  return { speaker: phrase, from: phrase.from };
}

/** "The cabinet on Wednesday, February 24, decided": a day with its date between commas. */
function dayAside(tokens: readonly Token[], end: number): number {
  if (lower(tokens, end - 1) !== ',') return end;
  const date = timeBefore(tokens, end - 1);
  if (date === end - 1 || lower(tokens, date - 1) !== ',') return end;
  const day = timeBefore(tokens, date - 1);
  return day === date - 1 ? end : day;
}

const ASIDE =
  /^(?:who|which|whose|speaking|citing|quoting|asked|for|in|on|at|during|after|with|as|including|when|while|however|too|meanwhile|through|according|by|from|to|under|also|himself|itself)$/;

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
  let baseEnd = open;
  while (AUXILIARIES.has(lower(tokens, baseEnd - 1)) || ADVERBS.has(lower(tokens, baseEnd - 1))) baseEnd--;
  const base = phraseBefore(tokens, baseEnd);
  const apposed = phraseBefore(tokens, comma);
  const described =
    /^(?:the|a|an|its|their|his|her)$/.test(lower(tokens, inner.from)) || !isCapital(tokens[inner.from]);
  const isName =
    !described &&
    apposed.from <= inner.from + 1 &&
    isCapital(tokens[apposed.to - 1]) &&
    isCapital(tokens[apposed.to - 2]);
  if (!ASIDE.test(lower(tokens, inner.from)) && isName) {
    const lead =
      base.from < base.to && !/^(?:on|in|at|after|before)$/.test(lower(tokens, base.from - 1))
        ? base.from
        : apposed.from;
    return { speaker: { from: Math.max(apposed.from, inner.from), to: comma }, from: lead };
  }
  if (base.from === base.to) return null;
  return { speaker: base, from: base.from };
}

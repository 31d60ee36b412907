// Which sentence rules may read a sentence: each distinct word is asked once for the rules that it wakes, and the answer kept.
import type { Token } from '../text/document.ts';
import { startsIn } from './pattern-heads.ts';
import type { SentenceRule } from './rule.ts';

/** True where the pattern matches inside one word alone: it opens at a word's edge and names no space, mark or class that holds one. */
const isOfOneWord = (wake: RegExp): boolean =>
  wake.source.startsWith('\\b') && !/[ .^,]|\\[sSWD(]|\(\?[=!<]/.test(wake.source);

const MOST_WORDS = 50_000;
const NONE: readonly number[] = [];

/** Asks which of the rules a sentence wakes, in the order given. */
export function wakerOf(rules: readonly SentenceRule[]): (text: string, tokens: readonly Token[]) => SentenceRule[] {
  const byWord = rules.map(({ wake }) => isOfOneWord(wake));
  const mayWake = rules.map(({ wake }, i) => (byWord[i] ? (word: string) => wake.test(word) : startsIn(wake)));
  const known = new Map<string, readonly number[]>();
  const learn = (word: string): readonly number[] => {
    const woken = mayWake.flatMap((may, i) => (may(word) ? [i] : []));
    if (known.size >= MOST_WORDS) known.clear();
    known.set(word, woken.length === 0 ? NONE : woken);
    return woken;
  };
  return (text, tokens) => {
    const woken: boolean[] = new Array(rules.length).fill(false);
    for (let t = 0; t < tokens.length; t++) {
      const word = tokens[t]!.text;
      const own = known.get(word) ?? learn(word);
      for (let i = 0; i < own.length; i++) woken[own[i]!] = true;
    }
    const all: SentenceRule[] = [];
    for (let i = 0; i < rules.length; i++) {
      const rule = rules[i]!;
      if (woken[i] && (byWord[i] || rule.wake.test(text))) all.push(rule);
    }
    return all;
  };
}

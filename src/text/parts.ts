// Cuts of a sentence that cost one look at each token: the items of a semicolon list, and how a line uses capitals.
import type { Token } from './document.ts';

/**
 * The items of a list in words ("160 Lebanon (UNIFIL); 90 Mali (2022)") as token indices [from, to), the semicolons left out. A
 * semicolon inside brackets parts nothing; a sentence without any is one item.
 */
export function splitAtSemicolons(tokens: readonly Token[]): readonly (readonly [number, number])[] {
  const items: [number, number][] = [];
  let from = 0;
  let depth = 0;
  tokens.forEach((token, i) => {
    if (token.kind !== 'punctuation') return;
    if (token.text === '(' || token.text === '[') depth++;
    else if ((token.text === ')' || token.text === ']') && depth > 0) depth--;
    else if (token.text === ';' && depth === 0) {
      if (i > from) items.push([from, i]);
      from = i + 1;
    }
  });
  if (from < tokens.length) items.push([from, tokens.length]);
  return items;
}

/**
 * 'caps' where all letters are capitals, 'title' where nearly every longer word has one ("Norway Sends Trainers To Riga"), 'sentence'
 * otherwise. In the first two a capital says nothing about names.
 */
export function letterCaseOf(tokens: readonly Token[]): 'caps' | 'title' | 'sentence' {
  let words = 0;
  let capitalised = 0;
  let allCaps = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 4) continue;
    words++;
    if (token.text[0] !== token.lower[0]) capitalised++;
    if (token.text === token.text.toUpperCase()) allCaps++;
  }
  if (words < 2) return 'sentence';
  if (allCaps === words) return 'caps';
  return words >= 3 && capitalised / words >= 0.8 ? 'title' : 'sentence';
}

// "some 50,000 "advisers" will remain": a writer's marks round a single word say nothing of who or how many.
import type { Token } from './document.ts';

const OPENING = new Set(['"', "'", '\u2018', '\u201c']);
const CLOSING = /^["'\u2019\u201d]$/;

/** The tokens without quotation marks that enclose one small word behind another word or a number. */
export function withoutScareQuotes(tokens: readonly Token[]): readonly Token[] {
  let left: Token[] | null = null;
  for (let i = 1; i < tokens.length; i++) {
    if (isScareQuoted(tokens, i)) {
      left ??= tokens.slice(0, i);
      left.push(tokens[i + 1]!);
      i += 2;
    } else left?.push(tokens[i]!);
  }
  return left ?? tokens;
}

function isScareQuoted(tokens: readonly Token[], at: number): boolean {
  const open = tokens[at]!;
  if (open.kind !== 'punctuation' || !OPENING.has(open.text)) return false;
  const [before, word, close] = [tokens[at - 1]!, tokens[at + 1], tokens[at + 2]];
  return (
    before.kind !== 'punctuation' &&
    before.end < open.start &&
    word?.kind === 'word' &&
    word.start === open.end &&
    word.text === word.lower &&
    close !== undefined &&
    CLOSING.test(close.text) &&
    close.start === word.end
  );
}

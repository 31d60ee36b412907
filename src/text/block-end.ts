// How a block ends, told from its last characters alone: a block can be a whole book.
import { classOf, SPACE } from './characters.ts';
import type { Block } from './document.ts';

const CLOSE = 0x29;

/** True where a block ends in a closing bracket, as a digest's paragraph does that names its source: "... left on Monday. (BBC)". */
export function endsInBracket(text: string, { start, end }: Block): boolean {
  let last = end - 1;
  while (last > start && classOf(text.charCodeAt(last)) === SPACE) last--;
  return last >= start && text.charCodeAt(last) === CLOSE;
}

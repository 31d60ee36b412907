// Which sentence stands at a place of the text: sentences come in its order, so it is looked for by halves.
import type { TextDocument } from './document.ts';

/** The index of the first sentence that ends after `at`; one past the last where none does. */
export function sentenceAt({ sentences }: Pick<TextDocument, 'sentences'>, at: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

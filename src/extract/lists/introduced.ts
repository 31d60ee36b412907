// Lists of detachments that a sentence introduces: "Canada contributes to the campaign, including:" over an item for each.
import type { Block, Sentence, TextDocument } from '../../text/document.ts';

/** The furthest that a list is followed back to its introduction, in sentences. */
const REACH = 40;

const endOf = (document: TextDocument, block: Block): string =>
  document.text.slice(Math.max(block.start, block.end - 12), block.end).trimEnd();

/** "...; and", "...,": the list goes on below. */
const GOES_ON = /[;,](?: and| or)?$/;

/** True where the block below goes on with the list that `block` is in or opens. */
export const opensOrGoesOn = (document: TextDocument, block: Block): boolean => {
  const end = endOf(document, block);
  return end.endsWith(':') || GOES_ON.test(end) || block.kind === 'item';
};

/** Index of the sentence that introduces the list in which sentence `index` stands; null outside of such lists. */
export function introductionOf(document: TextDocument, index: number): number | null {
  const { sentences } = document;
  let { block } = sentences[index]!;
  for (let i = index - 1; i >= Math.max(0, index - REACH); i--) {
    const sentence: Sentence = sentences[i]!;
    if (sentence.block === block) continue;
    block = sentence.block;
    if (endOf(document, block).endsWith(':')) return i;
    if (!opensOrGoesOn(document, block)) return null;
  }
  return null;
}

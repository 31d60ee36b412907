// Which states a report is about by its title and opening, of a digest by the item: they tell "Tripoli" in Lebanon from the one in Libya.
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Block, Sentence, TextDocument } from '../text/document.ts';
import { sentenceAt } from '../text/sentence-at.ts';

/** Title, dateline and lead stand within so many characters. */
const OPENING = 1500;
/** So many sentences tell it. */
const FEW = 12;

/** Asked only where a name has several bearers; read at most once a report, of a digest once an item. */
export function statesAround(
  document: TextDocument,
  gazetteer: Pick<Gazetteer, 'find' | 'countriesIn'>,
  isDigest: boolean,
): (block: Block) => () => ReadonlySet<string> {
  const known = new Map<Block | null, ReadonlySet<string>>();
  return (block) => () => {
    const key = isDigest ? block : null;
    let states = known.get(key);
    if (states === undefined) {
      const near = isDigest
        ? firstOfBlock(document, block)
        : document.sentences.slice(0, FEW).filter((s) => s.start < OPENING);
      states = gazetteer.countriesIn(near.flatMap((s) => gazetteer.find(s.tokens)));
      known.set(key, states);
    }
    return states;
  };
}

/** The first sentences of a block. */
function firstOfBlock(document: TextDocument, block: Block): readonly Sentence[] {
  const first = sentenceAt(document, block.start);
  return document.sentences.slice(first, first + FEW).filter((s) => s.block === block);
}

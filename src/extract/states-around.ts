// Which states a report is about by its title and opening, of a digest by the item: they tell "Tripoli" in Lebanon from the one in Libya.
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Block, TextDocument } from '../text/document.ts';

/** Title, dateline and lead stand within so many characters. */
const OPENING = 1500;

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
      const near = document.sentences.filter((s) => (isDigest ? s.block === block : s.start < OPENING));
      states = gazetteer.countriesIn(near.slice(0, 12).flatMap((s) => gazetteer.find(s.tokens)));
      known.set(key, states);
    }
    return states;
  };
}

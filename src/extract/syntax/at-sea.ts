// "off the coast of Libya", "in waters off Cyprus": ships there are at sea, not in the state that is named.
import type { Annotated } from './annotate.ts';
import type { Item, PlaceItem } from './item.ts';
import { words } from './read-phrase.ts';

const WATERS =
  /^(?:the |international |open |nearby |coastal |disputed )*(?:waters?|seas?|ocean) (?:off|near|around|between|close to|north of|south of|east of|west of)\b/i;
/** Off a base or a road nobody is at sea. */
const ASHORE = /\b(?:base|bases|camp|fort|barracks|airport|airfield|road|street|highway|station|headquarters|field)\b/i;

/** A town "off the coast" stays where it is. */
export const seaPlaces = (a: Annotated, items: readonly Item[]): Item[] =>
  items.map((item, i) =>
    item.kind === 'place' && item.places.length > 0 && items[i - 1]?.kind !== 'place' ? atSea(a, item) : item,
  );

function atSea(a: Annotated, item: PlaceItem): PlaceItem {
  const text = words(a, item.from, item.to);
  const off = item.prep === 'off' && !ASHORE.test(text);
  if (!off && !WATERS.test(text)) return item;
  if (item.places.every((p) => p.country === 'R:AT-SEA')) return off ? { ...item, prep: 'at' } : item;
  const name = off ? words(a, item.start, item.to) : text;
  return { ...item, prep: off ? 'at' : item.prep, places: [{ country: 'R:AT-SEA', name }], off: item.places };
}

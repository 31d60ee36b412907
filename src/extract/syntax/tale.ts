// What becomes of a rumour or a report that the sentence itself denies.
import { wordsOf } from '../../text/words-of.ts';
import type { Building } from './building.ts';
import type { Item } from './item.ts';
import { isLink } from './item-tests.ts';

export const RUMOUR = wordsOf(/^(?:rumour|rumor|claim|allegation|report|story)$/);

/** "Reports that troops had left were denied": the tale that the clause is of, before the word that denies it. */
export function isOfDeniedTale(items: readonly Item[], b: Building): boolean {
  for (let j = b.at - 1; j > 0 && j > b.at - 8; j--) {
    const item = items[j]!;
    if (item.kind === 'verb') return false;
    if (!isLink(item, 'that')) continue;
    const tale = items[j - 1]!;
    return tale.kind === 'noun' && RUMOUR.has(tale.head) && isBaseless(items.slice(b.end));
  }
  return false;
}

/** "have no basis", "are false": what the sentence says of a rumour. */
export const isBaseless = (items: readonly Item[]): boolean =>
  items.some(
    (x) =>
      (x.kind === 'noun' &&
        ((x.negated && /^(?:basis|truth|foundation|substance)$/.test(x.head)) ||
          /^(?:false|untrue|baseless|unfounded|groundless|nonsense|fabrication|invention|hoax)$/.test(x.head))) ||
      (x.kind === 'verb' &&
        /^(?:dismiss|deny|reject|refute|rebut|debunk|fabricate|invent)$/.test(x.lemma) &&
        !x.negated) ||
      (x.kind === 'word' && /^(?:false|untrue|baseless|unfounded|groundless)$/.test(x.word)),
  );

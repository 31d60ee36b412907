// Where a government sits: "In neighbouring Slovakia, the government wants".
import { isState, type Party } from '../../model/party.ts';
import type { Range } from '../syntax/item.ts';
import type { SentenceView } from '../syntax/predicate.ts';

const RULES =
  /\b(?:government|parliament|president|prime minister|premier|ministry|minister|cabinet|lawmakers?|assembly|king)$/i;

/** The state in which a sentence opens, for a body without a name of its own that follows at `at`; null for any other. */
export function seatOf(
  name: string,
  at: number,
  view: SentenceView,
): { readonly party: Party; readonly at: Range } | null {
  if (!RULES.test(name)) return null;
  for (const x of view.items) {
    if (x.from >= at || x.from > 3 || x.kind === 'actor') return null;
    const country = x.kind === 'place' && x.prep === 'in' && x.places.length === 1 ? x.places[0]!.country : null;
    if (country !== null && isState(country) && view.tokens[x.to]?.text === ',') return { party: country, at: x };
  }
  return null;
}

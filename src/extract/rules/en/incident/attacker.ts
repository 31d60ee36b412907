// Who attacked: a state, its forces, an organisation, fighters of no state, or those to whom the lines behind lay it.
import type { ForceItem, NounLike, Range } from '../../../syntax/item.ts';
import { type SentenceView, textOf } from '../../../syntax/predicate.ts';
import { FIGHTERS } from './words.ts';

/** An attacker as a phrase or, for gunmen and rebels, by its own words. */
export interface Attacker {
  readonly items: readonly NounLike[];
  readonly party: string | null;
  /** Where a party that no item carries is named. */
  readonly at?: Range;
}

export const NOBODY: Attacker = { items: [], party: null };
export const isKnown = (attacker: Attacker): boolean => attacker.items.length > 0 || attacker.party !== null;

/** Who attacked, of the phrases that can be it. */
export function attackerOf(view: SentenceView, candidates: readonly NounLike[]): Attacker {
  for (const item of candidates) {
    if (item.kind === 'actor') {
      const last = headOf(view, item);
      if (item.party !== null && !(FIGHTERS.test(last) && item.party.length === 2))
        return { items: [item], party: null };
      if (FIGHTERS.test(last)) return fighters(view, item);
      if (item.what === 'organisation') return { items: [], party: `OTHER:${nameOf(view, item)}`, at: item };
    }
    // "Palestinian militants" are no state's force.
    const ofNoState = item.kind === 'force' && item.owner?.kind === 'named' && item.owner.parties[0]?.length === 2;
    if (ofNoState && FIGHTERS.test(headOf(view, item)) && !/^bombers?$/.test(headOf(view, item)))
      return fighters(view, item);
    if (item.kind === 'force' && isOwned(item)) return { items: [item], party: null };
    const home = item.kind === 'force' ? homeOf(item) : null;
    if (home !== null) return { items: [], party: home, at: item };
    if (item.kind === 'mission' && item.owner?.kind === 'named')
      return { items: [], party: item.owner.parties[0] ?? null, at: item.owner.at };
    if (item.kind === 'nominal' && item.owner?.kind === 'named')
      return { items: [], party: item.owner.parties[0] ?? null, at: item.owner.at };
    if (item.kind === 'noun' && item.owner?.kind === 'named')
      return { items: [], party: item.owner.parties[0] ?? null, at: item.owner.at };
    if ((item.kind === 'noun' || item.kind === 'force') && FIGHTERS.test(headOf(view, item)))
      return fighters(view, item);
    if (item.kind === 'pronoun' && /^(?:i|we|it|they)$/.test(item.word)) return { items: [item], party: null };
  }
  return NOBODY;
}

/** The word that says what they are: "rebels", "militia groups". */
export const headOf = (view: SentenceView, item: NounLike): string => {
  const [before, last] = [view.tokens[item.to - 2]?.lower ?? '', view.tokens[item.to - 1]!.lower];
  return /^(?:groups?|men)$/.test(last) && item.to - item.from > 1 ? `${before} ${last}` : last;
};

const nameOf = (view: SentenceView, at: Range): string =>
  textOf(view, at)
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:(?:at least|more than|about|some|around|over|up to) )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens of|hundreds of) /i,
      '',
    )
    .replace(/^(?:the|those|these|a|an|some|several|two|three|suspected|unidentified|unknown) /i, '');

/** "gunmen", "attackers": nobody in particular. */
const fighters = (view: SentenceView, at: Range): Attacker => {
  const name = nameOf(view, at);
  const bare =
    /^(?:armed men|gunm[ae]n|attackers?|assailants|raiders|fighters|bandits|snipers?|kidnappers|(?:suicide )?(?:car |truck )?bombers?)$/i.test(
      name,
    );
  return { items: [], party: bare ? null : `OTHER:${name}`, at };
};

/** "security forces in Tajikistan": those of the state where they are. */
function homeOf(item: ForceItem): string | null {
  const own = item.adjectives.some((word) => /^(?:security|government|state|regime|border)$/.test(word));
  const country = item.place?.places.length === 1 ? item.place.places[0]!.country : null;
  return own && country !== null && /^[A-Z]{2}$/.test(country) ? country : null;
}

const isOwned = (item: ForceItem): boolean => item.owner !== null || item.unit !== null || item.mission !== null;

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
    if (item.kind === 'force' && isOwned(item)) return { items: [item], party: null };
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
const headOf = (view: SentenceView, item: NounLike): string => {
  const [before, last] = [view.tokens[item.to - 2]?.lower ?? '', view.tokens[item.to - 1]!.lower];
  return /^groups?$/.test(last) && item.to - item.from > 1 ? `${before} ${last}` : last;
};

const nameOf = (view: SentenceView, at: Range): string =>
  textOf(view, at)
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|those|these|a|an|some|several|two|three|suspected|unidentified|unknown) /i, '');

/** "gunmen", "attackers": nobody in particular. */
const fighters = (view: SentenceView, at: Range): Attacker => {
  const name = nameOf(view, at);
  const bare = /^(?:gunm[ae]n|attackers?|assailants|raiders|fighters|bandits|bombers?|suicide bombers?)$/i.test(name);
  return { items: [], party: bare ? null : `OTHER:${name}`, at };
};

const isOwned = (item: ForceItem): boolean => item.owner !== null || item.unit !== null || item.mission !== null;

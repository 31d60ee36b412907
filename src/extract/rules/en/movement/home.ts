// Forces that are home, out or gone: "will be home by June", "all of them should be out of Mali".
import type { Motion } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, NounLike } from '../../../syntax/item.ts';
import { forceOfPronoun } from '../../../syntax/part-of-whole.ts';
import { type SentenceView, textOf } from '../../../syntax/predicate.ts';
import { forcesIn } from '../roles.ts';
import { moves } from './moves.ts';

/** "They left", "it was moved": whoever was told of last. */
export const theyIn = (phrases: readonly NounLike[], view: SentenceView): ForceItem[] =>
  phrases.flatMap((n) =>
    (n.kind === 'pronoun' && /^(?:they|it|all)$/.test(n.word)) || isGroupOfThem(n, view) ? [forceOfPronoun(n)] : [],
  );

/** "The last group arrived in Kuwait": of those told of. */
const isGroupOfThem = (n: NounLike, view: SentenceView): boolean =>
  n.kind === 'noun' &&
  n.owner === null &&
  /^(?:group|batch|wave|tranche|lot)$/.test(n.head) &&
  view.tokens[n.to]?.lower !== 'of' &&
  /^the (?:first|last|second|third|final|next|initial|remaining) \w+$/i.test(textOf(view, n));

export const home = rule({
  id: 'movement/home',
  on: 'predicate',
  lemmas: new Set(['be', 'go']),
  read(p, view) {
    const gone = p.lemma === 'go' && p.item.kind === 'verb' && p.item.voice === 'passive';
    if (p.item.kind !== 'verb' || (p.lemma === 'go' && !gone)) return [];
    // "will be home", "will be out of Somalia", "will be gone from Mali".
    const away = p.places.some(
      (x) =>
        x.from >= p.item.from &&
        ((x.ref === 'home' && view.tokens[x.to]?.lower !== 'to') || x.prep === 'out-of' || (gone && x.prep === 'from')),
    );
    // "All our soldiers should be out by May".
    const due = view.tokens[p.item.to]?.lower === 'due';
    const at = due ? p.item.to + 1 : p.item.to;
    const out =
      p.lemma === 'be' &&
      /^(?:out|back)$/.test(view.tokens[at]?.lower ?? '') &&
      // "are back in Mali": there, and not away.
      !p.places.some((x) => x.start === at + 1) &&
      (view.tokens[at + 1]?.kind !== 'word' || /^(?:by|in|before|within|next)$/.test(view.tokens[at + 1]!.lower));
    if (!away && !gone && !out) return [];
    const back: Motion = { who: 'mover', bare: null, at: null, move: 'withdraw' };
    return [...forcesIn(gone ? p.object : p.subject), ...theyIn(gone ? p.object : p.subject, view)]
      .filter(
        (force) =>
          away || force.owner !== null || force.portion !== null || force.anaphor || force.adjectives.includes('last'),
      )
      .map((force) => ({
        ...moves(p, back, force, [], view.predicates),
        ...(due ? { phase: 'planned' as const } : {}),
      }));
  },
  examples: {
    'All Finnish troops will be out of Lebanon by June 2021.': ['movement FI LB -> planned withdraw [..2021-06-30]'],
    'Finland has troops in Lebanon. All Finnish soldiers should be out by June 2021.': [
      'movement FI LB -> proposed withdraw [..2021-06-30]',
    ],
    'Finland has troops in Lebanon. All Finnish soldiers are due out by June 2021.': [
      'movement FI LB -> planned withdraw [..2021-06-30]',
    ],
    'Some 90 Finnish soldiers are in Lebanon. They are to be gone by June 2021.': [
      'movement FI LB -> planned withdraw [..2021-06-30]',
    ],
    'The 90 Finnish soldiers serving in Lebanon will be home by June 2021.': [
      'movement FI 90 LB -> FI planned withdraw [..2021-06-30]',
    ],
  },
  not: [
    'About 90 Danish soldiers are back in Mali.',
    'The Finnish ministers are in Lebanon. They will be gone by June 2021.',
    'The 90 Finnish soldiers will be hungry by June 2021.',
    'The 90 Finnish nurses will be home by June 2021.',
    'Finnish soldiers freed the islands. Today they are home to many peoples.',
  ],
});

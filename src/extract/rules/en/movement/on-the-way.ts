// Who is on the way or is to go: "110 soldiers are en route to Riga", "scores are due in Beirut", "200 Danes bound for the Baltic".
import type { Phase } from '../../../../model/claim.ts';
import { wordsOf } from '../../../../text/words-of.ts';
import type { MovementFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { DateItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { thereOf } from '../presence/clause.ts';
import { forcesIn, routeOf } from '../roles.ts';
import { GO, movement } from './moves.ts';
import { placeBehind, word } from './verbless.ts';

interface Way {
  readonly phase: Phase;
  /** The token behind the words. */
  readonly to: number;
}

const ADVERB_OF_WAY = wordsOf(/^(?:now|already|currently|next)$/);
const BOUND_FOR = wordsOf(/^(?:due|bound|headed|destined)$/);
/** Where the words at a token say that somebody is on the way or is to go; null where they do not. */
function wayAt(view: SentenceView, from: number): Way | null {
  const at = ADVERB_OF_WAY.has(word(view, from)) ? from + 1 : from;
  if (word(view, at) === 'en' && word(view, at + 1) === 'route') return { phase: 'underway', to: at + 2 };
  return BOUND_FOR.has(word(view, at)) ? { phase: 'planned', to: at + 1 } : null;
}

/** What a clause says of who is on the way; null where it is about something else. */
function wayOf(p: Predicate, view: SentenceView): Way | null {
  const { item } = p;
  if (item.kind !== 'verb' || p.factuality.mode === 'none') return null;
  const isPassive = item.voice === 'passive';
  if (isPassive === /^(?:be|remain)$/.test(p.lemma)) return null;
  if (p.lemma === 'head') return { phase: 'underway', to: item.to };
  if (p.lemma === 'destine') return { phase: 'planned', to: item.to };
  const isOnWay = p.others.some((o) => o.kind === 'noun' && /^(?:way|route|move)$/.test(o.head));
  return wayAt(view, item.to) ?? (isOnWay ? { phase: 'underway', to: item.to } : null);
}

/** "110 soldiers are on their way to Riga", "scores of engineers are due in Beirut". */
export const onTheWay = rule({
  id: 'movement/on-the-way',
  on: 'predicate',
  lemmas: new Set(['be', 'remain', 'head', 'destine']),
  read(p, view) {
    const way = wayOf(p, view);
    if (way === null) return [];
    const { mode } = p.factuality;
    const phase = mode === 'cancelled' || mode === 'proposed' ? mode : isAhead(p) ? 'planned' : way.phase;
    const bound = word(view, way.to) === 'for' ? placeBehind(view, way.to) : null;
    return forcesIn([...p.subject, ...p.object]).flatMap((force) => {
      const { from, to } = routeOf(p, GO, force);
      if (to.length === 0 && bound !== null) to.push(bound);
      // "denied that Chinese forces were on their way": to where the story is.
      if (
        from.length + to.length === 0 &&
        force.owner?.kind === 'named' &&
        /^(?:strong|unit)$/.test(force.sort) &&
        way.to === p.item.to
      )
        to.push(thereOf(p));
      const isMore = force.additional && force.quantity !== null;
      return from.length + to.length === 0 && !isMore ? [] : [movement(p, force, [], from, to, { phase })];
    });
  },
  examples: {
    'About 110 Swedish soldiers are on their way to Latvia.': ['movement SE ~110 -> LV underway deploy'],
    'About 110 Swedish soldiers are now en route to Latvia.': ['movement SE ~110 -> LV underway deploy'],
    'About 110 Swedish soldiers are headed for Latvia.': ['movement SE ~110 -> LV underway deploy'],
    'Some 200 Danish soldiers are bound for Latvia in July 2020.': [
      'movement DK ~200 -> LV planned deploy [2020-07-01..2020-07-31]',
    ],
    'The 60 Danish soldiers are destined for Latvia.': ['movement DK 60 -> LV planned deploy'],
    'The Danish soldiers are not headed for Latvia.': ['movement DK -> LV cancelled deploy'],
    'Fifty Nepali soldiers have arrived in Juba, and 750 more are on their way.': [
      'movement NP 750 -> SS underway deploy',
    ],
    'Some 40 French soldiers are due in Lebanon on Saturday.': ['movement FR ~40 -> LB planned deploy [2020-06-20]'],
  },
  not: [
    'About 110 Swedish nurses are on their way to Latvia.',
    'Some 200 Danish soldiers are bound for glory.',
    'Some 200 Danish soldiers headed for Latvia are in Lund.',
  ],
});

const isAhead = ({ item, factuality }: Predicate): boolean =>
  factuality.mode === 'planned' || (item.kind === 'verb' && item.tense === 'future');

/** "200 Danes bound for Riga", "the first 40 en route to Cairo": told of a force without a verb. */
export const boundFor = rule({
  id: 'movement/bound-for',
  on: 'force',
  read(force, view): MovementFinding[] {
    const way = wayAt(view, force.to);
    if (way === null || !/^(?:for|to|towards?)$/.test(word(view, way.to))) return [];
    const place = placeBehind(view, way.to);
    if (place === null) return [];
    const predicate = view.predicates.find((p) => p.item.from >= force.to && p.item.from < way.to) ?? null;
    if (predicate?.factuality.mode === 'none') return [];
    // "boarded a plane bound for Gao": those who boarded it go.
    if (force.sort === 'platform' && view.predicates.some((p) => p.lemma === 'board' && p.object.includes(force)))
      return [];
    const dates = view.items.filter((x): x is DateItem => x.kind === 'date' && x.from >= force.to);
    return [
      {
        kind: 'movement',
        predicate,
        evidence: { from: force.from, to: way.to + 1 },
        confidence: 0.85,
        owner: [],
        force,
        from: [],
        to: [place],
        move: null,
        phase: way.phase,
        ...(predicate === null ? { dated: dates } : {}),
      },
    ];
  },
  examples: {
    'Fiji: first 40 soldiers en route to Cairo.': ['movement FJ 40 -> EG underway deploy'],
    '140 Fijian soldiers bound for Cairo': ['movement FJ 140 -> EG planned deploy'],
    'Some 200 Danish soldiers headed for Latvia are in Lund.': ['movement DK ~200 -> LV planned deploy'],
  },
  not: [
    'Some 200 Danish tourists bound for Latvia are in Lund.',
    'Some 200 Danish soldiers bound for glory are in Lund.',
    'Some 200 Danish soldiers are bound for Latvia.',
  ],
});

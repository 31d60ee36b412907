// Movements told by a verb that no table of motion knows, where the way says that somebody moves: "squeezed 90 soldiers into Gao".
import { controlOf } from '../../../lexicon/control.ts';
import { MOTION, type Motion } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem } from '../../../syntax/item.ts';
import type { Predicate } from '../../../syntax/predicate.ts';
import { ownersIn } from '../roles.ts';
import { isState } from '../state.ts';
import { moves, routed } from './moves.ts';

/** Whom it is done to goes where the preposition says. */
const ANY_WAY: Motion = { who: 'both', bare: null, at: null, move: null };

/** With these nobody goes anywhere, or the words are of something else: captives, fire, numbers, ties. */
const NO_WAY: ReadonlySet<string> = new Set(
  'be have fire shoot shell launch look settle expand extend translate confine limit restrict restore reduce boost cut raise increase hand give sell donate deliver owe attribute introduce compare link lose add attach tie connect commit contribute promise pledge offer train turn divide split organise organize form group integrate merge absorb convert force hurt kill wound chase follow accompany escort bind fight come get welcome receive invite host name appoint promote accuse drag split continue remain stay serve station base assign post second accredit expose subject extradite deport surrender pay release free'.split(
    ' ',
  ),
);
const INTO = /^(?:into|onto)$/;
const TOWARDS = /^(?:to|into|onto)$/;

const moved = (force: ForceItem, p: Predicate): boolean =>
  p.object.includes(force)
    ? p.places.some((x) => TOWARDS.test(x.prep ?? ''))
    : p.places.some((x) => INTO.test(x.prep ?? ''));

export const caused = rule({
  id: 'movement/caused',
  on: 'force',
  why: 'Whoever is put, or puts oneself, into a place by any verb goes there: the preposition says so.',
  read(force, view) {
    if (force.sort !== 'strong' || force.quantity === null || (force.quantity.min ?? 0) < 5) return [];
    return view.predicates.flatMap((p) => {
      if (p.item.kind !== 'verb' || MOTION.has(p.lemma) || NO_WAY.has(p.lemma) || isState(p)) return [];
      const isDoer = p.subject.includes(force) && p.object.length === 0 && p.item.voice === 'active';
      if (!isDoer && !p.object.includes(force)) return [];
      if (!moved(force, p) || controlOf(p.lemma, true) !== null) return [];
      const owners = p.object.includes(force) ? ownersIn(p.subject) : [];
      if (force.owner === null && owners.length === 0 && force.mission === null) return [];
      const found = moves(p, ANY_WAY, force, owners, view.predicates);
      return routed(found) ? [{ ...found, fallback: true }] : [];
    });
  },
  examples: {
    'Denmark has squeezed 90 soldiers into Gao.': ['movement DK 90 -> ML completed deploy'],
    'Some 90 Danish soldiers were smuggled into Mali.': ['movement DK ~90 -> ML completed deploy'],
    'About 300 Danish soldiers sneaked into Gao.': ['movement DK ~300 -> ML completed deploy'],
  },
  not: [
    'Denmark has confined 90 soldiers to Gao.',
    'Some 90 Danish soldiers fired into Mali.',
    'Some 90 Danish soldiers were extradited to Mali.',
    'Denmark has squeezed 90 letters into Gao.',
  ],
});

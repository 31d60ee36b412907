// A contingent told by what it is made of: "consists of 180 soldiers", "is made up of 180", "comprises 180".

import type { Finding } from '../../../finding.ts';
import { MOTION } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem } from '../../../syntax/item.ts';
import type { Predicate } from '../../../syntax/predicate.ts';
import { forcesIn, placeOf, standsAt, whereabouts } from '../roles.ts';
import { isState } from '../state.ts';
import { has, isClaimless, isPlace } from './clause.ts';

/** The preposition before what it is made of; null for a plain object. */
const MADE: ReadonlyMap<string, string | null> = new Map([
  ['consist', 'of'],
  ['make up', 'of'],
  ['compose', 'of'],
  ['comprise', null],
  ['amount', 'to'],
  ['include', null],
]);

/** A contingent without a number of its own, and not an army as a whole. */
const isBody = (force: ForceItem): boolean =>
  force.quantity === null &&
  force.called == null &&
  force.whole === null &&
  (force.sort === 'unit' || force.head === 'force' || force.head === 'troop');

const strengthIn = (p: Predicate): ForceItem[] => {
  const prep = MADE.get(p.lemma) ?? null;
  const told = forcesIn(prep === null ? p.object : p.others.filter((n) => n.prep === prep || n.prep === null));
  // "of 180 soldiers and 40 police": a sum that nobody told.
  if (told.length !== 1) return [];
  return told.filter(
    (f) =>
      f.quantity?.of === 'personnel' &&
      f.owner === null &&
      !f.additional &&
      (f.sort === 'strong' || f.sort === 'bare' || f.head === 'member'),
  );
};

/** "The mission also includes 1,500 police officers": of the mission told of just before, some of its people. */
function partsOfMission(p: Predicate): Finding[] {
  const [it, more] = p.subject;
  if (it === undefined || more !== undefined) return [];
  const isMission = it.kind === 'mission' && it.entry === null && it.owner === null && placeOf(it) === null;
  if (!isMission && !(it.kind === 'pronoun' && it.word === 'it')) return [];
  const { from, to, start } = it;
  const same = { kind: 'pronoun' as const, word: 'it', from, to, start, prep: null };
  return forcesIn(p.object)
    .filter((f) => f.quantity?.of === 'personnel' && f.owner === null && !f.additional && f.place === null)
    .map((f) => ({ ...has(p, f, [same], []), again: 'same' as const }));
}

export const madeOf = rule({
  id: 'presence/made-of',
  on: 'predicate',
  why: 'Those that a contingent somewhere is made up of are there.',
  lemmas: new Set(MADE.keys()),
  read(p) {
    const { item } = p;
    if (item.kind !== 'verb' || isClaimless(p) || item.modal !== null) return [];
    // "is being deployed, consisting of 180 soldiers": on their way.
    if (item.form === 'gerund' && MOTION.has(p.governor?.lemma ?? '') && !isState(p.governor!)) return [];
    if (p.lemma === 'include') return partsOfMission(p);
    const passive = /^(?:make up|compose)$/.test(p.lemma);
    if (passive !== (item.voice === 'passive')) return [];
    // "Resolute Support, a training mission which will be made up of 12,000 troops".
    const [mission] = (passive ? p.object : p.subject).filter((n) => n.kind === 'mission');
    const [crew] = strengthIn(p);
    const told = mission && placeOf(mission);
    if (mission && crew && (told || mission.entry === null) && (passive || item.tense === 'future'))
      return [{ ...has(p, crew, [mission], told ? [told] : []), ...(told ? {} : { again: 'same' as const }) }];
    const [it, more] = passive ? p.object : p.subject;
    if (it?.kind === 'pronoun' && it.word === 'it' && more === undefined && crew)
      return [{ ...has(p, crew, [it], []), again: 'same' as const }];
    return forcesIn(passive ? p.object : p.subject)
      .filter(isBody)
      .flatMap((force) => {
        const [strength] = strengthIn(p);
        const places = [...whereabouts(p, force), standsAt(force)].filter(isPlace).slice(0, 1);
        if (strength === undefined) return [];
        // "The Danish contingent consists of 40": where the story is.
        const told =
          force.definite && force.owner?.kind === 'named' && /^(?:contingent|detachment|team)$/.test(force.head ?? '');
        if (places.length === 0 && force.mission === null && !told) return [];
        const whole = { ...force, quantity: strength.quantity, count: strength.count, to: strength.to };
        return [{ ...has(p, whole, [], places), fallback: true }];
      });
  },
  examples: {
    'Danish soldiers are in Mosul. The Danish contingent, which serves with the UN, consists of some 40 soldiers.': [
      'presence DK ~40 IQ',
    ],
    'The Fijian contingent in Syria is made up of 180 soldiers.': ['presence FJ 180 SY'],
    'The Fijian contingent in Syria consists of about 180 soldiers.': ['presence FJ ~180 SY'],
    'The Fijian contingent in Iraq, Jordan and Kuwait will consist of up to 350 soldiers.': [
      'presence FJ ..350 IQ+JO+KW',
    ],
    'UNDOF will be made up of about 1,200 soldiers.': ['presence UN ~1200 mission "UNDOF" SY'],
    'The UN mission in Syria has 900 soldiers. It also includes 150 police officers.': ['presence UN 150 SY'],
    'UNDOF watches the Golan Heights. It is made up of 1,200 soldiers.': ['presence UN 1200 SY'],
    'The French force in Abidjan amounts to 950 soldiers.': ['presence FR 950 CI'],
  },
  not: [
    'The Fijian army consists of 4,000 soldiers.',
    'The Fijian contingent in Syria consists of 180 soldiers and 40 police officers.',
    'The Fijian contingent in Syria would consist of 180 soldiers.',
    'The Fijian delegation in Syria is made up of 18 ministers.',
    'The Fijian army will grow. It includes 400 engineers.',
  ],
});

// How official reports tell what a mission has: its strength, and what a state gives to it for good.
import type { PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, MissionItem, NounLike } from '../../../syntax/item.ts';
import type { Predicate } from '../../../syntax/predicate.ts';
import { core, forcesIn, ownersIn, placeOf } from '../roles.ts';
import { isPlace } from './clause.ts';

/** What of a mission is counted: "the military strength of UNIFIL", "the Mission's military component". */
const MEASURED = /^(?:strength|component|presence|personnel|total|number)$/;

/** The mission that the subject is, or is of; an unnamed one stands for the mission told of before. */
function missionOf(p: Predicate): MissionItem | null {
  for (const n of p.subject) {
    if (n.kind === 'mission' && n.entry !== null) return n;
    if (n.kind === 'mission' && /^(?:the )?(?:mission|operation|force)$/i.test(n.name)) return n;
    if (n.kind === 'force' && n.mission?.entry)
      return { ...n, kind: 'mission', entry: n.mission.entry, name: n.mission.name, owner: null };
    if (n.kind !== 'noun' || !MEASURED.test(n.head)) continue;
    const of = p.others.find((o): o is MissionItem => o.kind === 'mission' && o.prep === 'of' && o.from < p.item.from);
    if (of) return of;
    return { kind: 'mission', ...at(n), entry: null, name: 'mission', owner: null, place: null };
  }
  return null;
}

const at = ({ from, to, start, prep }: NounLike) => ({ from, to, start, prep });

/** "comprised 1,102 troops", "stood at 10,048 peacekeepers", "consists of 900 soldiers and 40 police officers". */
function countedBy(p: Predicate): ForceItem[] {
  const preps: Readonly<Record<string, string>> = { stand: 'at', consist: 'of', amount: 'to' };
  const prep = preps[p.lemma];
  const forces = prep === undefined ? forcesIn(p.object) : forcesIn(p.others).filter((f) => f.prep === prep);
  return forces.filter(
    (f) =>
      f.quantity?.of === 'personnel' && f.head !== null && f.owner === null && !/^(?:wom[ae]n|m[ae]n)$/.test(f.head),
  );
}

export const strength = rule({
  id: 'presence/strength',
  on: 'predicate',
  why: 'What a mission comprises or stands at is there where the mission is.',
  lemmas: new Set('comprise total number stand consist amount'.split(' ')),
  read(p) {
    const { item } = p;
    if (item.kind !== 'verb' || item.voice === 'passive' || p.factuality.mode !== 'asserted') return [];
    if (item.modal !== null || item.tense === 'future') return [];
    const mission = missionOf(p);
    if (mission === null) return [];
    const places = [placeOf(mission)].filter(isPlace);
    return countedBy(p).map((force): PresenceFinding => {
      const evidence = { from: mission.from, to: Math.max(core(p).to, force.to) };
      return { kind: 'presence', predicate: p, evidence, confidence: 0.85, owner: [mission], force, places, mission };
    });
  },
  examples: {
    'As of 5 May, UNDOF comprised 1,102 troops, including 70 women.': [
      'presence UN 1102 mission "UNDOF" SY [2020-05-05]',
    ],
    'The military strength of UNIFIL stood at 10,048 peacekeepers as at 20 June 2019.': [
      'presence UN 10048 mission "UNIFIL" LB [2019-06-20]',
    ],
    'UNMIK and KFOR met. The military component of the mission consists of 4,400 soldiers.': [
      'presence NATO 4400 mission "KFOR" XK',
    ],
  },
  not: [
    'The budget of UNIFIL stood at 10,048 dollars.',
    'UNDOF could comprise 2,000 troops.',
    'The bus of UNDOF seats 40 soldiers.',
  ],
});

/** Present, and no promise; of the perfect only what goes on ("since 2014"). */
function isLasting(p: Predicate): boolean {
  const { item } = p;
  if (item.kind !== 'verb' || item.voice === 'passive' || p.factuality.mode !== 'asserted') return false;
  if (item.form !== 'finite' || item.modal !== null || item.tense !== 'present') return false;
  return item.aspect === 'perfect' ? p.dates.some((d) => d.date.kind === 'since') : true;
}

export const givesTo = rule({
  id: 'presence/contributes-to',
  on: 'predicate',
  why: 'What a state contributes to a mission, in the present, serves there.',
  lemmas: new Set(['contribute', 'provide']),
  read(p) {
    if (!isLasting(p)) return [];
    const mission = p.others.find(
      (n): n is MissionItem => n.kind === 'mission' && n.entry !== null && /^(?:to|for|in)$/.test(n.prep ?? ''),
    );
    const owner = ownersIn(p.subject);
    if (mission === undefined || owner.length === 0) return [];
    const places = [placeOf(mission)].filter(isPlace);
    return forcesIn(p.object)
      .filter((f) => f.owner === null && f.head !== null && (f.quantity === null || f.quantity.of === 'personnel'))
      .map(
        (force): PresenceFinding => ({
          kind: 'presence',
          predicate: p,
          evidence: core(p),
          confidence: 0.8,
          owner,
          force,
          places,
          mission,
        }),
      );
  },
  examples: {
    'Nepal contributes 250 troops to UNIFIL.': ['presence NP 250 mission "UNIFIL" LB'],
    'Moldova has contributed small numbers of troops to KFOR since 2014.': [
      'presence MD mission "KFOR" XK [2014-01-01..]',
    ],
  },
  not: ['Nepal will contribute to UNIFIL.', 'Nepal contributes 250 tents to UNIFIL.'],
});

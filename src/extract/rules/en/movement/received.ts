// Movements told by the state they come to or are to leave: "Haiti has received 400 Kenyan police officers", "Senegal wants all French troops out".

import { isState } from '../../../../model/party.ts';
import type { MovementFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { forcesIn, ownersIn, placeOf, whereabouts } from '../roles.ts';
import { movement } from './moves.ts';

/** The states that do it, as the places they are. */
const statesIn = (p: Predicate): PlaceItem[] =>
  p.subject.flatMap((n) => {
    const place = n.kind === 'actor' && n.what !== 'state' ? null : placeOf(n);
    return place !== null && n.kind !== 'force' ? [place] : [];
  });

/** Soldiers of another state than those who have them in. */
const isForeign = (force: ForceItem, hosts: readonly PlaceItem[]): boolean =>
  force.owner?.kind === 'named' &&
  !hosts.some((x) =>
    x.places.some((q) => (force.owner as { parties: readonly string[] }).parties.includes(q.country ?? '')),
  );

export const received = rule({
  id: 'movement/received',
  on: 'predicate',
  why: 'Whom a state receives comes to it.',
  lemmas: new Set(['receive', 'welcome', 'admit']),
  read(p) {
    const { item } = p;
    if (item.kind !== 'verb' || item.voice !== 'active' || p.factuality.mode === 'none') return [];
    const hosts = statesIn(p);
    if (hosts.length === 0) return [];
    const home = p.places.find((x) => x.ref === 'home');
    if (home !== undefined) return cameHome(p, home);
    return forcesIn(p.object)
      .filter(
        (f) =>
          (f.sort === 'strong' || f.sort === 'weak') &&
          f.quantity?.of === 'personnel' &&
          isForeign(f, hosts) &&
          !f.adjectives.some((word) => /^(?:wounded|injured|captured|sick|dead)$/.test(word)),
      )
      .map((force) => {
        const at = whereabouts(p, force).slice(0, 1);
        const to = at.length > 0 ? at : hosts;
        return movement(p, force, [], [], to, { confidence: 0.8, move: 'deploy' });
      });
  },
  examples: {
    'Nepal welcomed home 120 of its peacekeepers from Haiti.': ['movement NP 120 HT -> NP completed withdraw'],
    'Nepal welcomed 120 peacekeepers back home from Haiti.': ['movement NP 120 HT -> NP completed withdraw'],
    'Haiti has received 400 Kenyan police officers.': ['movement KE 400 -> HT completed deploy'],
    'Poland welcomed home 90 UN peacekeepers from Mali.': ['movement PL 90 ML -> PL completed withdraw'],
    'Estonia will welcome 1,000 British soldiers in May.': [
      'movement GB 1000 -> EE planned deploy [2021-05-01..2021-05-31]',
    ],
  },
  not: [
    'Haiti has received 400 Kenyan tents.',
    'Kenya welcomed home 400 athletes.',
    'Kenya welcomed its 400 soldiers on Thursday.',
    'Kenya welcomed home its football team from Haiti.',
    'Haiti has received the wounded Kenyan officers.',
    'A hospital in Haiti received 40 wounded Kenyan soldiers.',
  ],
});

/** "Nepal welcomed home 120 of its peacekeepers from Haiti": its own, back from where they were. */
const cameHome = (p: Predicate, home: PlaceItem): MovementFinding[] =>
  forcesIn(p.object)
    .filter((f) => f.sort === 'strong' || f.sort === 'unit')
    .map((force) => {
      const from = [...(force.place ? [force.place] : []), ...p.places].filter((x) => x.prep === 'from');
      const owned = force.owner?.kind === 'named' && force.owner.parties.some(isState);
      return movement(p, force, owned ? [] : ownersIn(p.subject), from.slice(0, 1), [home], {
        confidence: 0.8,
        move: 'withdraw',
      });
    });

export const wantedOut = rule({
  id: 'movement/wanted-out',
  on: 'predicate',
  lemmas: new Set(['want', 'need', 'order', 'tell', 'throw', 'kick']),
  read(p, view) {
    const wished = /^(?:want|need)$/.test(p.lemma);
    if (p.item.kind !== 'verb' || p.item.negated || p.factuality.mode === 'none') return [];
    return forcesIn(p.object)
      .filter((force) => force.from >= p.item.to && saysOut(force, view) && (wished || isForeign(force, statesIn(p))))
      .map((force) => {
        const told = whereabouts(p, force).slice(0, 1);
        const hosts = statesIn(p);
        const from = told.length > 0 ? told : isForeign(force, hosts) ? hosts : [];
        const evidence = { from: p.item.from, to: outAfter(force, view) + 1 };
        const wish = wished ? { phase: 'proposed' as const } : {};
        return movement(p, force, [], from, [], { evidence, confidence: 0.8, move: 'withdraw', ...wish });
      });
  },
  examples: {
    'Senegal wants all French troops out by 2025.': ['movement FR SN -> proposed withdraw [..2025-12-31] by "Senegal"'],
    'Mali ordered the 100 Danish soldiers out.': ['movement DK 100 ML -> planned withdraw'],
    'Burundi pulled 300 soldiers out of Somalia. The AU wants another 1,000 of them out.': [
      'movement BI 1000 SO -> proposed withdraw',
    ],
    'Senegal wants the 350 French soldiers in Dakar out.': ['movement FR 350 SN -> proposed withdraw'],
  },
  not: [
    'Senegal wants all French tourists out.',
    'Senegal does not want the French troops out.',
    'Mali ordered its soldiers out.',
  ],
});

/** The token of "out", behind the force or behind where it is. */
const outAfter = (force: ForceItem, view: SentenceView): number =>
  Math.max(force.to, force.place?.to ?? 0) >= view.tokens.length ? -1 : Math.max(force.to, force.place?.to ?? 0);

const saysOut = (force: ForceItem, view: SentenceView): boolean => {
  const at = outAfter(force, view);
  return at >= 0 && view.tokens[at]!.lower === 'out' && view.tokens[at + 1]?.lower !== 'of';
};

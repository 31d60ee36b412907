// Movements of a state or an army as one: "France withdraws from Niger", "we will reinforce the flank".
import type { MovementFinding } from '../../../finding.ts';
import { controlOf } from '../../../lexicon/control.ts';
import { MOTION, type Motion } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { thereOf } from '../presence/clause.ts';
import { forcesIn, placeOf } from '../roles.ts';
import { movement, moves, routed } from './moves.ts';

/** A state or its army moves as one: "Germany withdraws from Mali", "The U.S. military has left the base". */
export const stateWent = rule({
  id: 'movement/state-went',
  on: 'predicate',
  lemmas: new Set([
    ...'withdraw pull leave depart quit exit enter redeploy retreat deploy invade move return come go vacate abandon'.split(
      ' ',
    ),
    ...['pull out', 'pull back', 'move in', 'move out', 'go in', 'come in', 'draw down'],
  ]),
  read(p, view) {
    const motion = MOTION.get(p.lemma);
    if (motion === undefined || p.item.kind !== 'verb') return [];
    if (p.item.voice === 'passive') return withdrawn(p, motion, view);
    if (forcesIn(p.object).length > 0 || forcesIn(p.subject).length > 0) return [];
    const owners = p.subject.filter(
      (n) =>
        !isNoMover(n, p) &&
        ((n.kind === 'actor' &&
          ((n.what === 'state' && (n.role !== null || isThePeople(n, p.lemma, view))) ||
            n.role === 'military' ||
            n.what === 'organisation')) ||
          (n.kind === 'mission' && !(n.entry === null && p.item.kind === 'verb' && p.item.form === 'gerund'))),
    );
    if (owners.length === 0 || p.object.some((o) => placeOf(o) === null && o.kind !== 'number')) return [];
    // A state that comes or goes somewhere may be its ministers.
    if (/^(?:come|go)$/.test(p.lemma) && !owners.every((n) => isBody(n))) return [];
    // "Turkey, with 760, will move up to Vlora".
    const strong = forcesIn(p.others).find(
      (f) =>
        f.prep === 'with' &&
        f.to <= p.item.from &&
        f.quantity?.of === 'personnel' &&
        f.owner === null &&
        f.place === null,
    );
    // "South Korea, which left in 2007, is to return with 350".
    const again =
      p.lemma === 'return' && p.places.length === 0
        ? forcesIn(p.others).find(
            (f) => f.prep === 'with' && f.from >= p.item.to && f.quantity?.of === 'personnel' && f.owner === null,
          )
        : undefined;
    if (again !== undefined) return [movement(p, again, owners, [], [thereOf(p)], { move: 'deploy' })];
    const finding = moves(p, motion, strong ?? null, owners, view.predicates);
    // "Canada, with 2,800 troops in Kandahar, intends to leave in 2011".
    const kept = p.governor?.others.find((n) => n.kind === 'force' && n.prep === 'with' && n.place !== null);
    if (!routed(finding) && motion.move === 'withdraw' && p.object.length === 0 && kept?.kind === 'force')
      return [{ ...finding, from: [kept.place!] }];
    // "Croatia brought home its 95 soldiers, and Japan withdrew in January": from where those were.
    const first = view.predicates.find(
      (q) => q.item.from < p.item.from && MOTION.get(q.lemma)?.move !== 'deploy' && forcesIn(q.object).length > 0,
    );
    const too =
      first !== undefined &&
      p.relation === null &&
      p.others.length + p.object.length === 0 &&
      /^(?:withdraw|pull out)$/.test(p.lemma) &&
      owners.every((n) => n.kind === 'actor' && n.what === 'state');
    return routed(finding) || too || (p.lemma === 'enter' && p.object.length === 0) ? [finding] : [];
  },
  examples: {
    'France withdraws entirely from Niger after a coup by soldiers.': ['movement FR NE -> completed withdraw'],
    'Turkey will pull out of Mali.': ['movement TR ML -> planned withdraw'],
    'MINUSMA abandoned its camp in Kidal.': ['movement UN mission "MINUSMA" ML -> completed withdraw'],
    'Kyrgyzstan told the United States to vacate the air base at Bishkek, Kyrgyzstan.': [
      'movement US KG -> planned withdraw',
    ],
    'Peru, with 150 soldiers in Haiti, intends to leave by May 2021.': [
      'movement PE HT -> planned withdraw [..2021-05-31]',
    ],
    'The Japanese pulled out of Samawah province two months ago.': [
      'movement JP IQ -> completed withdraw [2020-04-15]',
    ],
    'MINUSMA was withdrawn from Mali in May. Its soldiers are home.': [
      'movement UN mission "MINUSMA" ML -> completed withdraw [2020-05-01..2020-05-31]',
    ],
    'The coalition came to Iraq in 2014.': ['movement COALITION -> IQ completed deploy [2014-01-01..2014-12-31]'],
  },
  not: [
    'Leaving Chad will not be easy for the soldiers.',
    'The bombers took off to strike Libya, to return to their base in Sicily.',
    'Turkey abandoned its claim in Mali.',
    'Turkey pulled out of the talks.',
    'The war ended in a truce, leaving Korea divided between two armies.',
    'MINUSMA vehicles were withdrawn from Mali by soldiers.',
    'Niger denied that France would send 1,000 soldiers after leaving Mali.',
    'Britain left the European Union.',
    'France came to Mali with an offer.',
    'The Japanese left Iraq in tears.',
    'Two Japanese pulled out of the race in Mali.',
  ],
});

/** "Leaving Chad will not be easy", "took off to strike Syria, to return to base": who is left or struck does not move. */
function isNoMover(n: NounLike, p: Predicate): boolean {
  const { governor } = p;
  return (
    p.object.includes(n) ||
    (p.relation === 'infinitive' &&
      governor !== null &&
      governor.object.includes(n) &&
      controlOf(governor.lemma, true)?.control !== 'object')
  );
}

/** "The Japanese pulled out of": a nation by its people, where only armies do such things. */
const isThePeople = (n: NounLike, lemma: string, view: SentenceView): boolean =>
  /^(?:withdraw|pull|pull out|pull back|redeploy)$/.test(lemma) && view.tokens[n.from]!.lower === 'the';
/** "MINUSMA was withdrawn from Mali": a mission known by its name goes as one. */
function withdrawn(p: Predicate, motion: Motion, view: SentenceView): MovementFinding[] {
  if (!/^(?:withdraw|pull out)$/.test(p.lemma) || forcesIn(p.object).length > 0) return [];
  const missions = p.object.filter((n) => n.kind === 'mission' && n.entry !== null);
  const finding = missions.length > 0 ? moves(p, motion, null, missions, view.predicates) : null;
  if (finding === null || routed(finding)) return finding === null ? [] : [finding];
  const from = missions.map(placeOf).filter((x) => x !== null);
  return from.length > 0 ? [{ ...finding, from: from.slice(0, 1) }] : [];
}

/** An army, a coalition, a mission: what it does its forces do. */
const isBody = (n: NounLike): boolean =>
  n.kind === 'mission' ||
  (n.kind === 'actor' &&
    n.what !== 'person' &&
    (n.party === 'COALITION' || /\b(?:army|armed forces|military|navy|marines)$/i.test(n.name)));

/** "We will reinforce our allies on the eastern flank": more forces go there, however many. */
export const reinforces = rule({
  id: 'movement/reinforces',
  on: 'predicate',
  lemmas: new Set(['reinforce']),
  read(p) {
    if (p.item.kind !== 'verb' || p.item.voice === 'passive') return [];
    // "in Romania, Hungary, Slovakia, to reinforce the flank": whose purpose that is nobody says.
    if (p.relation === 'infinitive' && p.governor === null) return [];
    const owners = p.subject.filter((n) => n.kind === 'actor' || (n.kind === 'pronoun' && n.word === 'we'));
    const of = /^(?:ally|partner|flank|presence|posture|border|garrison|defence|defense|position)$/;
    const object = p.object.some(
      (o) => o.kind === 'place' || (o.kind === 'noun' && of.test(o.head)) || o.kind === 'nominal',
    );
    if (owners.length === 0 || !object) return [];
    const finding = moves(p, { who: 'causer', bare: 'to', at: 'to', move: 'deploy' }, null, owners);
    return routed(finding) ? [finding] : [];
  },
  examples: {
    'The Spanish army will reinforce its allies in the Baltics.': ['movement ES -> R:BALTICS planned deploy'],
    'The Portuguese military has reinforced the eastern flank.': ['movement PT -> R:EASTERN-EUROPE completed deploy'],
  },
  not: [
    'The Spanish army will reinforce the dykes in the Baltics.',
    'New camps in Romania, Hungary, and Slovakia, in addition to those in Poland, to reinforce the eastern flank.',
    'The army spokesman reinforced the point in Lisbon.',
  ],
});

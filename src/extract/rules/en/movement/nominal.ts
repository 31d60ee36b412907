// Movements by a doing-noun: "the withdrawal of 380 guards", "this drawdown will continue".
import type { MovementFinding } from '../../../finding.ts';
import { MOTION, type Motion } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { NounLike, Range } from '../../../syntax/item.ts';
import type { Predicate } from '../../../syntax/predicate.ts';
import { forcesIn, ownerPhrase, ownersIn } from '../roles.ts';
import { moves, routed } from './moves.ts';

/** "extended the deployment of its unit": nobody goes who was not there. */
const isProlonged = (p: Predicate): boolean =>
  /^(?:extend|prolong|renew|review|sustain|continue|maintain)$/.test(p.governor?.lemma ?? '');

const BEGINS = /^(?:begin|start|commence|complete|finish|conclude|continue|resume)$/;

/** "ends its deployment in Mali": they leave, which another rule reads. */
const ENDS = /^(?:end|terminate|conclude|close|wind up|wind down|wrap up)$/;

const RECORD = /^(?:largest|biggest|greatest|longest|smallest|first)$/;

const CONTINUED =
  /^(?:continued|continuing|ongoing|current|existing|present|overseas|long-term|permanent|military|year-long)$/;

const OF_FORCES = /^(?:withdrawal|pullout|pull-out|pullback|pull-back|drawdown|draw-down|deployment|redeployment)/;

/** "monitors the withdrawal of both armies": a task, not a move. */
const isWatched = (p: Predicate): boolean =>
  /^(?:monitor|verify|supervise|oversee|observe|report|track|follow|watch|spot|detect|photograph|film)$/.test(
    p.governor?.lemma ?? '',
  ) && p.relation !== null;

/** "This drawdown will continue": the movement told of before goes on, begins or ends. */
function refersBack(p: Predicate): boolean {
  const { item, governor } = p;
  return (
    item.kind === 'nominal' &&
    item.definite &&
    item.owner === null &&
    item.prep === null &&
    OF_FORCES.test(item.noun) &&
    item.adjectives.length === 0 &&
    p.object.length + p.places.length === 0 &&
    governor?.item.kind === 'verb' &&
    [...governor.subject, ...governor.object].includes(item) &&
    (governor.item.voice === 'passive' || governor.subject.includes(item)) &&
    /^(?:continue|begin|start|commence|complete|conclude|finish|proceed|take place|accelerate|resume)$/.test(
      governor.lemma,
    ) &&
    p.factuality.mode !== 'none'
  );
}

/** Whose: of those told of before. */
const itsOwn = (at: Range): NounLike => ({
  kind: 'pronoun',
  from: at.from,
  to: at.to,
  start: at.from,
  prep: null,
  word: 'it',
});

const span = (p: Predicate): Range => ({ from: p.item.from, to: p.governor?.item.to ?? p.item.to });

export const nominal = rule({
  id: 'movement/nominal',
  on: 'predicate',
  lemmas: new Set([...MOTION.keys(), 'reinforce']),
  read(p, view) {
    const { item } = p;
    if (item.kind !== 'nominal') return [];
    if (isWatched(p)) return [];
    // "returned from a deployment to the Gulf": they leave it, which another rule reads.
    if (
      p.lemma === 'deploy' &&
      item.prep === 'from' &&
      p.governor?.item.kind === 'verb' &&
      MOTION.has(p.governor.lemma)
    )
      return [];
    // "not the first time such a withdrawal took place": one of a kind, and none told of.
    if (view.tokens.slice(Math.max(0, item.start - 1), item.from + 1).some((t) => t.lower === 'such')) return [];
    // "the largest deployment of Danish soldiers in the country's history": what a move is compared with the rest.
    if (item.adjectives.some((word) => RECORD.test(word)) && view.tokens.some((t) => t.lower === 'history')) return [];
    // "are part of the deployment of soldiers from several countries": told of somebody else.
    if (item.prep === 'of' && /^(?:part|member|element)s?$/.test(view.tokens[item.start - 1]?.lower ?? '')) return [];
    // "died during the deployment": while they were there.
    if (p.lemma === 'deploy' && item.prep === 'during') return [];
    // "an extension of its contribution to KFOR": those who are there stay.
    const before = view.tokens.slice(Math.max(0, item.start - 4), item.from).map((t) => t.lower);
    if (p.lemma === 'contribute' && before.some((w) => /^(?:extension|renewal|continuation|prolongation)$/.test(w)))
      return [];
    // "The Danish contribution to KFOR is 340 soldiers": they are there.
    if (
      p.lemma === 'contribute' &&
      /^(?:be|number|consist|total|comprise|amount|include)$/.test(p.governor?.lemma ?? '')
    )
      return [];
    // "Sweden's deployment in Mali numbers 220", "will last for weeks": so are those.
    if (p.lemma === 'deploy' && /^(?:number|stand|amount|total|consist|comprise|last)$/.test(p.governor?.lemma ?? ''))
      return [];
    if (refersBack(p))
      return [{ ...moves(p, MOTION.get(p.lemma)!, null, [itsOwn(item)]), evidence: span(p), confidence: 0.7 }];
    if (p.lemma === 'deploy' && ENDS.test(p.governor?.lemma ?? '')) return [];
    // "four deployments to Africa", "deployments in the Gulf": those that there are.
    if (item.noun === 'deployments' && p.governor?.item.kind !== 'verb' && forcesIn(p.object).length === 0) return [];
    if (p.lemma === 'deploy' && (item.adjectives.some((word) => CONTINUED.test(word)) || isProlonged(p))) return [];
    const motion: Motion = MOTION.get(p.lemma) ?? { who: 'both', bare: null, at: 'to', move: 'deploy' };
    if (p.lemma === 'rotate' && !p.places.some((x) => x.prep === 'to' || x.prep === 'from')) return [];
    // "A Danish battalion completed its deployment to Mali": the battalion is who went.
    const begun =
      item.owner === null && /^(?:begin|start|commence|complete|finish|conclude)$/.test(p.governor?.lemma ?? '');
    const itself =
      (item.owner?.kind === 'pronoun' || begun) && p.object.length === 0 ? forcesIn(p.governor?.subject ?? []) : [];
    // "The Danish troops in Mali began their withdrawal".
    if (
      itself.length > 0 &&
      !begun &&
      !isWay(p) &&
      motion.move === 'withdraw' &&
      BEGINS.test(p.governor?.lemma ?? '')
    ) {
      const around = { ...p, places: [...p.places, ...(p.governor?.places ?? [])] };
      return itself.map((force) => moves(around, motion, force, [], view.predicates)).filter(routed);
    }
    // "the first departure by Kenyan troops": who leaves or comes does so by himself.
    const goers = p.object.length === 0 && motion.who === 'mover' ? forcesIn(p.subject) : [];
    const forces = itself.length > 0 && isWay(p) ? itself : goers.length > 0 ? goers : forcesIn(p.object);
    // "had discussed this deployment to Romania": the one told of.
    if (forces.length === 0 && /^(?:this|that|these)$/.test(view.tokens[item.from]!.lower)) return [];
    const owners = item.owner === null ? ownersIn(p.subject) : [ownerPhrase(item.owner, item)];
    // "the return of 1,000 members of KFOR": from where they serve.
    const way: Motion =
      item.noun === 'return' && p.places.length === 0 && forces.some((f) => f.mission !== null)
        ? { ...motion, at: 'from', move: 'withdraw' }
        : motion;
    if (forces.length > 0)
      return forces.map((force) => whereRaised(p, moves(p, way, force, owners, view.predicates))).filter(isMilitary);
    if (p.object.some((o) => o.kind === 'noun' || o.kind === 'number' || o.kind === 'nominal')) return [];
    const whole = p.object.filter((o) => o.kind === 'mission' || o.kind === 'actor');
    if (!item.force && !OF_FORCES.test(item.noun) && !(item.noun === 'exit' && isRuledOut(p, motion))) return [];
    const moving = whole.some((o) => o.kind === 'mission') ? whole : owners.length > 0 ? owners : whole;
    if (moving.length === 0) return [];
    const finding = moves(p, motion, null, moving, view.predicates);
    return routed(finding) || isRuledOut(p, motion) ? [finding] : [];
  },
  examples: {
    'A parade will mark the departure of some Danish, Norwegian and Swedish troops from Mali.': [
      'movement DK ML -> planned withdraw',
      'movement NO ML -> planned withdraw',
      'movement SE ML -> planned withdraw',
    ],
    "Spain's cabinet signed off on the dispatch of 150 troops to Mali.": ['movement ES 150 -> ML planned deploy'],
    'Oslo ordered the withdrawal of 90 soldiers from Mali during a visit to the Norwegian base at Tapa in Estonia.': [
      'movement NO 90 ML -> planned withdraw',
    ],
    'The first departure by Kenyan troops from Mali took place on Monday.': [
      'movement KE ML -> completed withdraw [2020-06-15]',
    ],
    'The plan provides for the return of 1,000 soldiers of KFOR.': [
      'movement NATO 1000 mission "KFOR" XK -> planned withdraw',
    ],
    'Oslo says the pullout of its soldiers from Mali is finished.': ['movement NO ML -> completed withdraw by "Oslo"'],
    'Norway announced that the withdrawal of its soldiers from Mali is complete.': [
      'movement NO ML -> completed withdraw by "Norway"',
    ],
    'The withdrawal of 380 Mongolian guards from Kabul went off without incident.': [
      'movement MN 380 AF -> completed withdraw',
    ],
    'Peru withdrew 60 of its soldiers from Haiti. This drawdown will continue.': ['movement PE HT -> planned withdraw'],
    "Togo's president, Faure Gnassingbé, orders the return of the 70 soldiers serving in Bissau.": [
      'movement TG 70 GW -> planned withdraw',
    ],
    'Danish troops in the UN force on the Golan Heights began their withdrawal on Monday.': [
      'movement DK SY -> underway withdraw [2020-06-15]',
    ],
    'Danish soldiers have begun a partial transfer from Gao to Niamey.': ['movement DK ML -> NE underway relocate'],
    'A Danish battalion completed its deployment to Mali.': ['movement DK 1 battalion -> ML completed deploy'],
    'El Salvador has 80 soldiers in Iraq. It has ruled out an early withdrawal.': [
      'movement SV IQ -> cancelled withdraw',
    ],
    'Denmark is in Chad. The deployment of 60 more Danish medics brings the number of Danish soldiers in Mali to 400.':
      ['movement DK 60 -> ML completed deploy'],
    'The deployment of 60 German medics to Mali was announced.': ['movement DE 60 -> ML planned deploy'],
    'The redeployment of 900 Nigerian soldiers from Freetown to Monrovia took nine days.': [
      'movement NG 900 SL -> LR completed relocate',
    ],
    'Belgium has made a redeployment of 300 infantrymen from Lithuania to Romania.': [
      'movement BE 300 LT -> RO completed relocate',
    ],
  },
  not: [
    "It was the largest deployment of Danish soldiers to Mali in the kingdom's history.",
    'Denmark has soldiers in Mali. Mali announces the evacuation of Gao, a city of 90,000 near the river.',
    'Danish instructors are part of the deployment of soldiers to Mali.',
    'The withdrawal of 380 banknotes from Kabul went off without incident.',
    'The minister discussed this deployment to Haiti last week.',
    'It would not be the first time such a withdrawal of Danish soldiers from Mali took place.',
    'Two Danish soldiers died during the deployment in Mali.',
    'The coastwatchers reported the movements of Japanese troops on Bougainville.',
    "Sweden's deployment in Mali numbers 220 soldiers.",
    'UN officers in Haiti monitor the withdrawal of armed forces from the capital.',
  ],
});

/** "has ruled out an early withdrawal": from where their forces were told to be. */
const isRuledOut = (p: Predicate, motion: Motion): boolean =>
  motion.move === 'withdraw' &&
  p.factuality.mode === 'cancelled' &&
  p.object.length + p.others.length === 0 &&
  p.governor?.item.kind === 'verb' &&
  p.governor.subject.some((n) => n.kind === 'actor' || n.kind === 'pronoun');

/** "The deployment of 90 more brings the number of troops in Mali to 400": they go where that number is. */
function whereRaised(p: Predicate, f: MovementFinding): MovementFinding {
  const g = p.governor;
  if (routed(f) || f.move !== 'deploy' || g === null || !/^(?:bring|raise|take|increase|lift|push)$/.test(g.lemma))
    return f;
  const stock = forcesIn(g.object).find((x) => x.quantity === null && x.place !== null);
  return stock?.place ? { ...f, to: [stock.place] } : f;
}

const isWay = (p: Predicate): boolean =>
  p.lemma !== 'rotate' && p.places.some((x) => x.prep === 'to' || x.prep === 'from');

const isMilitary = (f: MovementFinding): boolean =>
  f.force!.quantity !== null ||
  f.force!.sort === 'strong' ||
  f.force!.mission !== null ||
  (f.force!.sort === 'unit' && f.force!.plural && f.force!.owner !== null && f.move === 'withdraw') ||
  routed(f);

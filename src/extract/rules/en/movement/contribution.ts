// Forces promised to a mission: "Sweden committed 300 soldiers to the mission", "the contribution will involve about 300 personnel".
import type { MovementFinding } from '../../../finding.ts';
import { MOTION } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, NounLike } from '../../../syntax/item.ts';
import type { Predicate } from '../../../syntax/predicate.ts';
import { isPromised, isPromisedBehind } from '../promised.ts';
import { core, forcesIn, isDrill, missionIn, ownerPhrase, ownersIn, routeOf, whereabouts } from '../roles.ts';

const isCounted = (force: ForceItem): boolean =>
  force.quantity?.of === 'personnel' && (force.sort === 'strong' || force.sort === 'unit');

function promised(p: Predicate, force: ForceItem, owner: readonly NounLike[]): MovementFinding {
  const { from, to } = routeOf(p, MOTION.get('send')!, force);
  const mission = missionIn(p.others) ?? missionIn(p.subject);
  return {
    kind: 'movement',
    predicate: p,
    evidence: core(p),
    confidence: 0.8,
    owner,
    force,
    from,
    to,
    move: 'deploy',
    mission,
  };
}

/** "Thailand has promised 1,500", "we will provide 4,500 of them": of the force told of just before. */
const isCountOfThem = (p: Predicate, force: ForceItem): boolean =>
  force.sort === 'bare' &&
  force.quantity?.of === 'personnel' &&
  (force.quantity.min ?? force.quantity.max ?? 0) > 2 &&
  p.others.length === 0 &&
  p.object.length === 1;

/** "The Emirates promised twelve aircraft". */
const isPromisedCraft = (p: Predicate, force: ForceItem): boolean =>
  force.sort === 'platform' &&
  force.quantity !== null &&
  force.unit === null &&
  /^(?:pledge|promise|offer)$/.test(p.lemma);

/** "Germany will not provide ground troops". */
const isRefused = (p: Predicate, force: ForceItem): boolean =>
  p.factuality.mode === 'cancelled' && force.sort === 'strong' && force.owner === null;

/** "Nigeria has promised 850 men". */
const isOfMen = (p: Predicate, force: ForceItem): boolean =>
  force.sort === 'weak' &&
  /^(?:men|police|policeman|officer|engineer|medic|trainer|instructor|observer|monitor)$/.test(force.head ?? '') &&
  force.quantity !== null &&
  /^(?:pledge|promise|offer)$/.test(p.lemma);

/** "Chad has offered a battalion". */
const isUnit = (force: ForceItem): boolean =>
  force.sort === 'unit' && /^(?:battalion|company|brigade|regiment|squadron|platoon)$/.test(force.quantity?.of ?? '');

/** Where it goes is told before: the mission's place, the country of the story. */
export const contributes = rule({
  id: 'movement/contributes',
  on: 'predicate',
  why: 'A promise to a mission names no place of its own; the mission or the story does.',
  lemmas: new Set('contribute commit provide supply pledge promise offer'.split(' ')),
  read(p) {
    if (p.item.kind !== 'verb' || [...p.others, ...p.object, ...(p.governor?.others ?? [])].some(isDrill)) return [];
    // "Spain provides 350 troops", "Italy contributes 200": they serve there.
    if (
      (p.lemma === 'provide' || p.lemma === 'supply' || (p.lemma === 'contribute' && p.others.length === 0)) &&
      p.item.tense === 'present' &&
      p.item.aspect === 'simple' &&
      p.item.form === 'finite' &&
      p.item.modal === null
    )
      return [];
    const owner = ownersIn(p.subject);
    return forcesIn(p.object)
      .filter(
        (force) =>
          isRefused(p, force) ||
          isPromisedCraft(p, force) ||
          isCounted(force) ||
          isOfMen(p, force) ||
          isCountOfThem(p, force) ||
          isUnit(force),
      )
      .map((force) => ({ ...promised(p, force, owner), ...phaseOfPromise(p) }))
      .filter((f) => f.from.length + f.to.length === 0 && owner.length > 0);
  },
  examples: {
    'The UN force in Mali wants more help. Sweden has pledged 300 soldiers to the mission.': [
      'movement SE 300 mission "UN force in Mali" -> ML planned deploy',
    ],
    'France has sent 1,600 soldiers to Mali. Chad and Togo have each offered a battalion.': [
      'movement TD 1 battalion -> ML proposed deploy',
      'movement TG 1 battalion -> ML proposed deploy',
    ],
    'France has 900 soldiers in Mali. Sweden has pledged 300 soldiers while more are expected from Chad and Niger.': [
      'movement SE 300 -> ML planned deploy',
    ],
    'Fiji has soldiers in UNDOF. Nepal will supply 130 soldiers this month.': [
      'movement NP 130 -> SY planned deploy [2020-06-01..2020-06-30]',
    ],
    'NATO will send a force of 3,000 soldiers to Mali. Portugal has promised 150.': [
      'movement PT 150 -> ML planned deploy',
    ],
  },
  not: [
    'The UN wants more help in Mali. Sweden has pledged 300 million kronor to the mission.',
    'NATO will send a force to Mali. Portugal has promised 150 tents.',
  ],
});

/** A promise is a plan, an offer less than that, however the verb stands. */
const phaseOfPromise = (p: Predicate): Pick<MovementFinding, 'phase'> =>
  p.factuality.mode !== 'asserted' || !/^(?:commit|pledge|promise|offer)$/.test(p.lemma)
    ? {}
    : { phase: p.lemma === 'offer' ? 'proposed' : 'planned' };

/** What a coming force is made of: "the force will involve about 300 personnel". */
export const willInvolve = rule({
  id: 'movement/will-involve',
  on: 'predicate',
  lemmas: new Set('involve include comprise consist number total be'.split(' ')),
  read(p) {
    if (p.item.kind !== 'verb' || !isAhead(p) || p.subject.some(isDrill)) return [];
    const head = p.subject.find(isComing);
    if (head === undefined) return [];
    // "The contingent in Iraq will consist of up to 350": there it stands, and of so many.
    if (head.kind === 'force' && head.place !== null) return [];
    // "The landing at Durres will involve 450 French": where it is, or nowhere.
    if (head.kind === 'nominal' && head.noun === 'landing' && p.places.length === 0) return [];
    const owner = 'owner' in head && head.owner?.kind === 'named' ? [ownerPhrase(head.owner, head)] : [];
    return forcesIn([...p.object, ...p.others.filter((n) => n.prep === 'of')])
      .filter(isCounted)
      .map((force) => promised(p, force, owner));
  },
  examples: {
    'The landing at Freetown will involve 450 French and 200 Italian soldiers.': [
      'movement FR 450 -> SL planned deploy',
      'movement IT 200 -> SL planned deploy',
    ],
    'Norway will train soldiers in Iraq. The Norwegian contribution will involve about 60 soldiers.': [
      'movement NO ~60 -> IQ planned deploy',
    ],
  },
  not: [
    'Norway will train soldiers in Iraq. The exercise will involve about 60 soldiers.',
    'The choir will include 40 soldiers.',
  ],
});

const isAhead = (p: Predicate): boolean =>
  p.item.kind === 'verb' && (p.item.tense === 'future' || p.item.modal === 'would') && p.factuality.mode !== 'none';

/** A force, contribution or deployment that is still to come. */
const isComing = (n: NounLike): boolean =>
  (n.kind === 'force' && n.quantity === null && n.sort === 'unit') ||
  n.kind === 'mission' ||
  (n.kind === 'nominal' &&
    /^(?:deployment|contribution|commitment|reinforcements?|landing|airlift|redeployment)$/.test(n.noun)) ||
  (n.kind === 'noun' && /^(?:contribution|commitment|reinforcement|package)$/.test(n.head));

/** "Israel has strengthened its forces in Lebanon": some came, how many is not told. */
export const strengthens = rule({
  id: 'movement/strengthens',
  on: 'predicate',
  lemmas: new Set('strengthen bolster augment'.split(' ')),
  read(p) {
    if (p.item.kind !== 'verb' || p.others.some((n) => n.kind === 'force' && n.quantity !== null)) return [];
    return forcesIn(p.object)
      .filter((force) => force.quantity === null && force.portion === null)
      .flatMap((force): MovementFinding[] => {
        const to = whereabouts(p, force);
        const owner = ownersIn(p.subject);
        if (to.length === 0 || owner.length === 0) return [];
        const finding = { predicate: p, evidence: core(p), confidence: 0.75, owner, force, from: [], to };
        return [{ kind: 'movement', ...finding, move: 'deploy' }];
      });
  },
  examples: {
    'Turkey has strengthened its forces in Qatar.': ['movement TR -> QA completed deploy'],
  },
  not: ['Turkey has strengthened its ties with the army in Qatar.', 'The club strengthened its squad in Qatar.'],
});

/** "The first 49 of a promised 1,264 peacekeepers arrive": the rest of them is still to come. */
export const promisedWhole = rule({
  id: 'movement/promised-whole',
  on: 'force',
  why: 'Where the first of a force arrive, all of it is meant to.',
  read(force, view) {
    const { whole } = force;
    if (whole?.quantity?.of !== 'personnel') return [];
    if ((whole.definite && !isPromisedBehind(whole, view)) || whole.owner?.kind === 'pronoun') return [];
    const ordinal = view.tokens.slice(force.from, force.from + 2).some((t) => t.lower === 'first');
    // "the first 40 of 1,700 troops": of those that are meant to come.
    const isMeant = !whole.definite && whole.owner === null && force.quantity !== null && force.head !== null;
    const isFirst = ordinal && (force.quantity === null || isOneBody(whole) || isMeant);
    if (!isFirst && !isPromised(whole, view) && !whole.adjectives.includes('full')) return [];
    return view.predicates
      .filter((p) => MOTION.has(p.lemma) && (p.subject.includes(force) || p.object.includes(force)))
      .slice(0, 1)
      .flatMap((p): MovementFinding[] => {
        const { from: left, to } = routeOf(p, MOTION.get(p.lemma)!, force);
        const from = left.filter((x) => x.prep === 'from');
        if (p.factuality.mode === 'cancelled' || p.factuality.mode === 'none') return [];
        const owner = p.subject.includes(force) ? [] : ownersIn(p.subject);
        // "the first of 115,000 to be withdrawn".
        const goes = /^to be (?:withdrawn|pulled|brought|flown|repatriated|evacuated)$/.test(
          view.tokens
            .slice(whole.to, whole.to + 3)
            .map((t) => t.lower)
            .join(' '),
        );
        if (goes) {
          const gone = { evidence: whole, confidence: 0.8, owner, force: whole, from: left, to: [], dated: null };
          return [{ kind: 'movement', predicate: p, ...gone, move: 'withdraw', phase: 'planned' }];
        }
        const told = { evidence: whole, confidence: 0.8, owner, force: whole, from, to, dated: null };
        return [{ kind: 'movement', predicate: p, ...told, move: 'deploy', phase: 'planned' }];
      });
  },
  examples: {
    'A column of 90 Danish soldiers left Gao, the first of 900 to be withdrawn.': [
      'movement DK 900 unit "column" ML -> planned withdraw',
    ],
    'The first 60 of a promised 900 Fijian peacekeepers have landed in Haiti.': [
      'movement FJ 900 -> HT planned deploy',
    ],
    'Only 2,000 of the 5,500 Ethiopian peacekeepers promised have been deployed to Darfur.': [
      'movement ET 5500 -> SD planned deploy',
    ],
    'The first of 90 Danish soldiers who were sent from Taji have left.': ['movement DK 90 IQ -> planned deploy'],
    'Oman sent the first 80 soldiers of a 700-strong force to Yemen.': ['movement OM 700 -> YE planned deploy'],
  },
  not: [
    'The first 60 of its 900 Fijian peacekeepers have landed in Haiti.',
    'The first 60 of a promised 900 tents have landed in Haiti.',
  ],
});

/** "a 2,000-strong force" is one body, however it travels. */
const isOneBody = (whole: ForceItem): boolean => whole.strength || whole.sort === 'unit';

/** "will be joined by 2,000 men, among them 1,000 from Togo and 300 from Peru": each nation's part goes where the whole does. */
export const amongThem = rule({
  id: 'movement/among-them',
  on: 'force',
  read(force, view) {
    if (force.sort !== 'bare' || force.quantity === null || force.owner?.kind !== 'named') return [];
    if (view.tokens[force.owner.at.from - 1]?.lower !== 'from' || force.owner.at.to !== force.to) return [];
    const among = view.items.some((x) => x.kind === 'pronoun' && x.prep === 'among' && x.to <= force.from);
    const p = view.predicates.findLast(
      (q) =>
        q.item.kind === 'verb' &&
        q.relation !== 'coordinate' &&
        q.item.to <= force.from &&
        MOTION.get(q.lemma)?.move === 'deploy',
    );
    if (!among || p === undefined || p.factuality.mode === 'none') return [];
    const whole = [...p.object, ...p.subject, ...p.others].find((n) => n.kind === 'force' && n !== force);
    const { from, to } = routeOf(p, MOTION.get(p.lemma)!, whole?.kind === 'force' ? whole : null);
    if (to.length === 0) return [];
    return [
      { kind: 'movement', predicate: p, evidence: force, confidence: 0.8, owner: [], force, from, to, move: 'deploy' },
    ];
  },
  examples: {
    'Allies will send up to 7,000 soldiers to Mali, among them 2,000 from Italy.': [
      'movement IT 2000 -> ML planned deploy',
    ],
  },
  not: ['The ship brought 7,000 tents to Mali, among them 2,000 from Italy.'],
});

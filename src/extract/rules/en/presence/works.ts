// Presences told by what a force does where it is, and by the bases that a state keeps abroad.
import type { PresenceFinding } from '../../../finding.ts';
import { controlOf } from '../../../lexicon/control.ts';
import { MOTION } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, MissionItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import { type Predicate, type SentenceView, textOf } from '../../../syntax/predicate.ts';
import { describedBy, forcesIn, isDrill, mannedBy, placeOf, whereabouts } from '../roles.ts';
import { has, isClaimless, isPlace } from './clause.ts';

/** Verbs of which the clause says little more than that they are there. */
const DWELLS: ReadonlySet<string> = new Set('work live serve operate patrol fight rotate'.split(' '));
/** Verbs that whoever is counted does where it is: engineers, police and medics too. */
const DOES: ReadonlySet<string> = new Set([
  ...DWELLS,
  ...'train help contribute assist advise mentor teach protect secure participate monitor defend escort clear build run man guard treat watch observe support provide conduct perform carry take'.split(
    ' ',
  ),
  'take part',
]);
/** Verbs that their own rules read, or after which nobody need be there. */
const OTHERWISE: ReadonlySet<string> = new Set([
  ...'be have remain stay keep leave need want await wait expect prepare die fall number include join replace relieve succeed attend compete play vote return receive begin start hope like volunteer apply ask demand'.split(
    ' ',
  ),
  'take over',
  'hand over',
]);

const STILL = /^(?:already|currently|still|now)$/;
/** Of these only "are fighting in" says that they are there now. */
const ACTS = /^(?:operate|patrol|fight)$/;
const isInProgress = (p: Predicate): boolean => p.item.kind === 'verb' && p.item.aspect === 'progressive';

/** Verbs whose object is where one stands. */
const HOLDS = /^(?:guard|secure|protect|defend|hold|man|patrol|run|rebuild)$/;

/** Who does it: the subject, or those who are busy with it ("are engaged in"). */
const isDoing = (force: ForceItem, p: Predicate): boolean =>
  p.item.kind === 'verb' &&
  (p.item.voice === 'passive'
    ? (BUSY.has(p.lemma) || isStanding(p, force)) && p.object.includes(force)
    : p.subject.includes(force));
/** "are installed in Gao", "are cooped up in Gao": by any verb that is no order, no wish and no harm, whoever is so is there. */
const isStanding = (p: Predicate, force: ForceItem): boolean =>
  force.sort === 'strong' &&
  p.item.kind === 'verb' &&
  p.item.tense === 'present' &&
  p.item.aspect === 'simple' &&
  !UNLIKE.has(p.lemma) &&
  controlOf(p.lemma, true) === null;
const UNLIKE: ReadonlySet<string> = new Set(
  'kill wound injure hurt shoot hit attack ambush capture hold detain kidnap abduct seize miss bury charge pay honour honor commemorate recruit raise draw form call name know see find replace relieve prepare select pick choose count list number put occupy cut reduce boost cost award fly rule mean fund finance interest concern experience remember train elect'.split(
    ' ',
  ),
);
const BUSY: ReadonlySet<string> = new Set('engage involve employ task occupy put place split divide'.split(' '));

/** A body of soldiers told by name: whatever it does where it is, it is there. Of a handful the news is what befell them. */
const isTroops = (force: ForceItem, p: Predicate, { predicates }: SentenceView): boolean =>
  force.sort === 'strong' &&
  (force.quantity?.min ?? 0) >= 5 &&
  force.quantity?.of === 'personnel' &&
  (force.owner?.kind === 'named' || force.mission !== null) &&
  !force.additional &&
  force.portion === null &&
  (p.relation === null || p.relation === 'coordinate' || p.relation === 'relative') &&
  !MOTION.has(p.lemma) &&
  !OTHERWISE.has(p.lemma) &&
  // "On 1 March some 170 soldiers guard the vote": what is set for a day is no state.
  !p.dates.some(({ date }) => date.kind === 'point' && date.period !== null && date.period.start === date.period.end) &&
  !predicates.some((q) => q.index < p.index && q.object.includes(force));

/** The clause says little more than that they are there. */
function dwells(p: Predicate, view: SentenceView): boolean {
  if (p.relation === 'participle' && STILL.test(view.tokens[p.item.from - 1]?.lower ?? '')) return true;
  return DWELLS.has(p.lemma) && (!ACTS.test(p.lemma) || isInProgress(p));
}

/** Present or in progress: what a force once did somewhere leaves open whether it stayed. */
function isGoingOn(p: Predicate): boolean {
  const { item } = p;
  if (item.kind !== 'verb' || p.factuality.mode !== 'asserted') return false;
  if (item.tense === 'future' || item.modal !== null || item.negated) return false;
  if (item.form === 'gerund') return p.relation === 'participle';
  if (item.form !== 'finite') return false;
  if (item.tense === 'past') return item.aspect === 'progressive';
  return item.aspect !== 'perfect' || item.voice === 'passive';
}

/** Places of the clause, else of what it is done for: "are helping to guard the airport in Beirut". */
function placesOf(p: Predicate, force: ForceItem, around: readonly Predicate[]): PlaceItem[] {
  const places = whereabouts(p, force);
  if (force.sort === 'platform') places.push(...p.places.filter((x) => x.prep === 'over'));
  if (p.lemma === 'rotate') places.push(...p.places.filter((x) => x.prep === 'through'));
  // "control the corridor in Karabakh", "patrol Gao".
  places.push(...p.object.filter((o): o is PlaceItem => o.kind === 'place' && o.places.length > 0));
  if (places.length > 0) return places;
  const aims = around.filter((q) => q.governor === p && q.relation === 'infinitive' && !MOTION.has(q.lemma));
  // "are trying to keep the peace in Mali".
  if (force.quantity !== null && p.object.length === 0) places.push(...aims.flatMap((q) => whereabouts(q, null)));
  if (places.length > 0) return places;
  const held = aims.filter((q) => HOLDS.test(q.lemma));
  const effort = p.others.find(
    (o) => o.kind === 'noun' && o.prep === 'in' && /^(?:effort|bid|attempt|drive)$/.test(o.head),
  );
  // "are working with others in an effort to rebuild Iraq".
  const aim =
    effort &&
    around.find((q) => q.relation === 'infinitive' && q.item.from >= effort.to && q.item.from <= effort.to + 1);
  return [...held, ...(aim ? [aim] : [])].flatMap((q) => q.object.map(placeOf)).filter(isPlace);
}

/** Sixty nationals who fight somewhere may be anybody. */
const isForce = (force: ForceItem): boolean => force.head !== null && force.head !== 'national';
/** "a company of 120 Georgians". */
const isBodyOf = ({ head, from, to }: ForceItem, { tokens }: SentenceView): boolean =>
  head === 'national' &&
  tokens
    .slice(from, to)
    .some((t) => /^(?:company|battalion|platoon|contingent|detachment|squadron|battery|brigade)$/.test(t.lower));
const isNamed = (force: ForceItem): boolean => force.owner !== null && force.portion === null;

export const works = rule({
  id: 'presence/works',
  on: 'force',
  why: 'A counted force that does anything at a place is there; without a count only where the verb says no more than that.',
  read(force, view) {
    if (force.quantity !== null ? !isForce(force) && !isBodyOf(force, view) : !isNamed(force)) return [];
    return view.predicates.flatMap((p) => {
      if (!isDoing(force, p) || !isGoingOn(p) || [...p.object, ...p.others].some(isDrill)) return [];
      const described = describedBy(p, force);
      if (described.quantity === null ? !dwells(p, view) : !(DOES.has(p.lemma) || isTroops(described, p, view)))
        return [];
      const places = placesOf(p, described, view.predicates);
      return places.length === 0 ? [] : [has(p, described, [], places, 0.78)];
    });
  },
  examples: {
    'Approximately 400 Danish personnel are already contributing to a reconstruction team in Helmand.': [
      'presence DK ~400 unit "reconstruction team" AF',
    ],
    'Around 60 Estonian instructors are working with local police in Mosul, Iraq.': ['presence EE ~60 IQ'],
    'The 500 Danish soldiers rotating through the south of Mali are trainers.': ['presence DK 500 ML'],
    'About 50 Irish soldiers are helping to guard the airport in Beirut.': ['presence IE ~50 LB'],
    'About 900 Irish soldiers are working with Malians in a bid to rebuild Mali.': ['presence IE ~900 ML'],
    'A Danish battalion guards the airport in Bamako.': ['presence DK 1 battalion ML'],
    'About 300 Danish soldiers are installed in Gao, Mali.': ['presence DK ~300 ML'],
    'Dutch soldiers live and work at a camp in Mali.': ['presence NL ML'],
    'About 640 Danish soldiers face daily rocket fire in Erbil, Iraq.': ['presence DK ~640 IQ'],
    'Some 6,000 UN peacekeepers are now trying to keep an uneasy calm in Mali.': ['presence UN ~6000 ML'],
    'Some 1,500 Ghanaian troops have already been put under UN command in Liberia.': ['presence GH ~1500 LR'],
    'A company of 120 Georgians protects the camp at Gao, Mali.': ['presence GE 120 ML'],
    'Currently, 27 Estonian troops are partaking in UNIFIL.': ['presence EE 27 mission "UNIFIL" LB'],
    'About 2,000 Kenyan soldiers hold the town of Gao, Mali.': ['presence KE ~2000 ML'],
  },
  not: [
    'On 1 March about 170 Irish soldiers guard the vote in Mali.',
    'About 170 Irish soldiers hope to serve in Mali.',
    'About 170 Irish soldiers are needed in Mali.',
    'About 170 Irish soldiers are buried in Mali.',
    'Some 170 Irish soldiers suffer from an illness that they caught in Mali.',
    'Two Irish soldiers face a trial in Mali.',
    'About 50 Irish soldiers are taking part in an exercise in Latvia.',
    'About 50 Irish soldiers may help to guard the airport in Beirut.',
    'Around 60 Estonian teachers are working with local police in Mosul, Iraq.',
    'Irish soldiers fight fires in Portugal.',
    'A Danish battalion guarded the airport in Bamako.',
  ],
});

/** "trains soldiers with a team of some 160 instructors in Gao": whom it does it with are there. */
export const worksWith = rule({
  id: 'presence/works-with',
  on: 'predicate',
  why: 'Who trains, helps or guards somewhere with so many of its people has them there.',
  lemmas: new Set(
    'train help assist advise advice mentor support protect secure observe monitor watch defend patrol guard participate take-part'
      .split(' ')
      .map((x) => x.replace('-', ' ')),
  ),
  read(p): PresenceFinding[] {
    if (!isGoingOn(p) || [...p.object, ...p.others].some(isDrill)) return [];
    const owners = p.subject.filter(isKeeper);
    const force = mannedBy(p);
    if (force === null || owners.length === 0 || owners.length < p.subject.length) return [];
    const places = [...(force.place ? [force.place] : []), ...whereabouts(p, null)];
    return places.length === 0 ? [] : [has(p, force, owners, places.slice(0, 1), 0.75)];
  },
  examples: {
    'The European Union trains soldiers with a team of some 160 instructors in Bamako.': [
      'presence EU ~160 unit "team" ML',
    ],
  },
  not: [
    'The European Union will train soldiers with a team of 160 instructors in Bamako.',
    'The company trains drivers with a team of 160 instructors in Bamako.',
  ],
});

const KEEPS = 'have keep maintain retain operate run use hold';

/** A state's base abroad: its forces are there, however many. */
export const bases = rule({
  id: 'presence/bases',
  on: 'predicate',
  why: 'A base is forces at a place; whose they are is who keeps it.',
  lemmas: new Set(KEEPS.split(' ')),
  read(p): PresenceFinding[] {
    if (p.item.kind !== 'verb' || p.item.voice === 'passive' || isClaimless(p) || p.item.negated) return [];
    if (p.item.tense === 'future' || p.item.modal !== null) return [];
    const owners = p.subject.filter((n) => isKeeper(n));
    if (owners.length === 0 || owners.length < p.subject.length) return [];
    const sites = p.object.filter(isBase);
    if (sites.length === 0) return [];
    const places = [...sites.map(placeOf).filter(isPlace).filter(isKnown), ...whereabouts(p, null)];
    return places.length === 0 ? [] : [{ ...has(p, mannedBy(p), owners, places, 0.75), mission: null }];
  },
  examples: {
    'China, Italy and Japan maintain bases in Djibouti.': ['presence CN DJ', 'presence IT DJ', 'presence JP DJ'],
    'Russia has a naval base at Tartus, Syria.': ['presence RU SY'],
    'Japan runs a base in Djibouti with roughly 180 sailors.': ['presence JP ~180 DJ'],
  },
  not: [
    'The company maintains bases in Djibouti.',
    'Russia has no base in Sudan.',
    'Russia wants a base in Sudan.',
    'Russia has a tax base in Syria.',
  ],
});

/** "Danish soldiers have set up camp near Gao". */
export const camps = rule({
  id: 'presence/camps',
  on: 'predicate',
  why: 'Who sets up camp somewhere is there.',
  lemmas: new Set(['set up', 'establish', 'pitch']),
  read(p, view): PresenceFinding[] {
    const { item } = p;
    if (item.kind !== 'verb' || item.voice === 'passive' || isClaimless(p) || item.negated) return [];
    if (item.tense === 'future' || item.modal !== null || p.factuality.mode !== 'asserted') return [];
    const camp = p.object.filter((n) => CAMP.test(textOf(view, n)));
    const places = [...camp.map(placeOf).filter(isPlace).filter(isKnown), ...whereabouts(p, null)];
    if (camp.length === 0 || places.length === 0) return [];
    return forcesIn(p.subject)
      .filter((force) => (force.quantity === null ? isNamed(force) : isForce(force)))
      .map((force) => has(p, force, [], places, 0.8));
  },
  examples: {
    'Danish soldiers have set up camp near Gao.': ['presence DK ML'],
    'Some 90 Danish soldiers established a base at Gao.': ['presence DK ~90 ML'],
  },
  not: [
    'Danish tourists have set up camp near Gao.',
    'Danish soldiers will set up camp near Gao.',
    'Danish soldiers have set up a school near Gao.',
  ],
});

const CAMP = /\b(?:camps?|bases?|headquarters|positions?|posts?|outposts?|checkpoints?)\b/i;

const isKeeper = (n: NounLike): boolean =>
  (n.kind === 'force' && n.quantity === null && n.owner?.kind === 'named' && n.called != null) ||
  (n.kind === 'actor' &&
    n.party !== null &&
    (n.what === 'state' || n.what === 'organisation' || n.role === 'military')) ||
  (n.kind === 'pronoun' && /^(?:it|they|we)$/.test(n.word));

const BASE =
  /\b(?:(?:military|naval|air|army|navy|logistics|supply|drone|forward|permanent|large|small|main|major|key|new|rear|support|first|only|overseas) bases?|garrisons?|(?:naval|military|air) facilit(?:y|ies)|airbases?|outposts?)\b|^(?:the |a |an |its |their |several |two |three |four |both |many )*bases?\b/i;

const isBase = (n: NounLike): boolean => n.kind === 'place' && BASE.test(n.name ?? '');
const isKnown = (place: PlaceItem): boolean => place.places.length > 0;

/** "The company in Helmand (about 120 soldiers) will be extended": it is there, and goes on being. */
export const goesOn = rule({
  id: 'presence/goes-on',
  on: 'predicate',
  lemmas: new Set(['extend', 'continue', 'prolong', 'carry on']),
  read(p, view): PresenceFinding[] {
    if (p.item.kind !== 'verb' || isClaimless(p) || p.item.negated || p.item.form === 'gerund') return [];
    // "continue to serve in the Multinational Force": where they serve, another rule reads.
    if (view.predicates.some((q) => q.governor === p && q.relation === 'infinitive' && whereabouts(q, null).length > 0))
      return [];
    const passive = p.item.voice === 'passive';
    return forcesIn(passive ? p.object : p.lemma === 'continue' || p.lemma === 'carry on' ? p.subject : [])
      .filter((force) => force.quantity?.of === 'personnel' && force.head !== null && force.whole === null)
      .map((force) => {
        const served = view.predicates
          .filter(
            (q) => q.governor === p && q.relation === 'infinitive' && /^(?:support|serve|back|man|join)$/.test(q.lemma),
          )
          .flatMap((q) => q.object.filter((o): o is MissionItem => o.kind === 'mission' && o.entry !== null));
        const places = [...whereabouts(p, force), ...served.map(placeOf).filter(isPlace)];
        return { ...has(p, force, [], places, 0.75), dated: null, fallback: true };
      });
  },
  examples: {
    'Denmark has a task force in Helmand. The Danish protection company (about 120 soldiers) will be extended until August.':
      ['presence DK ~120 unit "protection company" AF'],
    'Some 40 Danish medics in Kabul will continue to treat the wounded.': ['presence DK ~40 AF'],
    'Danish soldiers are in Kosovo. Up to 90 Danish soldiers will continue to support UNIFIL.': [
      'presence DK ..90 mission "UNIFIL" LB',
    ],
  },
  not: [
    'The visas of 40 Danish medics in Kabul will be extended.',
    'The match of the Danish team will be continued in Kabul.',
  ],
});

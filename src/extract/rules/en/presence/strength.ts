// How official reports tell what a mission has: its strength, and what a state gives to it for good.
import { wordsOf } from '../../../../text/words-of.ts';
import type { PresenceFinding } from '../../../finding.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, MissionItem, NominalItem, NounItem, NounLike, PlaceItem } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { core, forcesIn, ownerPhrase, ownersIn, placeOf, standsAt, whereabouts } from '../roles.ts';
import { isPlace } from './clause.ts';

/** What of a mission is counted: "the military strength of UNIFIL", "the Mission's military component". */
const MEASURED = /^(?:strength|component|presence|personnel|total|number)$/;

/** The mission that the subject is, or is of; an unnamed one stands for the mission told of before. */
function missionOf(p: Predicate): MissionItem | null {
  for (const n of p.subject) {
    if (n.kind === 'mission' && n.entry !== null) return n;
    // "it has approximately 4,000 from 28 nations": what has those is a mission.
    if (
      n.kind === 'pronoun' &&
      n.word === 'it' &&
      p.places.some((x) => x.prep === 'from' && /\b(?:nations|countries|states)$/.test(x.name ?? ''))
    )
      return { kind: 'mission', ...at(n), entry: null, name: 'mission', owner: null, place: null };
    // "The NATO training mission in Afghanistan".
    if (n.kind === 'mission' && n.owner?.kind === 'named' && n.place !== null) return n;
    if (n.kind === 'mission' && /^(?:the )?(?:mission|operation|force)$/i.test(n.name)) return n;
    // "The force has 19,600 soldiers in the country".
    if (n.kind === 'force' && n.head === 'force' && n.definite && isPlain(n))
      return { kind: 'mission', ...at(n), entry: null, name: 'force', owner: null, place: null };
    if (n.kind === 'force' && n.mission?.entry)
      return { ...n, kind: 'mission', entry: n.mission.entry, name: n.mission.name, owner: null };
    if (n.kind !== 'noun' || !MEASURED.test(n.head)) continue;
    const of = p.others.find((o): o is MissionItem => o.kind === 'mission' && o.prep === 'of' && o.from < p.item.from);
    if (of) return of;
    return { kind: 'mission', ...at(n), entry: null, name: 'mission', owner: null, place: null };
  }
  return null;
}

const isPlain = (n: ForceItem): boolean =>
  n.owner === null && n.mission === null && n.place === null && n.quantity === null && n.to - n.from === 2;

const at = ({ from, to, start, prep }: NounLike) => ({ from, to, start, prep });

/** "comprised 1,102 troops", "stood at 10,048 peacekeepers", "consists of 900 soldiers and 40 police officers". */
function countedBy(p: Predicate): ForceItem[] {
  const preps: Readonly<Record<string, string>> = { stand: 'at', consist: 'of', amount: 'to' };
  const prep = preps[p.lemma];
  const forces = prep === undefined ? forcesIn(p.object) : forcesIn(p.others).filter((f) => f.prep === prep);
  return forces.filter(
    (f) =>
      f.quantity?.of === 'personnel' &&
      (f.head !== null || p.lemma === 'number') &&
      f.owner === null &&
      !/^wom[ae]n$/.test(f.head ?? '') &&
      (f.head !== 'men' || !p.object.some((n) => n.kind === 'force' && n.head === 'women')),
  );
}

/** A strength is of soldiers. */
const asTroops = (force: ForceItem): ForceItem => (force.sort === 'bare' ? { ...force, sort: 'strong' } : force);

/** "its total strength", "SFOR's strength", and no strength of winds. */
const isOfForce = (n: NounLike, view: SentenceView): boolean =>
  !view.tokens.slice(n.from, n.to).some((t) => UNFILLED.has(t.lower)) &&
  view.tokens.slice(n.from, n.to).some((t) => /^(?:its|'s|total|overall|military|troop)$/.test(t.lower));

/** "authorised strength", "planned strength": how many there are to be or may be. */
export const UNFILLED = wordsOf(
  /^(?:authori[sz]ed|planned|mandated|maximum|intended|target|approved|envisaged|full|ceiling|permitted)$/,
);

export const strength = rule({
  id: 'presence/strength',
  on: 'predicate',
  why: 'What a mission comprises or stands at is there where the mission is.',
  lemmas: new Set('comprise total number count stand consist amount be have involve'.split(' ')),
  read(p, view) {
    const { item } = p;
    if (item.kind !== 'verb' || item.voice === 'passive' || p.factuality.mode !== 'asserted') return [];
    if (item.modal !== null || item.tense === 'future') return [];
    // "SFOR's total strength is about 18,000".
    const plain = p.lemma === 'be';
    // "Operation Barkhane is 5,100 strong".
    const strong = plain && forcesIn(p.object).some((f) => f.strength);
    if (plain && !strong && !p.subject.some((n) => n.kind === 'noun' && n.head === 'strength' && isOfForce(n, view)))
      return [];
    const mission = missionOf(p);
    // "UNIFIL has 10,000 peacekeepers": another rule's.
    if (mission === null || (p.lemma === 'have' && mission.entry !== null)) return [];
    // "UNPROFOR is 24,000 strong in Bosnia".
    const at0 = p.places.filter((x) => (x.prep === 'in' && x.places.length > 0) || x.ref === 'there');
    const places = at0.length > 0 ? at0 : [placeOf(mission)].filter(isPlace);
    const bare = forcesIn(p.object).filter((f) => plain && f.sort === 'bare' && f.quantity !== null && !f.additional);
    return [...countedBy(p), ...bare].map((force): PresenceFinding => {
      const evidence = { from: mission.from, to: Math.max(core(p).to, force.to) };
      return {
        kind: 'presence',
        predicate: p,
        evidence,
        confidence: 0.85,
        owner: [mission],
        force: asTroops(force),
        places,
        mission,
      };
    });
  },
  examples: {
    'The 344 Filipinos had been serving with UNDOF. The force has about 1,200 soldiers.': [
      'presence UN ~1200 mission "UNDOF" SY',
    ],
    'As of 5 May, UNDOF comprised 1,102 troops, including 70 women.': [
      'presence UN 1102 mission "UNDOF" SY [2020-05-05]',
    ],
    'The military strength of UNIFIL stood at 10,048 peacekeepers as at 20 June 2019.': [
      'presence UN 10048 mission "UNIFIL" LB [2019-06-20]',
    ],
    'The NATO training mission in Mali numbers about 900.': [
      'presence NATO ~900 mission "NATO training mission in Mali" ML',
    ],
    "Some 40 Irish soldiers serve in KFOR, and KFOR's total strength is about 18,000.": [
      'presence NATO ~18000 mission "KFOR" XK',
    ],
    'UNDOF keeps watch in the Golan. The mission has about 1,100 troops from 12 countries.': [
      'presence UN ~1100 mission "UNDOF" SY',
    ],
    'EUTM Mali counts 620 instructors from 22 states.': ['presence EU 620 mission "EUTM Mali" ML'],
    'The NATO training mission in Mali involves some 900 men.': [
      'presence NATO ~900 mission "NATO training mission in Mali" ML',
    ],
    'KFOR is now 4,300 strong.': ['presence NATO 4300 mission "KFOR" XK'],
    'UNMIK and KFOR met. The military component of the mission consists of 4,400 soldiers.': [
      'presence NATO 4400 mission "KFOR" XK',
    ],
  },
  not: [
    "KFOR guards Kosovo. Its planned strength is 18,000, and KFOR's authorised strength is 20,000.",
    'KFOR guards Kosovo. The wind strength is about 18,000.',
    'KFOR will be 5,000 strong.',
    'UNDOF keeps watch in the Golan. The mission has 40 buses for soldiers.',
    'The budget of UNIFIL stood at 10,048 dollars.',
    'UNDOF could comprise 2,000 troops.',
    'The bus of UNDOF seats 40 soldiers.',
  ],
});

/** "Sweden's deployment in Mali numbers 220": verbs that tell no more than how many. */
const COUNTS = /^(?:number|stand|amount|total|consist|comprise)$/;

/** "the U.S. contribution": what of a mission is a state's own. */
const contributionOf = (p: Predicate): NominalItem | NounItem | undefined =>
  p.subject.find(
    (n): n is NominalItem | NounItem =>
      (n.kind === 'nominal' && n.lemma === 'contribute' && n.owner !== null) ||
      (n.kind === 'nominal' && /^(?:deployment|presence)$/.test(n.noun) && n.owner !== null && COUNTS.test(p.lemma)) ||
      (n.kind === 'noun' && /^(?:commitment|contribution)$/.test(n.head) && n.owner !== null),
  );

export const contributionIs = rule({
  id: 'presence/contribution-is',
  on: 'predicate',
  why: "A state's contribution to a mission is its forces there.",
  lemmas: new Set('be remain number total consist comprise amount include stand involve'.split(' ')),
  read(p) {
    const { item } = p;
    if (item.kind !== 'verb' || item.voice === 'passive' || p.factuality.mode !== 'asserted') return [];
    if (item.modal !== null || item.tense === 'future') return [];
    const contribution = contributionOf(p);
    if (contribution?.owner == null) return [];
    const owner = ownerPhrase(contribution.owner, contribution);
    const whole = p.others.find(
      (n) => n.prep === 'to' && (n.kind === 'mission' || (n.kind === 'force' && n.sort === 'unit')),
    );
    const places = [whole ? placeOf(whole) : null, ...whereabouts(p, null)].filter(isPlace);
    const mission = whole?.kind === 'mission' ? whole : null;
    const direct = countedBy(p);
    const forces =
      direct.length > 0
        ? direct
        : forcesIn([...p.object, ...p.others.filter((n) => /^(?:of|at|to)$/.test(n.prep ?? ''))]);
    const all = p.others.find(
      (n): n is ForceItem => n.kind === 'force' && n.prep === 'out-of' && n.quantity?.of === 'personnel',
    );
    const total: PresenceFinding[] =
      mission !== null && all !== undefined && places.length > 0
        ? [
            {
              kind: 'presence',
              predicate: p,
              evidence: { from: mission.from, to: all.to },
              confidence: 0.9,
              owner: [mission],
              force: { ...all, owner: null },
              places: places.slice(0, 1),
              mission,
            },
          ]
        : [];
    const own = forces
      .filter(
        (f) =>
          f !== all &&
          f.quantity?.of === 'personnel' &&
          f.from > item.from &&
          (places.length > 0 || f.place !== null || whole === undefined),
      )
      .slice(0, 1)
      .map((force): PresenceFinding => {
        const evidence = { from: contribution.from, to: Math.max(item.to, force.to) };
        return {
          kind: 'presence',
          predicate: p,
          evidence,
          confidence: 1,
          owner: [owner],
          force: asTroops(force),
          places: places.slice(0, 1),
          mission,
          ...(places.length === 0 ? { serving: true as const, fallback: true } : {}),
        };
      });
    return [...own, ...total];
  },
  examples: {
    'Danish soldiers train in Iraq. The Danish commitment in Iraq remains about 780.': ['presence DK ~780 IQ'],
    'The Danish contribution to KFOR in Kosovo is approximately 340 personnel.': ['presence DK ~340 mission "KFOR" XK'],
    'The Irish contribution to KFOR is approximately 12 personnel out of a total strength of approximately 5,500.': [
      'presence IE ~12 mission "KFOR" XK',
      'presence NATO ~5500 mission "KFOR" XK',
    ],
    "Sweden's deployment in Mali numbers 220 soldiers.": ['presence SE 220 ML'],
    'The Irish troop presence in Lebanon stands at 340.': ['presence IE 340 LB'],
    'The U.S. contribution to the UN force in Macedonia consists of about 300 soldiers.': ['presence US ~300 MK'],
  },
  not: [
    'The Danish contribution to KFOR is small.',
    'The Danish contribution to the fund in Kosovo is 340 dollars.',
    'The Danish contribution to KFOR will be 340 soldiers.',
  ],
});

/** "Of the 13,000 peacekeepers in Mali, Chad supplies 1,440 and Togo 900": parts of those are where they are. */
function partsOf(all: ForceItem, p: Predicate): PresenceFinding[] {
  const place = standsAt(all);
  const owner = ownersIn(p.subject);
  if (place === null || owner.length === 0) return [];
  return forcesIn(p.object)
    .filter((f) => isOwn(f, owner) && (f.sort === 'bare' || f.sort === 'strong') && f.quantity?.of === 'personnel')
    .map((force) => ({
      kind: 'presence',
      predicate: p,
      evidence: { from: Math.min(all.from, p.item.from), to: p.item.to },
      confidence: 0.85,
      owner,
      force: force.mission === null && all.mission !== null ? { ...force, mission: all.mission } : force,
      places: [place],
    }));
}

/** "In Slovakia, Czechia leads and provides 430 soldiers": the place stands with the verb before. */
const placesBefore = (p: Predicate): PlaceItem[] =>
  [...p.places, ...(p.relation === 'coordinate' && p.governor ? p.governor.places : [])].filter(
    (x) => x.prep === 'in' || x.prep === 'at',
  );
const hasPlaceBefore = (p: Predicate): boolean => placesBefore(p).length > 0;

/** Present, and no promise; of the perfect only what goes on ("since 2014"). */
function isLasting(p: Predicate): boolean {
  const { item } = p;
  if (item.kind !== 'verb' || item.voice === 'passive' || p.factuality.mode !== 'asserted') return false;
  if (item.form !== 'finite' || item.modal !== null || item.tense !== 'present') return false;
  return item.aspect === 'perfect' ? p.dates.some((d) => d.date.kind === 'since') : true;
}

/** "the United States contributes 598 United States personnel": its own, said twice. */
const isOwn = (force: ForceItem, owner: readonly NounLike[]): boolean =>
  force.owner?.kind !== 'named' ||
  owner.some((o) => o.kind === 'actor' && o.party === (force.owner as { parties: readonly string[] }).parties[0]);

export const givesTo = rule({
  id: 'presence/contributes-to',
  on: 'predicate',
  why: 'What a state contributes to a mission, in the present, serves there.',
  lemmas: new Set(['contribute', 'provide', 'supply', 'field']),
  read(p) {
    if (!isLasting(p)) return [];
    const all = p.others.find(
      (n): n is ForceItem => n.kind === 'force' && n.prep === 'of' && n.from < p.item.from && n.quantity !== null,
    );
    if (all !== undefined) return partsOf(all, p);
    const mission = p.others.find(
      (n): n is MissionItem =>
        n.kind === 'mission' && (n.entry !== null || n.place !== null) && /^(?:to|for|in)$/.test(n.prep ?? ''),
    );
    const owner = ownersIn(p.subject);
    // "Canada leads the battlegroup in Latvia; Spain provides 350 troops": to that.
    if (
      mission === undefined &&
      p.item.kind === 'verb' &&
      p.item.aspect === 'simple' &&
      p.places.length === 0 &&
      !hasPlaceBefore(p)
    )
      return forcesIn(p.object)
        .filter(
          (f) =>
            f.quantity?.of === 'personnel' &&
            (f.sort === 'strong' || (f.sort === 'bare' && (p.relation === 'relative' || p.lemma === 'contribute'))) &&
            (f.owner === null || (f.owner.kind === 'pronoun' && f.whole !== null && f.whole.quantity === null)) &&
            !f.additional &&
            p.others.length === 0,
        )
        .map((force) => ({
          kind: 'presence',
          predicate: p,
          evidence: core(p),
          confidence: 0.75,
          owner,
          force,
          places: [],
          fallback: true,
        }));
    const provided = (force: ForceItem): PresenceFinding => ({
      kind: 'presence',
      predicate: p,
      evidence: core(p),
      confidence: 0.8,
      owner,
      force,
      places: [],
    });
    // "In Kosovo, the United States provides some 1,600 soldiers".
    const at = placesBefore(p);
    if (mission === undefined && at.length > 0 && at.length >= p.places.length)
      return forcesIn(p.object)
        .filter((f) => isOwn(f, owner) && f.quantity?.of === 'personnel' && f.head !== null && !f.additional)
        .map((force) => ({ ...provided(force), places: at.slice(0, 1) }));
    if (mission === undefined || owner.length === 0) return [];
    const places = [placeOf(mission)].filter(isPlace);
    return forcesIn(p.object)
      .filter(
        (f) =>
          isOwn(f, owner) &&
          (f.head !== null || f.quantity !== null) &&
          (f.quantity === null || f.quantity.of === 'personnel'),
      )
      .map((force) => ({ ...provided(force), places, mission }));
  },
  examples: {
    'Nepal contributes 250 troops to UNIFIL.': ['presence NP 250 mission "UNIFIL" LB'],
    "Italy contributes 1,100 troops to UNIFIL and roughly 550 to NATO's mission in Kosovo.": [
      'presence IT 1100 mission "UNIFIL" LB',
      'presence IT ~550 mission "NATO\'s mission in Kosovo" XK',
    ],
    'In Kosovo, Austria provides some 400 soldiers.': ['presence AT ~400 XK'],
    'Denmark contributes up to 180 trainers at the Al Asad air base, and a radar team of 30 at the same base.': [
      'presence DK ..180 IQ',
      'presence DK 30 unit "radar team" IQ',
    ],
    'Currently, Nepal contributes approximately 250 Nepali personnel to UNIFIL.': [
      'presence NP ~250 mission "UNIFIL" LB',
    ],
    'Canada leads a battlegroup at Adazi, Latvia; Spain provides 350 troops, Poland 160 and Italy 200.': [
      'presence ES 350 LV',
      'presence PL 160 LV',
      'presence IT 200 LV',
    ],
    "Of UNIFIL's 10,000 peacekeepers, Nepal supplies 870 and Ghana 850.": [
      'presence NP 870 mission "UNIFIL" LB',
      'presence GH 850 mission "UNIFIL" LB',
    ],
    'In Slovakia, Austria is in charge and provides 430 soldiers.': ['presence AT 430 SK'],
    'The SADC mission stays in Mozambique. Lesotho provides 125 of its soldiers.': ['presence LS 125 MZ'],
    'Canada leads a battlegroup at Adazi, Latvia; Spain contributes 330.': ['presence ES 330 LV'],
    'Moldova has contributed small numbers of troops to KFOR since 2014.': [
      'presence MD mission "KFOR" XK [2014-01-01..]',
    ],
  },
  not: ['Nepal will contribute to UNIFIL.', 'Nepal contributes 250 tents to UNIFIL.'],
});

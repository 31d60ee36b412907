// Movements by a verb of motion: one frame covers active, passive, infinitive, participle and headline.
import type { MovementFinding } from '../../../finding.ts';
import { MOTION, type Motion } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, NounLike } from '../../../syntax/item.ts';
import { forceOfPronoun } from '../../../syntax/part-of-whole.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { forcesIn, ownersIn } from '../roles.ts';
import { isKept, isState } from '../state.ts';
import { withThoseAboard } from './carried.ts';
import { theyIn } from './home.ts';
import { isNextLeg } from './legs.ts';
import { moves, routed } from './moves.ts';
import { isAwaited, isForCare, isNotePassive } from './no-move.ts';

const lemmasOf = (test: (motion: Motion) => boolean): ReadonlySet<string> =>
  new Set([...MOTION].filter(([, motion]) => test(motion)).map(([lemma]) => lemma));

/** Verbs that do too much else: they move a force only where a place to go to or leave stands with them. */
const NEEDS_ROUTE: ReadonlySet<string> = new Set(
  'board drop abandon add offer pledge promise earmark allocate second provide supply lend take get carry set direct order base position cross follow join reach go come head travel push pour roll drive march advance touch assign commit contribute lift abandon rush swap return move fly sail steam transit embark descend stream slip land touch put mass base station regroup consolidate concentrate divert redirect reroute reassign ship ferry truck bus convoy transport'.split(
    ' ',
  ),
);

const ORDERS = /^(?:order|direct|instruct)$/;

/** "called its soldiers home": to call a force anywhere else is no move. */
const isCalled = (p: Predicate): boolean => p.lemma !== 'call' || p.places.some((x) => x.ref === 'home');

/** Arms handed to a state are no force sent. */
const GIVES: ReadonlySet<string> = new Set(['provide', 'supply', 'lend', 'contribute', 'commit']);

/** "continues to contribute forces to the mission", "provides our soldiers with boots", "supplied tanks": no force is sent. */
function isGiven(p: Predicate, force: ForceItem): boolean {
  if (!GIVES.has(p.lemma)) return false;
  if (force.sort === 'platform' && !/^(?:contribute|commit)$/.test(p.lemma)) return true;
  if (force.quantity !== null || force.unit !== null) return false;
  return p.factuality.mode === 'asserted' || !p.places.some((x) => x.prep === 'to' || x.prep === 'for');
}

/** People taken out by their nation ("brought 300 Afghans to safety") are no soldiers. */
const RESCUES: ReadonlySet<string> = new Set([
  'bring',
  'evacuate',
  'repatriate',
  'take',
  'carry',
  'fly',
  'fly out',
  'airlift',
  'transport',
  'transfer',
  'remove',
  'return',
]);

/** "evacuating thousands of Palestinians": a number of people who are no force. */
const isOfPeople = (force: ForceItem, view: SentenceView): boolean =>
  force.sort === 'bare' &&
  view.tokens[force.to]?.lower === 'of' &&
  view.items.some((x) => x.from === force.to + 1 && (x.kind === 'actor' || x.kind === 'noun'));

/** "contributes 250 soldiers to UNIFIL": in the present it says who serves there, not who goes. */
const isLastingGift = (p: Predicate): boolean =>
  (p.lemma === 'contribute' ||
    (p.lemma === 'provide' &&
      (p.others.some((n) => n.kind === 'mission' && n.entry !== null) ||
        (p.places.length > 0 && p.places.every((x) => x.prep === 'in' || x.prep === 'at'))))) &&
  p.item.kind === 'verb' &&
  p.item.form === 'finite' &&
  p.item.tense === 'present' &&
  (p.item.aspect === 'simple' ||
    (p.item.aspect === 'progressive' && p.others.some((n) => n.kind === 'mission' && n.entry !== null))) &&
  p.item.modal === null;

/** "asked how many are based in Jordan": nobody is to go. */
const standsAsked = ({ item, lemma }: Predicate): boolean =>
  /^(?:base|station)$/.test(lemma) &&
  item.kind === 'verb' &&
  item.voice === 'passive' &&
  item.tense === 'present' &&
  item.aspect === 'simple' &&
  item.modal === null;

export const sent = rule({
  id: 'movement/sent',
  on: 'predicate',
  lemmas: lemmasOf((m) => m.who !== 'mover'),
  read(p, view) {
    const motion = MOTION.get(p.lemma)!;
    if (
      p.item.kind !== 'verb' ||
      isState(p) ||
      isKept(p, view) ||
      isLastingGift(p) ||
      !isCalled(p) ||
      standsAsked(p) ||
      (p.factuality.aspect === 'continue' && /^(?:station|base|deploy|post)$/.test(p.lemma))
    )
      return [];
    // "swaps its battalion for a team of 80": one goes, another comes, which another rule reads.
    if (p.lemma === 'swap' && forcesIn(p.others).some((f) => f.prep === 'for')) return [];
    // "was ordered to leave the port": the leaving is the move.
    const ordered = ORDERS.test(p.lemma)
      ? view.predicates.filter((q) => q.governor === p && q.relation === 'infinitive')
      : [];
    // "ordered a reservist to stand trial in Baghdad": nobody is sent.
    if (ordered.some((q) => MOTION.has(q.lemma) || (p.places.length === 0 && q.places.length > 0))) return [];
    // "an operation to drive Georgian forces from the gorge": enemies do.
    if (/^(?:drive|push|chase|expel)$/.test(p.lemma) && p.places.some((x) => /^(?:from|out-of)$/.test(x.prep ?? '')))
      return [];
    const along = forcesIn(p.others).filter((f) => f.prep === 'along with');
    const objects = isNotePassive(p) ? forcesIn(p.subject) : forcesIn(p.object);
    return [...objects, ...pronounForces(p.object), ...along]
      .filter(
        (force) =>
          !isGiven(p, force) &&
          !isNextLeg(p, force) &&
          !isForCare(p, force, view) &&
          !(/^(?:bring|take)$/.test(p.lemma) && (isLevel(force, view) || reachesLevel(p, force))) &&
          !(RESCUES.has(p.lemma) && (force.head === 'national' || isOfPeople(force, view))),
      )
      .map((force) => moves(p, motion, force, isNotePassive(p) ? [] : ownersIn(p.subject), view.predicates))
      .filter((f) => !NEEDS_ROUTE.has(p.lemma) || routed(f) || goesOn(f) || adds(f));
  },
  examples: {
    'Britain will send 600 soldiers to defend Estonia.': ['movement GB 600 -> EE planned deploy'],
    'Britain has sent 40 soldiers to reassure its allies, Estonia and Latvia.': [
      'movement GB 40 -> EE+LV completed deploy',
    ],
    'Canada will send six jets and Canadian soldiers to Romania.': [
      'movement CA 6 aircraft -> RO planned deploy',
      'movement CA -> RO planned deploy',
    ],
    'Denmark has sent soldiers, vehicles, tents and ammunition to Gao.': ['movement DK -> ML completed deploy'],
    'The Netherlands reinforced its contingent in Lithuania, adding 270 soldiers.': [
      'movement NL 270 -> LT completed deploy',
    ],
    'France has sent 800 soldiers to Rwanda. Senegal will add 300.': ['movement SN 300 -> RW planned deploy'],
    'Oslo refused to rule out sending soldiers to Mali.': ['movement NO -> ML proposed deploy'],
    'Canada keeps 900 soldiers in Latvia. It is about to send 40 more.': ['movement CA 40 -> LV planned deploy'],
    'Another 300 American soldiers will be stationed in Poland.': ['movement US 300 -> PL planned deploy'],
    'Norway put pressure on Chad to withdraw its troops from Mali.': ['movement TD ML -> proposed withdraw'],
    'Denmark sent 90 soldiers to Mali, Norway – 40 soldiers.': [
      'movement DK 90 -> ML completed deploy',
      'movement NO 40 -> ML completed deploy',
    ],
    "Mali's junta asks Denmark to withdraw its 105 soldiers.": ['movement DK 105 ML -> proposed withdraw'],
    'Brazil plans to withdraw its troops from Haiti. The 600 soldiers are based in Gonaives.': [
      'movement BR 600 HT -> planned withdraw',
    ],
    'Poland plans to base 800 soldiers and 20 civilians in Bria in the Central African Republic.': [
      'movement PL 800 -> CF planned deploy',
    ],
    'A Danish battalion was pulled out of Mali and flown to Niger.': [
      'movement DK 1 battalion ML -> NE completed relocate',
    ],
    'Changes to contingents\n\nMali: Egypt to withdraw 900 of its 1,035 peacekeepers.': [
      'movement EG 900 ML -> planned withdraw',
    ],
    'Germany has 90 soldiers in Kabul.\n\nItaly: 130 moved from Herat to Kabul.': [
      'movement IT 130 AF -> AF completed relocate',
    ],
    'Changes to contingents\n\nPoland: 20 soldiers sent to Latvia.': ['movement PL 20 -> LV completed deploy'],
    'Chile has sent 20 engineers to Cyprus.': ['movement CL 20 -> CY completed deploy'],
    'Danish soldiers were flown to Camp Taji between Iraq and Iran.': ['movement DK -> IQ completed deploy'],
    'Peru has called its 200 soldiers in Haiti home.': ['movement PE 200 HT -> PE completed withdraw'],
    'The captors will kill the driver unless Peru withdraws its troops from Haiti.': [
      'movement PE HT -> proposed withdraw',
    ],
    'If Peru does not withdraw its troops from Haiti within 48 hours, he will be killed.': [
      'movement PE HT -> proposed withdraw [2020-06-15..2020-06-17]',
    ],
    'Peru must withdraw its troops from Haiti.': ['movement PE HT -> proposed withdraw'],
    'Peru should decide soon when to pull its 40 soldiers out of Haiti.': ['movement PE 40 HT -> proposed withdraw'],
    'Peru has 200 soldiers in Haiti. They are being withdrawn.': ['movement PE HT -> underway withdraw'],
    'Peru will send 40 divers to Croatia instead of to Oman.': ['movement PE 40 -> HR planned deploy'],
    'France has 90 soldiers in Mali. Two Fijian soldiers were shot in Sinai on 2 June 2020; 40 were flown to Cyprus the next day.':
      ['movement FJ 40 -> CY completed deploy [2020-06-03]'],
    'Syrian soldiers entered Manbij, Syria. A Pentagon plan to send 2,000 more troops to Saudi Arabia was approved.': [
      'movement US 2000 -> SA planned deploy',
    ],
    'Forty Slovenian soldiers will be pulled out of Lebanon.': ['movement SI 40 LB -> planned withdraw'],
    'Latvia to bring home 60 soldiers from Mali': ['movement LV 60 ML -> LV planned withdraw'],
    'Peru will send 40 divers to clear mines in Croatia.': ['movement PE 40 -> HR planned deploy'],
    'The Greek soldiers will not be deployed to fight in Belarus.': ['movement GR -> BY cancelled deploy'],
    'Qatar will send to Iraq four Mirage jets; a KC-30A tanker; and an E-7A early warning and control aircraft.': [
      'movement QA 4 aircraft unit "Mirage jets" -> IQ planned deploy',
      'movement QA 1 aircraft unit "KC-30A tanker" -> IQ planned deploy',
      'movement QA 1 aircraft unit "E-7A early warning and control aircraft" -> IQ planned deploy',
    ],
    'The Pentagon orders 1,200 soldiers based in Okinawa to Guam.': ['movement US 1200 JP -> GU planned relocate'],
    'Thai forces will prepare and deploy 60 medics to Laos.': ['movement TH 60 -> LA planned deploy'],
    'The Czech army will send 130 soldiers to Latvia and 60 to Lithuania.': [
      'movement CZ 130 -> LV planned deploy',
      'movement CZ 60 -> LT planned deploy',
    ],
  },
  not: [
    'Britain will send 600 soldiers to defend democracy.',
    'Britain deploys 40,000 soldiers around the globe.',
    'Chile has sent 20 letters to Cyprus.',
    'Chile continues to contribute forces to UNIFIL.',
    'Peru has called its 200 soldiers in Haiti heroes.',
    'The rebels want to drive Chilean soldiers from the valley of Copiapó, Chile.',
    'Ukraine could bar Russian warships from returning to Sevastopol.',
    'The United States flew 900 Afghans out of Kabul to Qatar.',
    'The bank withdrew 300 notes from Kuwait.',
    'Soldiers evacuated thousands of Malians from the valley of Gao.',
    'A judge ordered a Peruvian soldier to stand trial in Baghdad.',
    'Two Danish soldiers were evacuated to Germany after being wounded in Mali.',
    'Six Danish soldiers were flown to Dakar for treatment.',
  ],
});

/** "abandon their posts": where those are is not told. */
const abandonsSite = (f: MovementFinding): boolean =>
  f.predicate?.lemma === 'abandon' && [...f.from, ...f.to].every((x) => x.places.length === 0);

/** "The 850 soldiers there came under pressure": where they stand is no place that they go to. */
const goesSomewhere = (f: MovementFinding): boolean =>
  routed(f) &&
  !abandonsSite(f) &&
  !(
    /^(?:come|go|get|carry)$/.test(f.predicate?.lemma ?? '') &&
    f.from.length === 0 &&
    f.to.every((x) => x === f.force?.place && x.prep !== 'to')
  );

/** "300 of the soldiers will return": with a number and nowhere named, home. */
const goesHome = (p: Predicate, force: ForceItem): boolean =>
  p.lemma === 'return' &&
  force.quantity !== null &&
  force.sort === 'strong' &&
  force.place === null &&
  p.places.length === 0;

/** "The number of soldiers deploying to Mali is 90": the number that the clause gives them. */
function withItsNumber(p: Predicate, force: ForceItem, view: SentenceView): ForceItem {
  if (force.quantity !== null || p.item.kind !== 'verb' || p.item.form === 'finite' || !isLevel(force, view))
    return force;
  const told = view.predicates
    .filter((q) => q.lemma === 'be' && q.subject.includes(force) && q.factuality.mode !== 'cancelled')
    .flatMap((q) => forcesIn(q.object).filter((f) => f.sort === 'bare' && f.quantity !== null && !f.additional))[0];
  return told === undefined ? force : { ...force, quantity: told.quantity, count: told.count };
}

/** "The first deployment of Danish troops has arrived": the troops of the deployment. "They left": whoever was told of last. */
function movers(p: Predicate): ForceItem[] {
  const forces = [...forcesIn(p.subject), ...theyIn(p.subject)];
  if (forces.length > 0) return forces;
  const groups = p.subject.filter((n) => n.kind === 'nominal' || (n.kind === 'noun' && GROUP.test(n.head)));
  return forcesIn(p.others.filter((n) => n.prep === 'of' && groups.some((m) => m.to === n.start)));
}

/** What soldiers go in; the role, the families or the commander of theirs go without them. */
const GROUP =
  /^(?:batch|wave|group|rotation|element|part|portion|majority|bulk|most|number|total|half|third|quarter|column|convoy|body|party|stream|flow|trickle|echelon|tranche|phase|contingent|detachment|team|force|vanguard|rest|remainder|last|first|component|complement|mix|mixture|collection|handful|fleet|flotilla|lot|bunch|band|line|remnant|arrival|share|pair|series|round|load|planeload|busload|shipload)$/;

/** "came to a close", "comes from units already there": nobody comes anywhere. */
const isNoComing = (p: Predicate): boolean =>
  /^(?:come|go|get)$/.test(p.lemma) &&
  p.others.some(
    (o) =>
      o.start >= p.item.to &&
      ((o.prep === 'to' && (o.kind === 'noun' || o.kind === 'nominal')) || (o.prep === 'from' && o.kind === 'force')),
  );

export const went = rule({
  id: 'movement/went',
  on: 'predicate',
  lemmas: lemmasOf((m) => m.who !== 'causer'),
  read(p, view) {
    const motion = MOTION.get(p.lemma)!;
    if (p.item.kind !== 'verb' || isState(p) || (p.lemma === 'leave' && forcesIn(p.object).length > 0)) return [];
    if (isNoComing(p)) return [];
    // "have pushed the rebels out of the city": others go.
    if (/^(?:push|drive)$/.test(p.lemma) && p.object.length > 0) return [];
    // "transferred control of Basra to Iraq", "flew missions over Libya": something else changes place, or nothing.
    if (
      /^(?:transfer|shift|move|ship|return|fly)$/.test(p.lemma) &&
      p.object.some((o) => /^(?:noun|mission)$/.test(o.kind))
    )
      return [];
    // "enters its airspace": flies by.
    if (p.object.some((o) => o.kind === 'noun' && o.head === 'airspace')) return [];
    // "with 200 Marines embarked": aboard, and nowhere else than before.
    if (p.lemma === 'embark' && !p.places.some((x) => /^(?:to|for|from)$/.test(x.prep ?? ''))) return [];
    // "left Salamis for the Red Sea to join the operation": what for, not another move.
    if (p.lemma === 'join' && p.relation === 'infinitive' && MOTION.has(p.governor?.lemma ?? '')) return [];
    // "they evacuate several hundred citizens": others go.
    if (motion.who === 'both' && p.object.some((o) => o.kind === 'noun' && o.prep === null)) return [];
    const passive = p.item.voice === 'passive' || p.relation === 'participle';
    if (motion.who === 'both' && (forcesIn(p.object).length > 0 || (passive && p.item.form !== 'gerund'))) return [];
    return [...movers(p), ...forcesIn(p.others).filter((f) => f.prep === 'along with')]
      .filter((force) => !isNextLeg(p, force) && !isAwaited(force, view))
      .map((found) => {
        const force = withItsNumber(p, withThoseAboard(p, found, view), view);
        const how: Motion = goesHome(p, force)
          ? { ...motion, move: 'withdraw' }
          : p.lemma === 'follow' && force.place !== null
            ? { ...motion, at: 'from', move: null }
            : motion;
        return moves(p, how, force, [], view.predicates);
      })
      .filter((f) => !NEEDS_ROUTE.has(p.lemma) || goesSomewhere(f) || goesOn(f) || goesHome(p, f.force!));
  },
  examples: {
    'The advance party of the Dutch detachment, comprising 35 soldiers, arrived in Gao.': [
      'movement NL 35 unit "advance party" -> ML completed deploy',
    ],
    'Danish troops are at Camp Taji. On Monday 40 more Danish soldiers flew from Kuwait to the camp.': [
      'movement DK 40 KW -> IQ completed relocate [2020-06-15]',
    ],
    'Some 100 Togolese soldiers entered Mali, with Nigerian troops due to enter shortly afterward.': [
      'movement TG ~100 -> ML completed deploy',
      'movement NG -> ML planned deploy',
    ],
    'Iran threatens to close the strait. Some 2,000 American soldiers will arrive in the region soon.': [
      'movement US ~2000 -> R:MIDDLE-EAST planned deploy',
    ],
    'Canada will send six jets to Romania. Canadian soldiers will also deploy to Romania.': [
      'movement CA -> RO planned deploy',
    ],
    'A German company numbering about 90 soldiers arrived in Gao.': ['movement DE ~90 -> ML completed deploy'],
    'Two German companies, consisting of 300 soldiers, arrived in Gao.': ['movement DE 300 -> ML completed deploy'],
    'Some 900 soldiers, mostly from Denmark, will deploy to Poland.': ['movement DK ~900 -> PL planned deploy'],
    'Over 2,000 troops from Chad, Togo and Benin arrived in Mali.': ['movement TD 2000.. -> ML completed deploy'],
    'The plan will see 500 Danish troops leave Mali.': ['movement DK 500 ML -> planned withdraw'],
    'After attacks on KFOR by Serbian protesters, 40 soldiers arrived in Pristina.': [
      'movement NATO 40 mission "KFOR" -> XK completed deploy',
    ],
    'The USS Wasp, carrying 900 Marines, has sailed for Djibouti.': [
      'movement US 900 unit "USS Wasp" -> DJ completed deploy',
    ],
    'About 200 Ghanaian soldiers boarded a flight from Liberia to Ghana.': [
      'movement GH ~200 LR -> GH completed withdraw',
    ],
    'The last batch of Ghanaian AU peacekeepers left Darfur.': ['movement GH SD -> completed withdraw'],
    'Not all of the Ghanaian soldiers have left Liberia.': ['movement GH LR -> cancelled withdraw'],
    'Togo has 140 soldiers in Gao. They began leaving on Sunday.': ['movement TG ML -> underway withdraw [2020-06-14]'],
    'The Togolese battalion came to Gao in March. It will leave in July.': [
      'movement TG ML -> planned withdraw [2020-07-01..2020-07-31]',
    ],
    'Togo has 140 soldiers in Gao. All have since left the country.': ['movement TG ML -> completed withdraw'],
    'Italian soldiers went ashore in Lebanon.': ['movement IT -> LB completed deploy'],
    'Danish soldiers pulled back from a post along the Turkish border in northern Syria.': [
      'movement DK SY -> completed withdraw',
    ],
    'Togolese reinforcements arrived in Gao.': ['movement TG -> ML completed deploy'],
    'The ministry announced that 140 Togolese soldiers arrived in Gao on Sunday.': [
      'movement TG 140 -> ML completed deploy [2020-06-14] by "ministry"',
    ],
    'Not one of the 40 Dutch soldiers has left Jordan.': ['movement NL 1 JO -> cancelled withdraw'],
    'It will take over from the Netherlands, whose contingent is withdrawing from Iraq.': [
      'movement NL IQ -> underway withdraw',
    ],
    'The total number of Danish personnel deploying to Mali is about 90.': ['movement DK ~90 -> ML underway deploy'],
    'The first Danish soldiers, about 100, landed in Gao.': ['movement DK ~100 -> ML completed deploy'],
    'French soldiers have left Mali, crossing the border into Niger.': ['movement FR ML -> NE completed relocate'],
    'Some 700 French troops have left Mali. Another 500 are to go by December 2020.': [
      'movement FR ~700 ML -> completed withdraw',
      'movement FR 500 ML -> planned withdraw [..2020-12-31]',
    ],
    'All Danish troops have left Syria. Half of the 400 Danes in Mali may follow.': [
      'movement DK 200 ML -> proposed withdraw',
    ],
    'Denmark withdrew 60 soldiers from Mali. The others will follow by October 2020.': [
      'movement DK ML -> planned withdraw [..2020-10-31]',
    ],
    'The first 300 of 1,200 Danish soldiers have left Mali; the rest will follow.': [
      'movement DK 900 ML -> planned withdraw',
    ],
    'Some 600 Danish soldiers will move to other NATO countries such as Latvia and Poland.': [
      'movement DK ~600 -> LV+PL planned deploy',
    ],
    'The Danish 4th Regiment, with 1,200 members, will return from Kosovo.': [
      'movement DK 1200 unit "4th Regiment" XK -> planned withdraw',
    ],
    'Some 220 Danish paratroopers left Iraq for Kuwait.': ['movement DK ~220 IQ -> KW completed relocate'],
    'The Pentagon has directed 1,000 American soldiers based in Germany to reposition to Romania.': [
      'movement US 1000 DE -> RO planned relocate',
    ],
    'A first batch of Togolese troops has arrived in Mali.': ['movement TG -> ML completed deploy'],
    'A 760-strong Senegalese battalion has deployed to Banjul.': [
      'movement SN 760 unit "battalion" -> GM completed deploy',
    ],
    'Oslo insists that none of its 500 soldiers in Iraq will be leaving.': [
      'movement NO IQ -> cancelled withdraw by "Oslo"',
    ],
    'Between 15 and 20 Ghanaian soldiers will fly home from Beirut.': ['movement GH 15..20 LB -> GH planned withdraw'],
  },
  not: [
    'Danish battalions in Mosul have pushed the rebels out of much of the city.',
    'Some 220 Danish tourists left Erbil for Kuwait.',
    'Togo has 140 soldiers in Gao. The ministers came to see them. They left Gao on Sunday.',
    'Rebels shot at 40 Togolese soldiers in Gao. They left Gao on Sunday.',
    'Nobody said when the goats left Erbil.',
    'The role of Danish troops in Mali came to a close.',
    'The families of the Danish soldiers arrived in Mali.',
    'Most of the men come from Danish units in Mali.',
    'The Danish battalion is designed to deploy to Mali within days.',
    'There will be no inquiry until Danish troops leave Iraq.',
    'The 90 Danish soldiers in Mali will hold the camp until reinforcements arrive.',
    'Six Danish F-16s flew their first missions over Libya from Sigonella in Sicily.',
    'Some 980 Danish soldiers will remain in Iraq, instead of drawing down to 100.',
    'Togo has 140 soldiers in Gao. It will leave the union in July.',
    'Danish soldiers transferred control of Erbil to Iraq.',
  ],
});

/** "bring them home", "they were sent": a pronoun stands for the force told of last. */
const pronounForces = (phrases: readonly NounLike[]): ForceItem[] =>
  phrases.flatMap((n) =>
    n.kind === 'pronoun' && /^(?:them|they|these|those)$/.test(n.word) ? [forceOfPronoun(n)] : [],
  );

/** "brings the number of troops to 700": a level, not the troops. */
const isLevel = (force: ForceItem, view: SentenceView): boolean =>
  view.tokens.slice(force.from, force.from + 3).some((t) => /^(?:number|total|strength|level|size)$/.test(t.lower));

/** "will take the force in Kosovo to 500": how many there will be, and nobody taken. */
const reachesLevel = (p: Predicate, force: ForceItem): boolean =>
  force.quantity === null && forcesIn(p.others).some((f) => f.prep === 'to' && f.quantity !== null);

/** "adding 270 soldiers": to what the main clause tells of; "will add 100 more": to those told of. */
const adds = (f: MovementFinding): boolean =>
  f.predicate?.lemma === 'add' &&
  f.force?.quantity != null &&
  (f.predicate.relation === 'gerund' ||
    f.force.additional ||
    // "Senegal will add 300": to what the story tells of.
    (f.predicate.others.length === 0 &&
      f.owner.length > 0 &&
      f.owner.every((n) => n.kind === 'actor' && n.what === 'state')));

/** "another 40 will follow": where the others went. */
const goesOn = (f: MovementFinding): boolean =>
  (/^(?:follow|go)$/.test(f.predicate?.lemma ?? '') ||
    (f.force?.additional === true && /^(?:return|depart|leave)$/.test(f.predicate?.lemma ?? ''))) &&
  (f.force?.quantity != null || (f.force?.portion === 'rest' && f.predicate?.lemma === 'follow')) &&
  (f.force.head === null || f.force.sort === 'strong');

// Movements by a verb of motion: one frame covers active, passive, infinitive, participle and headline.
import type { MovementFinding } from '../../../finding.ts';
import { MOTION, type Motion } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, NounLike } from '../../../syntax/item.ts';
import { isPeople } from '../../../syntax/item-tests.ts';
import { forceOfPeople, forceOfPronoun } from '../../../syntax/part-of-whole.ts';
import { type Predicate, type SentenceView, textOf } from '../../../syntax/predicate.ts';
import { forcesIn, ownersIn, placeOf } from '../roles.ts';
import { isKept, isState } from '../state.ts';
import { isLevel, withItsNumber } from './its-number.ts';
import { isNextLeg } from './legs.ts';
import { moves, routed } from './moves.ts';
import { isNotePassive, isNotSent } from './no-move.ts';

/** The verbs of motion that a test picks. */
export const lemmasOf = (test: (motion: Motion) => boolean): ReadonlySet<string> =>
  new Set([...MOTION].filter(([, motion]) => test(motion)).map(([lemma]) => lemma));

/** Verbs that do too much else: they move a force only where a place to go to or leave stands with them. */
export const NEEDS_ROUTE: ReadonlySet<string> = new Set(
  'board drop trickle filter sweep abandon add offer pledge promise earmark allocate second provide supply lend take get carry set direct order base position cross follow join reach go come head travel push pour roll drive march advance touch assign commit contribute lift abandon rush swap return move fly sail steam transit embark descend stream slip land touch put mass base station regroup consolidate concentrate divert redirect reroute reassign ship ferry truck bus convoy transport set-sail take-off step-off'
    .split(' ')
    .map((lemma) => lemma.replace('-', ' ')),
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
  const goesTo = (x: NounLike): boolean =>
    (x.prep === 'to' || x.prep === 'for') && (x.kind === 'place' || (x.kind === 'mission' && placeOf(x) !== null));
  const isComing = p.factuality.mode !== 'asserted' || (p.item.kind === 'verb' && p.item.tense === 'future');
  return !isComing || ![...p.places, ...p.others].some(goesTo);
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

/** "have landed dozens of times": how often, and not how many. */
const isOften = (force: ForceItem, view: SentenceView): boolean =>
  force.sort === 'bare' &&
  view.tokens[force.to]?.lower === 'of' &&
  /^(?:times|occasions|flights|sorties|trips|tonnes|tons|miles|kilometres|kilometers)$/.test(
    view.tokens[force.to + 1]?.lower ?? '',
  );

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
    // "would leave its troops concentrated in the north": where they stay.
    if (
      view.predicates.some(
        (q) => q !== p && q.lemma === 'leave' && forcesIn(q.object).some((f) => p.object.includes(f)),
      )
    )
      return [];
    // "7,000 have been rotated through the province": all told, over the years.
    if (p.lemma === 'rotate' && [...p.places, ...p.others].some((x) => x.prep === 'through')) return [];
    // "They had flown helicopters out of Erbil": who flies them is not sent with them.
    if (
      /^fly/.test(p.lemma) &&
      p.item.voice === 'active' &&
      p.subject.every((n) => n.kind === 'pronoun' || n.kind === 'force') &&
      p.object.some((o) => o.kind === 'force' && o.sort === 'platform' && o.quantity === null)
    )
      return [];
    // "was ordered to leave the port": the leaving is the move.
    const ordered = ORDERS.test(p.lemma)
      ? view.predicates.filter((q) => q.governor === p && q.relation === 'infinitive')
      : [];
    // "ordered a reservist to stand trial in Baghdad": nobody is sent.
    if (ordered.some((q) => MOTION.has(q.lemma) || (p.places.length === 0 && q.places.length > 0))) return [];
    // "an operation to drive Georgian forces from the gorge": enemies do.
    if (/^(?:drive|push|chase|expel)$/.test(p.lemma) && p.places.some((x) => /^(?:from|out-of)$/.test(x.prep ?? '')))
      return [];
    const parts = partsOfWay(p, view);
    const people = peopleSentHome(p, view);
    const along = forcesIn(p.others).filter((f) => f.prep === 'along with');
    const objects = isNotePassive(p) ? forcesIn(p.subject) : forcesIn(p.object);
    const found = [...objects, ...pronounForces(p.object), ...people, ...along]
      .filter(
        (force) =>
          !isGiven(p, force) &&
          !isNextLeg(p, force) &&
          !isNotSent(p, force, view) &&
          !isNumberToGo(p, force, view) &&
          !isOften(force, view) &&
          // "a force of 800, 150 of whom guard the airport": told of those by what follows.
          view.tokens[force.to - 1]?.lower !== 'whom' &&
          !(/^(?:bring|take|lift)$/.test(p.lemma) && (isLevel(force, view) || reachesLevel(p, force))) &&
          !(RESCUES.has(p.lemma) && !people.includes(force) && (force.head === 'national' || isOfPeople(force, view))),
      )
      .map((told) => {
        const force = withItsNumber(p, told, view);
        return moves(p, motion, force, isNotePassive(p) ? [] : ownersIn(p.subject), view.predicates);
      })
      .filter((f) => !NEEDS_ROUTE.has(p.lemma) || routed(f) || goesOn(f) || adds(f));
    const [main] = found;
    const owner = isNotePassive(p) ? [] : ownersIn(p.subject);
    return main === undefined || main.force === null
      ? found
      : [
          ...found,
          ...parts.map((part) => ({
            ...main,
            evidence: { from: part.from, to: part.place!.to },
            owner: main.force?.owner ? [] : owner,
            force: { ...part, head: main.force!.head, sort: main.force!.sort, owner: main.force!.owner },
            from: main.from,
            to: [part.place!],
          })),
        ];
  },
  examples: {
    'The decision to suspend the training and to withdraw 60 Danish soldiers from Mali was taken by the cabinet.': [
      'movement DK 60 ML -> planned withdraw',
    ],
    'Egypt says it will contribute soldiers to the African Union mission in Somalia.': [
      'movement EG mission "African Union mission in Somalia" -> SO planned deploy by "Egypt"',
    ],
    'Spain is sending the frigate Blas de Lezo to the Black Sea three weeks earlier than planned.': [
      'movement ES unit "Blas de Lezo" -> R:AT-SEA underway deploy',
    ],
    'Spain is thinking about sending soldiers to Bulgaria.': ['movement ES -> BG proposed deploy'],
    'Seoul to withdraw Iraq troops.': ['movement KR IQ -> planned withdraw'],
    'The next Danish contingent, which will be deployed to Mali in October, will have only 39 members.': [
      'movement DK 39 -> ML planned deploy [2020-10-01..2020-10-31]',
    ],
    'Denmark deployed about 300 army and navy personnel to Mali.': ['movement DK ~300 -> ML completed deploy'],
    "Austria's parliament gave the green light for sending 100 soldiers to Mali.": [
      'movement AT 100 -> ML planned deploy',
    ],
    'Britain dispatched HMS Exeter from Cyprus, one of its frigates, to Lebanon.': [
      'movement GB unit "HMS Exeter" CY -> LB completed relocate',
    ],
    'An undisclosed number of Danish soldiers have been brought into Mali.': ['movement DK -> ML completed deploy'],
    'Two hundred (200) more Danish soldiers were sent to Mali.': ['movement DK 200 -> ML completed deploy'],

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
    "Fiji said it was withdrawing the country's 377 UN peacekeepers from the Golan Heights.": [
      'movement FJ 377 SY -> underway withdraw by "Fiji"',
    ],
    'Austria withdraws UN peacekeepers from the Golan Heights.': ['movement AT SY -> completed withdraw'],
    'Peru and Chile said they would withdraw their contingents from Haiti.': [
      'movement PE HT -> planned withdraw by "Peru and Chile"',
      'movement CL HT -> planned withdraw by "Peru and Chile"',
    ],
    'The plan involves sending 500 more Norwegian soldiers to Mali.': ['movement NO 500 -> ML planned deploy'],
    'Peru has sent a frigate and about 600 troops to Haiti and Chile has supplied helicopters.': [
      'movement PE ~600 -> HT completed deploy',
    ],
    'Oslo refused to rule out sending soldiers to Mali.': ['movement NO -> ML proposed deploy'],
    'Canada keeps 900 soldiers in Latvia. It is about to send 40 more.': ['movement CA 40 -> LV planned deploy'],
    'Another 300 American soldiers will be stationed in Poland.': ['movement US 300 -> PL planned deploy'],
    'France sent 4,300 soldiers to the Sahel, including 2,400 to Mali.': [
      'movement FR 4300 -> R:SAHEL completed deploy',
      'movement FR 2400 -> ML completed deploy',
    ],
    'Tokyo agreed to relocate 9,000 of the 19,000 U.S. Marines stationed on Okinawa.': [
      'movement US 9000 unit "Marines" JP -> planned withdraw',
    ],
    'Norway put pressure on Chad to withdraw its troops from Mali.': ['movement TD ML -> proposed withdraw'],
    'More than 6,000 NATO-led troops from 12 countries were deployed to Kosovo.': [
      'movement NATO 6000.. -> XK completed deploy',
    ],
    'Some 60 Danish soldiers with small arms, 90 vehicles and 380 trucks were sent to Mali.': [
      'movement DK ~60 -> ML completed deploy',
      'movement DK 90 vehicle -> ML completed deploy',
    ],
    'Denmark will bring 60 soldiers in Mali home and move 90 to other countries in Africa.': [
      'movement DK 90 ML -> R:AFRICA planned relocate',
    ],
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
    'Danish soldiers are in Mali. The number of Norwegian soldiers to be sent was not made public.',
    "The Danish parliament gave its approval for sending the country's soldiers on missions.",
    'Britain will send 600 soldiers to defend democracy.',
    'Britain deploys 40,000 soldiers around the globe.',
    'At one stage Britain might have had to send 2,000 troops to Mali.',
    'Chile has sent 20 letters to Cyprus.',
    'Some 7,000 Chilean soldiers have been rotated through Cyprus.',
    'The move would leave Chilean troops concentrated in the north of Cyprus.',
    'Chile continues to contribute forces to UNIFIL.',
    'Peru has called its 200 soldiers in Haiti heroes.',
    'The rebels want to drive Chilean soldiers from the valley of Copiapó, Chile.',
    'Ukraine could bar Russian warships from returning to Sevastopol.',
    'The United States flew 900 Afghans out of Kabul to Qatar.',
    'The bank withdrew 300 notes from Kuwait.',
    'Soldiers evacuated thousands of Malians from the valley of Gao.',
    'A judge ordered a Peruvian soldier to stand trial in Baghdad.',
    'Two Danish soldiers were evacuated to Germany after being wounded in Mali.',
    'At least 300 Danish soldiers from Taji have been taken hostage by rebels in Mali.',
    'Fighting in Mali sent Danish soldiers running for cover.',
    'Israel is worried about Syria, and countries began to withdraw their troops.',
    'Six Danish soldiers were flown to Dakar for treatment.',
  ],
});

/** "sent 4,300 soldiers to the Sahel, including 2,400 to Mali": the parts that are told with a way of their own. */
const partsOfWay = (p: Predicate, view: SentenceView): ForceItem[] =>
  view.items.filter(
    (x): x is ForceItem =>
      x.kind === 'force' &&
      x.prep === 'including' &&
      x.place?.prep === 'to' &&
      x.quantity !== null &&
      x.owner === null &&
      x.from > p.item.to &&
      !view.predicates.some(
        (q) =>
          q.item.kind === 'verb' &&
          q.item.form === 'finite' &&
          q.relation !== 'participle' &&
          q.item.from > p.item.to &&
          q.item.from < x.from,
      ),
  );

/** "bring them home", "they were sent": a pronoun stands for the force told of last. */
const pronounForces = (phrases: readonly NounLike[]): ForceItem[] =>
  phrases.flatMap((n) =>
    n.kind === 'pronoun' && /^(?:them|they|these|those)$/.test(n.word) ? [forceOfPronoun(n)] : [],
  );

/** "will fly the Tongans home": a people's own, for whom a home is told. */
const peopleSentHome = (p: Predicate, view: SentenceView): ForceItem[] =>
  p.places.some((x) => x.ref === 'home')
    ? p.object.flatMap((n) =>
        n.kind === 'actor' && isPeople(n) && n.to === n.from + 2 && PEOPLE.test(textOf(view, n))
          ? [forceOfPeople(n)]
          : [],
      )
    : [];
const PEOPLE = /^the \p{Lu}\p{L}+s$/u;

/** "no word on the number of soldiers to be sent": how many, and not that they go. */
const isNumberToGo = (p: Predicate, force: ForceItem, view: SentenceView): boolean =>
  p.item.kind === 'verb' &&
  p.item.form === 'infinitive' &&
  force.quantity === null &&
  p.places.length === 0 &&
  isLevel(force, view);

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
export const goesOn = (f: MovementFinding): boolean =>
  (/^(?:follow|go)$/.test(f.predicate?.lemma ?? '') ||
    (f.force?.additional === true &&
      /^(?:return|depart|leave|join|arrive|deploy|come)$/.test(f.predicate?.lemma ?? ''))) &&
  (f.force?.quantity != null || (f.force?.portion === 'rest' && f.predicate?.lemma === 'follow')) &&
  (f.force.head === null || f.force.sort === 'strong' || (f.force.sort === 'weak' && f.force.additional));

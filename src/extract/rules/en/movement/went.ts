// Movements told by who moves: "soldiers arrived", "troops have left the base", "the ship sailed".
import type { MovementFinding } from '../../../finding.ts';
import { MOTION, type Motion } from '../../../lexicon/motion.ts';
import { rule } from '../../../rule.ts';
import type { ForceItem, NounLike } from '../../../syntax/item.ts';
import type { Predicate, SentenceView } from '../../../syntax/predicate.ts';
import { thereOf } from '../presence/clause.ts';
import { forcesIn } from '../roles.ts';
import { isState } from '../state.ts';
import { withThoseAboard } from './carried.ts';
import { theyIn } from './home.ts';
import { withItsNumber } from './its-number.ts';
import { isNextLeg } from './legs.ts';
import { goesOn, lemmasOf, NEEDS_ROUTE } from './motion.ts';
import { moves, routed } from './moves.ts';
import { isNotGoing } from './no-move.ts';

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

const isThem = (n: NounLike): boolean =>
  (n.kind === 'pronoun' && n.word === 'them') || (n.kind === 'force' && n.definite && n.quantity !== null);

/** "300 of the soldiers will return": with a number and nowhere named, home. */
const goesHome = (p: Predicate, force: ForceItem): boolean =>
  p.lemma === 'return' &&
  force.quantity !== null &&
  force.sort === 'strong' &&
  force.place === null &&
  p.places.length === 0;

/** "The first deployment of Danish troops has arrived": the troops of the deployment. "They left": whoever was told of last. */
function movers(p: Predicate, view: SentenceView): ForceItem[] {
  const forces = [...aboardThose(p, view), ...theyIn(p.subject, view)];
  if (forces.length > 0) return forces;
  const groups = p.subject.filter((n) => n.kind === 'nominal' || (n.kind === 'noun' && GROUP.test(n.head)));
  return forcesIn(p.others.filter((n) => n.prep === 'of' && groups.some((m) => m.to === n.start)));
}

/** "Some 20,000 soldiers aboard two carriers and a dozen other ships are steaming": those aboard, and not the last of what they are aboard. */
function aboardThose(p: Predicate, { items, tokens }: SentenceView): ForceItem[] {
  const own = forcesIn(p.subject);
  const [ship, more] = own;
  if (ship?.sort !== 'platform' || more !== undefined || tokens[ship.start - 1]?.lower !== 'and') return own;
  const [men, other] = items.slice(Math.max(0, items.indexOf(ship) - 3), items.indexOf(ship));
  const isAboard = other?.kind === 'force' && other.sort === 'platform' && other.prep === 'aboard';
  return men?.kind === 'force' && men.sort === 'strong' && men.prep === null && isAboard ? [men] : own;
}

/** What soldiers go in; the role, the families or the commander of theirs go without them. */
const GROUP =
  /^(?:batch|patch|wave|group|rotation|element|part|portion|majority|bulk|most|number|total|half|third|quarter|column|convoy|body|party|stream|flow|trickle|echelon|tranche|phase|contingent|detachment|team|force|vanguard|rest|remainder|last|first|component|complement|mix|mixture|collection|handful|fleet|flotilla|lot|bunch|band|line|remnant|arrival|share|pair|series|round|load|planeload|busload|shipload)$/;

/** The word of rank in "the second group" right before an infinitive that a verb of moving holds. */
function rankBefore(p: Predicate, { items, tokens }: SentenceView): string {
  const before = items[items.indexOf(p.item) - 1];
  if (before?.kind !== 'noun' || !MOTION.has(p.governor?.lemma ?? '')) return '';
  return tokens[before.from + 1]?.lower ?? '';
}

/** "are evacuating positions in Tripoli": where those are is where they leave. */
const leavesPositions = ({ lemma, object }: Predicate): boolean =>
  /^(?:evacuate|vacate)$/.test(lemma) &&
  object.length > 0 &&
  object.every(
    (o) => o.kind === 'noun' && /^(?:position|post|outpost|checkpoint|hilltop|trench|barrack)$/.test(o.head),
  );

/** "came to a close", "comes from units already there": nobody comes anywhere. */
const isNoComing = (p: Predicate): boolean =>
  /^(?:come|go|get)$/.test(p.lemma) &&
  (isOrigin(p) ||
    p.others.some(
      (o) =>
        o.start >= p.item.to &&
        ((o.prep === 'to' && (o.kind === 'noun' || o.kind === 'nominal')) ||
          (o.prep === 'from' && o.kind === 'force' && o.sort !== 'platform')),
    ));

/** "with the biggest contingent coming from Finland": whose it is, and no place left. */
const isOrigin = ({ item, lemma, places }: Predicate): boolean =>
  lemma === 'come' &&
  item.kind === 'verb' &&
  (item.form === 'gerund' || (item.tense === 'present' && item.aspect === 'simple')) &&
  places.length > 0 &&
  places.every((x) => x.prep === 'from' && x.ref === null);

/** "returned a month earlier than planned": when. */
const SPAN = /^(?:hour|day|week|fortnight|month|year)$/;

export const went = rule({
  id: 'movement/went',
  on: 'predicate',
  lemmas: lemmasOf((m) => m.who !== 'causer'),
  read(p, view) {
    const motion = MOTION.get(p.lemma)!;
    if (p.item.kind !== 'verb' || isState(p) || (p.lemma === 'leave' && forcesIn(p.object).length > 0)) return [];
    if (isNoComing(p)) return [];
    // "any foreign soldier who crossed the border": whoever it may be.
    if (p.relation === 'relative' && p.subject.some((n) => view.tokens[n.from]!.lower === 'any')) return [];
    // "The force has reached 9,400 troops": so many it has.
    if (p.lemma === 'reach' && forcesIn(p.object).some((f) => f.quantity !== null)) return [];
    // "have been occupying a third of Cyprus since 1974": they are there.
    if (p.lemma === 'occupy' && p.item.aspect !== 'simple' && p.dates.some((x) => x.date.kind === 'since')) return [];
    // "have pushed the rebels out of the city": others go.
    if (/^(?:push|drive|sweep)$/.test(p.lemma) && p.object.length > 0) return [];
    // "300 soldiers came home, the second group to return": told already.
    if (p.item.form === 'infinitive' && /^(?:first|second|third|fourth|fifth|last|latest)$/.test(rankBefore(p, view)))
      return [];
    // "The latest contingent to withdraw has been Austria": whose it is is told behind.
    if (p.item.form === 'infinitive' && movers(p, view).some((f) => f.adjectives.includes('latest'))) return [];
    // "transferred control of Basra to Iraq", "flew missions over Libya": something else changes place, or nothing.
    if (
      /^(?:transfer|shift|move|ship|return|fly)$/.test(p.lemma) &&
      p.object.some((o) => o.kind === 'mission' || (o.kind === 'noun' && !SPAN.test(o.head)))
    )
      return [];
    // "enters its airspace": flies by.
    if (p.object.some((o) => o.kind === 'noun' && o.head === 'airspace')) return [];
    // "with 200 Marines embarked": aboard, and nowhere else than before.
    if (p.lemma === 'embark' && !p.places.some((x) => /^(?:to|for|from)$/.test(x.prep ?? ''))) return [];
    // "left Salamis for the Red Sea to join the operation": what for, not another move.
    if (p.lemma === 'join' && p.relation === 'infinitive' && MOTION.has(p.governor?.lemma ?? '')) return [];
    // "were withdrawn to return to their barracks": one way, told by its first verb.
    if (p.lemma === 'return' && p.relation === 'infinitive' && MOTION.get(p.governor?.lemma ?? '')?.move === 'withdraw')
      return [];
    // "the 500 soldiers rotating through Mali": there are so many there at any time.
    if (p.lemma === 'rotate' && p.item.form === 'gerund' && p.relation === 'participle') return [];
    // "they evacuate several hundred citizens": others go.
    const positions = leavesPositions(p);
    if (
      motion.who === 'both' &&
      !positions &&
      p.object.some((o) => o.kind === 'noun' && o.prep === null && !SPAN.test(o.head))
    )
      return [];
    const passive = p.item.voice === 'passive' || p.relation === 'participle';
    if (motion.who === 'both' && (forcesIn(p.object).length > 0 || (passive && p.item.form !== 'gerund'))) return [];
    return [...movers(p, view), ...forcesIn(p.others).filter((f) => f.prep === 'along with')]
      .filter((force) => !isNextLeg(p, force) && !isNotGoing(p, force, view))
      .map((found) => {
        const force = withItsNumber(p, withThoseAboard(p, found, view), view);
        const how: Motion = goesHome(p, force)
          ? { ...motion, move: 'withdraw' }
          : p.lemma === 'follow' && force.place !== null
            ? { ...motion, at: 'from', move: null }
            : positions
              ? { ...motion, at: 'from' }
              : motion;
        const move = moves(p, how, force, [], view.predicates);
        // "will join them on Monday": where they are.
        // "came ashore": where the story is.
        const ashore = !routed(move) && view.tokens[p.item.to]?.lower === 'ashore';
        if (ashore) return { ...move, to: [thereOf(p)] };
        const joins = p.lemma === 'join' && !routed(move) && p.object.some(isThem);
        return joins ? { ...move, to: [thereOf(p)] } : move;
      })
      .filter((f) => !NEEDS_ROUTE.has(p.lemma) || goesSomewhere(f) || goesOn(f) || goesHome(p, f.force!));
  },
  examples: {
    'The 300 Kenyan soldiers sent in 2019 to join the UN force in Mali will return in October.': [
      'movement KE 300 ML -> planned withdraw [2020-10-01..2020-10-31]',
    ],
    'Israeli troops enter Syria for the first time since 1974.': ['movement IL -> SY completed deploy'],
    'The US will move 12,000 soldiers out of Germany, with some 6,400 returning home.': [
      'movement US ~6400 DE -> US planned withdraw',
    ],
    'The Danish contingent that left for Mali in 2019 numbered 88 soldiers.': [
      'movement DK 88 -> ML completed deploy [2019-01-01..2019-12-31]',
    ],
    'The last rotation of Danish troops returned from Mali a month earlier than planned.': [
      'movement DK ML -> completed withdraw',
    ],
    'About 90 Danish soldiers came back after a year in Kabul.': ['movement DK ~90 AF -> completed withdraw'],
    'Some 60 Danish soldiers have been picked to potentially deploy to Mali.': [
      'movement DK ~60 -> ML proposed deploy',
    ],
    'A convoy carrying 90 Danish soldiers left Gao for Niamey.': ['movement DK 90 ML -> NE completed relocate'],
    'Danish soldiers guarding the airport left Gao.': ['movement DK ML -> completed withdraw'],
    'Some 70 Danish army, navy and air force troops left Gao.': ['movement DK ~70 ML -> completed withdraw'],
    'One in three of the 900 Danish soldiers has left Mali.': ['movement DK 300 ML -> completed withdraw'],
    'Denmark has 100 soldiers in Mali. An additional 60 are to join soon.': ['movement DK 60 -> ML planned deploy'],
    'Danish troops left Taji, a town of 9,000.': ['movement DK IQ -> completed withdraw'],
    "Denmark has troops in Mali. Mali's government asked for help. A ministry spokesman said about 20 soldiers had returned from Mali.":
      ['movement DK ~20 ML -> completed withdraw by "ministry spokesman"'],
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
    'A Danish brigade with some 4,500 troops will deploy to Latvia.': ['movement DK ~4500 -> LV planned deploy'],
    'The first of eight Danish aircraft, carrying 90 troops, landed in Gao.': ['movement DK 90 -> ML completed deploy'],
    'Both Chilean companies will return to their home bases in Peru.': [
      'movement CL unit "companies" -> PE planned deploy',
    ],
    'Nearly 1,200 French, Italian and Spanish soldiers will land in Mali.': [
      'movement COALITION ~1200 -> ML planned deploy',
    ],
    'Fiji has sent troops to Nauru. A Tongan team of 15 soldiers will join them on Monday, followed by a larger group of 50.':
      [
        'movement TO 15 unit "team" -> NR planned deploy [2020-06-15]',
        'movement TO 50 -> NR planned deploy [2020-06-15]',
      ],
    "North Dakota's 500 soldiers still in Kosovo will leave.": ['movement US 500 XK -> planned withdraw'],
    'Some 900 soldiers, mostly from Denmark, will deploy to Poland.': ['movement DK ~900 -> PL planned deploy'],
    'Over 2,000 troops from Chad, Togo and Benin arrived in Mali.': [
      'movement COALITION 2000.. -> ML completed deploy',
    ],
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
    'Ghanaian soldiers left neighbouring Liberia.': ['movement GH LR -> completed withdraw'],
    'Some 90 Ghanaian soldiers will join UNDOF on the Israel-Syria border.': [
      'movement GH ~90 mission "UNDOF" -> SY planned deploy',
    ],
    'Danish troops have decamped from Gao.': ['movement DK ML -> completed withdraw'],
    'About 90 Danish soldiers made their way to Gao.': ['movement DK ~90 -> ML completed deploy'],
    'Some 90 Danish soldiers took up positions in Gao.': ['movement DK ~90 -> ML completed deploy'],
    'Danish forces bowed out of Mali on Sunday.': ['movement DK ML -> completed withdraw [2020-06-14]'],
    'Some 90 Danish servicewomen, all of them volunteers, will leave Mali.': ['movement DK ~90 ML -> planned withdraw'],
    'Not all of the Ghanaian soldiers have left Liberia.': ['movement GH LR -> cancelled withdraw'],
    'Togo has 140 soldiers in Gao. They began leaving on Sunday.': ['movement TG ML -> underway withdraw [2020-06-14]'],
    'The Togolese battalion came to Gao in March. It will leave in July.': [
      'movement TG ML -> planned withdraw [2020-07-01..2020-07-31]',
    ],
    'Togo has 140 soldiers in Gao. All have since left the country.': ['movement TG ML -> completed withdraw'],
    'Lebanon awaits new peacekeepers. UNIFIL has watched over the south of Lebanon since the war with Israel. Togolese soldiers have now arrived in the country.':
      ['movement TG -> LB completed deploy'],
    'Lebanon has asked for soldiers. A ceasefire with Israel holds in Lebanon. Togolese soldiers landed in Israel on Sunday and left the country on Tuesday.':
      ['movement TG -> IL completed deploy [2020-06-14]', 'movement TG IL -> completed withdraw [2020-06-09]'],
    'Italy has 200 soldiers in Lebanon. Another 90 Italian soldiers came ashore from transport ships on Sunday.': [
      'movement IT 90 -> LB completed deploy [2020-06-14]',
    ],
    'Italian soldiers went ashore in Lebanon.': ['movement IT -> LB completed deploy'],
    'The first 90 soldiers of a Danish battalion left Gao.': ['movement DK 90 ML -> completed withdraw'],
    'Some 90 Danish soldiers took off from Karup for Gao.': ['movement DK ~90 DK -> ML completed deploy'],
    'Two Danish frigates set sail from Crete for the Red Sea.': [
      'movement DK 2 ship GR -> R:AT-SEA completed relocate',
    ],
    'Some 90 Danish soldiers boarded a plane bound for Bamako.': ['movement DK ~90 -> ML completed deploy'],
    'Danish soldiers return home from Mali in the coming weeks.': [
      'movement DK ML -> DK planned withdraw [2020-06-15..]',
    ],
    'The second Danish battalion leaves for Mali next month.': [
      'movement DK unit "battalion" -> ML planned deploy [2020-07-01..2020-07-31]',
    ],
    'Danish soldiers pulled back from a post along the Turkish border in northern Syria.': [
      'movement DK SY -> completed withdraw',
    ],
    "Denmark's contingent in Mali, some 90 soldiers, has begun to trickle out of the country.": [
      'movement DK ~90 ML -> underway withdraw',
    ],
    'Danish forces swept into Mali.': ['movement DK -> ML completed deploy'],
    'Togolese reinforcements arrived in Gao.': ['movement TG -> ML completed deploy'],
    'The ministry announced that 140 Togolese soldiers arrived in Gao on Sunday.': [
      'movement TG 140 -> ML completed deploy [2020-06-14] by "ministry"',
    ],
    'Not one of the 40 Dutch soldiers has left Jordan.': ['movement NL 1 JO -> cancelled withdraw'],
    'It will take over from the Netherlands, whose contingent is withdrawing from Iraq.': [
      'movement NL IQ -> underway withdraw',
    ],
    'The total number of Danish personnel deploying to Mali is about 90.': ['movement DK ~90 -> ML underway deploy'],
    'Danish sailors returned home from a six-month deployment to Djibouti.': [
      'movement DK DJ -> DK completed withdraw',
    ],
    'The first Danish soldiers, about 100, landed in Gao.': ['movement DK ~100 -> ML completed deploy'],
    'Australian soldiers are going to war. About 200 special forces soldiers have left Australia for Iraq.': [
      'movement AU ~200 AU -> IQ completed deploy',
    ],
    'A Danish force of 300 serves with UNDOF. The force will leave the Golan Heights.': [
      'movement DK SY -> planned withdraw',
    ],
    'The last 850 Danish soldiers of the UN stabilisation mission leave Mali.': [
      'movement DK 850 mission "UN stabilisation mission" ML -> completed withdraw',
    ],
    'Denmark has a battalion in Mali. Some 200 of the battalion will return home.': [
      'movement DK ~200 unit "battalion" ML -> DK planned withdraw',
    ],
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
    'Danish soldiers are in Mali, the second group to return since December.',
    'Danish ships had been scheduled to return from Oman next month.',
    'The latest contingent to withdraw from the Golan has been Austria.',
    'Turkish troops have been occupying a third of Cyprus since 1974.',
    'The Danish force has 90 soldiers, with the biggest contingent coming from Finland.',
    'Danish battalions in Mosul have pushed the rebels out of much of the city.',
    'Some 220 Danish tourists left Erbil for Kuwait.',
    'Togo has 140 soldiers in Gao. The ministers came to see them. They left Gao on Sunday.',
    'Rebels shot at 40 Togolese soldiers in Gao. They left Gao on Sunday.',
    'A convoy carrying 90 Danish tourists left Gao for Niamey.',
    'One in three of the 900 Danish tourists has left Mali.',
    'Danish soldiers swept the road to Gao for mines.',
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

// Nouns that head a force phrase, with what they count.
import type { Quantity } from '../../model/quantity.ts';

type Counted = Quantity['of'];

export interface ForceNoun {
  readonly lemma: string;
  readonly sort: 'strong' | 'weak' | 'unit' | 'platform';
  readonly of: Counted;
  readonly plural: boolean;
}

/** Persons who are forces by themselves. */
const STRONG = `soldier trooper serviceman servicewoman servicemember service-member paratrooper para marine airman airwoman sailor infantryman legionnaire commando peacekeeper peace-keeper
guardsman gunner sapper rifleman cavalryman grenadier ranger gendarme carabiniere gurkha submariner legionary artilleryman signaller signaler bombardier militiaman jihadist mujahid combatant reservist spetsnaz green-beret blue-helmet bluehelmet fusilier hussar cadre
warfighter squaddie gi tankman`;
/** Persons who are forces only where the context is military: a party, a mission, other forces beside them. */
const WEAK = `trainer instructor adviser advisor engineer medic observer monitor guard policeman policewoman mentor specialist technician mechanic pilot diver fighter conscript cadet aircrewman deminer logistician operator
officer expert planner crewman man woman member volunteer mercenary`;
const RANKS = 'major colonel captain lieutenant sergeant corporal';
/** Uncountable or plural-only: the word is the plural. */
const MASS_STRONG = `troops soldiery personnel servicepeople infantry manpower paras reinforcements`;
const MASS_WEAK = `staff police crew men women`;
const UNIT = `battalion brigade company platoon squadron regiment division battlegroup battery`;
/** Formations that are counted as persons through their strength only. */
const LOOSE_UNIT = `force contingent unit garrison detachment team squad taskforce element corps convoy legion column flotilla fleet vanguard formation`;
const PLATFORM: Readonly<Record<string, Counted>> = Object.fromEntries(
  [
    [
      'aircraft',
      'aircraft jet plane warplane bomber fighter-jet f-16 f-15 f-22 f-35 f-18 f/a-18 gripen eurofighter typhoon rafale mirage tornado su-25 su-27 su-30 mig-29 c-130 c-130j hercules drone uav tanker-aircraft warplanes airplane fighter-aircraft tu-22 b-52 b-1 b-2 a-10 awacs',
    ],
    ['helicopter', 'helicopter chopper gunship chinook apache black-hawk blackhawk mi-17 mi-24 mi-8 gazelle cougar'],
    [
      'ship',
      'ship warship frigate destroyer corvette cutter icebreaker battleship landing-ship missile-boat support-ship hospital-ship submarine cruiser minehunter minesweeper vessel patrol-boat gunboat aircraft-carrier carrier',
    ],
    ['tank', 'tank abrams leopard t-72'],
    ['vehicle', 'vehicle armoured-vehicle apc howitzer stryker humvee truck bradley marder btr bmp'],
    ['system', 'system radar launcher patriot'],
  ].flatMap(([of, words]) => words!.split(/\s+/).map((word) => [word, of as Counted])),
);

const IRREGULAR_PLURAL: Readonly<Record<string, string>> = {
  battery: 'batteries',
  company: 'companies',
  aircraft: 'aircraft',
  radar: 'radars',
  corps: 'corps',
  army: 'armies',
  infantryman: 'infantrymen',
  abrams: 'abrams',
  carabiniere: 'carabinieri',
  mujahid: 'mujahideen',
};
const pluralOf = (word: string): string =>
  IRREGULAR_PLURAL[word] ??
  (word.endsWith('man')
    ? `${word.slice(0, -3)}men`
    : word.endsWith('woman')
      ? `${word.slice(0, -5)}women`
      : /[^aeiou]y$/.test(word)
        ? `${word.slice(0, -1)}ies`
        : `${word}s`);

const nouns = new Map<string, ForceNoun>();
function add(words: string, sort: ForceNoun['sort'], of: (lemma: string) => Counted): void {
  for (const lemma of words.split(/\s+/)) {
    if (!nouns.has(lemma)) nouns.set(lemma, { lemma, sort, of: of(lemma), plural: pluralOf(lemma) === lemma });
    if (!nouns.has(pluralOf(lemma))) nouns.set(pluralOf(lemma), { lemma, sort, of: of(lemma), plural: true });
  }
}
add(STRONG, 'strong', () => 'personnel');
add(UNIT, 'unit', (lemma) => lemma as Counted);
add(Object.keys(PLATFORM).join(' '), 'platform', (lemma) => PLATFORM[lemma]!);
add(LOOSE_UNIT, 'unit', () => 'other');
add(WEAK, 'weak', () => 'personnel');
for (const word of MASS_STRONG.split(' '))
  nouns.set(word, { lemma: word, sort: 'strong', of: 'personnel', plural: true });
for (const word of MASS_WEAK.split(' ')) nouns.set(word, { lemma: word, sort: 'weak', of: 'personnel', plural: true });
// Ranks are counted where there are several: one alone is a person.
for (const lemma of RANKS.split(' '))
  nouns.set(`${lemma}s`, { lemma: 'officer', sort: 'weak', of: 'personnel', plural: true });
nouns.set('forces', { lemma: 'forces', sort: 'strong', of: 'personnel', plural: true });
nouns.set('militants', { lemma: 'militant', sort: 'weak', of: 'personnel', plural: true });
nouns.set('nationals', { lemma: 'national', sort: 'weak', of: 'other', plural: true });
nouns.delete('nationals');
nouns.delete('man');
nouns.delete('woman');

/** Two words that make one head: "service members", "police officers", "battle group". */
const PAIRS = new Map<string, Map<string, ForceNoun>>();
const pair = (words: string, noun: ForceNoun): void => {
  for (const two of words.split(',')) {
    const [first, second] = two.trim().split(' ') as [string, string];
    const heads = PAIRS.get(second) ?? new Map<string, ForceNoun>();
    PAIRS.set(second, heads.set(first, noun));
  }
};
const personnel = (lemma: string, sort: ForceNoun['sort'] = 'strong'): ForceNoun => ({
  lemma,
  sort,
  of: 'personnel',
  plural: true,
});
pair(
  'service members,service people,tank crews,gun crews,tank crewmen,foot soldiers,service men,service women,armed personnel,military staff,military men,uniformed men,blue helmets,blue berets,green berets,red berets,special operators,special operatives',
  personnel('service member'),
);
pair('lieutenant colonels,warrant officers,staff officers', personnel('officer', 'weak'));
pair('personnel carrier', { lemma: 'vehicle', sort: 'platform', of: 'vehicle', plural: false });
pair('personnel carriers', { lemma: 'vehicle', sort: 'platform', of: 'vehicle', plural: true });
pair('ground crew,ground crews,air crew,air crews', personnel('crew'));
pair('battle group,combat group', { lemma: 'battlegroup', sort: 'unit', of: 'battlegroup', plural: false });
pair('battle groups,combat groups', { lemma: 'battlegroup', sort: 'unit', of: 'battlegroup', plural: true });
pair('tactical group', { lemma: 'tactical group', sort: 'unit', of: 'other', plural: false });
pair('tactical groups', { lemma: 'tactical group', sort: 'unit', of: 'other', plural: true });
pair('task force,task group,strike group,ready group,air wing,advance party', {
  lemma: 'task force',
  sort: 'unit',
  of: 'other',
  plural: false,
});
pair(
  'fighter jets,fighter aircraft,fighter planes,combat aircraft,strike fighters,surveillance planes,patrol planes,transport planes,spy planes,cargo planes,fighter bombers,attack jets',
  {
    lemma: 'aircraft',
    sort: 'platform',
    of: 'aircraft',
    plural: true,
  },
);

/** "F/A-18", "KC-30A", "E-7A", "MiG-29s", "CH-47D": a type by its letters and number. */
const AIRCRAFT_TYPE =
  /^(?:(?:F|A|B|C|E|P|AC|CC|CF|CP|EA|EC|FA|KC|MC|MQ|RC|RQ|WC|EF|Su|MiG|An|Il|Tu)-?\d{1,3}[A-Z]{0,3}s?|A-18[A-Z]?s?)$/;
const HELICOPTER_TYPE = /^(?:AH|CH|HH|MH|NH|SH|UH|Mi|Ka)-?\d{1,3}[A-Z]{0,2}s?$/;
const DIGIT = /\d/;
/** What a word tells of the type of an aircraft, or null: its text as written, since "An" and "an" differ. */
export const aircraftType = (text: string): 'aircraft' | 'helicopter' | null =>
  !(text.charCodeAt(0) <= 0x5a && DIGIT.test(text))
    ? null
    : AIRCRAFT_TYPE.test(text)
      ? 'aircraft'
      : HELICOPTER_TYPE.test(text)
        ? 'helicopter'
        : null;
/** Nouns that are aircraft behind a type: "a KC-30 refueller", "six F-16 fighters". */
export const FLIES: ReadonlySet<string> = new Set(
  'tanker tankers refueler refuelers refueller refuellers transport transports transporter transporters fighter fighters bomber bombers wedgetail wedgetails hornet hornets globemaster globemasters galaxy'.split(
    ' ',
  ),
);

/** The force noun of a folded word, or undefined. */
export const forceNoun = (word: string): ForceNoun | undefined => nouns.get(word);
export const forcePair = (first: string, second: string): ForceNoun | undefined => PAIRS.get(second)?.get(first);

/** Words before a head that make a weak one military: "military advisers", "combat engineers". */
export const MILITARY_WORDS: ReadonlySet<string> = new Set(
  "military army navy naval air airborne combat infantry armoured armored marine special uniformed armed peacekeeping peace-keeping civil-military defence defense commando paramilitary mechanised mechanized artillery logistics anti-aircraft army's air-defence air-defense".split(
    ' ',
  ),
);

/** Words that make a force phrase none: former, dead or supposed soldiers, and other meanings of the noun. */
export const NO_FORCE: ReadonlySet<string> = new Set(
  'former retired ex veteran wounded dead fallen killed injured toy scout ex-service elderly missing captured demobilised demobilized child boy girl would-be theatre film unknown lost imprisoned surrendered defected suicide'.split(
    ' ',
  ),
);

/** Whose forces are that a region names: "West African peacekeepers" are those of its organisation. */
export const FORCES_OF_REGION: ReadonlyMap<string, string> = new Map([
  ['west african', 'ECOWAS'],
  ['african', 'AFRICAN-UNION'],
  ['southern african', 'SADC'],
]);

// The words of attacks: verbs that attack, verbs that kill, nouns that name an attack, and those who are no state's force.

export const ATTACKING: ReadonlySet<string> = new Set(
  'attack strike bomb bombard shell ambush raid storm hit target assault shoot down shoot-down fire'
    .split(' ')
    .filter((w) => w !== 'down'),
);
export const HARMING: ReadonlySet<string> = new Set('kill wound injure die assassinate shoot'.split(' '));

export const ATTACK_NOUN =
  /^(?:attacks?|airstrikes?|air-strikes?|strikes?|bombings?|bombardments?|shelling|ambush(?:es)?|raids?|assaults?|explosions?|blasts?|clash(?:es)?|gunfight|firefight|shootings?|shootout|killings?|assassination|rockets?|missiles?|drones?|car-bombs?|bombs?|offensive|fire|fighting|incursion)$/;

/** What an attack must not be: sport, labour, words. */
export const NO_ATTACK =
  /^(?:heart|panic|verbal|personal|cyber|labou?r|hunger|general|lightning|political|media|counter|terror|art|fashion|transport|rail|pay)$/;

/** Attackers that are no state: the plain words stand for them. */
export const FIGHTERS =
  /^(?:gunmen|insurgents?|militants?|rebels?|attackers?|fighters|militia|militias|militiamen|bombers?|terrorists?|pirates|jihadists?|extremists|separatists|bandits|assailants|raiders)$/;

/** Those an attack must be by or on, where no state's force is named. */
export const TARGETS =
  /^(?:troops?|soldiers?|forces?|peacekeepers?|marines?|convoy|base|bases|patrols?|police|policemen|officers|personnel|embassy|camp|camps|outposts?|checkpoints?|army|military|garrison|barracks|airbase|airport|headquarters|warship|ship|vessels?|tankers?|helicopters?|jets?|aircraft|drones?|tanks?|vehicles?|contingent|militants?|insurgents?|rebels?|militia|facilit(?:y|ies)|infrastructure|refiner(?:y|ies)|positions?|targets?|depots?|compounds?|soldier|peacekeeper|marine|unit|units|airfield|civilians|people|villages?|town|city|fighters|gunmen)$/;

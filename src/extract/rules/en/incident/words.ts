// The words of attacks: verbs that attack, seize and kill, nouns that name an attack or what it is done with, and those who are no state's force.

export const ATTACKING: ReadonlySet<string> = new Set(
  'attack,strike,bomb,bombard,shell,ambush,raid,storm,hit,target,assault,shoot down,down,fire,fire on,overrun,engage,destroy,explode,detonate,land,fall,launch,go off,ram,open,come,blow up'.split(
    ',',
  ),
);
export const SEIZING: ReadonlySet<string> = new Set('capture,seize,overrun,recapture,retake'.split(','));
export const HARMING: ReadonlySet<string> = new Set(
  'kill,wound,injure,die,assassinate,shoot,behead,execute,leave'.split(','),
);

export const ATTACK_NOUN =
  /^(?:attacks?|airstrikes?|air-strikes?|strikes?|bombings?|bombardments?|shelling|ambush(?:es)?|raids?|assaults?|explosions?|blasts?|clash(?:es)?|gunfight|firefight|shootings?|shootout|killings?|assassination|rockets?|missiles?|drones?|car-bombs?|bombs?|mortars?|grenades?|bomber|offensive|gunfire|fighting|incursion|stabbing|ieds?|landmines?)$/;

/** What attacks of itself: arms in flight or going off. */
export const ARMS =
  /^(?:rockets?|missiles?|mortars?|shells?|rounds?|drones?|bombs?|grenades?|ieds?|device|devices|blasts?|explosions?|bombings?|attacks?|strikes?|airstrikes?|raids?|shelling|bomber|ambush|gunfire|warplanes?|jets?|gunships?|bombers|artillery)$/;

/** What an attack must not be: sport, labour, words. */
export const NO_ATTACK =
  /^(?:heart|panic|verbal|personal|cyber|labou?r|hunger|general|lightning|political|media|counter|terror|art|fashion|transport|rail|pay)$/;

/** Attackers that are no state: the plain words stand for them. */
export const FIGHTERS =
  /^(?:(?:militia|rebel|militant|insurgent|jihadist|armed)[- ]groups?|gunmen|gunman|insurgents?|militants?|rebels?|attackers?|fighters|guerrillas?|militia|militias|militiamen|bombers?|terrorists?|pirates|jihadists?|islamists|extremists|separatists|bandits|assailants|raiders)$/;

/** Those an attack must be by or on, where no state's force is named. */
export const TARGETS =
  /^(?:troops?|soldiers?|forces?|peacekeepers?|marines?|convoy|base|bases|patrols?|police|policemen|policeman|officers|personnel|embassy|consulate|camp|camps|outposts?|checkpoints?|checkpost|post|posts|army|military|garrison|barracks|airbase|airport|headquarters|warship|warships|ship|vessels?|tankers?|helicopters?|jets?|aircraft|drones?|tanks?|trucks?|vehicles?|contingent|militants?|insurgents?|rebels?|militia|militias|facilit(?:y|ies)|infrastructure|refiner(?:y|ies)|positions?|targets?|depots?|compounds?|hideouts?|sites?|soldier|peacekeeper|marine|unit|units|airfield|civilians|people|villages?|town|city|fighters|gunmen|squads?|areas?|factory|system|systems|building|buildings|hospital|theater|theatre|cathedral|zone)$/;

/** Soldiers and those who serve beside them: who harms them has attacked. */
export const IN_ARMS =
  /^(?:troops?|soldiers?|forces|peacekeepers?|marines?|policem[ae]n|officers?|personnel|servicem[ae]n|guards?|commandos?|paratroopers?|members?|airm[ae]n|trainers?|rangers?|militants?|insurgents?|rebels?|fighters|militiamen|gunm[ae]n)$/;

// The words of attacks: verbs that attack, seize and kill, nouns that name an attack or what it is done with, and those who are no state's force.

const set = (words: string): ReadonlySet<string> => new Set(words.split(','));

export const ATTACKING: ReadonlySet<string> = set(
  'attack,strike,bomb,bombard,shell,ambush,raid,storm,hit,target,assault,shoot down,down,intercept,fire,fire on,overrun,engage,destroy,explode,detonate,land,fall,launch,go off,ram,slam,open,come,blow,blow up,throw,pound,hammer,pummel,torch,raze,torpedo,sink,hurl,lob,clash,exchange,trade,breach,battle,fight,shake,rock,rip,jolt,rattle',
);
export const SEIZING: ReadonlySet<string> = set(
  'capture,seize,overrun,recapture,retake,take,gain,regain,take over,fall',
);
export const HARMING: ReadonlySet<string> = set(
  'kill,wound,injure,hurt,find,lose,die,assassinate,shoot,shoot dead,gun down,behead,execute,leave,massacre,murder,slay,claim',
);
export const ABDUCTING: ReadonlySet<string> = set('kidnap,abduct,hijack,take,capture,seize,hold');

export const ATTACK_NOUN =
  /^(?:attacks?|airstrikes?|air-strikes?|strikes?|bombings?|bombardments?|shelling|ambush(?:es)?|raids?|assaults?|clash(?:es)?|gunfights?|firefights?|gunbattles?|assassination|rockets?|missiles?|drones?|car-bombs?|bombs?|mortars?|grenades?|bombers?|offensive|gunfire|fighting|incursion|ieds?|landmines?|explosives?|artillery|shells?|shrapnel)$/;

/** What may be war or crime: it tells of an attack where it is done by or to people in arms. */
export const SHOOTING =
  /^(?:shootings?|shootouts?|stabbings?|killings?|snipers?|gunm[ae]n|explosions?|blasts?|massacre)$/;

/** What attacks of itself: arms in flight or going off. */
export const ARMS =
  /^(?:rockets?|missiles?|mortars?|shells?|rounds?|drones?|bombs?|grenades?|ieds?|device|devices|blasts?|explosions?|bombings?|attacks?|strikes?|airstrikes?|raids?|shelling|bombers?|ambush|gunfire|warplanes?|jets?|gunships?|artillery|landmines?|torpedo(?:es)?|projectiles?|barrages?|salvos?|salvoes|car-bombs?|explosives?|snipers?)$/;

/** What an attack must not be: sport, labour, words. */
export const NO_ATTACK =
  /^(?:heart|panic|verbal|personal|cyber|labou?r|hunger|general|lightning|political|media|counter|terror|art|fashion|transport|rail|pay)$/;

/** Attackers that are no state: the plain words stand for them. */
export const FIGHTERS =
  /^(?:(?:militia|rebel|militant|insurgent|jihadist|armed)[- ]groups?|gunmen|gunman|insurgents?|militants?|rebels?|attackers?|fighters|guerrillas?|militia|militias|militiamen|bombers?|terrorists?|pirates|jihadists?|islamists|extremists|separatists|bandits|assailants|raiders|kidnappers|snipers?|armed men|mercenaries|guerillas?|paramilitaries|mutineers|resistance)$/;

/** Those an attack must be by or on, where no state's force is named. */
export const TARGETS =
  /^(?:troops?|soldiers?|forces?|peacekeepers?|marines?|convoys?|base|bases|patrols?|police|policemen|policeman|officers|personnel|embassy|consulate|camp|camps|outposts?|checkpoints?|checkpost|post|posts|army|military|garrison|barracks|airbase|airport|headquarters|warship|warships|ship|ships|vessels?|tankers?|helicopters?|jets?|aircraft|drones?|tanks?|trucks?|bus|buses|vehicles?|contingent|militants?|insurgents?|rebels?|militia|militias|facilit(?:y|ies)|infrastructure|refiner(?:y|ies)|positions?|targets?|depots?|compounds?|hideouts?|sites?|soldier|peacekeeper|marine|unit|units|airfield|civilians|people|villages?|town|city|fighters|gunmen|squads?|areas?|factory|system|systems|building|buildings|hospital|theater|theatre|cathedral|church|mosque|market|school|prison|hotel|palace|bridge|port|pipeline|zone|stations?|plants?|missiles?|warehouses?|stronghold|strongholds)$/;

/** Soldiers and those who serve beside them: who harms them has attacked. */
export const IN_ARMS =
  /^(?:troops?|soldiers?|forces|peacekeepers?|marines?|policem[ae]n|officers?|personnel|servicem[ae]n|guards?|commandos?|paratroopers?|members?|airm[ae]n|trainers?|rangers?|militants?|insurgents?|rebels?|fighters|militiamen|gunm[ae]n|sailors?|gendarmes?|commander|commanders)$/;

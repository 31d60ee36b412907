// Plain regular expressions over the stored text, before anything is tokenised: what they do not match holds no claim.
import { wordStartFinder } from './pattern-heads.ts';

/** Words that only a text about forces, missions or attacks has; linear, no nested repeats. Tried at the starts of words alone. */
const STRONG =
  /\b(?:troop|soldier|(?:armed|security|special|ground|coalition|U\.?S\.?) forces\b|forces? (?:in|at|on|from|to|out|of|there|have|will|are|were)\b|forces\b(?<=\b(?:its|their|our|his|allied|foreign|air|land|naval) forces)|military|marines\b|peace-?keep|battalion|brigade|squadron|regiment|contingent|garrison|detachment|paratroop|airm[ae]n\b|mercenar|sappers?\b|policem[ae]n\b|helicopters?\b|(?:surveillance|transport|patrol|fighter|cargo|spy) (?:planes?|aircraft)\b|service(?:(?:wo)?m[ae]n|people|members?| (?:(?:wo)?m[ae]n|members?|people))\b|trainers\b|special operat(?:or|ive)s\b|platoon|sailors\b|military advis|instructors\b|commandos?\b|legionnaire|gendarme|infantry|(?:guard|rifle|cavalry|artillery|militia)s?m[ae]n\b|reservists?\b|conscripts?\b|cavalry|grenadier|fusilier|gurkha|warfighters?\b|squaddies\b|GIs\b|airwom[ae]n|legionar|(?:tank|gun) crews?\b|warship|frigate|destroyer\b|submarine|carrier\b|corvette|mine(?:hunt|sweep)er|patrol (?:boat|vessel|ship)s?\b|gunboat|blue (?:helmet|beret)s?\b|green berets?\b|reconstruction team|(?:fighter|warplane|jet)s?\b|gunm[ae]n|militant|militia|insurgen|rebels?\b|deploy|redeploy|withdr[ae]w|draw(?:ing|n|s)?[- ]?down|(?:force|troop) (?:presence|levels?|strength|numbers)\b|in uniform\b|coalition\b|foreign (?:powers|fighters)|pull(?:ed|ing|s)?[- ](?:out|back)\b|pullout|(?:air|drone|one|two|three|four|five|six) ?strikes?\b|air raid|ambush|assassinat|Department of Defen[cs]e|rockets?\b|mortars?\b|Taliban|Islamic State|IS[IL]S?\b|Hezbollah|Houthi|Shabaab|jihadi|shell(?:ing|ed)\b|shot down|suicide bomb|car bomb|bomb(?:ings?|ed|s)\b|explosive|airstrike|strikes in\b|peacekeeper|opened fire|attack(?:s|ed|ers?)?\b|NATO\b|KFOR|ISAF|Security Council|cease-?fire|peace(?:-| )?keeping|stationed|reinforcements|armou?red|artillery|howitzers?\b|gunners?\b|tanks\b|batter(?:y|ies)\b|missiles?\b|Patriot|Gripen|Eurofighter|Typhoons?\b|airbase|air base|naval|battle ?group|task (?:force|group)|patrols\b|(?:air|joint) operations|combat\b|foreign troops|(?:regional|international|stand-?by|multi-?national|joint) force\b|defen[cs]e (?:minist|secretar|forc|pact|accord|agreement|treaty)|(?:foreign|U\.?S\.?|American|Russian|French|British|Turkish|drone|military|army|training) bases?\b|army|navy\b|mandate\b|peace mission|mission\b|Pentagon|demin|ground crew|crew\b|\d-(?:strong|member|man)\b|company of \d|Camp [A-Z]|Fort [A-Z]|force by\b(?<=\b(?:its|a|own|\w+n) force by)|legion\b|fleet\b|convoy\b|police officers|observers\b|engineers\b|rangers\b|medics\b|guards\b|technicians\b|divers\b|security personnel|personnel\b|staff\b|force\b(?<=\b(?:that|this|the) force)|offensive\b|blockade\b|campaign over|air campaign|expel|multi-?national base)/i;
/** Names in capitals: UNIFIL, EUFOR, MINUSMA, F-16; "Kenyan forces". By case, or "until" would be a mission; "UNION" and "MINUS" are none. At the starts of words alone. */
const NAMED =
  /\b(?:UN(?!ICODE|INIT|ION|ITED|ITS?\b|IX|PKG)[A-Z]{2,}|EU(?!ROPE|R\b|ROS?\b)[A-Z]{2,}|MINU(?!S\b|TE)[A-Z]+|F-\d\d|forces\b(?<=[A-Z][a-z]{2,15} forces)|(?:Camp|Fort|USS|HMS|HMAS|HMCS|HMNZS|HNLMS|INS) [A-Z]|(?:missions?|bases?|operations?) in [A-Z]|Operation [A-Z]|bases?\b(?<=\b[A-Z][a-z]+(?:n|ese|sh|ch) bases?))/;
/** Words of attacks: who is shot at, taken or blown up, and towns that change hands. */
const ATTACKED =
  /\b(?:(?<![`.:/$-])shells?\b(?![`:=]| (?:commands?|history|languages?|prompts?|scripts?|source)\b)|gun ?(?:battle|fight|fire)|fire ?fight\b|clash(?:es|ed)\b|guerrilla|kidnapp|abduct(?:s|ed|ion)|hostages?\b|death toll|massacre|landmine|roadside|bomb(?:ers?)?\b|explo(?:sion|d(?:es?|ed|ing)\b)|paramilitar|separatist|forces (?:loyal|capture|seize)|(?:captured?|captures|recaptured?|retook|seized?|seizes|overr[au]ns?) (?:the )?(?:[a-z]+ )?(?:town|city|village|district|capital|airport|base)\b)/i;
/** "twenty Ghanaians", "40 Kenyan police": from the capital on. */
const COUNTED = /(?<=(?:\d|ty|teen|hundred|dozen|thousand) )[A-Z][a-z]{2,12}(?:s|ese| police)\b/y;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** True where the word whose last letter stands at `i` may be "twenty", "nineteen", "dozen", "hundred", "thousand": told by two letters. */
function mayCount(text: string, i: number): boolean {
  switch (text.charCodeAt(i)) {
    case 0x79: // y
      return text.charCodeAt(i - 1) === 0x74;
    case 0x6e: // n
      return text.charCodeAt(i - 1) === 0x65;
    case 0x64: // d: hunDred, thouSand
      return text.charCodeAt(i - 3) === 0x64 || text.charCodeAt(i - 3) === 0x73;
    default:
      return false;
  }
}

/** Where such people at `i`, behind a blank, end, else -1. */
function countedAt(text: string, i: number): number {
  if (!isDigit(text.charCodeAt(i - 2)) && !mayCount(text, i - 2)) return -1;
  COUNTED.lastIndex = i;
  return COUNTED.test(text) ? COUNTED.lastIndex : -1;
}

/** Words of missions that name no force: what is watched, taught or handed over, and operations known by one name. */
const MISSIONS =
  /\b(?:surveillance (?:mission|operation|flight)s?|maritime (?:security|surveillance|interception|patrol|operation|mission)|security responsibility|transition to\b|Reconstruction Team|Resolute Support|Enduring Freedom|Wagner(?= (?:[Gg]roup|fighters|mercenaries|forces|troops|men|is|are|has|have|will|left|leaves|sent|sends|pulls|pulled)\b)|Barkhane|Takuba|Serval|Sangaris|Atalanta|Althea|Aspides|Unifier|Irini|MONUC|MONUSCO|AMISOM|ATMIS|AUSSOM|BINUH|ONUCI|SAMIM|SAMIDRC|ECOMOG|ECOMIL|IFOR|SFOR)\b/;
const findStrong = wordStartFinder([STRONG, NAMED, ATTACKED, MISSIONS], countedAt);
const isStrong = (text: string): boolean => findStrong(text, 0) !== null;

/** With a strong sentence just before, these go on with its story: a number, a pronoun, a verb of moving. */
const FOLLOWS =
  /(?:\d|\b(?:them|they|theirs|rest|remaining|others|team|dispatched|home|there|hundred|thousand|dozens?|scores|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|mission|operation|it|sent|left|flown|moved|withdrew|returned|arrived|vote|requests?|decision|training|patrols|drills)\b)/i;
/** For how many sentences a story of forces goes on without a strong word. */
const REACH = 2;

export const isAboutForces = (text: string): boolean => isStrong(text);

/** Words that leave no doubt that a text is about forces: beside them staff, engineers and teams are forces too. */
const MILITARY =
  /\b(?:troops|soldiers?|service(?:m[ae]n|wom[ae]n| members?|members?)\b|sailors|military|army|navy|air force|marines\b|peace-?keep|battalion|brigade|contingent|paratroop|NATO\b|armed forces|forces\b|airm[ae]n|deploy|frigate|warship|squadron|garrison|defen[cs]e (?:ministry|minister|secretary|chief)|demining|Eurofighter|F-\d\d|peace mission|coalition|Patriot|convoy|Afghan|general\b|base\b|runway|observers\b|fighters\b|mercenar)/i;
export const isMilitary = (text: string): boolean =>
  MILITARY.test(text) || NAMED.test(text) || new RegExp(COUNTED.source).test(text);

export interface Screen {
  /** True for a sentence [start, end) that may hold a claim. To be asked for each in turn, in the order of the text, which is searched once. */
  readonly passes: (start: number, end: number) => boolean;
  /** Of a sentence that does not pass: whether one just before or soon behind it does. */
  readonly isNear: (end: number) => boolean;
}

export function createScreen(text: string): Screen {
  let next: readonly [number, number] = [-1, -1];
  let left = 0;
  let asked = 0;
  const hasStrong = (start: number, end: number): boolean => {
    if (next[0] < start || start < asked) next = findStrong(text, start) ?? NOWHERE;
    asked = start;
    // A match that runs on into the next sentence is none.
    return next[1] <= end || (next[0] < end && isStrong(text.slice(start, end)));
  };
  return {
    passes: (start, end) => {
      if (hasStrong(start, end)) {
        left = REACH;
        return true;
      }
      return left-- > 0 && FOLLOWS.test(text.slice(start, end));
    },
    isNear: (end) => left >= 0 || next[0] < end + SOON,
  };
}

/** The first items of a list stand within so many characters. */
const SOON = 500;
const NOWHERE: readonly [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

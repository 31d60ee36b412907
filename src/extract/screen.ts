// Plain regular expressions over the stored text, before anything is tokenised: what they do not match holds no claim.

/** Words that only a text about forces, missions or attacks has; linear, no nested repeats. */
const STRONG =
  /\b(?:troop|soldier|(?:armed|security|special|ground|coalition|U\.?S\.?) forces\b|forces? (?:in|at|on|from|to|out|of|there|have|will|are|were)\b|military|marines\b|peace-?keep|battalion|brigade|squadron|regiment|contingent|garrison|detachment|paratroop|airm[ae]n\b|service(?:m[ae]n|members?| members?)\b|trainers\b|military advis|instructors\b|commandos?\b|legionnaire|gendarme|infantry|guardsm[ae]n|warship|frigate|destroyer\b|submarine|aircraft carrier|(?:fighter|warplane|jet)s?\b|gunm[ae]n|militant|militia|insurgen|rebels?\b|deploy|redeploy|withdr[ae]w|draw(?:ing|n|s)?[- ]?down|(?:force|troop) presence|in uniform\b|coalition\b|foreign (?:powers|fighters)|pull(?:ed|ing|s)?[- ](?:out|back)\b|pullout|(?:air|drone|one|two|three|four|five|six) ?strikes?\b|air raid|ambush|assassinat|Department of Defen[cs]e|rockets?\b|mortars?\b|Taliban|Islamic State|IS[IL]S?\b|Hezbollah|Houthi|Shabaab|jihadi|shell(?:ing|ed)\b|shot down|suicide bomb|car bomb|bomb(?:ings?|ed|s)\b|explosive|airstrike|strikes in\b|peacekeeper|opened fire|attack(?:s|ed|ers?)?\b|NATO\b|KFOR|ISAF|Security Council|cease-?fire|peace(?:-| )?keeping|stationed|reinforcements|armou?red|artillery|missiles?\b|Patriot|Gripen|Eurofighter|Typhoons?\b|airbase|air base|naval|battle ?group|task (?:force|group)|patrols\b|(?:air|joint) operations|combat\b|foreign troops|(?:regional|international|stand-?by|multi-?national|joint) force\b|defen[cs]e (?:minist|secretar|forc|pact|accord|agreement|treaty)|(?:foreign|U\.?S\.?|American|Russian|French|British|Turkish|drone|military|army|training) bases?\b|army|mandate\b|peace mission|mission\b|Pentagon|demin|ground crew|crew\b|\d-(?:strong|member|man)\b|company of \d|Camp [A-Z]|Fort [A-Z]|(?:its|a|own|\w+n) force (?:in|of|at|to|by)\b|legion\b|fleet\b|convoy\b|police officers|observers\b|engineers\b|rangers\b|medics\b|guards\b|technicians\b|divers\b|security personnel|personnel\b|staff\b|offensive\b|blockade\b|campaign over|air campaign|expel|multi-?national base)/i;
/** Names in capitals: UNIFIL, EUFOR, MINUSMA, F-16; "Kenyan forces". By case, or "until" would be a mission. */
const NAMED =
  /\b(?:UN[A-Z]{2,}|EU[A-Z]{2,}|MINU[A-Z]+|F-\d\d)| forces\b(?<=[A-Z][a-z]{2,15} forces)|\b(?:Camp|Fort) [A-Z]|(?:\d|ty|teen|hundred|dozen|thousand) [A-Z][a-z]{2,12}(?:s|ese| police)\b|\b(?:missions?|bases?|operations?) in [A-Z]|\bOperation [A-Z]|\b[A-Z][a-z]+(?:n|ese|sh|ch) bases?\b/;
const isStrong = (text: string): boolean => STRONG.test(text) || NAMED.test(text);
/** With a strong sentence just before, these go on with its story: a number, a pronoun, a verb of moving. */
const FOLLOWS =
  /(?:\d|\b(?:them|they|rest|remaining|others|home|there|hundred|thousand|dozens?|scores|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|mission|operation|it|vote|requests?|decision|training|patrols|drills)\b)/i;
/** For how many sentences a story of forces goes on without a strong word. */
const REACH = 2;

export const isAboutForces = (text: string): boolean => isStrong(text);

/** Words that leave no doubt that a text is about forces: beside them staff, engineers and teams are forces too. */
const MILITARY =
  /\b(?:troops|soldiers?|military|army|navy|air force|marines\b|peace-?keep|battalion|brigade|contingent|paratroop|NATO\b|armed forces|forces\b|airm[ae]n|deploy|frigate|warship|squadron|garrison|defen[cs]e (?:ministry|minister|secretary|chief)|demining|Eurofighter|F-\d\d|peace mission|coalition|Patriot|convoy|Afghan|general\b|base\b|runway|observers\b|fighters\b|mercenar)/i;
export const isMilitary = (text: string): boolean => MILITARY.test(text) || NAMED.test(text);

/** Asked for each sentence in turn. */
export function createScreen(): (sentence: string) => boolean {
  let left = 0;
  return (sentence) => {
    if (isStrong(sentence)) {
      left = REACH;
      return true;
    }
    return left-- > 0 && FOLLOWS.test(sentence);
  };
}

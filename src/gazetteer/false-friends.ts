// Names that are no names where they stand: persons called as towns are, coalitions that govern, cities in the names of newspapers.
import type { Token } from '../text/document.ts';
import type { Entry, Mention } from './entry.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Before a surname. */
const TITLES = words(
  'mr mrs ms miss dr sir lord lady gen lt col maj capt sgt cpl pvt adm cmdr brig sen rep gov pres prof general colonel major captain lieutenant sergeant corporal private admiral commander brigadier senator representative congressman congresswoman governor president secretary minister ambassador chancellor spokesman spokeswoman spokesperson king queen prince sheikh imam mullah judge justice professor analyst journalist director chairman chairwoman commissioner envoy',
);
/** Capital words that stand before a place without being a first name. */
const NO_FIRST_NAME = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december the in at from to near of and or north south east west northern southern eastern western central upper lower greater new old downtown outside inside around camp fort operation port lake mount saint base joint task force mission city',
);
/** People's first names that are states, capitals or large towns too. */
const FIRST_NAMES = words(
  'jordan chad georgia israel paris austin sydney madison charlotte florence lincoln orlando victoria santiago diego dallas jackson houston carter lourdes sofia savannah alexandria trenton chelsea phoenix troy virginia carolina cameron dakota india kenya asia sierra bristol ivan lima francisco denver logan preston brooklyn milan roman kent clark adelaide geneva london vienna valencia carson aurora chandler irving salvador nelson',
);
/** Surnames that are states too. */
const SURNAMES = words('jordan chad georgia france holland ireland england spain rich german french english poland');
/** After a first name's town: words of institutions, so that the town is meant ("Austin Airport", "Israel Police"). */
const INSTITUTIONS = words(
  'airport province city army police university government agreement accord accords air base border embassy forces force command international national central military navy court state ministry parliament treaty conference talks summit declaration times post herald street bay river valley island islands region district division brigade regiment protocol convention peace process plan council authority defence defense ministry desk bureau airlines customs security task operations river and',
);
const SAYS = words(
  'said says added told tweeted argued testified explained noted wrote replied stressed insisted recalled',
);
const GOVERNING_AFTER = words(
  'government governments partner party parties talks agreement cabinet deal negotiations politics allies lawmakers majority',
);
const GOVERNING_BEFORE = words(
  'ruling governing opposition centre-left center-left centre-right center-right right-wing left-wing grand political government electoral party three-party four-party rainbow minority broad-based traffic-light conservative liberal far-right',
);
const PAPERS = words('post times herald tribune gazette journal globe');

/** In a line most of whose words are capital (a headline), capitals tell nothing. */
function isTitleCase(tokens: readonly Token[]): boolean {
  let capital = 0;
  let small = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 4) continue;
    if (isCapital(token)) capital++;
    else small++;
  }
  return capital > 2 * small;
}

/** A sentence whose letters' case is worked out once, where a name asks for it. */
interface Line {
  isTitleCase: boolean | null;
}

const inTitleCase = (line: Line, tokens: readonly Token[]): boolean => (line.isTitleCase ??= isTitleCase(tokens));

const isCapital = (token: Token): boolean => token.text[0] !== token.text[0]!.toLowerCase();

/**
 * The mention without entries that its neighbours rule out; null where none is left. `line` holds what `isTitleCase` says of the tokens once it is asked; `nameEnds` is where
 * the mention before it ends: what stands there is no first name.
 */
export function withoutFalseFriends(
  tokens: readonly Token[],
  mention: Mention,
  line: Line,
  nameEnds: number,
): Mention | null {
  if (!mention.entries.some((entry) => isFalseFriend(tokens, mention, entry, line, nameEnds))) return mention;
  const entries = mention.entries.filter((entry) => !isFalseFriend(tokens, mention, entry, line, nameEnds));
  return entries.length === 0 ? null : { ...mention, entries };
}

function isFalseFriend(
  tokens: readonly Token[],
  mention: Mention,
  entry: Entry,
  line: Line,
  nameEnds: number,
): boolean {
  const before = tokens[mention.from - 1];
  const after = tokens[mention.to];
  const word = tokens[mention.from]!.lower;
  if (entry.kind === 'organisation' && entry.party === 'COALITION') {
    return (
      (after !== undefined && GOVERNING_AFTER.has(after.lower)) ||
      (before !== undefined && GOVERNING_BEFORE.has(before.lower))
    );
  }
  if (mention.to !== mention.from + 1) return false;
  if (entry.kind === 'region') return word === 'gulf' && /^(?:war|of|coast|stream)$/.test(after?.lower ?? '');
  const named = entry.kind === 'country' || entry.kind === 'site' || entry.kind === 'office';
  if (!named) return false;
  // "UN Member States", "Arab States": only "the States" are the United States.
  if (word === 'states') return before?.lower !== 'the';
  if (after !== undefined && PAPERS.has(after.lower) && isCapital(after)) return true;
  const weak = entry.kind === 'site' && entry.prior < 0.8;
  if (
    after !== undefined &&
    FIRST_NAMES.has(word) &&
    isName(after) &&
    !INSTITUTIONS.has(after.lower) &&
    !inTitleCase(line, tokens)
  )
    return true;
  if (weak && after !== undefined && SAYS.has(after.lower)) return true;
  // "Morgan Ortagus", "Antony J. Blinken": also in a headline, a small town before a name is a first name.
  const faint = entry.kind === 'site' && entry.prior < 0.35;
  if (faint && after !== undefined && isName(after) && !INSTITUTIONS.has(after.lower)) return true;
  if (before === undefined || nameEnds === mention.from) return false;
  const titled = TITLES.has(before.lower) && isCapital(before);
  if (weak && titled) return true;
  if (!weak && !SURNAMES.has(word)) return false;
  return isName(before) && mention.from >= 2 && !NO_FIRST_NAME.has(before.lower) && !inTitleCase(line, tokens);
}

/** A capital word of small letters behind it: part of a person's name, not an acronym. */
const isName = (token: Token): boolean =>
  token.kind === 'word' &&
  isCapital(token) &&
  ((token.text.length > 1 && token.text !== token.text.toUpperCase()) || /^[A-Z]\.$/.test(token.text));

// Formations that no table holds: number + type + echelon ("3rd Armored Brigade Combat Team", "II Corps", "No. 3 Squadron RAF"), and ships.
import type { Token } from '../text/document.ts';
import type { Entry } from './entry.ts';
import { partyOfUnitName, shipParty } from './unit-party.ts';
import { isSquadronName, matchShortUnit } from './unit-short.ts';

export interface UnitMatch {
  /** One past the last token. */
  readonly to: number;
  readonly entry: Extract<Entry, { kind: 'unit' }>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What may stand between the number and the echelon. */
const TYPES = words(
  'airborne air assault armored armoured infantry mechanized mechanised motorized motorised mountain marine expeditionary cavalry aviation combat field artillery fires engineer engineers engineering construction sustainment support special forces operations parachute para ranger rifle rifles guards motor tank naval fighter bomb bomber attack stryker security force assistance military police medical logistics logistic signal signals intelligence defense defence missile coastal rocket heavy light multi-domain task multinational multi-national national reserve royal gurkha mobile reconnaissance recon surveillance strike strategic tactical territorial mechanised-infantry amphibious ready carrier destroyer patrol rescue refueling refuelling airlift transport mobility wing combined joint maritime littoral supply nato battle chemical cbrn cyber electronic warfare panzer panzergrenadier jager jaeger gebirgsjager fallschirmjager legion foreign commando commandos jaguar presidential republican guard frontier border commonwealth highland independent separate air-assault army aviation fleet theater theatre expeditionary-air area brigade training advisory advise assist mentoring reconstruction provincial regimental group abn inf arty armd mech armor armour',
);
const ECHELONS = words(
  'division brigade regiment battalion company squadron corps army fleet wing group battery unit force team platoon flotilla battlegroup district commando commandos detachment element airborne bn bde div regt sqn coy marines abn',
);
/** Small-letter echelons that with a number before them can only be formations. */
const SURE = words('division brigade regiment battalion squadron battlegroup');
const PLAIN_NUMBER = words('brigade regiment battalion squadron commando division para corps');
/** After an echelon: "Brigade Combat Team", "Expeditionary Unit", "Squadron RAF". */
const TAILS: readonly (readonly string[])[] = [
  ['combat', 'team'],
  ['support', 'team'],
  ['battle', 'group'],
  ['task', 'force'],
  ['royal', 'marines'],
  ['raf'],
  ['raaf'],
  ['rcaf'],
  ['usmc'],
];
/** Regiments and corps by a name of their own after a comma: "1st Battalion, Royal Anglian Regiment". */
const NAMED_HEADS = words(
  'regiment division brigade guards fusiliers rifles highlanders dragoons lancers hussars marines corps wing infantry cavalry engineers artillery borderers legion anglian grenadiers',
);
const ORDINALS = words(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth eighteenth twentieth',
);
const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/;
const ORDINAL = /^\d{1,4}(?:st|nd|rd|th|d)$/;
const LETTER_COMPANY = /^(?:[A-Z]|Alpha|Bravo|Charlie|Delta|Echo|Foxtrot)$/;

const isCapital = (token: Token): boolean => token.text[0] !== token.text[0]!.toLowerCase();

/** True where a formation's or ship's name can start with the word: told from the word alone. */
export function mayStartUnit(token: Token): boolean {
  const { text, lower } = token;
  return (
    /^\d/.test(text) ||
    shipParty(text) !== null ||
    LETTER_COMPANY.test(text) ||
    /^(?:Task|Joint|Combined)$/.test(text) ||
    ORDINALS.has(lower) ||
    lower === 'no' ||
    lower === 'no.' ||
    isSquadronName(text) ||
    (text.length <= 5 && ROMAN.test(text))
  );
}

/** The formation or ship that starts at token `at`, or null. Its party is null where the name does not tell. */
export function matchUnit(tokens: readonly Token[], at: number): UnitMatch | null {
  const token = tokens[at]!;
  // Most tokens end here: only a number, a capital or a ship's prefix starts a formation's name.
  const first = token.text.charCodeAt(0);
  const digit = first >= 0x30 && first <= 0x39;
  if (!digit && !(first >= 0x41 && first <= 0x5a)) return null;
  if (!digit) {
    const ship = matchShip(tokens, at);
    if (ship !== null) return ship;
  }
  const short = matchShortUnit(tokens, at);
  if (short !== null) {
    const name = unitText(tokens, at, short.to).replace(/ ([-/–]) /, '$1');
    return { to: short.to, entry: { kind: 'unit', name, party: short.party, base: null } };
  }
  let end = endOfTaskForce(tokens, at) ?? endOfNumbered(tokens, at);
  if (end === null) return null;
  for (let next = endOfFurther(tokens, end); next !== null; next = endOfFurther(tokens, next)) {
    // "40 Commando, 16 Brigade" names a part and its whole; "82nd Division, 3rd Battalion" are two.
    if (sizeAt(tokens, next) <= sizeAt(tokens, end)) break;
    end = next;
  }
  const name = unitText(tokens, at, end);
  return { to: end, entry: { kind: 'unit', name, party: partyOfUnitName(name), base: null } };
}

/** "Task Force 51", "Joint Task Force Guantanamo", "Combined Joint Task Force 7": one past the last token, or null. */
function endOfTaskForce(tokens: readonly Token[], at: number): number | null {
  let i = at;
  while (i - at < 3 && /^(?:Combined|Joint|Special)$/.test(tokens[i]?.text ?? '')) i++;
  if (tokens[i]?.text !== 'Task' || !/^(?:Force|Group)$/.test(tokens[i + 1]?.text ?? '')) return null;
  const name = tokens[i + 2];
  if (name === undefined || name.kind === 'punctuation') return null;
  return name.kind === 'number' || /^(?:[A-Z][\p{L}-]+|\d+[\w/]*)$/u.test(name.text) ? i + 3 : null;
}

/** "82nd Airborne Division", "II Corps", "No. 3 Squadron", "A Company": one past the last token, or null. */
function endOfNumbered(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]!;
  let i = at + 1;
  let plain = false;
  let spelled = false;
  if (ORDINAL.test(token.text)) spelled = false;
  else if (ORDINALS.has(token.lower) && isCapital(token)) spelled = true;
  else if (token.text.length <= 5 && token.text !== '' && ROMAN.test(token.text)) spelled = true;
  else if ((token.lower === 'no' || token.lower === 'no.') && tokens[at + 1]?.kind === 'number') {
    plain = true;
    i = at + 2;
  } else if (token.kind === 'number' && /^\d{1,3}$/.test(token.text)) plain = true;
  else if (LETTER_COMPANY.test(token.text)) {
    const next = tokens[at + 1];
    return next !== undefined && /^(?:Company|Squadron|Troop|Battery)$/.test(next.text) ? at + 2 : null;
  } else return null;
  let last: number | null = null;
  for (let steps = 0; steps < 7 && i < tokens.length; steps++, i++) {
    const word = tokens[i]!;
    if (word.kind !== 'word') break;
    const capital = isCapital(word);
    if (ECHELONS.has(word.lower)) {
      const allowed = plain ? capital && PLAIN_NUMBER.has(word.lower) : capital || (!spelled && SURE.has(word.lower));
      if (allowed) last = i + 1;
      else if (!TYPES.has(word.lower)) break;
    } else if (!TYPES.has(word.lower)) break;
  }
  if (last === null) return null;
  for (const tail of TAILS) {
    if (tail.every((word, k) => tokens[last! + k]?.lower === word)) return last + tail.length;
  }
  return last;
}

const SIZES: readonly ReadonlySet<string>[] = [
  words('platoon troop'),
  words('company battery coy'),
  words('battalion squadron commando battlegroup bn sqn'),
  words('regiment regt marines'),
  words(
    'brigade bde team wing group guards fusiliers rifles highlanders dragoons lancers hussars borderers grenadiers anglian',
  ),
  words('division div unit airborne abn'),
  words('corps fleet force'),
  words('army district command'),
];

/** How large the formation is whose name ends at `end`; names of their own count as regiments, which hold battalions. */
function sizeAt(tokens: readonly Token[], end: number): number {
  const size = SIZES.findIndex((level) => level.has(tokens[end - 1]!.lower));
  return size < 0 ? 3 : size;
}

/** ", 504th Parachute Infantry Regiment", ", Royal Anglian Regiment", "of the 10th Mountain Division", "the Rifles": the next end, or null. */
function endOfFurther(tokens: readonly Token[], from: number): number | null {
  let i = from;
  if (tokens[i]?.text === ',') i++;
  else if (tokens[i]?.lower === 'of' && tokens[i + 1]?.lower === 'the') i += 2;
  else return null;
  if (tokens[i]?.lower === 'the') i++;
  if (tokens[i] === undefined) return null;
  const numbered = endOfNumbered(tokens, i);
  if (numbered !== null) return numbered;
  for (let k = i, steps = 0; steps < 6 && k < tokens.length; steps++, k++) {
    const word = tokens[k]!;
    const small = word.lower === 'of' || word.lower === 'the' || word.lower === "'s";
    if (word.kind !== 'word' || !(isCapital(word) || small)) return null;
    if (!NAMED_HEADS.has(word.lower) || !isCapital(word)) continue;
    // A name of its own has a word before its head: "Scots Guards", "the Rifles", not "Guards" alone after a comma.
    if (k === i && tokens[k - 1]!.lower !== 'the') return null;
    const next = tokens[k + 1];
    if (next !== undefined && NAMED_HEADS.has(next.lower) && isCapital(next)) return k + 2;
    // "Royal Regiment of Scotland"
    const of = next?.lower === 'of' ? tokens[k + 2] : undefined;
    return of !== undefined && of.kind === 'word' && isCapital(of) && word.lower === 'regiment' ? k + 3 : k + 1;
  }
  return null;
}

const SHIP_WORD = /^(?:[A-Z][\p{L}'-]+|[A-Z]\.|[A-Z]|de|du|la|Jr\.?)$/u;

function matchShip(tokens: readonly Token[], at: number): UnitMatch | null {
  const party = shipParty(tokens[at]!.text);
  if (party === null) return null;
  let i = at + 1;
  while (i < tokens.length && i - at <= 4 && tokens[i]!.kind === 'word' && SHIP_WORD.test(tokens[i]!.text)) {
    if (/^(?:Carrier|Amphibious|Strike|Expeditionary)$/.test(tokens[i]!.text)) break;
    i++;
  }
  while (i > at + 1 && !/^[A-Z]\p{L}/u.test(tokens[i - 1]!.text)) i--;
  if (i === at + 1) return null;
  const group = ['Carrier Strike Group', 'Amphibious Ready Group', 'Strike Group'].find((g) =>
    g.split(' ').every((word, k) => tokens[i + k]?.text === word),
  );
  const to = group === undefined ? i : i + group.split(' ').length;
  return { to, entry: { kind: 'unit', name: unitText(tokens, at, to), party, base: null } };
}

/** The name as written, single spaces, none before a comma or a possessive. */
function unitText(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    const glue = text === '' || token.text === ',' || /^['\u2019]/.test(token.text);
    text += glue ? token.text : ` ${token.text}`;
  }
  return text;
}

// Reads a listing of detachments, "N Place (Mission); N Place (Mission) (year)", row by row: a count, a place, what serves there under whom.
import type { Mention } from '../../gazetteer/entry.ts';
import type { Period } from '../../model/period.ts';
import type { Place } from '../../model/place.ts';
import type { DateMention, NumberMention, Token } from '../../text/document.ts';
import { afterRemark, type Range, remarksOf, splitAt } from './segments.ts';

/** One block of text with what was found in it; token indices count from the first token of the block. */
export interface Listing {
  readonly tokens: readonly Token[];
  readonly numbers: readonly NumberMention[];
  readonly dates: readonly DateMention[];
  readonly mentions: readonly Mention[];
}

/** One count at one place. Ranges are token indices; `mission` and `unit` are ranges too, null where the row names none. */
export interface ListRow {
  readonly number: NumberMention;
  readonly places: readonly Place[];
  readonly place: Range;
  readonly mission: Range | null;
  readonly unit: Range | null;
  readonly evidence: Range;
  readonly time: Period | null;
}

const SEMICOLON = new Set([';']);
const SUBDIVISION = new Set([';', ',']);
const PLACE_LINKS = new Set(['/', 'and', '&', ',', 'the', 'in', 'at']);
/** Words that may stand between a count and its place. */
const FILLERS = new Set([
  'in', 'at', 'to', 'the', 'on', 'for', 'troops', 'soldiers', 'personnel', 'peacekeepers', 'military', 'forces', 'members', 'total', 'assigned',
  'deployed', 'stationed', 'based', 'with', 'an', 'additional', 'another', 'and', 'police', 'gendarmes', 'observers', 'marines', 'airmen', 'sailors',
  'mostly', 'mainly', 'primarily', 'including', 'staff', 'officers', 'ground', 'air', 'naval',
]); // biome-ignore format: a word list
const UNIT_WORDS = new Set(['police', 'gendarmes', 'observers', 'marines']);
const REMARK_LEADS = new Set([
  'plus',
  'includes',
  'including',
  'and',
  'with',
  'also',
  'another',
  'an',
  'additional',
  'up',
]);
const UNDER = new Set(['under', 'for', 'with', 'in', 'as']);

/** The rows of a listing; [] where the block is none. A row needs a count at its head and a place right behind it. */
export function readRows(listing: Listing): ListRow[] {
  const { tokens } = listing;
  const rows: ListRow[] = [];
  for (const segment of splitAt(tokens, { from: listStart(tokens), to: tokens.length }, SEMICOLON)) {
    rows.push(...readSegment(listing, segment));
  }
  const last = rows.at(-1);
  const asOf = rows.map((r) => r.time).findLast((t) => t !== null) ?? null;
  if (!last || asOf === null) return rows;
  return rows.map((row) => (row.time === null ? { ...row, time: asOf } : row)); // the year behind the last row dates the whole list
}

/** True where a text is worth reading as a listing: a count, then a capital or a remark, at its head or behind a colon or semicolon. */
export const looksLikeListing = (text: string): boolean =>
  /(?:^|[:;]\s*)(?:(?:approximately|approx\.?|est\.?|estimated|about|up to|some|over|more than|nearly|around|a few) )*\d[\d,.–-]*K?\s+(?:\([^()]{1,80}\)\s*)?(?:[a-z-]+ ){0,6}(?:\d|[A-Z])/.test(
    text,
  );

/** A list may stand behind a label: "Military deployments: 250 Lebanon (UNIFIL); ...". */
function listStart(tokens: readonly Token[]): number {
  const colon = tokens.slice(0, 12).findIndex((t) => t.lower === ':');
  return colon < 0 ? 0 : colon + 1;
}

function readSegment(listing: Listing, segment: Range): ListRow[] {
  const { tokens } = listing;
  const head = numberAt(listing, segment.from);
  if (!head) return [];
  const counts: { number: NumberMention; unit: Range | null; remark: Range | null }[] = [];
  let i = segment.from;
  let place: { places: Place[]; range: Range } | null = null;
  while (i < segment.to && !place) {
    const number = numberAt(listing, i);
    if (number) {
      const after = afterRemark(tokens, number.to, segment.to);
      counts.push({ number, unit: null, remark: after > number.to ? { from: number.to + 1, to: after - 1 } : null });
      i = after;
      continue;
    }
    place = placeAt(listing, i, segment.to);
    if (place) break;
    const word = tokens[i]!.lower;
    if (!FILLERS.has(word)) return [];
    const last = counts.at(-1);
    if (UNIT_WORDS.has(word) && last) last.unit = { from: i, to: i + 1 };
    i++;
  }
  if (!place) return [];
  const rest = { from: place.range.to, to: segment.to };
  const remarks = remarksOf(tokens, rest);
  const mission = remarks.map((r) => missionIn(listing, r)).find((m) => m !== null) ?? null;
  const time = remarks.map((r) => asOf(listing, r)).find((t) => t !== null) ?? null;
  const row = { places: place.places, place: place.range, mission, time };
  const end = mission ? mission.to + (tokens[mission.to]?.lower === ')' ? 1 : 0) : place.range.to;
  const rows: ListRow[] = counts.map(({ number, unit }) => ({
    ...row,
    number,
    unit,
    evidence: { from: number.from, to: end },
  }));
  for (const remark of [...counts.map((c) => c.remark), ...remarks]) {
    if (remark) rows.push(...readRemark(listing, remark, row));
  }
  return rows;
}

const numberAt = ({ numbers }: Listing, i: number): NumberMention | null =>
  numbers.find(
    (n) => n.from === i && n.use === 'count' && (n.kind === 'cardinal' || n.kind === 'vague') && n.glued === null,
  ) ?? null;

const placeOf = (mention: Mention): Place | null => {
  for (const entry of mention.entries) {
    if (entry.kind === 'country' || entry.kind === 'region' || entry.kind === 'site') return entry.place;
  }
  return null;
};

/** One or more places from token `i`: "Lebanon", "the Gambia", "Burkina Faso/Chad/Niger". */
function placeAt({ tokens, mentions }: Listing, i: number, to: number): { places: Place[]; range: Range } | null {
  const places: Place[] = [];
  let from = -1;
  let end = i;
  let k = i;
  if (tokens[k]?.lower === 'the') k++;
  while (k < to) {
    const mention = mentions.find((m) => m.from === k && m.to <= to);
    const place = mention ? placeOf(mention) : null;
    if (!mention || !place) break;
    if (from < 0) from = k;
    places.push(place);
    end = mention.to;
    k = end;
    while (k < to && PLACE_LINKS.has(tokens[k]!.lower)) k++;
    if (k === end) break; // a place right behind a place is the next row's matter
  }
  return from < 0 ? null : { places, range: { from, to: end } };
}

/** The mission or organisation that a remark opens with: "(UNIFIL)", "(NATO; note - ...)", "(MINUSCA/EUTM)". */
function missionIn(listing: Listing, remark: Range): Range | null {
  const [part] = splitAt(listing.tokens, remark, SEMICOLON);
  if (!part || numberAt(listing, part.from)) return null;
  const first = listing.mentions.find((m) => m.from >= part.from && m.from <= part.from + 1 && m.to <= part.to);
  if (first && isFlag(first)) return part.to - part.from <= 12 ? part : { from: part.from, to: first.to };
  const word = listing.tokens[part.from];
  const isAcronym = part.to - part.from === 1 && word !== undefined && /^[A-Z][A-Z0-9/-]{2,}$/.test(word.text);
  return isAcronym || isNamedOperation(listing.tokens, part) ? part : null;
}

const isFlag = (mention: Mention): boolean =>
  mention.entries.some(
    (e) => e.kind === 'mission' || e.kind === 'organisation' || (e.kind === 'office' && e.role === 'military'),
  );

const MISSION_NOUNS = new Set(['operation', 'mission', 'force', 'task', 'initiative', 'campaign', 'observers']);
/** A run of capitalised words that names an operation by its noun: "East African Community stabilization force". */
const isNamedOperation = (tokens: readonly Token[], part: Range): boolean =>
  part.to - part.from <= 8 &&
  /^[A-Z]/.test(tokens[part.from]!.text) &&
  tokens.slice(part.from, part.to).some((t) => MISSION_NOUNS.has(t.lower));

/** The as-of day of a remark that is nothing but a date: "(2025)", "(Jan 2021)". */
function asOf({ dates }: Listing, remark: Range): Period | null {
  const date = dates.find((d) => d.from === remark.from && d.to === remark.to);
  return date?.period ?? null;
}

/** Counts inside a remark: "(plus about 220 police)", "(includes 250 for UNFICYP)", "(about 2,200 under MINUSCA, plus some 700 police)". */
function readRemark(
  listing: Listing,
  remark: Range,
  row: Pick<ListRow, 'places' | 'place' | 'mission' | 'time'>,
): ListRow[] {
  const { tokens } = listing;
  const rows: ListRow[] = [];
  let mission = row.mission;
  for (const part of splitAt(tokens, remark, SUBDIVISION)) {
    if (tokens[part.from]!.lower === 'note') break; // a note is prose: read elsewhere, dated by itself
    let i = part.from;
    while (
      i < part.to &&
      (REMARK_LEADS.has(tokens[i]!.lower) || FILLERS.has(tokens[i]!.lower)) &&
      !numberAt(listing, i)
    )
      i++;
    const number = numberAt(listing, i);
    if (!number) continue;
    const words = tokens.slice(number.to, part.to);
    const unitAt = words.findIndex((t) => UNIT_WORDS.has(t.lower));
    const unit = unitAt < 0 ? null : { from: number.to + unitAt, to: number.to + unitAt + 1 };
    const own = ownPlace(listing, number.to, part.to);
    const flag = flagUnder(listing, number.to, part.to);
    if (flag) mission = flag;
    if (words.length > 0 && unitAt < 0 && !own && !flag && !UNDER.has(words[0]!.lower)) continue;
    const isBilateral = !flag && words[0]?.lower === 'under';
    rows.push({
      number,
      unit,
      places: own?.places ?? row.places,
      place: own?.range ?? row.place,
      mission: isBilateral ? null : mission,
      evidence: { from: number.from, to: part.to },
      time: row.time,
    });
  }
  return rows;
}

function ownPlace(listing: Listing, from: number, to: number): { places: Place[]; range: Range } | null {
  for (let i = from; i < to; i++) {
    if (listing.tokens[i]!.lower !== 'in') continue;
    for (let k = i + 1; k < to; k++) {
      const place = placeAt(listing, k, to);
      if (place) return place;
    }
  }
  return null;
}

function flagUnder({ tokens, mentions }: Listing, from: number, to: number): Range | null {
  const mention = mentions.find((m) => m.from >= from && m.to <= to && isFlag(m));
  if (
    !mention ||
    !UNDER.has(
      tokens[mention.from - 1]?.lower === 'the' ? tokens[mention.from - 2]!.lower : tokens[mention.from - 1]!.lower,
    )
  )
    return null;
  return { from: mention.from, to: mention.to };
}

// What stands in the brackets of a listing's item: the flag that the detachment serves under, the as-of day, parts with counts of their own.
import type { Period } from '../../model/period.ts';
import {
  firstPlace,
  flagAt,
  isFlag,
  type Listing,
  type ListRow,
  type NamedPlaces,
  numberAt,
  placeAt,
} from './listing.ts';
import { type Range, splitAt } from './segments.ts';

const SEMICOLON = new Set([';']);
const SUBDIVISION = new Set([';', ',']);
export const UNIT_WORDS = new Set(['police', 'gendarmes', 'observers', 'marines']);
const REMARK_LEADS = new Set(
  'plus includes including and with also another an additional up in the of which is are deployed stationed mostly mainly primarily'.split(
    ' ',
  ),
);
const UNDER = new Set(['under', 'for', 'with', 'in', 'as']);

/** The mission or organisation that a remark opens with: "(UNIFIL)", "(NATO; note - ...)", "(MINUSCA/EUTM)". */
export function missionIn(listing: Listing, remark: Range): Range | null {
  const [part] = splitAt(listing.tokens, remark, SEMICOLON);
  if (!part || numberAt(listing, part.from)) return null;
  const first = listing.mentions.find((m) => m.from >= part.from && m.from <= part.from + 1 && m.to <= part.to);
  if (first && isFlag(first)) return part.to - part.from <= 12 ? part : { from: part.from, to: first.to };
  const word = listing.tokens[part.from];
  const isAcronym = part.to - part.from === 1 && word !== undefined && /^[A-Z][A-Z0-9/-]{2,}$/.test(word.text);
  return isAcronym || isNamedOperation(listing, part) ? part : null;
}

const MISSION_NOUNS = new Set(['operation', 'mission', 'force', 'task', 'initiative', 'campaign', 'observers']);
/** A run of capitalised words that names an operation by its noun: "East African Community stabilization force". */
const isNamedOperation = ({ tokens }: Listing, part: Range): boolean =>
  part.to - part.from <= 8 &&
  /^[A-Z]/.test(tokens[part.from]!.text) &&
  tokens.slice(part.from, part.to).some((t) => MISSION_NOUNS.has(t.lower));

/** The as-of day of a remark that is nothing but a date: "(2025)", "(Jan 2021)", "(2022 est.)". */
export function asOf({ tokens, dates }: Listing, remark: Range): Period | null {
  const end = /^est\.?$/.test(tokens[remark.to - 1]?.lower ?? '') ? remark.to - 1 : remark.to;
  return dates.find((d) => d.from === remark.from && d.to === end)?.period ?? null;
}

/** The place that a remark right behind a count opens with: "200 (Azerbaijan; monitoring a cease-fire)"; of a mission's name any place in it. */
export function placeInRemark(listing: Listing, remark: Range): NamedPlaces | null {
  const [part] = splitAt(listing.tokens, remark, SEMICOLON);
  if (!part || listing.numbers.some((n) => n.from >= part.from && n.to <= part.to && n.use === 'count')) return null;
  const first = placeAt(listing, part.from, part.to);
  if (first) return first;
  const isNamed = missionIn(listing, remark) !== null || /^[A-Z]{3,}$/.test(listing.tokens[part.from]!.text);
  return isNamed ? firstPlace(listing, part) : null;
}

type Row = Pick<ListRow, 'places' | 'place' | 'mission' | 'time'>;

/** Counts inside a remark: "(plus about 220 police)", "(includes 250 for UNFICYP)", "(about 2,200 under MINUSCA, plus some 700 police)". */
export function readRemark(listing: Listing, remark: Range, row: Row): ListRow[] {
  const { tokens } = listing;
  const rows: ListRow[] = [];
  let mission = row.mission;
  for (const part of splitAt(tokens, remark, SUBDIVISION).flatMap((p) => splitBeforeCount(listing, p))) {
    if (tokens[part.from]!.lower === 'note') break; // a note is prose: read elsewhere, dated by itself
    let i = part.from;
    while (i < part.to && REMARK_LEADS.has(tokens[i]!.lower) && !numberAt(listing, i)) i++;
    const number = numberAt(listing, i);
    if (!number) continue;
    const words = tokens.slice(number.to, part.to);
    const unitAt = words.findIndex((t) => UNIT_WORDS.has(t.lower));
    const unit = unitAt < 0 ? null : { from: number.to + unitAt, to: number.to + unitAt + 1 };
    const own = ownPlace(listing, number.to, part.to);
    const flag = flagUnder(listing, { from: number.to, to: part.to });
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

/** "700 in other countries of East Africa and about 100 in West Africa" is two parts. */
function splitBeforeCount(listing: Listing, part: Range): Range[] {
  for (let i = part.from + 1; i < part.to - 1; i++) {
    if (listing.tokens[i]!.lower !== 'and' || !numberAt(listing, i + 1)) continue;
    return [{ from: part.from, to: i }, ...splitBeforeCount(listing, { from: i + 1, to: part.to })];
  }
  return [part];
}

function ownPlace(listing: Listing, from: number, to: number): NamedPlaces | null {
  for (let i = from; i < to; i++) {
    if (listing.tokens[i]!.lower !== 'in') continue;
    const place = firstPlace(listing, { from: i + 1, to });
    if (place) return place;
  }
  return null;
}

/** "under the UN", "for UNFICYP". */
export function flagUnder(listing: Listing, { from, to }: Range): Range | null {
  for (let i = from; i < to - 1; i++) {
    if (!UNDER.has(listing.tokens[i]!.lower)) continue;
    const at = listing.tokens[i + 1]!.lower === 'the' ? i + 2 : i + 1;
    const mention = flagAt(listing, at, to);
    if (mention) return { from: mention.from, to: mention.to };
  }
  return null;
}

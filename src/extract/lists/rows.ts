// Reads a listing of detachments, "N Place (Mission); N Place (Mission) (year)", row by row: a count, a place, what serves there under whom.
import type { Period } from '../../model/period.ts';
import type { NumberMention } from '../../text/document.ts';
import { wordsOf } from '../../text/words-of.ts';
import { flagAt, type Listing, type ListRow, missionPlaces, type NamedPlaces, numberAt, placeAt } from './listing.ts';
import { asOf, flagUnder, missionIn, placeInRemark, readRemark, UNIT_WORDS } from './remarks.ts';
import { afterRemark, type Range, remarksOf, splitAt } from './segments.ts';

export interface ListReading {
  readonly rows: readonly ListRow[];
  /** The parts that are no rows: sentences of their own. */
  readonly prose: readonly Range[];
}

const SEMICOLON = new Set([';']);
/** Words that may stand between a count and its place. */
const FILLERS = new Set(
  'in at to the on for a troops soldiers personnel peacekeepers military forces members total assigned deployed stationed based with an additional another and or more police gendarmes observers marines airmen sailors mostly mainly primarily including staff officers ground air naval rotational remain remains deployments permanent base'.split(
    ' ',
  ),
); // biome-ignore format: a word list
/** Words that may stand before the count where the page's owner is who has it: "also has about 200 police deployed to". */
const LEADS = new Set(
  'and plus also the in has have had maintains keeps still reportedly estimated to note - : a presence of contingent force total'.split(
    ' ',
  ),
);
/** What is left over behind a row is prose from so many tokens on. */
const PROSE = 5;

/** True where a text is worth reading as a listing: a count, then a capital or a remark, at its head or behind a colon or semicolon; or a name with a count in brackets. */
export const looksLikeListing = (text: string): boolean =>
  /(?:^|[:;]\s*)(?:(?:approximately|approx\.?|est\.?|estimated|about|up to|some|over|more than|nearly|almost|around|as many as|a few) )*(?:\d[\d,.–-]*K?|(?:few|several) (?:hundred|thousand))\s*(?:\([^()]{1,80}\)\s*)?(?:[a-z-]+ ){0,6}(?:\d|[A-Z(]|$)/.test(
    text,
  ) || /(?:^|;\s*)(?:[A-Z][\p{L}'’-]+ ){1,4}\((?:[a-z.]+ )?\d[\d,]*\)/u.test(text);

/** A row needs a count and its place side by side, in either order; [] where the block is no listing. */
export function readRows(listing: Listing): ListReading {
  const { tokens } = listing;
  const rows: ListRow[] = [];
  const prose: Range[] = [];
  const start = listStart(listing);
  if (start > PROSE) prose.push({ from: 0, to: start });
  for (const segment of splitAt(tokens, { from: start, to: tokens.length }, SEMICOLON)) {
    let { from } = segment;
    // Behind a row another may stand without a semicolon: "30 Latvia (NATO) (2022) also has 40 police in Kosovo".
    for (let item = readItem(listing, segment); item !== null; item = readItem(listing, { from, to: segment.to })) {
      rows.push(...item.rows);
      if (item.from - from >= PROSE) prose.push({ from, to: item.from });
      from = item.to;
    }
    if (segment.to - from >= PROSE || from === segment.from) prose.push({ from, to: segment.to });
  }
  // The year behind the last row, or at the end of the block, dates the whole list.
  const dated = rows.map((r) => r.time).findLast((t) => t !== null) ?? asOfBlock(listing);
  return { rows: rows.map((row) => ({ ...row, time: row.time ?? dated })), prose };
}

/** The day in the last brackets of the block, where nothing stands behind them. */
function asOfBlock(listing: Listing): Period | null {
  const { tokens } = listing;
  const to = tokens.findLastIndex((t) => t.lower === ')');
  const from = tokens.findLastIndex((t, i) => i < to && t.lower === '(');
  return from >= 0 && tokens.length - to <= 2 ? asOf(listing, { from: from + 1, to }) : null;
}

/** A list may stand behind a label, "Military deployments: 250 Lebanon (UNIFIL); ...", or behind its total, "..., including: 250 Lebanon". */
function listStart({ tokens, numbers }: Listing): number {
  const labelled = tokens.slice(0, 12).findIndex((t) => t.lower === ':');
  const label = numbers.some((n) => n.to <= labelled && n.use === 'count') ? -1 : labelled;
  const total = tokens.findIndex((t, i) => t.lower === ':' && numbers.some((n) => n.from === i + 1));
  return Math.max(label, total) + 1;
}

interface Item {
  /** The first token that the rows are read from. */
  readonly from: number;
  readonly rows: readonly ListRow[];
  /** One past the last token that the rows used. */
  readonly to: number;
}

interface Count {
  readonly number: NumberMention;
  readonly unit: Range | null;
  readonly remark: Range | null;
}

function readItem(listing: Listing, segment: Range): Item | null {
  const head = rowsFrom(listing, segment);
  if (head !== null) return head;
  // "key deployments include 225 troops in Mali (MINUSMA), 200 in Lithuania (NATO) and ..."
  for (let i = segment.from; i < segment.to; i++) {
    if (!INCLUDES.has(listing.tokens[i]!.lower)) continue;
    const item = rowsFrom(listing, { from: i + 1, to: segment.to });
    if (item !== null) return { ...item, from: i };
  }
  return null;
}

const INCLUDES = wordsOf(/^(?:includes?|including)$/);

/** The rows at the head of a range; behind a comma the list goes on. */
function rowsFrom(listing: Listing, range: Range): Item | null {
  let { from } = range;
  while (from < range.to && LEADS.has(listing.tokens[from]!.lower) && !numberAt(listing, from)) from++;
  const own = { from, to: range.to };
  const item = countFirst(listing, own) ?? placeFirst(listing, own);
  if (item === null) return null;
  let next = item.to;
  while (next < range.to && /^(?:,|and|plus|the)$/.test(listing.tokens[next]!.lower)) next++;
  const more = next > item.to && next < range.to ? rowsFrom(listing, { from: next, to: range.to }) : null;
  return { from: range.from, rows: [...item.rows, ...(more?.rows ?? [])], to: more?.to ?? item.to };
}

/** "1,300 (plus about 90 police) South Sudan (UNMISS)", "300 MONUSCO", "200 (Azerbaijan; monitoring a cease-fire)". */
function countFirst(listing: Listing, segment: Range): Item | null {
  const { tokens } = listing;
  if (!numberAt(listing, segment.from)) return null;
  const counts: { number: NumberMention; unit: Range | null; remark: Range | null }[] = [];
  let i = segment.from;
  while (i < segment.to) {
    const number = numberAt(listing, i);
    const last = counts.at(-1);
    if (number) {
      counts.push({ number, unit: null, remark: null });
      i = number.to;
    } else if (tokens[i]!.lower === '(' && last) {
      const after = afterRemark(tokens, i, segment.to);
      last.remark = { from: i + 1, to: after - 1 };
      const inside =
        counts.length === 1 ? (placeInRemark(listing, last.remark) ?? missionPlaces(listing, last.remark)) : null;
      if (inside && !placeAt(listing, after, segment.to))
        return itemOf(listing, [{ ...last, remark: null }], inside, last.remark.from - 1, segment);
      i = after;
    } else {
      const place = placeAt(listing, i, segment.to);
      if (place) return itemOf(listing, counts, place, place.range.to, segment);
      if (flagAt(listing, i, segment.to)) {
        const at = missionPlaces(listing, { from: i, to: segment.to });
        return at && itemOf(listing, counts, at, at.range.to, segment, at.range);
      }
      const word = tokens[i]!.lower;
      if (!FILLERS.has(word)) return null;
      if (UNIT_WORDS.has(word) && last) last.unit = { from: i, to: i + 1 };
      i++;
    }
  }
  return null;
}

/** "French Guiana (2,100)", "Central African Republic (est. 300)", "Lebanon 170 (UNIFIL)". */
function placeFirst(listing: Listing, segment: Range): Item | null {
  const { tokens } = listing;
  const place = placeAt(listing, segment.from, segment.to);
  if (place === null) return null;
  let i = place.range.to;
  const bracket = tokens[i]?.lower === '(';
  if (bracket) i++;
  const number = numberAt(listing, i);
  if (number === null) return null;
  const next = tokens[number.to]?.lower;
  if (bracket ? next !== ')' && next !== ';' && next !== ',' : next !== '(' && number.to < segment.to) return null;
  const count = { number, unit: null, remark: null };
  const item = itemOf(listing, [count], place, bracket ? place.range.to : number.to, segment);
  const evidence = { from: place.range.from, to: Math.max(item.rows[0]!.evidence.to, number.to) };
  const [row, ...parts] = item.rows;
  const own = { ...row!, evidence };
  // The count itself is no part of what it counts.
  return { ...item, rows: [own, ...parts.filter((p) => p.number.from !== number.from)] };
}

/** The rows of counts at one place, with what the brackets from token `from` on say of them. */
function itemOf(
  listing: Listing,
  counts: readonly Count[],
  place: NamedPlaces,
  from: number,
  segment: Range,
  named: Range | null = null,
): Item {
  const remarks = remarksOf(listing.tokens, { from, to: endOfRemarks(listing, from, segment.to) });
  const under = flagUnder(listing, { from: place.range.to, to: Math.min(place.range.to + 4, segment.to) });
  const mission = named ?? under ?? remarks.map((r) => missionIn(listing, r)).find((m) => m !== null) ?? null;
  const time: Period | null = remarks.map((r) => asOf(listing, r)).find((t) => t !== null) ?? null;
  const row = { places: place.places, place: place.range, mission, time };
  const to = mission ? mission.to + (listing.tokens[mission.to]?.lower === ')' ? 1 : 0) : place.range.to;
  const rows: ListRow[] = counts.map(({ number, unit }) => ({
    ...row,
    number,
    unit,
    evidence: { from: number.from, to: Math.max(to, place.range.to) },
  }));
  for (const remark of [...counts.map((c) => c.remark), ...remarks]) {
    if (remark) rows.push(...readRemark(listing, remark, row));
  }
  const last = remarks.at(-1);
  return {
    from: segment.from,
    rows,
    to: last ? Math.min(segment.to, last.to + 1) : Math.max(from, place.range.to, under?.to ?? 0),
  };
}

/** The brackets that follow each other: prose behind them has brackets of its own. */
function endOfRemarks({ tokens }: Listing, from: number, to: number): number {
  let end = from;
  while (end < to && tokens[end]!.lower === '(') end = afterRemark(tokens, end, to);
  return end;
}

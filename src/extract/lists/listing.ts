// What one block of a listing holds, and the small readings that its items are made of: a count, a place, a flag.
import type { Mention } from '../../gazetteer/entry.ts';
import type { Period } from '../../model/period.ts';
import type { Place } from '../../model/place.ts';
import type { DateMention, NumberMention, Token } from '../../text/document.ts';
import type { Range } from './segments.ts';

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

export interface NamedPlaces {
  readonly places: readonly Place[];
  readonly range: Range;
}

const PLACE_LINKS = new Set(['/', 'and', '&', ',', 'the', 'in', 'at']);

export const numberAt = ({ numbers }: Listing, i: number): NumberMention | null =>
  numbers.find(
    (n) => n.from === i && n.use === 'count' && (n.kind === 'cardinal' || n.kind === 'vague') && n.glued === null,
  ) ?? null;

/** A state, region or place first; the place of a mission is not where its name stands. */
const placeOf = (mention: Mention): Place | null => {
  for (const entry of mention.entries) {
    if (entry.kind === 'country' || entry.kind === 'region' || entry.kind === 'site') return entry.place;
  }
  return null;
};

/** One or more places from token `i`: "Lebanon", "the Gambia", "Burkina Faso/Chad/Niger". */
export function placeAt({ tokens, mentions }: Listing, i: number, to: number): NamedPlaces | null {
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

/** The first place that a range names at all: "ECOWAS mission in the Gambia", "EUTM Mali". */
export function firstPlace(listing: Listing, range: Range): NamedPlaces | null {
  for (let i = range.from; i < range.to; i++) {
    const place = placeAt(listing, i, range.to);
    if (place) return place;
  }
  return null;
}

/** Where a mission named alone is: "300 MONUSCO". */
export function missionPlaces({ mentions }: Listing, range: Range): NamedPlaces | null {
  const mention = mentions.find((m) => m.from >= range.from && m.to <= range.to && m.entries[0]?.kind === 'mission');
  const entry = mention?.entries[0];
  if (mention === undefined || entry?.kind !== 'mission' || entry.mission.places.length === 0) return null;
  return { places: entry.mission.places, range: { from: mention.from, to: mention.to } };
}

export const isFlag = (mention: Mention): boolean =>
  mention.entries.some(
    (e) => e.kind === 'mission' || e.kind === 'organisation' || (e.kind === 'office' && e.role === 'military'),
  );

export function flagAt({ mentions }: Listing, i: number, to: number): Mention | null {
  return mentions.find((m) => m.from === i && m.to <= to && isFlag(m)) ?? null;
}

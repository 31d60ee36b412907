// Lists of detachments, "N Place (Mission); N Place (Mission) (year)": how many of the items with a number give a presence of the list's owner.
import type { TracingReader } from '../../src/app/read-report.ts';
import type { ExtractedClaim } from '../../src/model/claim.ts';

/** One dated text of the World Factbook's field "Military deployments". */
export interface Listing {
  readonly party: string;
  readonly country: string;
  readonly first_seen: string;
  readonly text: string;
}

/** One part of a text between semicolons, brackets aside; offsets into the list's text. */
export interface ListItem {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface ListingFigures {
  readonly texts: number;
  /** Texts that hold an item with a number. */
  readonly counting: number;
  /** Of these, the ones that gave no row at all. */
  readonly unread: number;
  readonly items: number;
  readonly withRow: number;
}

export interface ItemReading {
  readonly listing: Listing;
  readonly item: ListItem;
  readonly rows: readonly ExtractedClaim[];
}

/** The page that the book shows the list on: the country in the title, the list under it. */
export const pageOf = ({ country, text }: Pick<Listing, 'country' | 'text'>): { title: string; text: string } => {
  const title = `${country} \u2013 Military and Security`;
  return { title, text: `${title}\n\n${text}` };
};

export function readListing(listing: Listing, reader: Pick<TracingReader, 'read'>): readonly ItemReading[] {
  const { title, text } = pageOf(listing);
  const offset = text.length - listing.text.length;
  const claims = reader.read({ id: '', title, text, published: listing.first_seen, publisher: null, url: null });
  const counted = claims.filter((c) => c.kind === 'presence' && c.quantity !== null && c.party === listing.party);
  return itemsOf(listing.text).map((item) => ({
    listing,
    item,
    rows: counted.filter((c) => {
      const at = (c.spans['quantity'] ?? c.spans.evidence)[0] - offset;
      return at >= item.start && at < item.end;
    }),
  }));
}

export function measureListings(listings: readonly Listing[], reader: Pick<TracingReader, 'read'>): ListingFigures {
  let [counting, unread, items, withRow] = [0, 0, 0, 0];
  for (const listing of listings) {
    const numbered = readListing(listing, reader).filter(({ item }) => hasCount(item.text));
    const read = numbered.filter(({ rows }) => rows.length > 0).length;
    if (numbered.length > 0) counting++;
    if (numbered.length > 0 && read === 0) unread++;
    items += numbered.length;
    withRow += read;
  }
  return { texts: listings.length, counting, unread, items, withRow };
}

/** The items with a number that gave no row: owner, day and words. */
export const listedAmiss = (listings: readonly Listing[], reader: Pick<TracingReader, 'read'>): readonly string[] =>
  listings
    .flatMap((listing) => readListing(listing, reader))
    .filter(({ item, rows }) => hasCount(item.text) && rows.length === 0)
    .map(({ listing, item }) => `${listing.party} ${listing.first_seen}: ${item.text}`);

/** The parts between semicolons that stand outside of brackets; a sentence's end ends a part too. */
export function itemsOf(text: string): readonly ListItem[] {
  const items: ListItem[] = [];
  let depth = 0;
  let start = 0;
  const end = (to: number): void => {
    if (text.slice(start, to).trim() !== '') items.push({ start, end: to, text: text.slice(start, to).trim() });
    start = to + 1;
  };
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')') depth = Math.max(0, depth - 1);
    else if (text[i] === ';' && depth === 0) end(i);
  }
  end(text.length);
  return items;
}

/** Years, months with their years, names with a figure in them and lengths of time count nothing. */
export const hasCount = (text: string): boolean =>
  /\b\d[\d,]*\b|\b(?:hundred|thousand)s?\b/.test(
    text
      .replace(/\b(?:19|20)\d\d\b(?:-(?:\d\d|(?:19|20)\d\d)\b)?(?! (?:troops|personnel|military|police|soldiers))/g, '')
      .replace(/\b[A-Z]+\d+\b|\b\d+(?:st|nd|rd|th)\b/g, '')
      .replace(/\b\d+(?:-\d+)?[ -](?:km|months?|years?|days?)\b/g, '')
      .replace(/\b\d+ (?:UN|different|UN-led) (?:peacekeeping )?(?:missions|operations)\b/g, ''),
  );

// News of a ledger as a feed: Atom (RFC 4287) or JSON Feed 1.1.
import { generateAtomFeed, generateJsonFeed } from 'feedsmith';

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** YYYY-MM-DD */
  readonly day: string;
  /** In full, with the host. */
  readonly url: string;
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  /** The feed's own address. */
  readonly url: string;
  readonly home: string;
  /** The day it speaks for where it has no entry. */
  readonly day: string;
  readonly entries: readonly FeedEntry[];
}

/** The most entries that a feed holds: readers load it whole. */
const MOST_ENTRIES = 200;

export const newsAtom = ({ id, title, url, home, day, entries }: Feed): string =>
  generateAtomFeed({
    id,
    title: { value: title },
    updated: atMidnight(entries[0]?.day ?? day),
    generator: { text: 'Laydown' },
    links: [
      { href: url, rel: 'self' },
      { href: home, rel: 'alternate', type: 'text/html' },
    ],
    authors: [{ name: 'Laydown' }],
    entries: entries.slice(0, MOST_ENTRIES).map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      updated: atMidnight(entry.day),
      links: [{ href: entry.url, rel: 'alternate', type: 'text/html' }],
      summary: { value: entry.text },
    })),
  });

export const newsJson = ({ title, url, home, entries }: Feed): string =>
  JSON.stringify(
    generateJsonFeed({
      title,
      home_page_url: home,
      feed_url: url,
      items: entries.slice(0, MOST_ENTRIES).map((entry) => ({
        id: entry.id,
        url: entry.url,
        title: entry.title,
        content_text: entry.text,
        date_published: atMidnight(entry.day),
      })),
    }),
  );

const atMidnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

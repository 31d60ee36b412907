// RSS, Atom, RDF or JSON feed -> a report an item: headline and the fullest text it carries, with its link, day and publisher.
import { parseFeed } from 'feedsmith';
import { type Draft, type DraftItem, draftOf, type FileDrafts } from '../model/draft.ts';
import { LaydownError } from '../model/errors.ts';
import { fragmentText, headlineText } from './html-fragment.ts';
import { LIMITS } from './limits.ts';
import { checkProse } from './prose.ts';
import { dayFromWords } from './published.ts';
import { checkXml } from './xml-check.ts';

/** One item in the words of all four kinds of feed. `texts` is fullest first; each may be HTML. */
interface FeedItem {
  readonly title: string | null;
  readonly texts: readonly Text[];
  readonly url: string | null;
  readonly date: string | null;
  readonly publisher: string | null;
}
interface Text {
  readonly value: string;
  readonly isPlain: boolean;
}

const ITEMS = new Set(['item', 'entry']);

/**
 * Items are numbered from 1; a bad one spoils no other. An item's text is its headline and, after a blank line, its content or summary.
 * Throws LaydownError `bad-input` where the file is no feed, `too-large` where it holds more items than the limit.
 */
export function readFeed(text: string): FileDrafts {
  const isJson = text.trimStart().startsWith('{');
  const stated = isJson ? null : checkXml(text, ITEMS, LIMITS.htmlDepth);
  if (stated !== null) checkCount(stated);
  const { publisher, items } = itemsOf(text);
  checkCount(items.length);
  if (items.length === 0) throw new LaydownError('bad-input', 'is a feed without items: there is nothing to read');
  const drafts = items.map((item, i): DraftItem => ({ item: i + 1, draft: attempt(item, publisher) }));
  const notes: string[] = [];
  const brief = items.filter(
    (item) => item.texts.length < 2 && item.texts.every(({ value }) => value.length < 600),
  ).length;
  if (brief > 0) notes.push(`${brief} of ${items.length} items carry a summary or headline only, not the full text`);
  const empty = (stated ?? items.length) - items.length;
  if (empty > 0) notes.push(`${empty} of its items hold nothing at all and are left out`);
  return { items: drafts, notes };
}

function checkCount(items: number): void {
  if (items <= LIMITS.feedItems) return;
  const most = LIMITS.feedItems.toLocaleString('en');
  throw new LaydownError(
    'too-large',
    `holds ${items.toLocaleString('en')} items: the limit for a feed is ${most}; split it`,
  );
}

function attempt(item: FeedItem, publisher: string | null): Draft | LaydownError {
  try {
    return draftFrom(item, publisher);
  } catch (error) {
    if (error instanceof LaydownError) return error;
    throw error;
  }
}

function draftFrom(item: FeedItem, publisher: string | null): Draft {
  const title = (item.title && headlineText(item.title)) || null;
  let body = '';
  for (const { value, isPlain } of item.texts) {
    const words = isPlain ? value.trim() : fragmentText(value);
    if (words.length > body.length) body = words;
  }
  const rest = title !== null && `${body}\n`.startsWith(`${title}\n`) ? body.slice(title.length).trim() : body;
  const text = [title, rest].filter(Boolean).join('\n\n');
  if (text.length > LIMITS.textBytes) throw new LaydownError('too-large', 'has a text longer than the limit of 10 MB');
  checkProse(text);
  return draftOf(text, {
    title,
    published: item.date === null ? null : dayFromWords(item.date),
    publisher: item.publisher ?? publisher,
    url: item.url,
  });
}

function itemsOf(text: string): { publisher: string | null; items: readonly FeedItem[] } {
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(text);
  } catch (error) {
    const cause = (error as Error).cause instanceof Error ? `: ${((error as Error).cause as Error).message}` : '';
    if ((error as Error).name === 'DetectError')
      throw new LaydownError('bad-input', 'is no feed (RSS, Atom, RDF or JSON Feed)');
    throw new LaydownError('bad-input', `is a feed that is cut short or broken${cause}`);
  }
  switch (parsed.format) {
    case 'rss':
      return {
        publisher: plainTitle(parsed.feed.title),
        items: (parsed.feed.items ?? []).map((item) => ({
          title: item.title ?? null,
          texts: texts(item.content?.encoded, item.description),
          url: item.link ?? (item.guid?.isPermaLink !== false ? webAddress(item.guid?.value) : null),
          date: firstDate(item.pubDate, item.dc?.dates?.[0], item.dcterms?.issued?.[0]),
          publisher: plainTitle(item.source?.title) ?? plainTitle(item.dc?.publishers?.[0]),
        })),
      };
    case 'rdf':
      return {
        publisher: plainTitle(parsed.feed.title),
        items: (parsed.feed.items ?? []).map((item) => ({
          title: item.title ?? null,
          texts: texts(item.content?.encoded, item.description),
          url: item.link ?? webAddress(item.rdf?.about),
          date: firstDate(item.dc?.dates?.[0]),
          publisher: plainTitle(item.dc?.publishers?.[0]),
        })),
      };
    case 'atom':
      return {
        publisher: plainTitle(parsed.feed.title?.value),
        items: (parsed.feed.entries ?? []).map((entry) => ({
          title: asHtml(entry.title),
          texts: [entry.content, entry.summary].flatMap((part) =>
            part?.value ? [{ value: part.value, isPlain: isPlainType(part.type) }] : [],
          ),
          url:
            (entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? entry.links?.[0])?.href ??
            null,
          date: firstDate(entry.published, entry.updated, entry.dc?.dates?.[0]),
          publisher: plainTitle(entry.source?.title?.value),
        })),
      };
    case 'json':
      return {
        publisher: plainTitle(parsed.feed.title),
        items: (parsed.feed.items ?? []).map((item) => ({
          title: item.title ? escaped(item.title) : null,
          texts: [
            ...texts(item.content_html),
            ...[item.content_text, item.summary].flatMap((value) => (value ? [{ value, isPlain: true }] : [])),
          ],
          url: item.url ?? item.external_url ?? webAddress(item.id),
          date: firstDate(item.date_published, item.date_modified),
          publisher: null,
        })),
      };
  }
}

/** As the feed writes it; the parser is not asked to make dates of them. */
const firstDate = (...values: readonly unknown[]): string | null =>
  values.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? null;
const texts = (...values: readonly (string | undefined)[]): readonly Text[] =>
  values.flatMap((value) => (value?.trim() ? [{ value, isPlain: false }] : []));
const isPlainType = (type: string | undefined): boolean =>
  type === undefined || type === 'text' || type === 'text/plain';
const escaped = (plain: string): string => plain.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const asHtml = (title: { value?: string; type?: string } | undefined): string | null =>
  title?.value ? (isPlainType(title.type) ? escaped(title.value) : title.value) : null;
const plainTitle = (title: string | undefined): string | null => (title && headlineText(title)) || null;
const webAddress = (value: string | undefined): string | null => (value && /^https?:\/\//.test(value) ? value : null);

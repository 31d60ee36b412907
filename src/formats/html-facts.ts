// What a page says about itself: JSON-LD first, then meta elements, then <time>. A fact that is not stated is null.
import type { Day } from '../model/day.ts';
import type { PageDocument } from './dom.ts';
import { dayFromWords } from './published.ts';

export interface PageFacts {
  readonly title: string | null;
  readonly published: Day | null;
  readonly publisher: string | null;
  readonly url: string | null;
}

const DATE_METAS = [
  'article:published_time',
  'datePublished',
  'date',
  'pubdate',
  'publishdate',
  'publish_date',
  'publication_date',
  'DC.date.issued',
  'DC.date',
  'dcterms.date',
  'citation_publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'og:article:published_time',
];
const ARTICLE_TYPES = /article|report|posting|webpage/i;

export function pageFacts(document: PageDocument): PageFacts {
  const metas = metaValues(document);
  const linked = linkedFacts(document);
  const first = (names: readonly string[]): string | null =>
    names.map((n) => metas.get(n.toLowerCase())).find(Boolean) ?? null;
  const days = [linked.published, ...DATE_METAS.map((n) => metas.get(n.toLowerCase())), ...timeElements(document)];
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute('href') || first(['og:url']) || linked.url;
  return {
    title: linked.title ?? first(['og:title', 'twitter:title', 'DC.title']),
    published: days.map((words) => (words ? dayFromWords(words) : null)).find((day) => day !== null) ?? dayOfUrl(url),
    publisher: linked.publisher ?? first(['og:site_name', 'application-name', 'DC.publisher']),
    url,
  };
}

/** ".../2020/01/08/troops-leave" -> the day. */
function dayOfUrl(url: string | null): Day | null {
  const path = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:\/|$)/.exec(url ?? '');
  return path ? dayFromWords([path[1], path[2]!.padStart(2, '0'), path[3]!.padStart(2, '0')].join('-')) : null;
}

function metaValues(document: PageDocument): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop')
    )?.toLowerCase();
    const value = meta.getAttribute('content')?.trim();
    if (name && value && !values.has(name)) values.set(name, value);
  }
  return values;
}

/** A page may carry times of comments and of other stories: those marked as publication first, then those in the article's head. */
function timeElements(document: PageDocument): string[] {
  const found: string[] = [];
  for (const selector of [
    'time[itemprop="datePublished"]',
    'time[pubdate]',
    'article header time',
    'header time',
    'article time',
    'time',
  ]) {
    const time = document.querySelector(selector);
    if (time) found.push(time.getAttribute('datetime') ?? '', time.textContent ?? '');
  }
  return found;
}

function linkedFacts(document: PageDocument): {
  title: string | null;
  published: string | null;
  publisher: string | null;
  url: string | null;
} {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let value: unknown;
    try {
      value = JSON.parse(script.textContent ?? '');
    } catch {
      continue;
    }
    const article = nodesOf(value).find(
      (n) => ARTICLE_TYPES.test(String(n['@type'])) && (n['datePublished'] || n['headline']),
    );
    if (!article) continue;
    return {
      title: wordsOf(article['headline']),
      published: wordsOf(article['datePublished']),
      publisher: wordsOf(article['publisher']),
      url: addressOf(article['url']) ?? addressOf(article['mainEntityOfPage']),
    };
  }
  return { title: null, published: null, publisher: null, url: null };
}

type LinkedNode = Readonly<Record<string, unknown>>;

function nodesOf(value: unknown): LinkedNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as LinkedNode;
  return Array.isArray(node['@graph']) ? [node, ...node['@graph'].flatMap(nodesOf)] : [node];
}

/** A text, or the name of a thing ({"@type": "Organization", "name": "..."}). */
function wordsOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'object' && value !== null && 'name' in value) return wordsOf(value.name);
  return null;
}

/** An address, or the address of a thing ({"@id": "https://..."}). */
function addressOf(value: unknown): string | null {
  if (typeof value === 'string') return /^https?:\/\//.test(value) ? value : null;
  if (typeof value === 'object' && value !== null && '@id' in value) return addressOf(value['@id']);
  return null;
}

// The head of an article on its page: headline, summary line and by-line, told from the site's own name and menus.
import type { Day } from '../model/day.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { dayFromWords } from './published.ts';

export interface ArticleHead {
  readonly title: string | null;
  /** The summary under the headline. */
  readonly dek: string | null;
  /** Who wrote it, with the agency where one is named. */
  readonly byline: string | null;
  /** The day shown beside it. */
  readonly day: Day | null;
}

const HEADLINES =
  '[itemprop="headline"], h1.entry-title, h1.headline, h1[class*="title"], h1[class*="headline"], article h1, main h1, h1, .entry-title, .headline';
const DEKS =
  '.dek, .deck, [class$="dek"], [class*="__dek"], [class*="-dek"], [class*="standfirst"], [class*="subtitle"], [class*="sub-title"], .subhead, [class*="subheadline"], [class*="article-summary"], [class*="article__summary"], [itemprop="alternativeHeadline"], h1 + h2, h1 + p.summary, h1 + p.lead';
const BYLINES =
  '[class~="byline"], [itemprop="author"], [rel="author"], [class*="byline"], [class~="author"], [class*="author-name"], [class*="article-author"]';
const DATES = '[class*="publish"], [class*="date"], [class*="byline"], [class*="entry-meta"], [class*="timestamp"]';

/** `stated` is the title by the page's own data, `body` the words of the whole page. After the page's surroundings are cut. */
export function articleHead(document: PageDocument, stated: string | null, body: string): ArticleHead {
  const page = oneLine(document.querySelector('title')?.textContent);
  return {
    title: headline(document, page, stated, body),
    dek: within(document, DEKS, 20, 400),
    byline: byline(document),
    day: shownDay(document),
  };
}

const oneLine = (words: string | null | undefined): string => words?.replace(/\s+/g, ' ').trim() ?? '';
const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ');

/** The page's data first; then the heading that the page's <title> repeats; then the part of <title> that is a line of the page. */
function headline(document: PageDocument, page: string, stated: string | null, body: string): string | null {
  const headings = [...document.querySelectorAll(HEADLINES)].map((h) => oneLine(h.textContent)).filter((h) => h !== '');
  if (stated !== null) {
    const shown = headings.find((h) => folded(stated).startsWith(folded(h)) && h.length > stated.length * 0.5);
    return shown ?? oneLine(stated);
  }
  const parts = page.split(/\s+[-|\u2013\u2014\u00b7\u00bb:]\s+/).map(folded);
  const repeated = headings.find((h) => folded(page).includes(folded(h)) && parts[0] === folded(h));
  const longest = headings.filter((h) => folded(page).includes(folded(h))).sort((a, b) => b.length - a.length)[0];
  const heading = repeated ?? longest ?? headings[0];
  if (heading !== undefined) return heading;
  const lines = body.split('\n', 60).map((line) => line.trim());
  const line = lines.find(
    (l) => l.length < 300 && parts.some((part) => part.length > 12 && folded(l).startsWith(part)),
  );
  return line ?? null;
}

function within(document: PageDocument, selector: string, least: number, most: number): string | null {
  for (const element of document.querySelectorAll(selector)) {
    const words = oneLine(element.textContent);
    if (words.length >= least && words.length <= most) return words;
  }
  return null;
}

/** "By A. Writer, Gulf Wire": what follows the names (a date, a time to read) is no part of it. */
function byline(document: PageDocument): string | null {
  for (const element of document.querySelectorAll(BYLINES)) {
    const words = oneLine(firstLine(element))
      .split(/\s[|\u2022\u00b7]\s|\s(?:published|updated|posted)\b|\s\d{1,2}[:.]\d{2}/i)[0]!
      .trim();
    if (words.length < 4 || words.length > 120 || /[.!?]$/.test(words.replace(/\b\w\.$/, ''))) continue;
    if (!/^(?:by|from)\b/i.test(words) && !/^\p{Lu}/u.test(words)) continue;
    if (dayFromWords(words) !== null) continue;
    return /^by\b/i.test(words) ? words : `By ${words}`;
  }
  return null;
}

/** Up to the first line break of the element. */
function firstLine(element: PageElement): string {
  let words = '';
  for (const node of element.childNodes) {
    if (node.nodeName.toLowerCase() === 'br' && words.trim() !== '') break;
    words += ` ${node.textContent ?? ''}`;
  }
  return words;
}

function shownDay(document: PageDocument): Day | null {
  for (const element of document.querySelectorAll(DATES)) {
    const words = oneLine(element.textContent);
    const day = words.length <= 80 ? dayFromWords(words.replace(/^[a-z ]{4,20}:\s*/i, '')) : null;
    if (day !== null) return day;
  }
  return null;
}

// HTML -> a report: headline, summary line and article text without the page around it; what is known of it from the page's own data.
// Parsing is only safe after checkHtml: 5,000 nested elements take the article finder minutes.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Draft, draftOf } from '../model/draft.ts';
import { LaydownError } from '../model/errors.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { removeAround } from './html-around.ts';
import { depthOf } from './html-depth.ts';
import { pageFacts } from './html-facts.ts';
import { articleHead } from './html-head.ts';
import { textOf } from './html-text.ts';
import { inMegabytes, LIMITS } from './limits.ts';
import { checkProse } from './prose.ts';
import { dayFromText } from './published.ts';

/** Refuses a page that is too large or nests too deep. Throws LaydownError `too-large`. */
export function checkHtml(html: string): void {
  if (html.length > LIMITS.htmlBytes)
    throw new LaydownError('too-large', `is larger than ${inMegabytes(LIMITS.htmlBytes)}, the limit for a page`);
  if (depthOf(html, LIMITS.htmlDepth) > LIMITS.htmlDepth) {
    throw new LaydownError(
      'too-large',
      `nests elements deeper than ${LIMITS.htmlDepth}: no article does; save the article's text instead`,
    );
  }
}

/** Throws LaydownError `bad-input` or `too-large` where the page cannot be read as a report. */
export function readHtml(html: string): Draft {
  checkHtml(html);
  checkProseOfPage(html);
  const document = parseHTML(withRoot(html)).document as unknown as PageDocument;
  const facts = pageFacts(document);
  removeAround(document);
  const whole =
    (document.body && textOf(document.body)) || (document.documentElement && textOf(document.documentElement)) || '';
  const head = articleHead(document, facts.title, whole);
  const article = new Readability(document as never, {
    charThreshold: 200,
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse();
  const content = article?.content as unknown as PageElement | null | undefined;
  const body = (content ? textOf(content) : '') || whole;
  const title = head.title ?? article?.title?.trim() ?? null;
  const heads = [title, head.dek, head.byline].filter((part): part is string => !!part);
  const text = [...heads, withoutHeads(body, heads)].join('\n\n').trim();
  checkProse(text);
  return draftOf(text, {
    title,
    published: facts.published ?? dayFromText(body) ?? head.day,
    publisher: facts.publisher ?? article?.siteName?.trim() ?? null,
    url: facts.url,
  });
}

/** The parser adds no root where a page leaves it out, and loses what stands beside it. */
const withRoot = (html: string): string =>
  /<html[\s>]/i.test(html) ? html : `<html>${html.replace(/^\s*<!doctype[^>]{0,200}>/i, '')}</html>`;

/** The body without the headline, summary and by-line among its first blocks: they are set once, before it. */
function withoutHeads(body: string, heads: readonly string[]): string {
  const known = new Set(heads.flatMap((head) => [head, head.replace(/^By /, '')]));
  const blocks = body.split('\n\n');
  return blocks.filter((block, i) => i > 7 || !known.has(block.replace(/\s+/g, ' ').trim())).join('\n\n');
}

function checkProseOfPage(html: string): void {
  if (html.trim() === '') throw new LaydownError('bad-input', 'holds no text: there is nothing to read');
}

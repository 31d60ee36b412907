// HTML -> a report: headline, summary line and article text without the page around it; what is known of it from the page's own data.
// Parsing is only safe after checkHtml: 5,000 nested elements take the article finder minutes.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type Draft, draftOf } from '../model/draft.ts';
import { LaydownError } from '../model/errors.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { depthOf } from './html-depth.ts';
import { pageFacts } from './html-facts.ts';
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

/** Forms, comments, share links and the like, cut before the article is looked for. */
const AROUND = [
  'script, style, noscript, template, iframe, form, button, select, nav, footer, dialog, svg, video, audio, figure figcaption',
  '[hidden], [aria-hidden="true"], [role="navigation"], [role="complementary"], [role="dialog"], [role="alert"]',
  '#comments, #respond, #disqus_thread, .comments, .comment-list, .comment-respond, .comment-form',
  '.share, .sharing, .social, .social-share, .share-links, .sharedaddy, .share-tools, .addtoany_share_save_container',
  '.related, .related-posts, .newsletter, .newsletter-signup, .subscribe, .cookie-notice, .advertisement, .ad, .breadcrumbs, .tags',
];

const DEK =
  '.dek, .subtitle, .subhead, .subheadline, .standfirst, .article-summary, [itemprop="alternativeHeadline"], h1 + h2, h1 + p.summary';

/** Throws LaydownError `bad-input` or `too-large` where the page cannot be read as a report. */
export function readHtml(html: string): Draft {
  checkHtml(html);
  checkProseOfPage(html);
  const document = parseHTML(withRoot(html)).document as unknown as PageDocument;
  const facts = pageFacts(document);
  for (const selector of AROUND) for (const element of document.querySelectorAll(selector)) element.remove();
  const heading = document.querySelector('h1')?.textContent?.replace(/\s+/g, ' ').trim() || null;
  const dek = document.querySelector(DEK)?.textContent?.replace(/\s+/g, ' ').trim() || null;
  const whole =
    (document.body && textOf(document.body)) || (document.documentElement && textOf(document.documentElement)) || '';
  const article = new Readability(document as never, {
    charThreshold: 200,
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse();
  const content = article?.content as unknown as PageElement | null | undefined;
  const body = (content ? textOf(content) : '') || whole;
  const title = facts.title ?? heading ?? article?.title?.trim() ?? null;
  const text = [title, dek, body]
    .filter((part, i, parts): part is string => !!part && !(i < 2 && startsWithLine(parts.slice(i + 1), part)))
    .join('\n\n');
  checkProse(text);
  return draftOf(text, {
    title,
    published: facts.published ?? dayFromText(body),
    publisher: facts.publisher ?? article?.siteName?.trim() ?? null,
    url: facts.url,
  });
}

/** The parser adds no root where a page leaves it out, and loses what stands beside it. */
const withRoot = (html: string): string =>
  /<html[\s>]/i.test(html) ? html : `<html>${html.replace(/^\s*<!doctype[^>]{0,200}>/i, '')}</html>`;

/** True where one of the parts has `line` as one of its first lines: the headline is not set twice. */
const startsWithLine = (parts: readonly (string | null)[], line: string): boolean =>
  parts.some((part) =>
    part
      ?.slice(0, 2 * line.length + 400)
      .split('\n')
      .slice(0, 6)
      .some((l) => l.trim() === line),
  );

function checkProseOfPage(html: string): void {
  if (html.trim() === '') throw new LaydownError('bad-input', 'holds no text: there is nothing to read');
}

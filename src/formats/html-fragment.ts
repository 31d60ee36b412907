// HTML inside another format (a feed's item, a mail, a converted document) -> its words: no article is looked for, all of it is one.
import { parseHTML } from 'linkedom';
import { LaydownError } from '../model/errors.ts';
import type { PageDocument } from './dom.ts';
import { depthOf } from './html-depth.ts';
import { textOf } from './html-text.ts';
import { LIMITS } from './limits.ts';

/** What a reader does not see, and what feeds and mails hang on: share links, counters, unsubscribe lines. */
const UNSEEN =
  'script, style, noscript, template, iframe, form, button, select, [hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"], [style*="mso-hide"], .preheader, .feedflare, .sharedaddy, .share, .social-share, .related-posts, .jp-relatedposts';
/** "The post ... appeared first on ...", "Continue reading ...", as blog software appends them. */
const APPENDED =
  /^(?:the post .{1,300} (?:appeared first on|first appeared on) .{1,120}|(?:continue reading|read more|read the full (?:story|article)|view original)\b.{0,200}|\[(?:\u2026|\.\.\.)\]|\u2026)$/i;

/** Blocks apart by a blank line. Throws LaydownError `too-large` where it nests too deep. */
export function fragmentText(html: string): string {
  if (depthOf(html, LIMITS.htmlDepth) > LIMITS.htmlDepth)
    throw new LaydownError('too-large', `nests elements deeper than ${LIMITS.htmlDepth}: no report does`);
  const source = /<[a-z!/]/i.test(html) ? html : html.replace(/\n[^\S\n]*\n/g, '<p>');
  const { document } = parseHTML(`<!doctype html><html><body>${source}</body></html>`);
  const page = document as unknown as PageDocument;
  for (const element of page.querySelectorAll(UNSEEN)) element.remove();
  if (page.body === null) return '';
  return textOf(page.body)
    .split('\n\n')
    .filter((block) => !APPENDED.test(block))
    .join('\n\n')
    .replace(/\s*\[?(?:\u2026|\.\.\.)\]?\s+(?:continue reading|read more)\b[^\n]{0,200}$/i, ' \u2026')
    .trim();
}

/** A headline that may hold marks or entities ("Troops &amp; tanks"), on one line. */
export const headlineText = (html: string): string =>
  (/[<&]/.test(html) ? fragmentText(html) : html).replace(/\s+/g, ' ').trim();

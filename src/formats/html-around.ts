// What stands around a report on its page: menus, forms, comments, share links, lists of other stories, notices. Cut away before the
// article is looked for.
import type { PageDocument, PageElement } from './dom.ts';

/** Never part of a report. */
const SURE = [
  'script, style, noscript, template, iframe, form, button, select, nav, dialog, svg, video, audio, figure figcaption',
  'body > footer, [role="contentinfo"], article footer, main > footer',
  '[hidden], [aria-hidden="true"], [style*="display:none"], [style*="display: none"]',
  '[role="navigation"], [role="complementary"], [role="dialog"], [role="alert"], [role="banner"], [role="search"]',
  '#comments, #respond, #disqus_thread, .comments, .comment-list, .comment-respond, .comment-form',
  '.share, .sharing, .social, .social-share, .share-links, .sharedaddy, .share-tools, .addtoany_share_save_container',
  '.related, .related-posts, .newsletter, .newsletter-signup, .subscribe, .cookie-notice, .advertisement, .ad, .breadcrumbs, .tags',
];
/** By the words of its class or id; what holds much of the page's text, or its headline, is the page and no part around it. */
const NAMED =
  /(?:^|[-_\s])(?:related\w*|recirc\w*|recommend\w*|most-?(?:read|popular|viewed|shared)|popular|trending|newsletters?|sign-?up|subscri\w+|cookies?|consent|gdpr|privacy-notice|paywall|regwall|shar(?:e|es|ing)|social\w*|follow-us|comments?|disqus|replies|promos?|adverts?|advertise\w*|ads?-(?:slot|unit|wrapper|container|box)|sponsor\w*|breadcrumbs?|sidebar|interstitial|read-?(?:more|next)|more-?(?:stories|news|on)|see-?also|inline-(?:story|link|related)|print-only|tags?-list|site-?(?:header|footer|title|nav))(?:$|[-_\s])/i;
/** So much of the page's text is no notice. */
const LARGEST_PART = 0.4;
const KEPT = new Set(['html', 'head', 'body', 'main', 'article', 'h1']);

export function removeAround(document: PageDocument): void {
  for (const selector of SURE) for (const element of document.querySelectorAll(selector)) element.remove();
  const whole = document.body?.textContent?.length ?? 0;
  for (const element of document.querySelectorAll('[class], [id]')) {
    if (KEPT.has(element.nodeName.toLowerCase())) continue;
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (names.length < 400 && NAMED.test(names) && isSmall(element, whole)) element.remove();
  }
}

const isSmall = (element: PageElement, whole: number): boolean =>
  (element.textContent?.length ?? 0) < whole * LARGEST_PART && element.querySelector('article') === null;

import { describe, expect, test } from 'vitest';
import { readHtml } from './html.ts';

const PROSE = [
  'BAGHDAD, Jan. 8 (Gulf Wire) \u2014 The alliance flew some of its trainers out of the walled quarter by helicopter on Tuesday night, a spokesman said.',
  'The mission itself is to go on once the situation allows, he told reporters, and those who stay are being looked after in three camps of the army.',
  'Forty of the trainers went to a base across the border; the others wait for the training to be taken up again, officials of two member states said.',
];
const paragraphs = PROSE.map((words) => `<p>${words}</p>`);
const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const inside = (part: string): string =>
  page(
    '<title>Staff lifted out - The Post</title>',
    `<main><article><h1>Staff lifted out</h1>${paragraphs[0]}${paragraphs[1]}${part}${paragraphs[2]}</article></main>`,
  );

describe('the head of an article', () => {
  test.each([
    [
      'beside a site name in an h1',
      '<title>Staff lifted out \u2013 The Post</title>',
      '<header><h1 class="site-title">The Post</h1></header><article><h1>Staff lifted out</h1>',
    ],
    [
      'after a site name in an h1 without a class',
      '<title>Staff lifted out | The Post</title>',
      '<h1><a href="/">The Post</a></h1><article><h1>Staff lifted out</h1>',
    ],
    [
      'in og:title with the site behind it',
      '<meta property="og:title" content="Staff lifted out | The Post">',
      '<article><h1>Staff lifted out</h1>',
    ],
    [
      'in no heading, as the end of <title>',
      '<title>The Post - News - Staff lifted out</title>',
      '<article><div class="t">Staff lifted out</div>',
    ],
    ['over two lines', '<title>Staff lifted out</title>', '<article><h1>Staff\n   lifted out</h1>'],
  ])('has its headline found %s', (_, head, start) => {
    const draft = readHtml(page(head, `${start}${paragraphs.join('')}</article>`));
    expect(draft.title).toBe('Staff lifted out');
    expect(draft.text?.startsWith('Staff lifted out\n\n')).toBe(true);
    expect(draft.text?.match(/Staff lifted out/g)).toHaveLength(1);
  });

  test.each([
    [
      '<p class="article__dek">Trainers stay in three camps, for now</p><div class="byline">By Jo Writer, Gulf Wire | 3 min read</div>',
    ],
    ['<h2>Trainers stay in three camps, for now</h2><span itemprop="author">Jo Writer, Gulf Wire</span>'],
    [
      '<div class="standfirst-text">Trainers stay in three camps, for now</div><p class="byline-info">By Jo Writer, Gulf Wire<br>Jan. 8, 2020 at 5:15 p.m.</p>',
    ],
  ])('keeps summary and by-line, once each: %#', (parts) => {
    const html = page(
      '<title>Staff lifted out</title>',
      `<article><h1>Staff lifted out</h1>${parts}${paragraphs.join('')}</article>`,
    );
    expect(readHtml(html).text?.split('\n\n').slice(0, 4)).toEqual([
      'Staff lifted out',
      'Trainers stay in three camps, for now',
      'By Jo Writer, Gulf Wire',
      PROSE[0],
    ]);
  });

  test.each([
    ['<meta property="article:published_time" content="2020-01-08T06:00:00+03:00">', ''],
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Staff lifted out","datePublished":"2020-01-08"}</script>',
      '<time datetime="2021-05-05">x</time>',
    ],
    ['', '<time datetime="2020-01-08T06:00:00Z">Wednesday</time>'],
    ['<link rel="canonical" href="https://post.example.org/2020/01/08/staff-lifted-out">', ''],
    ['', '<div class="entry-meta">Posted on January 8, 2020</div>'],
    ['', '<span class="date">25.1.2020</span>', '2020-01-25'],
    ['', '<span class="date">5.1.2020</span>', null],
    ['', '', null],
  ])('has its day from the page: %#', (head, part, day: string | null = '2020-01-08') => {
    const html = page(
      `<title>Staff lifted out</title>${head}`,
      `<article><h1>Staff lifted out</h1>${part}${paragraphs.join('')}</article>`,
    );
    expect(readHtml(html).published).toBe(day);
  });
});

describe('what stands around an article', () => {
  const LEAVES = '800 troops leave for the south';
  test.each([
    [
      'related stories',
      `<aside class="c-related-list"><h3>More on this</h3><ul><li><a href="/a">${LEAVES}</a></li></ul></aside>`,
    ],
    ['related stories of a blog', `<div id="jp-relatedposts"><h3>Related</h3><div>${LEAVES}</div></div>`],
    ['most-read lists', `<div class="most-read"><ol><li>${LEAVES}</li></ol></div>`],
    ['a link in between', `<div class="interstitial-link"><a href="/a">Read more: ${LEAVES}</a></div>`],
    ['comments', `<section class="comments-section"><p>${LEAVES}, I hope!</p></section>`],
    ['a comment form', `<div id="respond"><form><p>${LEAVES}</p></form></div>`],
    ['share links', `<div class="social-links"><a>Share "${LEAVES}"</a></div>`],
    ['a cookie notice', `<div id="cookie-law-info-bar">We use cookies. ${LEAVES}</div>`],
    ['a newsletter box', `<div class="newsletter-box"><p>Get it daily: ${LEAVES}</p></div>`],
    ['an advertisement', `<div class="ad-slot"><p>${LEAVES}</p></div>`],
    ['a caption', `<figure><img src="a.jpg"><figcaption>${LEAVES}, in 2012</figcaption></figure>`],
    ['hidden text', `<div style="display: none">${LEAVES}</div>`],
  ])('%s is cut away', (_, part) => {
    const { text } = readHtml(inside(part));
    expect(text?.split('\n\n')).toEqual(['Staff lifted out', ...PROSE]);
  });

  test.each([['has-related-stories'], ['comments-open single'], ['share-bar-left'], ['subscriber-content']])(
    'an article in an element of class "%s" is kept',
    (name) => {
      const html = page(
        '<title>Staff lifted out</title>',
        `<div class="${name}"><h1>Staff lifted out</h1>${paragraphs.join('')}</div>`,
      );
      for (const words of PROSE) expect(readHtml(html).text).toContain(words);
    },
  );

  test('a table that lays the page out gives paragraphs, a table of figures rows', () => {
    const html = page(
      '<title>Staff lifted out</title>',
      `<table><tr><td><ul><li><a href="/">Home</a></li></ul></td><td><h1>Staff lifted out</h1>${paragraphs.join('')}<table><tr><th>Country</th><th>Troops</th></tr><tr><td><p>Fiji</p></td><td>170</td></tr></table></td></tr></table>`,
    );
    const { text } = readHtml(html);
    expect(text).toContain(`${PROSE[0]}\n\n${PROSE[1]}`);
    expect(text).toContain('Country | Troops\nFiji | 170');
  });
});

import { describe, expect, test } from 'vitest';
import { processorMs } from '../../test/own-time.ts';
import { readHtml } from './html.ts';
import { depthOf } from './html-depth.ts';

const PROSE = [
  'The defence ministry said on Tuesday that it would bring some of its trainers home for the time being, and that the others would stay where they are.',
  'Forty of the 90 trainers are to fly to a base in a neighbouring country, a spokesman told reporters in the capital, where the government met for hours.',
  'The mission, which began in the autumn of 2018, is to go on once the situation allows it; the partners had been told beforehand, the spokesman added.',
];

const page = (
  head = '',
  body = '',
) => `<!doctype html><html lang="en"><head><title>Trainers go | The Daily</title>${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Trainers go to a neighbour</h1><p class="dek">Some stay, says the ministry</p>
<div class="byline">By A. Writer</div><div class="share"><a href="#">Share on a network</a></div>
${PROSE.map((p) => `<p>${p}</p>`).join('\n')}
<ul><li>Forty trainers</li><li>Two aircraft</li></ul>
<table><tr><th>Country</th><th>Troops</th></tr><tr><td>Fiji</td><td>170</td></tr></table></article>
<section id="respond"><h3>Leave a Reply</h3><form><label>Required fields are marked *</label></form></section>${body}</body></html>`;

describe('an HTML page', () => {
  const draft = readHtml(page());

  test('gives headline, summary line and paragraphs, a blank line between them', () => {
    expect(draft.title).toBe('Trainers go to a neighbour');
    expect(draft.text?.startsWith('Trainers go to a neighbour\n\nSome stay, says the ministry\n\n')).toBe(true);
    for (const paragraph of PROSE) expect(draft.text).toContain(`\n\n${paragraph}`);
  });

  test('keeps list items and table rows as lines of their own', () => {
    expect(draft.text).toContain('\n- Forty trainers\n- Two aircraft');
    expect(draft.text).toContain('Country | Troops\nFiji | 170');
  });

  test('leaves out menus, share links and comment forms', () => {
    expect(draft.text).not.toMatch(/Home|Share on|Leave a Reply|Required fields/);
  });

  test.each([
    [
      '<script type="application/ld+json">{"@context":"x","@graph":[{"@type":"NewsArticle","headline":"From the data","datePublished":"2020-01-07T10:00:00Z","publisher":{"@type":"Organization","name":"Gulf Wire"}}]}</script>',
      { title: 'From the data', published: '2020-01-07', publisher: 'Gulf Wire' },
    ],
    [
      '<meta property="article:published_time" content="2020-01-06T22:00:00+01:00"><meta property="og:site_name" content="The Daily">',
      { published: '2020-01-06', publisher: 'The Daily' },
    ],
    ['<link rel="canonical" href="https://example.org/a">', { url: 'https://example.org/a' }],
    [
      '<script type="application/ld+json">{broken</script><meta name="date" content="2020-01-05">',
      { published: '2020-01-05' },
    ],
  ])('takes title, day, publisher and address from the page: %#', (head, facts) => {
    expect(readHtml(page(head))).toMatchObject(facts);
  });

  test('takes the day from a <time> element of the article before one of a comment', () => {
    const html = page('', '<time datetime="2020-02-02">later</time>').replace(
      '<div class="byline">',
      '<time datetime="2020-01-07">Tuesday</time><div>',
    );
    expect(readHtml(html).published).toBe('2020-01-07');
  });

  test('refuses 5,000 elements inside one another at once', () => {
    const html = `<html><body>${'<div>'.repeat(5000)}<p>${PROSE[0]}</p>${'</div>'.repeat(5000)}</body></html>`;
    const refused = () => expect(() => readHtml(html)).toThrow(/nests elements deeper than 256/);
    expect(processorMs(refused)).toBeLessThan(1000);
  });

  test.each([['<html><body></body></html>'], ['<!doctype html><title></title><script>var a = "text"</script>'], ['']])(
    'refuses a page without words: %#',
    (html) => {
      expect(() => readHtml(html)).toThrow(/holds no text/);
    },
  );
});

describe('the depth of a page', () => {
  test.each([
    ['<div><p>a<p>b<p>c</div>', 1],
    ['<div><br><img src="a>b"><section></section></div>', 2],
    ['<div><script>"<div><div><div>"</script></div>', 1],
    ['<!-- <div><div> --><div>', 1],
    ['</div></div><div>', 1],
    ['<div '.repeat(1000), 0],
  ])('of %s is %i', (html, depth) => {
    expect(depthOf(html, 256)).toBe(depth);
  });

  test.each([
    ['<a "'.repeat(200_000)],
    ["<a '".repeat(200_000)],
    [`<a ${'x="" '.repeat(200_000)}`],
    ['<'.repeat(1_000_000)],
    ['<!--'.repeat(200_000)],
    ['<script>'.repeat(100_000)],
  ])('is counted in linear time over a broken page: %#', (html) => {
    expect(processorMs(() => void depthOf(html, 256))).toBeLessThan(2000);
  });
});

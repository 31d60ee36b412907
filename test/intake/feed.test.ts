import { describe, expect, test } from 'vitest';
import { readFeed } from '../../src/formats/feed.ts';
import { LaydownError } from '../../src/model/errors.ts';
import { processorMs } from '../own-time.ts';

const FULL =
  '<p>Forty trainers left the northern province on Monday, the ministry said.</p><p>Their <b>50</b> comrades stay.</p><p>The post Forty go appeared first on Gulf Wire.</p><script>x()</script>';
const escaped = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const rss = (items: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Gulf &amp; Sea Wire</title><link>https://wire.example.org/</link>${items}</channel></rss>`;
const read = (feed: string) => readFeed(feed).items.map(({ draft }) => draft);

describe('a feed', () => {
  test.each([
    [
      'RSS with the full text',
      rss(
        `<item><title>Forty go &amp; fifty stay</title><link>https://wire.example.org/1?a=1&amp;b=2</link><description>${escaped('<p>Forty trainers left …</p>')}</description><content:encoded><![CDATA[${FULL}]]></content:encoded><pubDate>Tue, 07 Jan 2020 23:30:00 -0500</pubDate></item>`,
      ),
    ],
    [
      'RSS with a bare "&" and the text in its description',
      rss(
        `<item><title>Forty go & fifty stay</title><link>https://wire.example.org/1?a=1&amp;b=2</link><description>${escaped(FULL)}</description><dc:date>2020-01-07T23:30:00-05:00</dc:date></item>`,
      ),
    ],
    [
      'Atom with XHTML',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Gulf &amp; Sea Wire</title><entry><title>Forty go &amp; fifty stay</title><link rel="self" href="https://wire.example.org/s"/><link href="https://wire.example.org/1?a=1&amp;b=2"/><published>2020-01-07T23:30:00-05:00</published><updated>2020-02-01T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${FULL}</div></content></entry></feed>`,
    ],
    [
      'RDF',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Gulf &amp; Sea Wire</title></channel><item rdf:about="https://wire.example.org/1?a=1&amp;b=2"><title>Forty go &amp; fifty stay</title><description>${escaped(FULL)}</description><dc:date>2020-01-07</dc:date></item></rdf:RDF>`,
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Gulf & Sea Wire',
        items: [
          {
            id: '1',
            url: 'https://wire.example.org/1?a=1&b=2',
            title: 'Forty go & fifty stay',
            content_html: FULL,
            date_published: '2020-01-07T23:30:00-05:00',
          },
        ],
      }),
    ],
  ])('gives headline, text, link, day and publisher: %s', (_, feed) => {
    expect(read(feed)).toEqual([
      {
        title: 'Forty go & fifty stay',
        text: 'Forty go & fifty stay\n\nForty trainers left the northern province on Monday, the ministry said.\n\nTheir 50 comrades stay.',
        published: '2020-01-07',
        publisher: 'Gulf & Sea Wire',
        url: 'https://wire.example.org/1?a=1&b=2',
      },
    ]);
  });

  test('names the outlet that an item is taken over from', () => {
    const feed = rss('<item><title>Forty go</title><source url="https://o.example.org">Other Paper</source></item>');
    expect(read(feed)[0]).toMatchObject({ publisher: 'Other Paper' });
  });

  test('numbers its items, names a bad one and reads the others', () => {
    const deep = `${'<div>'.repeat(300)}x`;
    const { items } = readFeed(
      rss(
        `<item><title>One</title></item><item><title>Two</title><description>${escaped(deep)}</description></item><item><title>Three</title></item>`,
      ),
    );
    expect(items.map(({ item }) => item)).toEqual([1, 2, 3]);
    expect(items[1]!.draft).toBeInstanceOf(LaydownError);
    expect(items[2]!.draft).toMatchObject({ title: 'Three' });
  });

  test('says how many items carry no full text', () => {
    expect(readFeed(rss('<item><title>One</title></item><item/>')).notes).toEqual([
      '1 of 1 items carry a summary or headline only, not the full text',
      '1 of its items hold nothing at all and are left out',
    ]);
  });

  const LAUGHS = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  test.each([
    [
      'entities',
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${LAUGHS}]>${rss('<item><title>&l9;</title></item>')}`,
      /defines XML entities/,
    ],
    [
      'an outside entity',
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<item><title>&x;</title></item>')}`,
      /defines XML entities/,
    ],
    [
      '100,000 items',
      rss('<item><title>One</title></item>'.repeat(100_000)),
      /holds 100,000 items: the limit for a feed is 5,000/,
    ],
    ['deep nesting', rss(`<item>${'<a>'.repeat(100_000)}`), /nests elements deeper than 256/],
    ['no items', rss(''), /without items/],
    ['a cut-off end', rss('<item><title>One</title></item>').slice(0, -40), /cut short or broken/],
    ['another root', '<?xml version="1.0"?><urlset><url/></urlset>', /is no feed/],
  ])('with %s is refused at once', (_, feed, message) => {
    expect(processorMs(() => expect(() => readFeed(feed)).toThrow(message))).toBeLessThan(2000);
  });

  test('of 1 MB of opening brackets is refused in linear time', () => {
    const refused = () => {
      for (const hostile of ['<', '<a "', '<!--', '<![CDATA[', '<!DOCTYPE ', '<?'])
        expect(() => readFeed(`<rss>${hostile.repeat(1_000_000 / hostile.length)}`)).toThrow(LaydownError);
    };
    expect(processorMs(refused)).toBeLessThan(10_000);
  });
});

// Feeds of changes, conflicts and decisions: /feeds/changes.atom?party=DE, /feeds/conflicts.json?place=IQ, ...
import { type Context, Hono } from 'hono';
import { FEEDS, type FeedKind, type FeedQuestion, feedItems } from '../app/feed-items.ts';
import { type Feed, newsAtom, newsJson } from '../formats/news-feed.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { LaydownError } from '../model/errors.ts';
import { AnswerCache } from './api/answer-cache.ts';
import { entityTag, isFresh } from './api/freshness.ts';
import type { HttpEnv, HttpServices } from './context.ts';

const FORMATS = {
  atom: { media: 'application/atom+xml; charset=utf-8', print: newsAtom },
  json: { media: 'application/feed+json; charset=utf-8', print: newsJson },
} as const;
const NAMES = ['party', 'place', 'mission'] as const;
const NAME_LETTERS = 200;

export function feedRoutes(services: HttpServices): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  const cache = new AnswerCache();
  for (const kind of FEEDS) {
    for (const [ending, { media, print }] of Object.entries(FORMATS)) {
      routes.get(`/feeds/${kind}.${ending}`, async (c) => {
        const question = questionIn(c);
        const { publicBase } = c.get('shell');
        const key = canonicalJson([c.get('standing'), services.clock.today(), publicBase, c.req.path, question]);
        const headers = { 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*', ETag: entityTag(key) };
        if (isFresh(c.req.header('If-None-Match'), headers.ETag)) return c.body(null, 304, headers);
        const { body } = await cache.get(key, async () => ({
          body: print(await feedOf(services, kind, question, publicBase, `/feeds/${kind}.${ending}`)),
          headers: {},
        }));
        return c.body(body, 200, { ...headers, 'Content-Type': media, 'Cross-Origin-Resource-Policy': 'cross-origin' });
      });
    }
  }
  return routes;
}

async function feedOf(
  services: HttpServices,
  kind: FeedKind,
  question: FeedQuestion,
  base: string,
  path: string,
): Promise<Feed> {
  const { known, items } = await feedItems(services, kind, question);
  const about = NAMES.flatMap((name) => question[name] ?? []).join(', ');
  const query = new URLSearchParams(question as Record<string, string>).toString();
  const url = `${base}${path}${query === '' ? '' : `?${query}`}`;
  return {
    id: url,
    title: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${about === '' ? '' : `: ${about}`}`,
    url,
    home: `${base}/`,
    day: known,
    entries: items.map(({ address, ...item }) => ({ ...item, url: base + address })),
  };
}

function questionIn(c: Context<HttpEnv>): FeedQuestion {
  const question: Record<string, string> = {};
  for (const [name, values] of Object.entries(c.req.queries())) {
    const known = NAMES.find((one) => one === name);
    if (known === undefined)
      throw new LaydownError('usage', `unknown parameter ${name}: there are ${NAMES.join(', ')}`);
    const [value = ''] = values;
    if (values.length > 1 || value === '' || value.length > NAME_LETTERS)
      throw new LaydownError('usage', `${name}: one name, ${NAME_LETTERS} letters at most`);
    question[known] = value;
  }
  return question;
}

// Pictures to share, of the same addresses as the pages: /share/ before the path, .svg or .png after it.
import { type Context, Hono } from 'hono';
import { numberPage } from '../../app/pages/number-page.ts';
import { situationPage } from '../../app/pages/situation-page.ts';
import { drawingSvg } from '../../formats/drawing-svg.ts';
import type { Drawing } from '../../views/pages/drawing.ts';
import { numberPicture, situationPicture } from '../../views/pages/share.ts';
import { AnswerCache } from '../api/answer-cache.ts';
import type { HttpEnv, HttpServices } from '../context.ts';

const PARTS = /^(.+)\.(svg|png)$/;

export function shareRoutes(services: HttpServices): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  // Painting takes some hundredths of a second: the same picture is painted once.
  const cache = new AnswerCache();
  const send = async (c: Context<HttpEnv>, ending: string, draw: () => Promise<Drawing>): Promise<Response> => {
    const key = `${services.clock.today()} ${c.get('standing')} ${c.req.path} ${JSON.stringify(c.req.query())}`;
    const { body, headers } = await cache.get(key, async () =>
      ending === 'png'
        ? { body: services.web.picture(await draw()), headers: { 'Content-Type': 'image/png' } }
        : { body: drawingSvg(await draw()), headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } },
    );
    return c.body(body, 200, { ...headers, 'Cache-Control': 'public, max-age=300' });
  };
  routes.get('/share/:file{situation\\.(?:svg|png)}', (c) => {
    const [, , ending] = PARTS.exec(c.req.param('file'))!;
    return send(c, ending!, async () => situationPicture(await situationPage(services, c.req.query())));
  });
  routes.get('/share/numbers/:party/:file{.+\\.(?:svg|png)}', (c) => {
    const [, place, ending] = PARTS.exec(c.req.param('file'))!;
    const asked = { ...c.req.query(), party: c.req.param('party'), place: place! };
    return send(c, ending!, async () => numberPicture(await numberPage(services, asked)));
  });
  return routes;
}

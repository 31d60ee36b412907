// Pictures to share, of the same addresses as the pages: /share/ before the path, .svg after it.
import { type Context, Hono } from 'hono';
import { numberPage } from '../../app/pages/number-page.ts';
import { situationPage } from '../../app/pages/situation-page.ts';
import { numberPicture, situationPicture } from '../../views/pages/share.ts';
import type { HttpEnv, HttpServices } from '../context.ts';

export function shareRoutes(services: HttpServices): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/share/situation.svg', async (c) =>
    picture(c, situationPicture(await situationPage(services, c.req.query()))),
  );
  routes.get('/share/numbers/:party/:file{.+\\.svg}', async (c) => {
    const { party, file } = c.req.param();
    const page = await numberPage(services, { ...c.req.query(), party: party!, place: file!.replace(/\.svg$/, '') });
    return picture(c, numberPicture(page));
  });
  return routes;
}

const picture = (c: Context, svg: string): Response =>
  c.body(svg, 200, { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'public, max-age=300' });

// GET routes of all pages: one address answers with HTML, or with the page's model where JSON is asked for; and the app's own files.
import { type Context, Hono } from 'hono';
import { conflictsPage } from '../../app/pages/conflicts-page.ts';
import { numberPage } from '../../app/pages/number-page.ts';
import { reportPage } from '../../app/pages/report-page.ts';
import { situationPage } from '../../app/pages/situation-page.ts';
import { missionPage, partyPage, placePage } from '../../app/pages/subject-page.ts';
import type { PageModel } from '../../views/pages/page.ts';
import type { HttpEnv, HttpServices } from '../context.ts';
import { errorModel } from './error-model.ts';

type Answer = (c: Context<HttpEnv>) => Promise<PageModel>;

export function pageRoutes(services: HttpServices): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  const page = (path: string, answer: Answer): void => {
    routes.get(path, async (c) => {
      const model = await answer(c).catch(errorModel);
      return sendPage(c, services, model);
    });
  };
  routes.get('/assets/:name', (c) => {
    const file = services.web.asset(c.req.param('name'));
    if (file === null) return c.notFound();
    return c.body(file.bytes.slice().buffer, 200, {
      'Content-Type': file.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
  page('/', (c) => situationPage(services, c.req.query()));
  page('/numbers/:party/:place', (c) => numberPage(services, { ...c.req.query(), ...c.req.param() } as never));
  page('/parties/:party', (c) => partyPage(services, { ...c.req.query(), party: c.req.param('party')! }));
  page('/places/:place', (c) => placePage(services, { ...c.req.query(), place: c.req.param('place')! }));
  page('/missions/:mission', (c) => missionPage(services, { ...c.req.query(), mission: c.req.param('mission')! }));
  page('/reports/:id', (c) => reportPage(services, { ...c.req.query(), id: c.req.param('id')! }, []));
  page('/conflicts', (c) => conflictsPage(services, c.req.query()));
  return routes;
}

/** The model as the request wants it; also for the server's own errors, which have a page, too. */
export function sendPage(c: Context<HttpEnv>, { web }: Pick<HttpServices, 'web'>, model: PageModel): Response {
  const status = model.page === 'error' ? model.status : 200;
  const shell = c.get('shell');
  const headers = { Vary: 'Accept, Cookie', 'Cache-Control': 'private, no-cache' };
  if (wantsJson(c)) return c.json({ model, shell }, status as 200, headers);
  const { pathname, search } = new URL(c.req.url);
  return c.html(web.render(model, shell, pathname + search), status as 200, headers);
}

const wantsJson = (c: Context): boolean => (c.req.header('Accept') ?? '').startsWith('application/json');

// GET routes of all pages for readers, and the app's own files. What is asked and how it is answered stands with each address.
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { listComments } from '../../app/comments/list-comments.ts';
import { conflictsPage } from '../../app/pages/conflicts-page.ts';
import { historyPage } from '../../app/pages/history-page.ts';
import { changesPage, decisionsPage, sourcesPage } from '../../app/pages/list-pages.ts';
import { moderationPage } from '../../app/pages/moderation-page.ts';
import { numberPage } from '../../app/pages/number-page.ts';
import { operationsPage } from '../../app/pages/operations-page.ts';
import { reportPage } from '../../app/pages/report-page.ts';
import { reportsPage } from '../../app/pages/reports-page.ts';
import { reviewPage } from '../../app/pages/review-page.ts';
import { searchPage } from '../../app/pages/search-page.ts';
import { situationPage } from '../../app/pages/situation-page.ts';
import { missionPage, partyPage, placePage } from '../../app/pages/subject-page.ts';
import type { Right } from '../../model/account.ts';
import { viewAdd } from '../../views/pages/add.ts';
import type { PageModel } from '../../views/pages/page.ts';
import type { HttpEnv, HttpServices } from '../context.ts';
import { allow } from '../visitor.ts';
import { errorModel } from './error-model.ts';
import { ModelCache } from './model-cache.ts';
import { sendPage } from './send-page.ts';

type Words = Readonly<Record<string, string>>;
type Answer = (words: Words) => Promise<PageModel>;

export function pageRoutes(services: HttpServices): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  const cache = new ModelCache();
  // A page of somebody logged in holds a secret beside words that others may choose: compressed, its length could tell of both.
  const packs = compress({ encoding: 'gzip' });
  routes.use((c, next) => (c.get('shell').user === null ? packs(c, next) : next()));

  const wordsOf = (c: Context<HttpEnv>): Words => ({ ...c.req.query(), ...(c.req.param() as Words) });

  /** Answers that follow from the ledger alone are worked out once for each of its transactions. */
  const page = (path: string, answer: Answer): void => {
    routes.get(path, async (c) => {
      const key = `${services.clock.today()} ${c.get('standing')} ${c.req.path} ${JSON.stringify(c.req.query())}`;
      const model = await cache.get(key, () => answer(wordsOf(c))).catch(errorModel);
      return sendPage(c, services, model);
    });
  };
  const inside = (path: string, right: Right | null, answer: Answer): void => {
    routes.get(path, async (c) => {
      const work = async (): Promise<PageModel> => {
        if (right !== null) allow(c.get('visitor'), right);
        return answer(wordsOf(c));
      };
      return sendPage(c, services, await work().catch(errorModel));
    });
  };

  page('/', (words) => situationPage(services, words));
  page('/numbers/:party/:place', (words) => numberPage(services, words as Words & { party: string; place: string }));
  page('/history/:party/:place', (words) => historyPage(services, words as Words & { party: string; place: string }));
  page('/parties/:party', (words) => partyPage(services, { ...words, party: words['party']! }));
  page('/places/:place', (words) => placePage(services, { ...words, place: words['place']! }));
  page('/missions/:mission', (words) => missionPage(services, { ...words, mission: words['mission']! }));
  page('/conflicts', (words) => conflictsPage(services, words));
  page('/decisions', (words) => decisionsPage(services, words));
  page('/changes', (words) => changesPage(services, words));
  page('/reports', (words) => reportsPage(services, words));
  page('/search', (words) => searchPage(services, words));
  page('/sources', (words) => sourcesPage(services, words));
  page('/method', async () => ({ page: 'method', html: services.web.method }));

  inside('/reports/:id', null, async (words) => {
    const comments = await listComments(services, { report: words['id']! });
    const approved = comments.map((comment) => ({ ...comment, state: 'approved' as const }));
    return reportPage(services, { ...words, id: words['id']! }, approved);
  });
  inside('/login', null, async () => ({ page: 'login' }));
  inside('/review', 'judge', (words) => reviewPage(services, words));
  inside('/operations', 'admin', () => operationsPage(services));
  inside('/moderation', 'moderate', () => moderationPage(services));
  routes.get('/add', async (c) => {
    const work = async (): Promise<PageModel> => {
      const { name } = allow(c.get('visitor'), 'add');
      const draft = c.req.query('draft') ?? '';
      const looked = draft === '' ? null : services.drafts.get(name, draft);
      return looked === null ? { page: 'add', preview: null } : viewAdd(draft, looked, services.atlas);
    };
    return sendPage(c, services, await work().catch(errorModel));
  });

  routes.get('/assets/:name', (c) => {
    const file = services.web.asset(c.req.param('name'));
    if (file === null) return c.notFound();
    const headers = {
      'Content-Type': file.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    };
    const packed = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '') ? file.gzipped : null;
    if (packed === null) return c.body(file.bytes.slice().buffer, 200, headers);
    return c.body(packed.slice().buffer as ArrayBuffer, 200, { ...headers, 'Content-Encoding': 'gzip' });
  });
  return routes;
}

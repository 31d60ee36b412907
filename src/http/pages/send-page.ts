// A page's model as the request wants it: a whole document, or JSON for the app that goes on from one.
import type { Context } from 'hono';
import { unnamed } from '../../app/unnamed.ts';
import type { Notice, PageModel } from '../../views/pages/page.ts';
import { entityTag, isFresh } from '../api/freshness.ts';
import type { HttpEnv, HttpServices } from '../context.ts';
import { NOTICES, PROBLEMS } from '../forms/notices.ts';
import { seesReviewers } from '../visitor.ts';

const HEADERS = { Vary: 'Accept, Cookie', 'Cache-Control': 'private, no-cache' };

/** The pages on which judgements stand for everybody. */
const JUDGED: ReadonlySet<PageModel['page']> = new Set(['report', 'history']);

export function sendPage(c: Context<HttpEnv>, { web }: Pick<HttpServices, 'web'>, whole: PageModel): Response {
  const model = JUDGED.has(whole.page) && !seesReviewers(c.get('visitor')) ? unnamed(whole) : whole;
  const status = (model.page === 'error' ? model.status : 200) as 200;
  const answer = { model, shell: c.get('shell'), notice: noticeIn(c) };
  if (wantsJson(c)) {
    const body = JSON.stringify(answer);
    const tag = entityTag(body);
    if (status === 200 && isFresh(c.req.header('If-None-Match'), tag))
      return c.body(null, 304, { ...HEADERS, ETag: tag });
    return c.body(body, status, { ...HEADERS, ETag: tag, 'Content-Type': 'application/json; charset=utf-8' });
  }
  const { pathname, search } = new URL(c.req.url);
  return c.html(web.render(answer, pathname + search), status, HEADERS);
}

/** The app asks for JSON first; a browser that loads a page does not. */
export const wantsPage = (c: Context): boolean => (c.req.header('Accept') ?? '').includes('text/html');
const wantsJson = (c: Context): boolean => (c.req.header('Accept') ?? '').startsWith('application/json');

function noticeIn(c: Context): Notice | null {
  const { notice, problem } = c.req.query();
  const done = Object.entries(NOTICES).find(([word]) => word === notice);
  if (done !== undefined) return { kind: 'done', text: done[1] };
  const failed = Object.entries(PROBLEMS).find(([word]) => word === problem);
  return failed === undefined ? null : { kind: 'problem', text: failed[1]! };
}

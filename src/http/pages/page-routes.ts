// The pages for people: GET routes of HTML. The situation as a table, which needs no script.
import { Hono } from 'hono';
import { html } from 'hono/html';
import { askPosture } from '../../app/ask-posture.ts';
import type { PostureQuestion } from '../../app/questions.ts';
import type { HttpEnv, HttpServices } from '../context.ts';

export function pageRoutes(services: HttpServices): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/', async (c) => {
    const { at, known, rows } = await askPosture(services, c.req.query() as PostureQuestion);
    const name = services.atlas.displayName;
    return c.html(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Posture on ${at}</title></head>
<body><main><h1>Posture on ${at}, as known on ${known}</h1>
<table><thead><tr><th>Force</th><th>Country</th><th>Place</th><th>Mission</th><th>At least</th><th>At most</th><th>Counted</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><td>${name(row.party)}</td><td>${row.place.country === null ? '' : name(row.place.country)}</td><td>${row.place.name ?? ''}</td><td>${row.mission ?? ''}</td><td>${row.min}</td><td>${row.max ?? 'not known'}</td><td>${row.observed ?? ''}</td></tr>`)}</tbody></table></main></body></html>`);
  });
  return routes;
}

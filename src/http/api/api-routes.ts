// Everything under /api/v1, described at /api/v1/openapi.json.
import { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpEnv, HttpServices } from '../context.ts';
import type { Form } from '../forms/form.ts';
import { AnswerCache } from './answer-cache.ts';
import { readableFromAnySite } from './cross-site.ts';
import { EVENT_QUESTIONS } from './event-questions.ts';
import { eventRoute, type Listeners } from './events.ts';
import { moderationRoute } from './moderation-route.ts';
import { POSTURE_QUESTIONS } from './posture-questions.ts';
import { answerQuestion, refuseParameters } from './question.ts';
import { reviewRoute } from './review-route.ts';
import { SOURCE_QUESTIONS } from './source-questions.ts';
import { writeRoutes } from './write-routes.ts';

export function apiRoutes(services: HttpServices, forms: readonly Form[], listeners: Listeners): OpenAPIHono<HttpEnv> {
  const routes = new OpenAPIHono<HttpEnv>({ defaultHook: refuseParameters });
  routes.use(readableFromAnySite());
  const asked = { routes, services, cache: new AnswerCache() };
  for (const one of [...POSTURE_QUESTIONS, ...EVENT_QUESTIONS, ...SOURCE_QUESTIONS]) answerQuestion(asked, one);
  eventRoute(routes, listeners);
  moderationRoute(routes, services);
  reviewRoute(routes, services);
  writeRoutes(routes, services, forms);
  routes.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Laydown',
      version: services.version,
      description: 'Who has how many troops where, who says so, and since when.',
    },
    servers: [{ url: '/api/v1' }],
  });
  return routes;
}

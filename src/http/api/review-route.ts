// What nobody has judged yet, the weightiest or the least sure first, as the review page and `laydown review` have it: for those who may judge.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { reviewPage } from '../../app/pages/review-page.ts';
import { REVIEW_ORDERS } from '../../model/verdicts.ts';
import type { HttpEnv, HttpServices } from '../context.ts';
import { allow } from '../visitor.ts';
import { known } from './answer-schemas.ts';
import { when } from './parameters.ts';
import { problemsOf } from './problem-schema.ts';

const MOST = 50;

const route = createRoute({
  method: 'get',
  path: '/review',
  summary: 'Claims that nobody has judged yet, with what each decides; for those who may judge.',
  request: {
    query: z.strictObject({
      order: z.enum(REVIEW_ORDERS).optional().openapi({ description: 'By what it changes, or by how unsure it is.' }),
      limit: z.coerce.number().int().min(1).max(MOST).optional().openapi({ example: 8 }),
      at: when.at,
      known: when.known,
    }),
  },
  responses: {
    200: {
      description: 'The first of them, and how many there are.',
      content: {
        'application/json': {
          schema: z
            .object({
              known,
              order: z.enum(REVIEW_ORDERS),
              open: z.int(),
              claims: z.array(z.looseObject({ claim: z.looseObject({ id: z.string() }), notation: z.string() })),
            })
            .openapi('Review'),
        },
      },
    },
    ...problemsOf(400, 401, 403, 429, 503),
  },
});

export const reviewRoute = (routes: OpenAPIHono<HttpEnv>, services: HttpServices): void =>
  void routes.openapi(route, async (c) => {
    allow(c.get('visitor'), 'judge');
    const { limit, ...words } = c.req.valid('query');
    const page = await reviewPage(services, words, limit === undefined ? {} : { limit });
    const { known, order, open, items } = page;
    return c.json({ known, order, open, claims: items }, 200, { 'Cache-Control': 'private, no-store' }) as never;
  });

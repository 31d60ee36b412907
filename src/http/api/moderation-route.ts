// Comments as moderators see them: all of them, with what was decided.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { listModeration } from '../../app/comments/list-comments.ts';
import { moderationSchema } from '../../model/comment.ts';
import type { HttpEnv, HttpServices } from '../context.ts';
import { allow } from '../visitor.ts';
import { problemsOf } from './problem-schema.ts';

const STATES = ['pending', 'approved', 'refused', 'erased'] as const;

const route = createRoute({
  method: 'get',
  path: '/comments',
  summary: 'Comments on all reports with what was decided on them; for those who may moderate.',
  request: { query: z.strictObject({ state: z.enum(STATES).optional() }) },
  responses: {
    200: {
      description: 'In the order they were posted.',
      content: {
        'application/json': {
          schema: z.object({
            comments: z.array(
              z.object({
                id: z.string(),
                report: z.string(),
                name: z.string().nullable(),
                text: z.string().nullable(),
                posted: z.string(),
                state: z.enum(STATES),
                moderation: z.object(moderationSchema.shape).nullable(),
              }),
            ),
          }),
        },
      },
    },
    ...problemsOf(400, 401, 403, 429, 503),
  },
});

export const moderationRoute = (routes: OpenAPIHono<HttpEnv>, services: HttpServices): void =>
  void routes.openapi(route, async (c) => {
    allow(c.get('visitor'), 'moderate');
    const { state } = c.req.valid('query');
    const comments = await listModeration(services, state === undefined ? {} : { state });
    return c.json({ comments }, 200, { 'Cache-Control': 'private, no-store' }) as never;
  });

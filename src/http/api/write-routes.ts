// What programs may write: the forms of the site, described. They need a token, or a session with its form token in X-CSRF-Token.
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { MODERATIONS, moderationSchema } from '../../model/comment.ts';
import { VERDICTS } from '../../model/verdicts.ts';
import type { HttpEnv, HttpServices } from '../context.ts';
import { type Form, mountForm } from '../forms/form.ts';
import { judgement } from './answer-schemas.ts';
import { name } from './parameters.ts';
import { problemsOf } from './problem-schema.ts';

interface Described {
  readonly summary: string;
  readonly needs: string;
  readonly body: z.ZodObject;
  readonly answer: z.ZodType;
}

const text = (description: string, most: number) => z.string().max(most).openapi({ description });

const DESCRIBED: Readonly<Record<string, Described>> = {
  '/claims/:id/judgements': {
    summary: 'Accept, reject or correct a claim; withdraw undoes the judgement in force.',
    needs: 'judge',
    body: z.object({
      verdict: z.enum(VERDICTS),
      note: text('Why.', 1000).optional(),
      notation: text('With `correct`: the claim as it should read, in the one-line notation.', 4000).optional(),
    }),
    answer: z.object({ judgement, new: z.boolean() }),
  },
  '/reports/:id/comments': {
    summary:
      'Comment on a report, as a reader. It waits for an editor; the e-mail address is kept as a keyed hash only.',
    needs: 'nothing; without a token the form token of a page',
    body: z.object({ name: text('', 80), email: text('Never published.', 254), text: text('Plain text.', 4000) }),
    answer: z.object({ state: z.literal('pending') }),
  },
  '/add': {
    summary:
      'Add a report: a text, or what stands at an address of the public web. As multipart/form-data also a file.',
    needs: 'add',
    body: z.object({
      step: z.enum(['look', 'keep']).optional().openapi({ description: 'look: read and keep nothing; keep is usual.' }),
      text: text('The report.', 200_000).optional(),
      address: text('Where it stands.', 2000).optional(),
      draft: text('Keep what was looked at, by the name that `look` gave.', 100).optional(),
      title: text('', 500).optional(),
      publisher: text('', 500).optional(),
      published: text('YYYY-MM-DD.', 10).optional(),
    }),
    answer: z.looseObject({}),
  },
  '/comments/:id/moderation': {
    summary: 'Approve or refuse a comment, withdraw that, or erase its words for good.',
    needs: 'moderate',
    body: z.object({ verdict: z.enum(MODERATIONS), note: text('Why.', 1000).optional() }),
    answer: z.object({ moderation: z.object(moderationSchema.shape).openapi('Moderation') }),
  },
};

export function writeRoutes(routes: OpenAPIHono<HttpEnv>, services: HttpServices, forms: readonly Form[]): void {
  for (const form of forms) {
    mountForm(routes, services, form);
    const about = DESCRIBED[form.path];
    if (about === undefined) throw new Error(`the API does not describe ${form.path}`);
    const content = (schema: z.ZodType) => ({ 'application/json': { schema } });
    routes.openAPIRegistry.registerPath({
      method: 'post',
      path: form.path.replace(/:(\w+)/g, '{$1}'),
      summary: about.summary,
      description: `Needs the right: ${about.needs}.`,
      request: {
        ...(form.path.includes(':id') ? { params: z.object({ id: name('Its id.', '3f2a9c') }) } : {}),
        body: { required: true, content: content(about.body) },
      },
      responses: {
        200: { description: 'It was recorded before.', content: content(about.answer) },
        201: { description: 'Recorded.', content: content(about.answer) },
        ...problemsOf(400, 401, 403, 404, 413, 415, 422, 429, 503),
      },
    });
  }
}

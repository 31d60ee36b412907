// The one shape of errors, for the API's description.
import { type RouteConfig, z } from '@hono/zod-openapi';

const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:laydown:problem:not-found' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: 'What, which one, and what to do.' }),
    instance: z.string().openapi({ description: 'The id of the request.' }),
  })
  .openapi('Problem');

const MEANING = {
  400: 'The request is not as it must be.',
  401: 'An account or a token is needed.',
  403: 'This account or token may not do that.',
  404: 'No such thing.',
  409: 'It is there already, or was changed meanwhile.',
  413: 'The content is too large.',
  415: 'This content type is not read here.',
  422: 'The content cannot be taken.',
  429: 'Too many requests: wait as long as Retry-After says.',
  503: 'The ledger is not reachable.',
} as const;

type ResponseObject = RouteConfig['responses'][number];

const content = { 'application/problem+json': { schema: problemSchema } };

export const problemsOf = (...statuses: readonly (keyof typeof MEANING)[]): Record<number, ResponseObject> =>
  Object.fromEntries(statuses.map((status) => [status, { description: MEANING[status], content }]));

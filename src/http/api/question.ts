// One question of the API: its parameters, its answer, and how that is also written as CSV or GeoJSON at the same address.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { unnamed } from '../../app/unnamed.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import { LaydownError } from '../../model/errors.ts';
import type { HttpEnv, HttpServices } from '../context.ts';
import { seesReviewers } from '../visitor.ts';
import type { AnswerCache, Answered } from './answer-cache.ts';
import { entityTag, isFresh } from './freshness.ts';
import { firstPage, keyIn, pageOf } from './paging.ts';
import { LIST_LENGTH } from './parameters.ts';
import { problemsOf } from './problem-schema.ts';

type Parameters = z.ZodObject;
/** What was asked; a parameter left out is absent. */
export type Given<P extends Parameters> = { [K in keyof z.infer<P>]: Exclude<z.infer<P>[K], undefined> };

export interface PartAsked {
  readonly limit: number;
  readonly after?: string;
}

/** An item of the lists that an answer holds. */
type Item<A extends object> = Extract<A[keyof A], readonly unknown[]>[number];

export interface QuestionOf<P extends Parameters, A extends object> {
  /** "/posture", "/reports/{id}" */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** In the query, or in the path where the path names them. */
  readonly parameters: P;
  readonly answer: z.ZodType;
  ask(services: HttpServices, asked: Given<P>): Promise<A>;
  /** The list of the answer that comes in pages, with what names an item uniquely. */
  readonly list?: {
    readonly field: keyof A & string;
    keyOf(item: never): string;
    /** The answer with no more than `limit` of the list, from behind the item of the key `after`: where asking for all of it costs as much as all of it is. */
    part?(services: HttpServices, asked: Given<P>, part: PartAsked): Promise<A>;
    /** What costs something for each item is worked out for those of the page alone. */
    complete?(services: HttpServices, items: readonly Item<A>[], asked: Given<P>): Promise<readonly object[]>;
  };
  /** True: judgements stand in it, whose names are told to those who judge. */
  readonly isJudged?: boolean;
  /** Lines of a table, the head first. */
  readonly csv?: (answer: A, services: HttpServices) => Iterable<string>;
  /** A FeatureCollection. */
  readonly geojson?: (answer: A, services: HttpServices) => object;
}

// biome-ignore lint/suspicious/noExplicitAny: questions of all shapes stand in one list; `question` has checked each.
export type Question = QuestionOf<any, any>;

/** Ties the parts of a question together by their types. */
export const question = <P extends Parameters, A extends object>(one: QuestionOf<P, A>): QuestionOf<P, A> => one;

export interface Asked {
  readonly routes: OpenAPIHono<HttpEnv>;
  readonly services: HttpServices;
  readonly cache: AnswerCache;
}

export function answerQuestion<P extends Parameters, A extends object>(to: Asked, question: QuestionOf<P, A>): void {
  const { routes } = to;
  const isJudged = question.isJudged === true;
  const write = (ending: string, media: string, schema: z.ZodType, body: Body<P>): void => {
    const inPath = pathNames(question.path);
    const route = createRoute({
      method: 'get',
      path: `${question.path}${ending}`,
      summary: question.summary,
      ...(question.description === undefined ? {} : { description: question.description }),
      request: {
        ...(inPath.length > 0 ? { params: only(question.parameters, inPath) } : {}),
        query: except(question.parameters, inPath),
      },
      responses: {
        200: { description: question.summary, content: { [media]: { schema } } },
        304: { description: 'As the client has it already (If-None-Match).' },
        ...problemsOf(400, 401, 403, 404, 429, 503),
      },
    });
    routes.openapi(route, (c) => {
      const asked = { ...(c.req.valid('param' as never) as object), ...(c.req.valid('query' as never) as object) };
      return respond(to, c, asked as unknown as Given<P>, media, body, isJudged) as never;
    });
  };
  const { services } = to;
  write('', 'application/json', question.answer, async (asked, isNamed) => {
    const answer = await pagedAnswer(services, question, asked);
    return JSON.stringify(isNamed ? answer : unnamed(answer));
  });
  const { csv, geojson } = question;
  const whole = (asked: Given<P>): Promise<A> => question.ask(services, withoutPaging(asked));
  if (csv)
    write('.csv', 'text/csv', z.string(), async (asked) => [...csv(await whole(asked), services), ''].join('\r\n'));
  if (geojson)
    write('.geojson', 'application/geo+json', FEATURES, async (asked) =>
      JSON.stringify(geojson(await whole(asked), services)),
    );
}

const FEATURES = z
  .object({ type: z.literal('FeatureCollection'), features: z.array(z.looseObject({})) })
  .openapi('FeatureCollection');

/** `isNamed` false: without the names of those who judged. */
type Body<P extends Parameters> = (asked: Given<P>, isNamed: boolean) => Promise<string>;

async function respond<P extends Parameters>(
  { services, cache }: Asked,
  c: Context<HttpEnv>,
  asked: Given<P>,
  media: string,
  body: Body<P>,
  isJudged: boolean,
): Promise<Response> {
  const isNamed = !isJudged || seesReviewers(c.get('visitor'));
  const key = canonicalJson([c.get('standing'), services.clock.today(), c.req.path, asked, isNamed]);
  const tag = entityTag(key);
  const varies = isJudged ? { Vary: 'Authorization, Cookie' } : {};
  const headers = { 'Cache-Control': 'no-cache', ETag: tag, ...varies };
  if (isFresh(c.req.header('If-None-Match'), tag)) return c.body(null, 304, headers);
  const answered = await cache.get(
    key,
    async (): Promise<Answered> => ({ body: await body(asked, isNamed), headers: { 'Content-Type': media } }),
  );
  return c.body(answered.body, 200, { ...headers, ...answered.headers });
}

function withoutPaging<P extends Parameters>(asked: Given<P>): Given<P> {
  const { limit: _limit, cursor: _cursor, ...rest } = asked as Record<string, unknown>;
  return rest as unknown as Given<P>;
}

/** The answer with the page asked for of its list, and `next`, the cursor of the one after it. */
async function pagedAnswer<P extends Parameters, A extends object>(
  services: HttpServices,
  question: QuestionOf<P, A>,
  asked: Given<P>,
): Promise<object> {
  const { list } = question;
  const rest = withoutPaging(asked);
  if (list === undefined) return question.ask(services, rest);
  const { limit = LIST_LENGTH.usual, cursor } = asked as { readonly limit?: number; readonly cursor?: string };
  const { answer, page } = await (list.part === undefined
    ? question.ask(services, rest).then((answer) => ({
        answer,
        page: pageOf(answer[list.field] as readonly never[], list.keyOf, limit, cursor),
      }))
    : partOf(list.part, cursor));
  const whole = await list.complete?.(services, page.items, asked);
  return { ...answer, [list.field]: whole ?? page.items, next: page.next };

  async function partOf(part: NonNullable<NonNullable<QuestionOf<P, A>['list']>['part']>, at: string | undefined) {
    const from = at === undefined ? undefined : keyIn(at);
    // One more than the page: where there is one, another page follows.
    const answer = await part(services, rest, { limit: limit + 1, ...(from === undefined ? {} : { after: from }) });
    return { answer, page: firstPage(answer[list!.field] as readonly never[], list!.keyOf, limit) };
  }
}

const pathNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

const only = (parameters: Parameters, names: readonly string[]): z.ZodObject =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, parameters.shape[name]!])));

const except = (parameters: Parameters, names: readonly string[]): z.ZodObject =>
  z.strictObject(Object.fromEntries(Object.entries(parameters.shape).filter(([name]) => !names.includes(name))));

/** A parameter that is not as it must be -> the error that says which. */
export function refuseParameters(result: { readonly success: boolean; readonly error?: z.ZodError }): void {
  if (result.success || result.error === undefined) return;
  const [issue] = result.error.issues;
  const which = issue?.path.join('.');
  const told = issue?.code === 'unrecognized_keys' ? `unknown parameter ${issue.keys.join(', ')}` : issue?.message;
  throw new LaydownError('usage', which ? `${which}: ${told}` : (told ?? 'the parameters are not as they must be'));
}

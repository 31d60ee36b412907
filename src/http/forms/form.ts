// What is posted: by a form without a script (answered with a redirect back) or as JSON (answered with JSON), the same verb beneath.
import type { Context, Hono } from 'hono';
import { wellFormed } from '../../app/sound-text.ts';
import type { Right } from '../../model/account.ts';
import type { HttpEnv, HttpServices } from '../context.ts';
import { checkFormToken, checkSameSite } from '../form-token.ts';
import { limitBody } from '../middleware/limits.ts';
import { codeOf, HttpProblem, problemOf, statusOf } from '../problem.ts';
import { allow, type Visitor } from '../visitor.ts';
import type { Notice } from './notices.ts';

export interface Posted {
  /** Text fields by name; of a field given twice, the last. */
  readonly fields: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, File>>;
  readonly visitor: Visitor;
  /** Seconds since the page with the form was made; null where a token of the API was used. */
  readonly age: number | null;
}

export interface Outcome {
  /** What a reader is told on the page they come back to. */
  readonly notice: Notice;
  /** For a program. */
  readonly answer: object;
  /** 201 where something was made. */
  readonly status?: 200 | 201;
  /** Where to go instead of back. */
  readonly to?: string;
}

export interface Form {
  readonly path: string;
  /** Null: readers without an account may, too. */
  readonly right: Right | null;
  readonly bytes: number;
  post(posted: Posted, c: Context<HttpEnv>): Promise<Outcome | Response>;
}

export function mountForm(routes: Hono<HttpEnv>, services: HttpServices, { path, right, bytes, post }: Form): void {
  routes.post(path, async (c, next) => {
    if (right !== null && !wantsJson(c) && c.get('visitor').account === null) return backWith(c, {}, 'not-logged-in');
    if (right !== null) allow(c.get('visitor'), right);
    return limitBody(bytes)(c, next);
  });
  routes.post(path, async (c) => {
    const visitor = c.get('visitor');
    let fields: Posted['fields'] = {};
    try {
      const body = await bodyOf(c);
      fields = body.fields;
      const outcome = await post({ ...body, visitor, age: checkedAge(c, services, visitor, fields) }, c);
      if (outcome instanceof Response) return outcome;
      if (wantsJson(c)) return c.json(outcome.answer, outcome.status ?? 200);
      return c.redirect(withQuery(outcome.to ?? backIn(fields), 'notice', outcome.notice), 303);
    } catch (error) {
      const code = codeOf(error);
      if (wantsJson(c) || code === 'defect' || statusOf(code) === 503) {
        if (code === 'defect') throw error;
        return problemOf(c, error);
      }
      return backWith(c, fields, code);
    }
  });
}

/** JSON was sent or is asked for, or a program calls. */
export const wantsJson = (c: Context): boolean =>
  c.req.path.startsWith('/api/') ||
  /^application\/json\b/.test(c.req.header('Content-Type') ?? '') ||
  /^application\/json\b/.test(c.req.header('Accept') ?? '') ||
  c.req.header('Authorization') !== undefined;

/** A token of the API is no cookie that another site could make a browser send: it needs no form's token. */
function checkedAge(
  c: Context<HttpEnv>,
  services: HttpServices,
  { scopes, session }: Visitor,
  fields: Posted['fields'],
): number | null {
  if (scopes !== null) return null;
  checkSameSite(c.req.raw.headers, c.get('shell').publicBase);
  const token = fields['csrf'] ?? c.req.header('X-CSRF-Token');
  return checkFormToken(services.secret, session, services.clock.now(), token);
}

async function bodyOf(c: Context): Promise<Pick<Posted, 'fields' | 'files'>> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (type === 'application/json') return { fields: stringsIn(await jsonOf(c)), files: {} };
  if (type !== 'application/x-www-form-urlencoded' && type !== 'multipart/form-data')
    throw new HttpProblem(
      'unsupported-type',
      'send a form (application/x-www-form-urlencoded, multipart/form-data) or JSON',
    );
  const fields: Record<string, string> = {};
  const files: Record<string, File> = {};
  let form: FormData;
  try {
    form = await c.req.formData();
  } catch (error) {
    throw error instanceof HttpProblem || codeOf(error) !== 'defect'
      ? error
      : new HttpProblem('usage', 'the form is broken: it cannot be read');
  }
  for (const [name, value] of form) {
    if (typeof value === 'string') fields[name] = storable(value);
    else if (value.size > 0) files[name] = value;
  }
  return { fields, files };
}

async function jsonOf(c: Context): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem('usage', 'the body is no JSON');
  }
}

function stringsIn(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HttpProblem('usage', 'the body is to be a JSON object');
  const fields: Record<string, string> = {};
  for (const [name, field] of Object.entries(value)) {
    if (field === null || field === undefined) continue;
    if (typeof field !== 'string') throw new HttpProblem('usage', `${name}: is to be a text`);
    fields[name] = storable(field);
  }
  return fields;
}

/** No database text holds half characters or NUL: the first are marked, the second left out. */
const storable = (text: string): string => wellFormed(text).replaceAll('\u0000', '');

const backWith = (c: Context, fields: Posted['fields'], problem: string): Response =>
  c.redirect(withQuery(backIn(fields), 'problem', problem), 303);

/** The page that the form stood on: an address of this site, whatever the field says. */
export function backIn({ back }: Posted['fields']): string {
  if (back === undefined || back.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(back)) return '/';
  return back;
}

function withQuery(path: string, name: 'notice' | 'problem', value: string): string {
  const url = new URL(path, 'http://site.invalid');
  // "/..//host" is a path of this site until its dots are resolved, and then another site.
  if (url.origin !== 'http://site.invalid' || url.pathname.startsWith('//')) return `/?${name}=${value}`;
  url.searchParams.delete('notice');
  url.searchParams.delete('problem');
  url.searchParams.set(name, value);
  return url.pathname + url.search + url.hash;
}

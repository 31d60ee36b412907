// All forms of the site: at their own addresses for pages, and under /api/v1 for programs.
import { Hono } from 'hono';
import type { HttpEnv, HttpServices } from '../context.ts';
import type { ServerOptions } from '../options.ts';
import { addForm } from './add.ts';
import { commentForm, moderationForm } from './comment.ts';
import { type Form, mountForm } from './form.ts';
import { judgeForm } from './judge.ts';
import { logInForms } from './log-in.ts';

export interface Forms {
  /** Posted by pages alone. */
  readonly own: readonly Form[];
  /** Also part of the API. */
  readonly shared: readonly Form[];
}

export const formsOf = (services: HttpServices, options: ServerOptions): Forms => ({
  own: logInForms(services, options),
  shared: [judgeForm(services), commentForm(services, options), moderationForm(services), addForm(services)],
});

export function formRoutes(services: HttpServices, { own, shared }: Forms): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  for (const form of [...own, ...shared]) mountForm(routes, services, form);
  return routes;
}

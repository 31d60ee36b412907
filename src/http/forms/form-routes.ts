// All forms of the site.
import { Hono } from 'hono';
import type { HttpEnv, HttpServices } from '../context.ts';
import type { ServerOptions } from '../options.ts';
import { mountForm } from './form.ts';
import { judgeForm } from './judge.ts';
import { logInForms } from './log-in.ts';

export function formRoutes(services: HttpServices, options: ServerOptions): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  for (const form of [...logInForms(services, options), judgeForm(services)]) mountForm(routes, services, form);
  return routes;
}

// What a request carries: the services behind it, and the shell that every page and answer is given.
import type { HttpBindings } from '@hono/node-server';
import type { WarmLedger } from '../app/known-on.ts';
import type { LedgerWatch } from '../app/ledger-watch.ts';
import type { Services } from '../app/services.ts';
import type { TextServices } from '../ports/intake.ts';

export const ROLES = ['reader', 'reviewer', 'editor', 'admin'] as const;
/** Each role may do what those before it may. */
export type Role = (typeof ROLES)[number];

export interface HttpServices extends Services {
  /** The ledger held in memory: questions are answered from it. */
  readonly warm: WarmLedger;
  readonly texts: TextServices;
  readonly watch: LedgerWatch;
  /** The program's version, for pages and the API's description. */
  readonly version: string;
}

/** What is the same on every page of one request. */
export interface Shell {
  /** Who is logged in; null is a reader without an account. */
  readonly user: { readonly name: string; readonly role: Role } | null;
  /** Goes into the field `csrf` of every form; null where nothing may be posted. */
  readonly csrf: string | null;
  /** Scheme and host under which readers see the site, without a slash at its end: for permanent addresses and feeds. */
  readonly publicBase: string;
  /** The ledger transaction that answers of this request stand on. */
  readonly transaction: number;
}

export interface HttpEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    readonly requestId: string;
    readonly shell: Shell;
  };
}

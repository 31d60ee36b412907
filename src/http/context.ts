// What a request carries: the services behind it, and the shell that every page and answer is given.
import type { HttpBindings } from '@hono/node-server';
import type { WarmLedger } from '../app/known-on.ts';
import type { LedgerWatch } from '../app/ledger-watch.ts';
import type { QueueWatch } from '../app/queue-watch.ts';
import type { Services } from '../app/services.ts';
import type { Fetcher } from '../ports/fetcher.ts';
import type { TextServices } from '../ports/intake.ts';
import type { Shell } from '../views/pages/shell.ts';
import type { DraftShelf } from './draft-shelf.ts';
import type { WebApp } from './pages/web-app.ts';
import type { Visitor } from './visitor.ts';

export interface HttpServices extends Services {
  /** The ledger held in memory: questions are answered from it. */
  readonly warm: WarmLedger;
  readonly texts: TextServices;
  readonly watch: LedgerWatch;
  /** Where the server was told of one: shown to those who keep it running. */
  readonly queue?: QueueWatch | undefined;
  readonly web: WebApp;
  /** Reads addresses of the public web, and no others. */
  readonly fetcher: Fetcher;
  readonly drafts: DraftShelf;
  /** The server's own: forms and e-mail addresses are signed with it. */
  readonly secret: string;
  /** The program's version, for pages and the API's description. */
  readonly version: string;
}

export interface HttpEnv {
  Bindings: Partial<HttpBindings>;
  Variables: {
    readonly requestId: string;
    readonly shell: Shell;
    /** Names what answers from memory follow from. */
    readonly standing: string;
    /** Who asks, for what may be done. */
    readonly visitor: Visitor;
  };
}

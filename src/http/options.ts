// How a server is set up: what `laydown serve` asks and what tests vary.

export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Under which readers see the site, where a proxy stands before it: "https://ledger.example.org". Null: the address listened on. */
  readonly publicBase: string | null;
  /** True where a proxy before the server sets X-Forwarded-For: its last entry is the reader's address. */
  readonly trustProxy: boolean;
  /** Reading needs an account, too. */
  readonly isPrivate: boolean;
  /** Requests a minute from one address, and of those the ones that write. */
  readonly requestsPerMinute: number;
  readonly writesPerMinute: number;
  /** Comments an hour from one address. */
  readonly commentsPerHour: number;
  /** How long a request may take to arrive, in ms. */
  readonly requestMs: number;
  /** One line of JSON a request. */
  readonly log: (line: string) => void;
}

export const DEFAULT_OPTIONS: ServerOptions = {
  host: '127.0.0.1',
  port: 8080,
  publicBase: null,
  trustProxy: false,
  isPrivate: false,
  requestsPerMinute: 1200,
  writesPerMinute: 60,
  commentsPerHour: 10,
  requestMs: 30_000,
  log: () => undefined,
};

// What the command line is given by main.ts: the adapters, each opened only by the verb that needs it.
import type { Asking, WarmLedger } from '../app/known-on.ts';
import type { LedgerWatch } from '../app/ledger-watch.ts';
import type { ModelReader, ModelServices } from '../app/model-reader.ts';
import type { QueueWatch } from '../app/queue-watch.ts';
import type { Reader, Services } from '../app/services.ts';
import type { Atlas } from '../model/atlas.ts';
import type { BackupFiles } from '../ports/backup.ts';
import type { Clock } from '../ports/clock.ts';
import type { Fetcher } from '../ports/fetcher.ts';
import type { FileFinder, TextServices } from '../ports/intake.ts';
import type { Output } from '../ports/output.ts';
import type { Queue } from '../ports/queue.ts';
import type { Store } from '../ports/store.ts';

export interface Serving extends Services {
  readonly warm: WarmLedger;
  readonly texts: TextServices;
  readonly watch: LedgerWatch;
  readonly queue?: QueueWatch | undefined;
  readonly secret: string;
  readonly version: string;
}

export interface ModelOptions {
  readonly model: string;
  readonly base: string;
  /** Null: the service needs none. */
  readonly key: string | null;
  readonly onRefused: NonNullable<ModelServices['onRefused']>;
}

export interface AssistantOptions {
  readonly version: string;
  /** Whose judgements an assistant may record; null: none. */
  readonly judgesAs: string | null;
}

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  /** Null: the address listened on. */
  readonly publicBase: string | null;
  readonly trustProxy: boolean;
  readonly isPrivate: boolean;
  readonly requestsPerMinute: number;
  readonly log: (line: string) => void;
}

export interface Wiring {
  readonly version: string;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** The ledger used where --db names none: LAYDOWN_DB, else the user's data directory. */
  defaultLedger(): Promise<string>;
  /**
   * Throws LaydownError `store-...`. `readFrom`: a copy to read from. `onWait` is told who holds a ledger that is waited for, `onWarn` what else should be known of one that opens.
   * From `ending` on, when the process is told to end, a server that does not answer is given up within seconds.
   * A ledger that another process holds and shares opens through that process, unless it is asked for `alone`.
   */
  openLedger(
    address: string,
    options: {
      readonly readFrom: string | undefined;
      readonly onWait: (holder: string) => void;
      readonly onWarn: (message: string) => void;
      readonly alone: boolean;
      readonly ending: AbortSignal | undefined;
    },
  ): Promise<Store>;
  /** Shares a ledger that is held alone with other commands, until the function returned is called. */
  shareLedger(address: string, store: Store): Promise<() => void>;
  /** An empty ledger in a directory of its own, removed after `use`. */
  scratchLedger<T>(use: (store: Store) => Promise<T>): Promise<T>;
  backups(): Promise<BackupFiles>;
  atlas(): Promise<Atlas>;
  reader(): Promise<Reader>;
  /** The built-in reader in so many threads of its own. */
  readerIn(threads: number): Promise<Reader>;
  /** A language model as a reader. Throws LaydownError `usage` for an address that is none. */
  model(options: ModelOptions): Promise<ModelReader>;
  /** For claims made elsewhere. */
  grounder(): Promise<Services['grounderOf']>;
  /** Throws LaydownError `store-unreachable`, `usage`. */
  openQueue(address: string): Promise<Queue>;
  /** Names this process among workers: "host-4711". */
  hostAndProcess(): string;
  readonly files: FileFinder;
  readonly texts: TextServices;
  /** For addresses that the user names: the network is touched by nothing else. */
  fetcher(): Promise<Fetcher>;
  /** For addresses that others name, in a feed: public ones, and those of the hosts ("host:port") that the user named. */
  fetcherOf(hosts: ReadonlySet<string>): Promise<Fetcher>;
  /** Where a file that comes with the program lies: "maps/un-missions.yaml". */
  dataFile(name: string): string;
  writeFile(path: string, text: string): Promise<void>;
  /** Starts the web server. Throws LaydownError `usage` where the address cannot be listened on. */
  listen(services: Serving, options: ListenOptions): Promise<{ readonly url: string; close(): Promise<void> }>;
  /** Answers an assistant on standard input and output until they end. */
  assistOnStdio(services: Asking, about: AssistantOptions): Promise<void>;
  /** The same over HTTP. Throws LaydownError `usage` where the address cannot be listened on. */
  assistOnPort(
    services: Asking,
    about: AssistantOptions,
    options: { readonly host: string; readonly port: number; readonly token: string },
  ): Promise<{ readonly url: string; close(): Promise<void> }>;
  /** Resolves when the user or the system asks the process to end. */
  untilEnded(): Promise<void>;
  /** `path` null: standard output. Throws LaydownError `usage` where the file cannot be written. */
  openOutput(path: string | null): Promise<Output>;
  /** Ends threads that would keep the process alive. */
  close(): Promise<void>;
}

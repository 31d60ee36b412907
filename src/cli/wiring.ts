// What the command line is given by main.ts: the adapters, each opened only by the verb that needs it.
import type { Reader, Services } from '../app/services.ts';
import type { Atlas } from '../model/atlas.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileFinder, TextServices } from '../ports/intake.ts';
import type { Store } from '../ports/store.ts';

export interface Wiring {
  readonly version: string;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** The ledger used where --db names none: LAYDOWN_DB, else the user's data directory. */
  defaultLedger(): Promise<string>;
  /** Throws LaydownError `store-...`. `onWait` is told who holds a ledger that is waited for. */
  openLedger(address: string, onWait: (holder: string) => void): Promise<Store>;
  atlas(): Promise<Atlas>;
  reader(): Promise<Reader>;
  /** For claims made elsewhere. */
  grounder(): Promise<Services['grounderOf']>;
  readonly files: FileFinder;
  readonly texts: TextServices;
  /** Where a file that comes with the program lies: "maps/un-missions.yaml". */
  dataFile(name: string): string;
  writeFile(path: string, text: string): Promise<void>;
  /** Ends threads that would keep the process alive. */
  close(): Promise<void>;
}

// Where adapters meet the application: the command's entry. What a verb does not need is not loaded.
import { mkdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageFile from '../package.json' with { type: 'json' };
import { fileFinder } from './adapters/file-finder.ts';
import { textServices } from './adapters/text-services.ts';
import { run } from './cli/run.ts';
import type { Wiring } from './cli/wiring.ts';
import { READABLE } from './formats/format-of.ts';
import { PARSER_LIMITS } from './formats/limits.ts';
import { LaydownError } from './model/errors.ts';
import { systemClock } from './ports/clock.ts';

const texts = textServices(new URL('./parser-worker.js', import.meta.url), PARSER_LIMITS);

const untilEnded = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

const userAgent = `Laydown/${packageFile.version}`;

/** What must end before the process can. */
const endings: (() => Promise<void>)[] = [];

const wiring: Wiring = {
  version: packageFile.version,
  clock: systemClock,
  env: process.env,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  defaultLedger: async () => (await import('./adapters/open-store.ts')).defaultAddress(process.env, process.platform),
  openLedger: async (address, options) => (await import('./adapters/open-store.ts')).openStore(address, options),
  shareLedger: async (address, store) => (await import('./adapters/ledger-door.ts')).openDoor(address, store),
  scratchLedger: async (use) => (await import('./adapters/open-store.ts')).inScratchStore(use),
  backups: async () => (await import('./adapters/backup-files.ts')).backupFiles,
  atlas: async () => (await import('./wire-gazetteer.ts')).atlas(),
  reader: async () => (await import('./wire-reader.ts')).reader(),
  readerIn: async (threads) =>
    (await import('./wire-reader.ts')).pooledReader(threads, new URL('./reader-worker.js', import.meta.url), (close) =>
      endings.push(close),
    ),
  model: async (options) => (await import('./wire-model.ts')).model(options, process.env),
  grounder: async () => (await import('./wire-grounder.ts')).grounderOf,
  openQueue: async (address) => (await import('./adapters/jetstream-queue.ts')).openJetStreamQueue(address),
  hostAndProcess: () => `${hostname()}-${process.pid}`,
  files: fileFinder(READABLE, process.stdin),
  texts,
  fetcher: async () => (await import('./adapters/web-fetch.ts')).webFetcher({ mayConnect: () => true, userAgent }),
  fetcherOf: async (hosts) => {
    const { publicWebOnly, webFetcher } = await import('./adapters/web-fetch.ts');
    const mayConnect = (address: string, port: number, url: URL) => hosts.has(url.host) || publicWebOnly(address, port);
    return webFetcher({ mayConnect, userAgent });
  },
  dataFile: (name) => fileURLToPath(new URL(`../data/${name}`, import.meta.url)),
  writeFile: async (path, text) => {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    } catch (error) {
      throw new LaydownError('usage', `cannot write ${path}: ${(error as Error).message}`, { cause: error });
    }
  },
  listen: async (services, options) =>
    (await import('./wire-server.ts')).listenWith(services, options, new URL('./web/', import.meta.url)),
  assistOnStdio: async (services, about) =>
    (await import('./wire-mcp.ts')).assistOnStdio(services, about, untilEnded()),
  assistOnPort: async (services, about, options) =>
    (await import('./wire-mcp.ts')).assistOnPort(services, about, options),
  untilEnded,
  openOutput: async (path) => (await import('./adapters/output.ts')).openOutput(path, process.stdout),
  close: async () => {
    await Promise.all([texts.close(), ...endings.map((end) => end())]);
  },
};

void run(process.argv.slice(2), wiring).then((status) => {
  process.exitCode = status;
});

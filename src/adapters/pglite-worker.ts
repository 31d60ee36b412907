// The thread in which the embedded engine runs, so that a long statement does not stop the program. Bundled as a file of its own.
import { fdatasyncSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import type { FromWorker, Opening, ToWorker } from './pglite-messages.ts';

/**
 * The engine's file system with an fsync that reaches the disk. Three things keep it from the disk as shipped: the start parameter -F,
 * a file system without fsync (so the C call answers "done"), and an fdatasync that does nothing (hence wal_sync_method=fsync below).
 */
class DurableFileSystem extends NodeFS {
  override async init(...[engine, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(engine, options);
    emscriptenOpts.preRun?.push((module) => {
      const { stream_ops } = module.NODEFS as unknown as { stream_ops: Record<string, unknown> };
      stream_ops['fsync'] = (stream: { nfd?: number }): number => {
        if (stream.nfd !== undefined) fdatasyncSync(stream.nfd);
        return 0;
      };
    });
    return { emscriptenOpts };
  }
}

/** PGlite's own defaults but for -F, with durable commits and a modest cache. */
const SETTINGS = {
  search_path: 'public',
  exit_on_error: 'false',
  log_checkpoints: 'false',
  max_worker_processes: '0',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  io_method: 'sync',
  fsync: 'on',
  wal_sync_method: 'fsync',
  synchronous_commit: 'on',
  shared_buffers: '32MB',
};
const START = [
  '--single',
  '-O',
  '-j',
  ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

/**
 * V8 compiles the engine's hot functions a second time, in the background, and by default so early that a short command spends half of its
 * time on code that it never runs again. This budget leaves that to long imports: half the processor time of an open, the same speed in bulk.
 */
setFlagsFromString('--wasm-tiering-budget=300000000');

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread');
const answer = (message: FromWorker): void => port.postMessage(message);

const { directory } = workerData as Opening;
/** What the engine printed while it started: says why it did not. */
const printed: string[] = [];
const keep = (line: string): boolean => {
  if (printed.length < 50) printed.push(line);
  // After a panic (a log that cannot be written: the disk is full) the engine would spin for ever. What is committed is safe: it stops here.
  if (/\bPANIC: /.test(line)) {
    answer({ kind: 'failed', message: line, printed });
    process.exit(1);
  }
  return false;
};

let engine: PGlite;
try {
  engine = new PGlite({
    fs: new DurableFileSystem(directory),
    database: 'template1',
    startParams: START,
    initDbStartParams: ['--wal-segsize=1'],
    onStdout: keep,
    onStderr: keep,
    // Numbers and text as they are: dates stay text, int8 a number (counts lie far below 2^53).
    parsers: { 20: Number, 1082: String, 1114: String, 1184: String, 1186: String, 114: String, 3802: String },
    // Text may come as its bytes.
    serializers: { 25: (value: unknown) => (value instanceof Uint8Array ? value : String(value)) as string },
  });
  await engine.waitReady;
  answer({ kind: 'ready' });
} catch (error) {
  answer({ kind: 'failed', message: String((error as Error)?.message ?? error), printed });
  process.exit(1);
}

port.on('message', async (message: ToWorker) => {
  if (message.kind === 'close') {
    await engine.close();
    answer({ kind: 'closed' });
    port.close();
    return;
  }
  const { id, text, parameters } = message;
  try {
    const { rows, fields } = await engine.query<unknown[]>(text, [...parameters], { rowMode: 'array' });
    answer({ kind: 'rows', id, columns: fields.map((f) => f.name), rows });
  } catch (error) {
    const { message: words, code } = error as { message?: string; code?: unknown };
    answer({ kind: 'error', id, message: words ?? String(error), code: typeof code === 'string' ? code : null });
  }
});

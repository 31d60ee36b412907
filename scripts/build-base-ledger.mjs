// Makes dist/base-ledger.bin: an empty, initialised ledger that a new one is unpacked from. Left as it is while nothing it is made of changed.
import crypto, { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { rolldown } from 'rolldown';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'dist/base-ledger.bin');
const stamp = join(root, 'dist/base-ledger.sha256');

const engineVersion = JSON.parse(
  readFileSync(
    join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), '../package.json'),
    'utf8',
  ),
).version;
const sources = ['scripts/build-base-ledger.mjs', 'src/adapters/base-ledger.ts', 'src/adapters/ledger-schema.ts'];
const hash = createHash('sha256').update(engineVersion);
for (const source of sources) hash.update(readFileSync(join(root, source)));
const digest = hash.digest('hex');
if (existsSync(target) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) process.exit(0);

const work = mkdtempSync(join(tmpdir(), 'laydown-base-'));
try {
  const { packFolder, migrate } = await fromSources();
  const data = join(work, 'engine');
  fixClockAndChance();
  await initialise(data, migrate);
  dropSpareLog(data);
  writeFileSync(target, packFolder(data));
  writeFileSync(stamp, digest);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The program's own packer and migrations, bundled for this run. */
async function fromSources() {
  const entry = join(work, 'entry.ts');
  const from = (path) => JSON.stringify(join(root, path));
  writeFileSync(
    entry,
    `export { packFolder } from ${from('src/adapters/base-ledger.ts')};\nexport { migrate } from ${from('src/adapters/ledger-schema.ts')};\n`,
  );
  const bundle = await rolldown({ input: entry, platform: 'node', resolve: { extensions: ['.ts', '.js'] } });
  const file = join(work, 'entry.mjs');
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  return import(file);
}

/** The same sources give the same bytes: the engine's clock counts its calls, and its random numbers are a series. */
function fixClockAndChance() {
  Object.assign(process.env, { TZ: 'UTC', LC_ALL: 'C', LANG: 'C' });
  const Clock = Date;
  const start = Clock.UTC(2020, 0, 1);
  let calls = 0;
  globalThis.Date = class extends Clock {
    constructor(...parts) {
      super(...(parts.length === 0 ? [Date.now()] : parts));
    }
    static now() {
      return start + calls++;
    }
  };
  performance.now = () => calls++;
  let last = 1;
  const next = () => {
    last = (Math.imul(last, 1103515245) + 12345) >>> 0;
    return last;
  };
  Math.random = () => next() / 2 ** 32;
  const fill = (view) => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    for (let i = 0; i < bytes.length; i++) bytes[i] = next() >>> 16;
    return view;
  };
  globalThis.crypto.getRandomValues = fill;
  Object.assign(crypto, { randomFillSync: fill, randomBytes: (count) => fill(Buffer.alloc(count)) });
}

/** One database instead of three, small log segments, and the ledger's tables. */
async function initialise(data, migrate) {
  const engine = new PGlite({ fs: new NodeFS(data), database: 'template1', initDbStartParams: ['--wal-segsize=1'] });
  await engine.waitReady;
  await engine.exec('drop database if exists postgres');
  await engine.exec(`update pg_database set datistemplate = false where datname = 'template0'`);
  await engine.exec('drop database if exists template0');
  const query = async (text, parameters = []) => (await engine.query(text, [...parameters])).rows;
  const transaction = (run) =>
    engine.transaction((tx) => run({ query: async (t, p = []) => (await tx.query(t, [...p])).rows }));
  await migrate({ query, transaction }, '2020-01-01T00:00:00.000Z');
  await engine.exec('vacuum freeze analyze');
  await engine.exec('checkpoint');
  await engine.close();
}

/** Log segments beyond the last one written are spare: the engine makes new ones when it needs them. */
function dropSpareLog(data) {
  const log = join(data, 'pg_wal');
  const segments = readdirSync(log)
    .filter((name) => /^[0-9A-F]{24}$/.test(name))
    .sort();
  const used = segments.filter((name) => readFileSync(join(log, name)).readUInt16LE(0) !== 0);
  const last = used.filter((name) => pageAddressOf(join(log, name)) === startOf(name)).at(-1);
  for (const name of segments) if (last !== undefined && name > last) rmSync(join(log, name));
}

/** A segment that was written begins with a page header that names its own place; a recycled one still names its old place. */
function pageAddressOf(path) {
  return readFileSync(path).readBigUInt64LE(8);
}

function startOf(name) {
  return BigInt(`0x${name.slice(8, 16)}`) * 0x1_0000_0000n + BigInt(`0x${name.slice(16)}`) * 0x10_0000n;
}

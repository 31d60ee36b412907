// What can be wrong with a directory that is opened as a ledger: each a clear message, and nothing is touched.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { baseArchive, packFolder, unpackFolder } from './base-ledger.ts';
import { defaultAddress, openStore } from './open-store.ts';

const root = mkdtempSync(join(tmpdir(), 'laydown-open-'));
const ledger = join(root, 'ledger');
beforeAll(async () => {
  await (await openStore(ledger)).close();
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
const failureOf = (path: string) =>
  openStore(path, { waitMs: 0 }).then(
    async (store) => {
      await store.close();
      return null;
    },
    (error: unknown) => error,
  );
let counter = 0;
const copy = (): string => {
  const path = join(root, `copy-${++counter}`);
  cpSync(ledger, path, { recursive: true });
  return path;
};

test('makes a ledger in a directory that is not there yet, with its parents, and in an empty one', async () => {
  expect(await failureOf(join(root, 'a/b/c'))).toBeNull();
  mkdirSync(join(root, 'empty'));
  expect(await failureOf(join(root, 'empty'))).toBeNull();
});

test('is built with an archive from which a new ledger is unpacked', () => {
  expect(baseArchive()?.length).toBeLessThan(2_000_000);
});

test('refuses a file', async () => {
  const file = join(root, 'file.txt');
  writeFileSync(file, 'x');
  expect(await failureOf(file)).toMatchObject({
    code: 'store-unreachable',
    message: expect.stringContaining('is a file'),
  });
  expect(await failureOf(join(file, 'below'))).toMatchObject({ code: 'store-unreachable' });
});

test('refuses a directory of other things, and leaves it as it is', async () => {
  const folder = join(root, 'letters');
  mkdirSync(folder);
  writeFileSync(join(folder, 'letter.txt'), 'x');
  expect(await failureOf(folder)).toMatchObject({
    code: 'store-unreachable',
    message: expect.stringContaining('letter.txt'),
  });
  expect(readdirSync(folder)).toEqual(['letter.txt']);
});

test.each([
  ['19', 'store-newer', 'PostgreSQL 19'],
  ['17', 'store-unreachable', 'export --format jsonl > ledger.jsonl'],
  ['', 'store-unreachable', 'is of PostgreSQL (nothing)'],
])('refuses data of PostgreSQL %j', async (version, code, words) => {
  const path = copy();
  writeFileSync(join(path, 'engine/PG_VERSION'), `${version}\n`);
  expect(await failureOf(path)).toMatchObject({ code, message: expect.stringContaining(words) });
});

test('says that a ledger without its version file is damaged', async () => {
  const path = copy();
  rmSync(join(path, 'engine/PG_VERSION'));
  expect(await failureOf(path)).toMatchObject({
    code: 'store-unreachable',
    message: expect.stringContaining('damaged'),
  });
});

test.each(['global/pg_control', 'base/1'])(
  'tells in the engine\u2019s words what is wrong where %s is cut off, and lets go of the lock',
  async (part) => {
    const path = copy();
    const damaged = join(path, 'engine', part);
    if (part.startsWith('base')) rmSync(damaged, { recursive: true });
    else truncateSync(damaged, 100);
    expect(await failureOf(path)).toMatchObject({ code: 'store-unreachable', message: expect.stringContaining(path) });
    expect(existsSync(join(path, 'laydown.lock'))).toBe(false);
  },
);

test('takes up after an unpacking that was cut short', async () => {
  const path = join(root, 'cut');
  mkdirSync(join(path, 'engine.new'), { recursive: true });
  writeFileSync(join(path, 'engine.new/PG_VERSION'), '18');
  expect(await failureOf(path)).toBeNull();
  expect(existsSync(join(path, 'engine.new'))).toBe(false);
});

// Root may write whatever the permissions say: run as root, the crash suite asks the same as another user.
if (process.getuid?.() !== 0)
  test('refuses a directory that cannot be written', async () => {
    const path = copy();
    chmodSync(path, 0o500);
    expect(await failureOf(path)).toMatchObject({ code: 'store-read-only' });
    chmodSync(path, 0o700);
  });

test('packs and unpacks a folder whole', async () => {
  const folder = join(root, 'folder');
  mkdirSync(join(folder, 'inner/empty'), { recursive: true });
  writeFileSync(join(folder, 'inner/a'), Buffer.from([0, 1, 2, 10, 255]));
  writeFileSync(join(folder, 'none'), '');
  const target = join(root, 'unpacked');
  const packed = packFolder(folder);
  await unpackFolder(packed, target);
  expect(packFolder(target)).toEqual(packed);
});

test.each([
  [{ LAYDOWN_DB: '/x' }, 'linux', '/x'],
  [{ XDG_DATA_HOME: '/data' }, 'linux', '/data/laydown/ledger'],
] as const)('takes %j on %s as %s', (environment, platform, address) => {
  expect(defaultAddress(environment, platform)).toBe(address);
});

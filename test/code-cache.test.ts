// The program starts from code compiled when it was built, and never from any that does not fit: what it says is the same with every damage.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface Loaded {
  readonly name: string;
  readonly fromCache: boolean;
}
interface CodeCache {
  readCodeCache(path: string): ReadonlyMap<string, { readonly code: Buffer; readonly digest: string }> | null;
  runProgram(folder: string, entry: string, codes: ReturnType<CodeCache['readCodeCache']>): readonly Loaded[];
  packCodeCache(loaded: readonly Loaded[]): Buffer;
}
const root = join(import.meta.dirname, '..');
const { packCodeCache, readCodeCache, runProgram } = createRequire(import.meta.url)(
  join(root, 'bin/code-cache.cjs'),
) as CodeCache;
const folder = mkdtempSync(join(tmpdir(), 'laydown-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program of two files that says which of its parts ran, and what of them came from the cache. */
function small(name: string, said: string) {
  const at = join(folder, name);
  mkdirSync(join(at, 'chunks'), { recursive: true });
  writeFileSync(
    join(at, 'main.cjs'),
    `exports.said=require('./chunks/part.cjs').said;globalThis.saidBySmall=exports.said`,
  );
  writeFileSync(join(at, 'chunks/part.cjs'), `const {sep}=require('node:path');exports.said='${said}'+sep.length`);
  const cache = join(at, 'main.code-cache');
  const run = () => {
    const loaded = runProgram(at, 'main.cjs', readCodeCache(cache));
    const fromCache = loaded.filter((one) => one.fromCache).map((one) => one.name);
    return { said: (globalThis as { saidBySmall?: string }).saidBySmall, fromCache, loaded };
  };
  writeFileSync(cache, packCodeCache(run().loaded));
  return { at, cache, run };
}

test('files that are as they were when compiled are taken from the cache', () => {
  const { run } = small('same', 'one');
  expect(run()).toMatchObject({ said: 'one1', fromCache: ['main.cjs', 'chunks/part.cjs'] });
});

test('a file that was changed since, even to the same length, is compiled anew, and the others are not', () => {
  const { at, run } = small('changed', 'one');
  const part = join(at, 'chunks/part.cjs');
  writeFileSync(part, readFileSync(part, 'utf8').replace('one', 'two'));
  expect(run()).toMatchObject({ said: 'two1', fromCache: ['main.cjs'] });
});

test.each<[string, (bytes: Buffer) => Buffer, readonly string[]]>([
  ['cut short', (bytes) => bytes.subarray(0, bytes.length - 1), []],
  ['empty', () => Buffer.alloc(0), []],
  ['no cache at all', () => Buffer.from('not a cache\n'), []],
  [
    'damaged in its last code',
    (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])]),
    ['main.cjs'],
  ],
  [
    'of another Node',
    (bytes) => Buffer.from(bytes.toString('latin1').replace(process.version, 'v20.19.0-x'), 'latin1'),
    [],
  ],
])('a cache that is %s is passed over', (name, damage, fromCache) => {
  const { cache, run } = small(name, 'one');
  writeFileSync(cache, damage(readFileSync(cache)));
  expect(run()).toMatchObject({ said: 'one1', fromCache });
});

test('what is imported later is, and nothing is said of how', () => {
  const at = join(folder, 'later');
  mkdirSync(at);
  writeFileSync(join(at, 'part.mjs'), `export const said='later'`);
  writeFileSync(join(at, 'main.cjs'), `import('./part.mjs').then(({said})=>console.log(said))`);
  const start = `require('${join(root, 'bin/code-cache.cjs')}').runProgram('${at}','main.cjs',null)`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', start], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: 'later\n', stderr: '' });
});

const STORY = 'BERLIN, 7 January 2020 - Germany has 120 soldiers in Iraq. Thirty of them will be sent to Jordan.';
const program = join(folder, 'program');

beforeAll(() => {
  mkdirSync(join(program, 'dist'), { recursive: true });
  cpSync(join(root, 'bin'), join(program, 'bin'), { recursive: true });
  cpSync(join(root, 'package.json'), join(program, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(program, 'node_modules'));
  for (const name of readdirSync(join(root, 'dist')))
    if (name !== 'main.code-cache') symlinkSync(join(root, 'dist', name), join(program, 'dist', name));
  writeFileSync(join(folder, 'story.txt'), STORY);
});

test('the built cache is of this program, and `read` says the same with it, with a stale one and without any', () => {
  const cache = join(program, 'dist/main.code-cache');
  const read = () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(program, 'bin/laydown'), 'read', '--json', join(folder, 'story.txt')],
      { encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };
  const without = read();
  expect(without).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(without.stdout)).toMatchObject({ claims: [{ kind: 'presence' }, { kind: 'movement' }] });
  const built = readFileSync(join(root, 'dist/main.code-cache'));
  writeFileSync(cache, built);
  expect(read()).toEqual(without);
  const names = [...readCodeCache(cache)!.keys()];
  expect(names).toContain('main.cjs');
  expect(names.filter((name) => name.startsWith('chunks/wire-reader-'))).toHaveLength(1);
  for (const name of names) expect(readFileSync(join(root, 'dist', name)).length).toBeGreaterThan(0);
  for (const damaged of [built.subarray(0, built.length >> 1), Buffer.from(built).fill(7, built.length - 100_000)]) {
    writeFileSync(cache, damaged);
    expect(read()).toEqual(without);
  }
});

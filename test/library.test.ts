// The library as others install it: the built door and its declarations.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'laydown-library-'));
const SOURCE = `import { readFileSync } from 'node:fs';
import { extract, makeGazetteer, printClaim, unpackGazetteer } from 'laydown';
const gazetteer = makeGazetteer(unpackGazetteer(readFileSync(process.argv[2] ?? '')));
const text = 'Fiji has 170 soldiers in Syria.';
const claims = extract({ id: 'a', text, title: null, published: '2020-01-08', publisher: null, url: null }, gazetteer);
console.log(claims.map(printClaim).join('\\n'));
`;

beforeAll(() => {
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/laydown'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('reads a text without the program around it', () => {
  writeFileSync(join(folder, 'use.mjs'), SOURCE);
  const { stdout, stderr } = spawnSync(process.execPath, ['use.mjs', join(root, 'dist/gazetteer.bin')], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout).toBe('presence FJ 170 SY(Syria) : "Fiji has 170 soldiers in Syria"\n');
});

test('the example in Node prints the claims of its reports and the posture of their day', () => {
  cpSync(join(root, 'examples/library/posture.mjs'), join(folder, 'posture.mjs'));
  const { stdout, stderr } = spawnSync(process.execPath, ['posture.mjs'], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.split('\n')).toEqual([
    'ministry:',
    '  presence DE 120 IQ(Iraq) by "Defence Ministry" : "Germany has 120 soldiers in Iraq"',
    'letter:',
    expect.stringMatching(/^ {2}movement DE 30 IQ\(Iraq\) -> JO\(Jordan\)\+KW\(Kuwait\) planned relocate : /),
    '  presence DE 120 IQ(Iraq) : "its 120 soldiers in Iraq"',
    'posture on 2020-01-08:',
    '  DE in IQ: 120 to 120, expected 90 to 90',
    expect.stringMatching(/^ {4}DE in IQ 120 = 120 .*; expected 90 = 120 - 30 to JO, KW/),
    '',
  ]);
});

test('has declarations that a strict program compiles against, and that find its mistakes', () => {
  const compile = (source: string) => {
    writeFileSync(join(folder, 'use.ts'), source);
    const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')];
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', ...types];
    return spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...flags, 'use.ts'], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
  };
  expect(compile(SOURCE)).toBe('');
  expect(compile(`${SOURCE}const wrong: number = claims;\n`)).toMatch(/error TS2322/);
});

test('imports nothing of Node', () => {
  const seen = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(join(root, 'dist', file), 'utf8');
    expect(code, file).not.toMatch(/from\s*["']node:|require\(["']node:/);
    for (const [, to] of code.matchAll(/from\s*["'](\.{1,2}\/[^"']+)["']/g)) follow(join(file, '..', to!));
  };
  follow('index.js');
  expect(readFileSync(join(root, 'dist/index.js')).length).toBeGreaterThan(100_000);
});

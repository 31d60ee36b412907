// The package that `npm pack` makes: what is in it, whether the programs that judge packages find a fault, and what it stands on.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { npm, pack, ROOT } from './packing.ts';

const folder = mkdtempSync(join(tmpdir(), 'laydown-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let tarball: Uint8Array<ArrayBuffer>;
beforeAll(() => {
  tarball = new Uint8Array(readFileSync(pack(ROOT, join(folder, 'first'))));
});

test('packing twice gives the same bytes', () => {
  const again = readFileSync(pack(ROOT, join(folder, 'second')));
  expect(again.equals(tarball)).toBe(true);
});

test('it holds what runs and nothing of the checkout or of this machine', () => {
  const files = createPackageFromTarballData(tarball).listFiles('');
  const names = files.map((path) => path.replace(/^.*node_modules\/laydown\//, ''));
  for (const name of [
    'bin/laydown',
    'dist/main.cjs',
    'dist/index.js',
    'dist/types/index.d.ts',
    'dist/gazetteer.bin',
    'LICENSE',
  ])
    expect(names).toContain(name);
  expect(names.filter((name) => /code-cache$|^src\/|^test\/|\.test\.|\.map$|\.tgz$/.test(name))).toEqual([]);
});

test('nothing runs when it is installed', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly scripts: object };
  // `prepare` runs in a checkout, and where a repository is installed: never of a package.
  expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?(?:install|uninstall)$/.test(name))).toEqual([]);
});

test('publint finds nothing to say about it', async () => {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test('its types are right however they are resolved; `require` of an ES module alone is known', async () => {
  const assets = ['./gazetteer.bin', './package.json'];
  const result = await checkPackage(createPackageFromTarballData(tarball), { excludeEntrypoints: assets });
  expect(result.types).toMatchObject({ kind: 'included' });
  const problems = result.types === false ? ['no types'] : result.problems;
  expect(problems).toEqual([{ kind: 'CJSResolvesToESM', entrypoint: '.', resolutionKind: 'node16-cjs' }]);
});

test('the list of what it stands on (SBOM) names every package that ships, with version, licence and digest', () => {
  interface Component {
    readonly name: string;
    readonly version: string;
    readonly licenses?: readonly object[];
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  }
  const bom = JSON.parse(npm(['run', '--silent', 'sbom'], ROOT)) as {
    readonly bomFormat: string;
    readonly metadata: { readonly component: { readonly purl: string } };
    readonly components: readonly Component[];
  };
  expect(bom.bomFormat).toBe('CycloneDX');
  expect(bom.metadata.component.purl).toMatch(/^pkg:npm\/laydown@/);
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<
      Record<string, { version: string; dev?: boolean; devOptional?: boolean; optional?: boolean }>
    >;
  };
  const shipped = Object.entries(lock.packages).filter(([path, one]) => path !== '' && !one.dev && !one.devOptional);
  const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13);
  const listed = bom.components.map((one) => `${one.name}@${one.version}`);
  expect(shipped.length).toBeGreaterThan(50);
  const locked = shipped.map(([path, { version }]) => `${nameOf(path)}@${version}`);
  expect(new Set(listed)).toEqual(new Set(locked));
  for (const one of bom.components) {
    expect(one.licenses?.length, one.name).toBeGreaterThan(0);
    expect(one.hashes?.[0]?.alg, one.name).toBe('SHA-512');
  }
});

// Everything that the program stands on may be used and passed on freely, runs on the oldest Node that we name, and runs nothing at its installation.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { satisfies } from 'semver';
import { expect, test } from 'vitest';

interface Locked {
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  /** A list in a few old packages. */
  readonly engines?: { readonly node?: string } | readonly string[];
}

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
/** Builds of a tool for other systems are named in the lock without their licence, which is the tool's own. */
const packages = Object.entries(lock.packages).filter(
  ([path, one]) => path !== '' && !(one.optional && one.license === undefined),
);

const PERMISSIVE =
  /^(?:MIT(?:-0)?|ISC|Apache-2\.0|BSD(?:-[234]-Clause)?|0BSD|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|Python-2\.0|OFL-1\.1|PostgreSQL|WTFPL|Zlib)$/;
/** Weak copyleft on files that we do not change, in tools that are not shipped. */
const IN_TOOLS = /^MPL-2\.0$/;

const isFree = (license: string): boolean =>
  license
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((part) => PERMISSIVE.test(part)));

test('every package that ships is under a permissive licence', () => {
  const shipped = packages.filter(([, one]) => !one.dev && !one.devOptional);
  expect(shipped.length).toBeGreaterThan(20);
  expect(
    shipped.filter(([, { license }]) => !isFree(license ?? 'none')).map(([path, { license }]) => `${path}: ${license}`),
  ).toEqual([]);
});

test('so is every tool, or under one that asks nothing of us', () => {
  const odd = packages.filter(([, { license }]) => !isFree(license ?? 'none') && !IN_TOOLS.test(license ?? ''));
  expect(odd.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

test('no package that ships runs anything when it is installed', () => {
  const scripted = packages.filter(([, one]) => one.hasInstallScript && !one.dev && !one.devOptional && !one.optional);
  expect(scripted.map(([path]) => path)).toEqual([]);
});

test('no package that ships asks for a newer Node than we do', () => {
  const engines = (one: Locked | undefined): string | undefined =>
    one?.engines !== undefined && 'node' in one.engines ? one.engines.node : undefined;
  const oldest = engines(lock.packages[''])?.replace('>=', '');
  expect(oldest).toMatch(/^\d+\.\d+$/);
  const shipped = packages.filter(([, one]) => !one.dev && !one.devOptional && engines(one) !== undefined);
  expect(shipped.length).toBeGreaterThan(10);
  expect(
    shipped
      .filter(([, one]) => !satisfies(`${oldest}.0`, engines(one) ?? '*'))
      .map(([path, one]) => `${path}: ${engines(one)}`),
  ).toEqual([]);
});

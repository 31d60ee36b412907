// The story that the project set out from, and the six examples that tell of the same days, end in the picture that an analyst would draw.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runLaydown } from './laydown-process.ts';

const root = join(import.meta.dirname, '..');
const story = join(root, '../shared/corpus/dev/iraq-2020-01-nato.json');
const isHere = existsSync(story);
if (!isHere && process.env['LAYDOWN_ALL'])
  throw new Error('the annotated corpus is not beside the checkout (../shared)');

const folder = mkdtempSync(join(tmpdir(), 'laydown-worked-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Row {
  readonly party: string;
  readonly place: { readonly country: string | null; readonly name: string | null };
  readonly unit: string | null;
  readonly min: number;
  readonly max: number | null;
  readonly expected: { readonly min: number; readonly max: number | null } | null;
}

/** "HR IQ" -> "0..0", with "-> 90..90" where a change is expected; whole countries and regions, no units. */
async function pictureOf(path: string, day: string): Promise<ReadonlyMap<string, string>> {
  const ledger = join(folder, `ledger-${day}-${path.length}`);
  expect((await runLaydown(['--db', ledger, 'add', path])).status).toBe(0);
  const { stdout } = await runLaydown(['--db', ledger, 'posture', '--at', day, '--known', day, '--json']);
  const bounds = (b: { readonly min: number; readonly max: number | null }): string => `${b.min}..${b.max ?? ''}`;
  const wholes = (JSON.parse(stdout).rows as Row[]).filter(({ place, unit }) => unit === null && isWhole(place));
  return new Map(
    wholes.map((row) => [
      `${row.party} ${row.place.country}`,
      bounds(row) + (row.expected === null ? '' : ` -> ${bounds(row.expected)}`),
    ]),
  );
}

const NAMES = ['Iraq', 'Kuwait', 'Jordan', 'Syria', 'Middle East', 'Gulf', null];
const isWhole = ({ name }: Row['place']): boolean => NAMES.includes(name);

describe('the six examples, as known on 9 January', () => {
  let picture: ReadonlyMap<string, string>;
  beforeAll(async () => {
    picture = await pictureOf(join(root, 'examples/iraq-january-2020'), '2020-01-09');
  });

  test.each([
    ['CA IQ', '0..499'],
    ['DE IQ', '85..85'],
    ['DE JO', '32..'],
    ['US IQ', '5150..5250'],
    ['US SY', '200..999'],
    ['US R:MIDDLE-EAST', '45000..59400 -> 49450..59550'],
  ])('%s is %s', (where, bounds) => {
    expect(picture.get(where)).toBe(bounds);
  });

  test('Croatia is in conflict: 14 of 14 went to Kuwait, or seven', () => {
    expect(picture.has('HR IQ')).toBe(true);
    expect(picture.get('HR KW')).toMatch(/^7\.\.|^14\.\./);
  });
});

describe.skipIf(!isHere)('the story of 8 January 2020 (skipped where ../shared is absent)', () => {
  let picture: ReadonlyMap<string, string>;
  beforeAll(async () => {
    picture = await pictureOf(story, '2020-01-08');
  });

  test.each([
    ['HR IQ', '0..0'],
    ['HR KW', '7..'],
    ['SK IQ', '0..0'],
    ['DE IQ', '120..120 -> 90..90'],
    ['CA IQ', '0..499'],
    ['CA KW', '1..'],
    ['US IQ', '5150..5250'],
    ['US SY', '200..999'],
    ['US R:MIDDLE-EAST', '45000..59400 -> 49450..59550'],
  ])('%s is %s', (where, bounds) => {
    expect(picture.get(where)).toBe(bounds);
  });
});

// Claims out in a format and in again: what comes back is the same, bounds, null and unknown told apart, and what a format loses is what its page says.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileFinder } from '../src/adapters/file-finder.ts';
import type { IncomingLine } from '../src/app/import-claims.ts';
import { claimLinesIn } from '../src/app/import-formats.ts';
import { wellFormed } from '../src/app/sound-text.ts';
import { isFault } from '../src/app/take-in.ts';
import { claimOfAnnotation } from '../src/formats/annotations-in.ts';
import { annotationOf } from '../src/formats/annotations-out.ts';
import type { ClaimRecord } from '../src/formats/claim-record.ts';
import { claimCsv, claimsCsvHead } from '../src/formats/claims-csv.ts';
import { csvReader, isCsvFault } from '../src/formats/csv.ts';
import { writeClaimsParquet } from '../src/formats/parquet-out.ts';
import { type Claim, claimSchema } from '../src/model/claim.ts';
import type { Fault } from '../src/model/errors.ts';
import { anyClaim, anyDay, anyText, maybe } from './any-claim.ts';
import { runLaydown } from './laydown-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'laydown-round-trips-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every text in a value changed. */
const withTexts = <T>(value: T, change: (text: string) => string): T =>
  typeof value === 'string'
    ? (change(value) as T)
    : Array.isArray(value)
      ? (value.map((one) => withTexts(one, change)) as T)
      : value !== null && typeof value === 'object'
        ? (Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withTexts(one, change)])) as T)
        : value;
const isStated = (group: object | null): boolean => group !== null && Object.values(group).some((one) => one !== null);
/** A time without ends and a vote without a figure say nothing: `Period` and docs/exports.md. */
const saying = (claim: Claim): Claim =>
  claimSchema.parse({
    ...claim,
    time: isStated(claim.time) ? claim.time : null,
    ...(claim.kind === 'decision' && !isStated(claim.vote) ? { vote: null } : {}),
  });

const record: fc.Arbitrary<ClaimRecord> = fc.record({
  id: fc.uuid(),
  claim: anyClaim.map(saying),
  spans: fc.constant(null),
  report: fc.record({
    id: fc.constantFrom('r1', 'r2', 'r3'),
    text: fc.constant(null),
    title: maybe(anyText),
    published: maybe(anyDay),
    publisher: maybe(anyText),
    url: maybe(anyText),
  }),
  known: anyDay,
  verdict: fc.constantFrom('accept' as const, 'correct' as const, null),
  grounded: fc.boolean(),
  maker: fc.constantFrom('import', 'rule-7', 'model:some'),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
});
/** UTF-8 has no halves of characters. */
const records = fc.array(
  record.map((one) => withTexts(one, wellFormed)),
  { minLength: 1, maxLength: 60 },
);
const withoutNul = (text: string): string => text.replaceAll('\0', '0');

interface Stated {
  readonly report: Record<string, unknown>;
  readonly claims: readonly Record<string, unknown>[];
}

/** What an import is given of a file, line by line, and what it is told of what cannot be read. */
async function broughtIn(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const lines: Stated[] = [];
  const faults: Fault[] = [];
  for await (const file of fileFinder([], process.stdin).find([path])) {
    if (isFault(file)) throw new Error(file.message);
    for await (const line of claimLinesIn(file, (one) => faults.push(one))) lines.push(JSON.parse(textOf(line)));
  }
  return { lines, faults };
}
const textOf = (line: IncomingLine): string => (typeof line === 'string' ? line : line.text);

/** What must come back of a record by whatever way: the claim, its report as far as it is told, its maker. */
const whole = (one: ClaimRecord) => {
  const { text: _text, language: _language, ...report } = one.report;
  return { report, claim: { ...one.claim, id: one.id, rule: one.maker === 'import' ? undefined : one.maker } };
};
const read = ({ report, claims }: Stated) =>
  claims.map((one) => ({ report, claim: { ...claimSchema.parse(one), id: one['id'], rule: one['rule'] } }));

async function parquetOf(list: readonly ClaimRecord[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const each = async function* () {
    yield* list;
  };
  await writeClaimsParquet(each(), (chunk) => void chunks.push(chunk), 'test');
  return Buffer.concat(chunks);
}

describe('any claims', () => {
  test('come back from Parquet, with how sure their maker was', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (list) => {
        const { lines, faults } = await broughtIn('any.parquet', await parquetOf(list));
        expect(faults).toEqual([]);
        expect(lines.flatMap(read)).toEqual(list.map(whole));
        expect(lines.flatMap(({ claims }) => claims.map((one) => one['confidence']))).toEqual(
          list.map((one) => one.confidence),
        );
      }),
      { numRuns: 60 },
    );
  });

  test.each([',', ';', '\t'])('come back from CSV parted by %j', async (separator) => {
    await fc.assert(
      fc.asyncProperty(records, async (list) => {
        // A line end in a cell is LF, as docs/exports.md says, and a sheet has no NUL.
        const told = list.map((one) => withTexts(one, (text) => withoutNul(text).replaceAll('\r', '\n')));
        const table = [claimsCsvHead(), ...told.map(claimCsv)].join('\r\n');
        const { lines, faults } = await broughtIn('any.csv', separator === ',' ? table : reseparated(table, separator));
        expect(faults).toEqual([]);
        expect(lines.flatMap(read)).toEqual(told.map(whole));
      }),
      { numRuns: 40 },
    );
  });

  test('come back from Web Annotations', () => {
    fc.assert(
      fc.property(record, (one) => {
        const { report, claim } = claimOfAnnotation(JSON.parse(JSON.stringify(annotationOf(one))));
        expect(read({ report, claims: [claim] })).toEqual([whole(one)]);
        expect(claim['confidence']).toBe(JSON.parse(JSON.stringify(one.confidence)));
      }),
      { numRuns: 500 },
    );
  });
});

/** As a spreadsheet of another country saves it. */
function reseparated(table: string, separator: string): string {
  const reader = csvReader();
  return table
    .split('\n')
    .flatMap((line) => reader.line(line.replace(/\r$/, '')) ?? [])
    .map((one) => (isCsvFault(one) ? [one.problem] : one.fields))
    .map((cells, i) => cells.map((cell) => (i === 0 ? cell : `"${cell.replaceAll('"', '""')}"`)).join(separator))
    .join('\r\n');
}

const reports = join(import.meta.dirname, '../examples/iraq-january-2020');
const ledger = join(folder, 'ledger');
const laydown = async (db: string, ...words: string[]) => {
  const ended = await runLaydown(['--db', db, ...words]);
  return { ...ended, lines: ended.stdout.trim().split('\n') };
};
const POSTURE = ['posture', '--at', '2020-01-09', '--known', '2020-01-09', '--json'];
const answer = async (db: string) =>
  JSON.parse((await laydown(db, ...POSTURE)).stdout).rows.map(({ why: _why, ...row }: { why: string }) => row);

describe('a ledger of six reports', () => {
  let held: unknown[];
  let claims: { id: string; evidence: string; quantity?: { min: number } }[];
  beforeAll(async () => {
    expect((await laydown(ledger, 'add', reports)).status).toBe(0);
    held = await answer(ledger);
    claims = JSON.parse((await laydown(ledger, 'claims', '--json')).stdout).claims;
  });

  const exported = async (format: string, name: string): Promise<string> => {
    const file = join(folder, name);
    expect((await laydown(ledger, 'export', '--format', format, '--out', file)).status).toBe(0);
    return file;
  };

  test.each([
    ['parquet', 'six.parquet'],
    ['csv', 'six.csv'],
    ['annotations', 'six.jsonl'],
  ])('as %s makes a ledger with the same answers, and nothing new in its own', async (format, name) => {
    const file = await exported(format, name);
    const other = join(folder, `other-${format}`);
    const taken = await laydown(other, 'import', file, '--json');
    expect(taken.stderr).toBe('');
    expect(JSON.parse(taken.stdout)).toMatchObject({ claims: claims.length, known: 0, failed: 0 });
    expect(await answer(other)).toEqual(held);
    const again = JSON.parse((await laydown(ledger, 'import', file, '--json')).stdout);
    expect(again).toMatchObject({ reports: 0, claims: 0, known: claims.length, failed: 0 });
    expect(await answer(ledger)).toEqual(held);
  });

  test('takes no claim back that its report does not carry', async () => {
    const file = await exported('csv', 'altered.csv');
    const table = readFileSync(file, 'utf8').split('\n');
    const at = table.findIndex((line) => line.includes(',presence,DE,') && line.includes(',120,'));
    const altered = table[at]!.replace(',120,', ',1200,').replace(/^[^,]*/, 'mine-1');
    writeFileSync(file, [table[0], altered].join('\n'));
    const { status, stderr } = await laydown(ledger, 'import', file);
    expect(status).toBe(1);
    expect(stderr).toMatch(/altered\.csv:2 claim mine-1: quantity: /);
  });

  test('is brought in from Parquet that DuckDB wrote anew', async () => {
    const file = await exported('parquet', 'ours.parquet');
    const theirs = join(folder, 'theirs.parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run(`copy (select * from '${file}' where kind = 'movement' order by id desc) to '${theirs}'`);
    const other = join(folder, 'other-duck');
    const { stdout, stderr } = await laydown(other, 'import', theirs, '--json');
    expect(stderr).toBe('');
    const back = JSON.parse((await laydown(other, 'claims', '--json')).stdout).claims;
    expect(JSON.parse(stdout).claims).toBe(back.length);
    const byId = new Map(claims.map((one) => [one.id, claimSchema.parse(one)]));
    expect(back.length).toBeGreaterThan(5);
    for (const one of back) expect(claimSchema.parse(one)).toEqual(byId.get(one.id));
  });

  test('takes an annotation that a person made, and refuses one that the text does not carry', async () => {
    const [{ report, evidence: exact }] = JSON.parse(
      (await laydown(ledger, 'claims', '--party', 'DE', '--json')).stdout,
    ).claims.filter((one: { evidence: string }) => one.evidence.includes('120 German soldiers in Iraq'));
    const made = (value: string, source = `urn:laydown:report:${report.id}`) =>
      JSON.stringify({
        type: 'Annotation',
        body: [{ type: 'TextualBody', value }],
        target: { source, selector: [{ type: 'TextQuoteSelector', exact }] },
      });
    const file = join(folder, 'made.jsonl');
    writeFileSync(file, [made('presence DE 120 IQ(Iraq)'), made('presence DE 121 IQ(Iraq)'), made('many')].join('\n'));
    const { status, stdout, stderr } = await laydown(ledger, 'import', file);
    expect(status).toBe(1);
    expect(stdout).toContain('1 claim imported');
    expect(stderr).toMatch(/made\.jsonl:2 claim no\. 1: quantity: /);
    expect(stderr).toMatch(/made\.jsonl:3: .*expected/);
    // By its address on the web, where one report has that; by one that several have, none is guessed.
    const address = 'https://paper.example/leaving';
    const other = join(folder, 'by-address');
    const story = (text: string) => JSON.stringify({ text, url: address, published: '2020-01-08' });
    writeFileSync(join(folder, 'one.json'), story(`It is so. ${exact}, it was said.`));
    writeFileSync(join(folder, 'two.json'), story(`It was so. ${exact}, we hear.`));
    writeFileSync(
      file,
      [made('presence DE 120 IQ(Iraq)', address), made('presence DE 12 IQ(Iraq)', address)].join('\n'),
    );
    await laydown(other, 'add', join(folder, 'one.json'));
    const taken = await laydown(other, 'import', file);
    expect(taken.stderr).toMatch(/made\.jsonl:2 claim no\. 1: quantity: /);
    await laydown(other, 'add', join(folder, 'two.json'));
    const unsure = await laydown(other, 'import', file);
    expect(unsure.stderr).toMatch(
      /made\.jsonl:1: 2 reports of the ledger have the address https:\/\/paper\.example\/leaving/,
    );
  });
});

test('what a ledger of tables knew on a day is taken by another, figure by figure', async () => {
  const from = join(folder, 'world');
  expect((await laydown(from, 'init', '--with', 'world')).status).toBe(0);
  const file = join(folder, 'known.jsonl');
  const { stderr } = await laydown(from, 'export', '--known', '2022-06-01', '--out', file);
  expect(stderr).toContain('wrote');
  const told = JSON.parse((await laydown(from, 'claims', '--known', '2022-06-01', '--json')).stdout).claims;
  expect(told.length).toBeGreaterThan(300);
  const taken = await laydown(join(folder, 'taken'), 'import', file, '--json');
  expect(taken.stderr).toBe('');
  expect(JSON.parse(taken.stdout)).toMatchObject({ claims: told.length, failed: 0 });
  const back = JSON.parse((await laydown(join(folder, 'taken'), 'claims', '--json')).stdout).claims;
  expect(back).toEqual(told);
});

describe('a file that is no claims', () => {
  const refused = async (name: string, content: string | Uint8Array): Promise<string> => {
    const file = join(folder, name);
    writeFileSync(file, content);
    const { status, stderr } = await laydown(join(folder, 'none'), 'import', file);
    expect(status).toBe(1);
    return stderr;
  };
  test('is named with what is wrong', async () => {
    expect(await refused('strengths.csv', 'country,troops\nDE,120\n')).toMatch(/say with --map/);
    expect(await refused('broken.parquet', 'PAR1 is not enough')).toMatch(/no Parquet file that can be read/);
    const cut = await parquetOf(fc.sample(record, 20));
    expect(await refused('cut.parquet', cut.subarray(0, cut.length / 2))).toMatch(/no Parquet file that can be read/);
    const line = 'presence,DE,a hundred,IQ,"the soldiers"';
    expect(await refused('words.csv', `kind,party,quantity,place,evidence\n${line}\n`)).toMatch(
      /words\.csv:2: quantity: .*expected a count/,
    );
    expect(await refused('open.csv', 'kind,evidence\npresence,"never closed\n')).toMatch(/open\.csv:2: opens a quote/);
  });
});

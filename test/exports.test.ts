// Each export is opened by a program that is not ours, and what can come back comes back whole.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultModel, Model } from '@alephdata/followthemoney';
import { DuckDBInstance } from '@duckdb/node-api';
import { check } from '@placemarkio/check-geojson';
import { parseAtomFeed } from 'feedsmith';
import milsymbol from 'milsymbol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { claimOfRow } from '../src/formats/claim-columns.ts';
import { claimSchema } from '../src/model/claim.ts';
import { parseClaim, printFields } from '../src/model/notation.ts';
import { runLaydown } from './laydown-process.ts';

// biome-ignore lint/suspicious/noExplicitAny: what other programs' formats hold is checked value by value
type Loose = any;

const folder = mkdtempSync(join(tmpdir(), 'laydown-exports-'));
const ledger = join(folder, 'ledger');
const reports = join(import.meta.dirname, '../examples/iraq-january-2020');
const WHEN = ['--at', '2020-01-08', '--known', '2020-01-09'];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exported = async (format: string, ...more: string[]) => {
  const ended = await runLaydown(['--db', ledger, 'export', '--format', format, ...WHEN, ...more]);
  expect(ended.status, ended.stderr).toBe(0);
  return ended;
};
const linesOf = (text: string): Loose[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The claims as the ledger tells them: what each format is held against. */
let claims: { readonly id: string; readonly kind: string; readonly [field: string]: unknown }[];

beforeAll(async () => {
  expect((await runLaydown(['--db', ledger, 'add', reports])).status).toBe(0);
  const listed = await runLaydown(['--db', ledger, 'claims', '--known', '2020-01-09', '--json']);
  claims = JSON.parse(listed.stdout).claims;
  expect(claims.length).toBeGreaterThan(20);
});

test('GeoJSON is valid and has the rows of the posture', async () => {
  const collection = check((await exported('geojson')).stdout) as Loose;
  const posture = JSON.parse((await runLaydown(['--db', ledger, 'posture', ...WHEN, '--json'])).stdout);
  expect(
    collection.features.map((one: Loose) => [one.properties.party, one.properties.min, one.properties.max]),
  ).toEqual(posture.rows.map((row: Loose) => [row.party, row.min, row.max]));
  const iraq = collection.features.find((one: Loose) => one.properties.country === 'IQ');
  expect(iraq.geometry.coordinates.map(Math.round)).toEqual([44, 33]);
});

/** Asked of DuckDB, which reads Parquet, CSV and lines of JSON. */
async function query(sql: string): Promise<Record<string, unknown>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = await connection.runAndReadAll(sql);
  return rows.getRowObjectsJson() as Record<string, unknown>[];
}

test('CSV is read by DuckDB: a row a claim, quotations with commas and quotes whole', async () => {
  const file = join(folder, 'claims.csv');
  await exported('csv', '--out', file);
  const rows = await query(
    `select id, evidence from read_csv('${file}', header = true, all_varchar = true) order by id`,
  );
  const held = claims.map(({ id, evidence }) => ({ id, evidence })).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(rows).toEqual(held);
});

test('the ledger in lines of JSON is read by DuckDB', async () => {
  const file = join(folder, 'ledger.jsonl');
  await exported('jsonl', '--out', file);
  const [counted] = await query(`select count(*) as n from read_json('${file}', format = 'newline_delimited')`);
  expect(counted).toEqual({ n: String(readFileSync(file, 'utf8').trim().split('\n').length) });
});

describe('Parquet', () => {
  const file = join(folder, 'claims.parquet');

  test('is read by DuckDB with its types, and every claim comes back whole', async () => {
    await exported('parquet', '--out', file);
    const types = await query(`select column_name, column_type from (describe select * from '${file}')`);
    const typeOf = new Map(types.map((row) => [row['column_name'], row['column_type']]));
    expect(typeOf.get('quantity_min')).toBe('BIGINT');
    expect(typeOf.get('published')).toBe('DATE');
    expect(typeOf.get('temporary')).toBe('BOOLEAN');
    const rows = await query(`select * from '${file}' order by id`);
    const back = rows.map((row) => ({ id: row['id'], ...claimSchema.parse(claimOfRow(typed(row)).claim) }));
    const held = [...claims]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((claim) => ({ id: claim.id, ...claimSchema.parse(claim) }));
    expect(back).toEqual(held);
  });

  test('answers a question in SQL', async () => {
    const [most] = await query(
      `select party, max(quantity_min) as n from '${file}' where kind = 'presence' group by party order by n desc limit 1`,
    );
    expect(most?.['party']).toBe('US');
  });

  /** DuckDB's JSON prints 64-bit integers and JSON columns as text. */
  const typed = (row: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        if (typeof value !== 'string') return [name, value];
        if (['place', 'from', 'to'].includes(name)) return [name, JSON.parse(value)];
        return /^(?:quantity_m|vote_|killed|wounded)/.test(name) ? [name, Number(value)] : [name, value];
      }),
    );
});

describe('FollowTheMoney', () => {
  const model = new Model(defaultModel);

  test('entities fit its schema and name each other', async () => {
    const entities = linesOf((await exported('ftm')).stdout).map((line) => model.getEntity(line));
    const ids = new Set(entities.map(({ id }) => id));
    expect(ids.size).toBe(entities.length);
    for (const entity of entities) {
      const given = new Set(entity.getProperties().map(({ name }: { name: string }) => name));
      expect(
        entity.schema.required.filter((name: string) => !given.has(name)),
        entity.id,
      ).toEqual([]);
      for (const property of entity.getProperties())
        for (const value of entity.getProperty(property))
          if (property.type.name === 'entity') expect(ids).toContain(value);
    }
    expect(entities.filter(({ schema }) => schema.name === 'Event').length).toBe(claims.length);
  });

  test('a property that its schema does not know is refused', () => {
    expect(() => model.getEntity({ id: 'x', schema: 'Event', properties: { strength: ['7'] } })).toThrow();
  });

  test('statements hold the same values as the entities', async () => {
    const rows = (await exported('ftm-statements')).stdout.trim().split('\n');
    const entities = linesOf((await exported('ftm')).stdout);
    const values = entities.flatMap((one) => Object.values(one.properties).flat());
    expect(rows.length - 1).toBe(values.length + entities.length);
    expect(rows[0]).toMatch(/^canonical_id,entity_id,prop,/);
  });
});

/** The tables of PLOVER's codebook (fields of a record and its parts, modes of each category, quad categories); it comes without a schema. */
const AUXILIARY = ['historical', 'future', 'hypothetical', 'negation'];
const PLOVER_MODES: Readonly<Record<string, readonly string[]>> = {
  MOBILIZE: ['troops', 'weapons', 'police', 'militia'],
  RETREAT: ['withdraw', 'release', 'disarm', 'ceasefire', 'access', 'resign'],
  CONCEDE: [],
  ASSAULT: ['aerial', 'drone', 'explosives', 'firearms', 'heavy-weapons', 'suicide-attack', 'targeted', 'destroy'],
};
const QUADS: Readonly<Record<string, number>> = { CONCEDE: 1, RETREAT: 2, MOBILIZE: 4, ASSAULT: 4 };
const day = z.iso.date();
const code3 = z.string().regex(/^[A-Z]{3}$/);
const entity = z.strictObject({
  code: code3.optional(),
  sector: z.string().regex(/^(?:[A-Z]{3}){1,2}$/),
  entity_text: z.string().min(1),
});
const ploverRecord = z
  .strictObject({
    id: z.string().min(1),
    date: day,
    enddate: day.optional(),
    actor: z.array(entity).min(1),
    recipient: z.array(entity).optional(),
    event: z.array(z.enum(Object.keys(QUADS))).min(1),
    event_loc: z
      .array(
        z.strictObject({
          extracted_place: z.string(),
          country: z.string().min(1).optional(),
          country_code: code3.optional(),
          lat: z.number().min(-90).max(90).optional(),
          lon: z.number().min(-180).max(180).optional(),
        }),
      )
      .optional(),
    quad_code: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    mode: z.array(z.string()),
    text: z.string().min(1),
    text_info: z.strictObject({ start: z.int().min(0), end: z.int() }).optional(),
    size: z.strictObject({ dead: z.int().optional(), injured: z.int().optional() }).optional(),
    cite_info: z.strictObject({
      url: z.string().optional(),
      title: z.string().optional(),
      publication: z.string().optional(),
    }),
    coder: z.string().min(1),
    coded_date: day,
    comment: z.string().min(1),
  })
  .refine(({ event, quad_code }) => event.every((one) => QUADS[one] === quad_code), 'not the quad of its category')
  .refine(
    ({ event, mode }) =>
      mode.every((one) => AUXILIARY.includes(one) || event.some((of) => PLOVER_MODES[of]!.includes(one))),
    'a mode that its category does not have',
  );

test('PLOVER events are the movements and incidents, and what is left out is counted', async () => {
  const { stdout, stderr } = await exported('plover');
  const events = linesOf(stdout);
  const kinds = claims.filter(({ kind }) => kind === 'movement' || kind === 'incident');
  expect(events.length).toBe(kinds.length);
  expect(stderr).toContain(`${claims.length - kinds.length} claims have no place in plover`);
  const german = events.find((one) => one.actor[0].code === 'DEU' && one.mode.includes('future'));
  expect(german).toMatchObject({ event: ['MOBILIZE'], actor: [{ sector: 'MIL', entity_text: 'Germany' }] });
  expect(german.event_loc.map((one: Loose) => one.country_code).sort()).toEqual(['JOR', 'KWT']);
  for (const event of events) expect(event.date).toMatch(/^\d{4}-\d\d-\d\d$/);
  for (const event of events) expect(ploverRecord.safeParse(event).error?.issues ?? []).toEqual([]);
  expect(ploverRecord.safeParse({ ...german, event: ['DEPLOY'] }).success).toBe(false);
  expect(ploverRecord.safeParse({ ...german, quad_code: 2 }).success).toBe(false);
  expect(ploverRecord.safeParse({ ...german, amount: 30 }).success).toBe(false);
  // DuckDB reads the fields under the types that the codebook gives them.
  const file = join(folder, 'plover.jsonl');
  writeFileSync(file, stdout);
  const columns = `{id: 'varchar', date: 'date', event: 'varchar[]', mode: 'varchar[]', quad_code: 'integer', text: 'varchar',
    actor: 'struct(code varchar, sector varchar, entity_text varchar)[]', event_loc: 'struct(country_code varchar, lat double, lon double)[]',
    text_info: 'struct("start" integer, "end" integer)', coded_date: 'date'}`;
  const rows = await query(
    `select actor[1].code as who, event[1] as what, count(*)::integer as n from read_json('${file}', format = 'newline_delimited', columns = ${columns})
     where date between '2020-01-01' and '2020-01-31' and len(event_loc[1].country_code) = 3 group by all order by n desc, who, what`,
  );
  expect(rows.reduce((sum, row) => sum + Number(row['n']), 0)).toBe(
    events.filter((event) => event.event_loc?.[0]?.country_code).length,
  );
  expect(rows.map((row) => row['who'])).toContain('HRV');
});

test('a Web Annotation quotes the report as it is, and holds the claim whole', async () => {
  const annotations = linesOf((await exported('annotations')).stdout);
  expect(annotations.length).toBe(claims.length);
  const texts = readdirSync(reports).map((name) => readFileSync(join(reports, name), 'utf8'));
  for (const one of annotations) {
    const [quote, position] = one.target.selector;
    expect(position.end - position.start).toBe(quote.exact.length);
    const held = claimSchema.parse(JSON.parse(one.body[1].value).claim);
    expect(held.evidence).toBe(quote.exact);
    expect(parseClaim(`${one.body[0].value} : ${JSON.stringify(held.evidence)}`)).toEqual(held);
  }
  const plain = annotations.map((one) => one.target.selector[0].exact);
  expect(plain.some((exact) => texts.some((text) => text.includes(exact)))).toBe(true);
});

test('the Atom feed is read back by a feed parser', async () => {
  const feed = parseAtomFeed((await exported('atom')).stdout) as Loose;
  expect(feed.entries.length).toBe(claims.length);
  const titles = new Set(claims.map((claim) => printFields(claimSchema.parse(claim))));
  for (const entry of feed.entries) expect(titles).toContain(entry.title.value ?? entry.title);
});

test('the ORBAT Mapper scenario has a unit a row where it stands and bounds beside each other', async () => {
  const scenario = JSON.parse((await exported('orbat')).stdout);
  expect(scenario).toMatchObject({ type: 'ORBAT-mapper', version: '2.0.0', symbologyStandard: 'app6d' });
  const units = scenario.sides.flatMap((side: Loose) => side.groups.flatMap((group: Loose) => group.subUnits));
  const canada = units.find((unit: Loose) => unit.name === 'Canada, Iraq');
  expect(canada.personnel).toEqual([
    { name: 'Reported at least', count: 0 },
    { name: 'Reported at most', count: 499 },
  ]);
  // The symbol codes are drawn by the library that ORBAT Mapper draws with.
  for (const unit of units) {
    const symbol = new milsymbol.Symbol(unit.sidc);
    expect(symbol.isValid(), unit.sidc).toBe(true);
    expect(symbol.getMetadata()).toMatchObject({ affiliation: 'Neutral', dimension: 'Ground', numberSIDC: true });
  }
  expect(new milsymbol.Symbol('1004ZZ').isValid()).toBe(false);
  expect(scenario.events.length).toBe(claims.filter(({ kind }) => kind !== 'presence').length);
});

// The program publishes its format as TypeScript types alone: with a checkout of it at hand, its own types are asked.
const orbatMapper = process.env['LAYDOWN_ORBAT_MAPPER'];
const withOrbatMapper = orbatMapper === undefined ? null : test;
withOrbatMapper?.('the ORBAT Mapper scenario is one by its own types', async () => {
  const scenario = JSON.parse((await exported('orbat')).stdout);
  // In files a time is text, as in the program's own examples; its types are those after opening, where it is a number.
  const opened = (_: string, value: Loose) =>
    value?.startTime === undefined ? value : { ...value, startTime: Date.parse(value.startTime) };
  const checked = (value: object): string => {
    const modules = join(import.meta.dirname, '../node_modules');
    const types = "import type { LoadableScenario } from '@/scenariostore/upgrade';";
    writeFileSync(
      join(folder, 'is.ts'),
      `${types}\nexport const is: LoadableScenario = ${JSON.stringify(value, opened)};`,
    );
    const paths = {
      '@/*': [join(orbatMapper!, 'src/*')],
      geojson: [join(modules, '@types/geojson')],
      milsymbol: [join(modules, 'milsymbol')],
    };
    const compilerOptions = { strict: true, noEmit: true, skipLibCheck: true, module: 'esnext', target: 'esnext' };
    const resolving = { moduleResolution: 'bundler', allowImportingTsExtensions: true, types: [], paths };
    const config = { compilerOptions: { ...compilerOptions, ...resolving }, files: ['is.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const { stdout } = spawnSync(join(modules, '.bin/tsc'), ['-p', folder, '--pretty', 'false'], {
      encoding: 'utf8',
    });
    return stdout
      .split('\n')
      .filter((line) => /\bis\.ts\(/.test(line))
      .join('\n');
  };
  expect(checked(scenario)).toBe('');
  expect(checked({ ...scenario, version: '1.99.0' })).toMatch(/ScenarioVersion/);
  expect(checked({ ...scenario, sides: [{ id: 's', groups: [] }] })).toMatch(/name/);
});

test('a file that cannot be written is named, and leaves nothing half done', async () => {
  writeFileSync(join(folder, 'taken'), '');
  const { status, stderr } = await runLaydown([
    ...['--db', ledger, 'export', '--format', 'csv', '--out', join(folder, 'taken/claims.csv')],
  ]);
  expect(status).toBe(2);
  expect(stderr).toContain('cannot write');
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
});

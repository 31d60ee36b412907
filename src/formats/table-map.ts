// The map of a table: what its columns are, which rows are no data, and what a zero, a blank or a mark stands for. YAML (JSON is YAML too).
import { parse } from 'yaml';
import { z } from 'zod';
import { daySchema } from '../model/day-schema.ts';
import { LaydownError } from '../model/errors.ts';
import { COUNTED_THINGS } from '../model/quantity.ts';

const text = z.union([z.string(), z.number()]).transform(String);
const oneOrMore = z.union([text, z.array(text)]).transform((one) => (Array.isArray(one) ? one : [one]));
/** Upper and lower case do not count. */
const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, 'iu');
  } catch (error) {
    context.addIssue({ code: 'custom', message: `is no regular expression: ${(error as Error).message}` });
    return z.NEVER;
  }
});

/** All of what it states must hold of the cell: its text is one of `is`, fits `matches`, is `from` or later and `to` or earlier (as text). */
const conditionSchema = z.strictObject({
  column: z.string(),
  is: oneOrMore.optional(),
  not: oneOrMore.optional(),
  matches: pattern.optional(),
  from: text.optional(),
  to: text.optional(),
});
export type Condition = z.infer<typeof conditionSchema>;
const conditions = z
  .union([conditionSchema, z.array(conditionSchema).min(1)])
  .transform((one) => (Array.isArray(one) ? one : [one]));

/**
 * A word of every row (`is`), or of the first of the columns that says something. It is read through `names`: null leaves the row out, an
 * empty text passes on to the next column.
 */
const wordSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { is: value } : value),
  z
    .strictObject({
      is: z.string().min(1).optional(),
      column: oneOrMore.optional(),
      names: z.record(z.string(), z.string().nullable()).default({}),
    })
    .refine((w) => (w.is === undefined) !== (w.column === undefined), { message: 'has either "is" or "column"' }),
);
export type WordRule = z.infer<typeof wordSchema>;

/** As a word; `mission`: the places that the gazetteer gives for the row's mission come first. */
const placeSchema = z
  .strictObject({
    mission: z.boolean().default(false),
    /** What stands between the names where a cell holds several. */
    between: z.string().min(1).optional(),
    is: z.string().min(1).optional(),
    column: oneOrMore.optional(),
    names: z.record(z.string(), z.string().nullable()).default({}),
  })
  .refine((w) => w.mission || w.is !== undefined || w.column !== undefined, {
    message: 'has "is", "column" or "mission: true"',
  });

const dateSchema = z.union([
  /** The day, month or year in a column: YYYY-MM-DD, YYYY-MM, YYYY. */
  z.strictObject({ column: z.string(), day: z.enum(['first', 'last']).optional() }),
  z.strictObject({ start: z.string(), end: z.string() }),
  z.strictObject({ year: z.string(), month: z.string(), day: z.enum(['first', 'last']).optional() }),
  z.strictObject({ is: text, day: z.enum(['first', 'last']).optional() }),
  /** A column for each date: the date stands in its header. */
  z.strictObject({ header: z.literal(true), day: z.enum(['first', 'last']).optional() }),
]);
export type DateRule = z.infer<typeof dateSchema>;

const knownSchema = z.union([
  z.strictObject({ column: z.string() }),
  z.strictObject({ on: daySchema }),
  /** So many days after the day that the figure is of. */
  z.strictObject({ after: z.number().int().min(0).max(3660) }),
]);

const MEANINGS = ['counts', 'absent', 'withheld', 'left out'] as const;
const meaning = z.enum(MEANINGS);
export type Meaning = z.infer<typeof meaning>;

const countSchema = z
  .strictObject({
    column: z.string().optional(),
    columns: pattern.optional(),
    /** The sum of these columns; absent where one of them is. */
    sum: z.array(z.string()).min(2).optional(),
    low: z.string().optional(),
    high: z.string().optional(),
    /** Holds of rows whose figure is hedged: "about", "up to". */
    approx: conditions.optional(),
    when: conditions.optional(),
    unit: z.string().min(1).optional(),
    of: z.enum(COUNTED_THINGS).default('personnel'),
    zero: meaning.optional(),
  })
  .refine(
    (c) =>
      [c.column, c.columns, c.sum, c.low ?? c.high].filter((one) => one !== undefined).length === 1 &&
      (c.low === undefined) === (c.high === undefined),
    { message: 'names one "column", a pattern of "columns", a "sum", or "low" and "high"' },
  );
export type CountRule = z.infer<typeof countSchema>;

const ruleSchema = z.strictObject({
  /** The cell's text; absent: whatever it holds. */
  value: oneOrMore.optional(),
  when: conditions.optional(),
  means: meaning,
  note: z.string().optional(),
});

const checkSchema = z.strictObject({
  total: z.string(),
  parts: z.array(z.string()).min(1),
  /** How far the total may be from the sum of the parts, as a share of the sum. */
  within: z.number().min(0).default(0),
  when: conditions.optional(),
});

const mapSchema = z.strictObject({
  title: z.string().min(1),
  publisher: wordSchema.optional(),
  url: z.string().optional(),
  separator: z.string().length(1).optional(),
  /** The record that names the columns; those above it are passed over. */
  header: z.number().int().min(1).default(1),
  skip: z.array(conditions).default([]),
  date: dateSchema,
  known: knownSchema,
  party: wordSchema,
  place: placeSchema,
  mission: wordSchema.optional(),
  unit: wordSchema.optional(),
  said_by: wordSchema.optional(),
  counts: z.array(countSchema).min(1),
  cells: z
    .strictObject({
      absent: z.array(text).default(['', 'NA']),
      withheld: z.array(text).default([]),
      zero: meaning.default('counts'),
      rules: z.array(ruleSchema).default([]),
    })
    .default({ absent: ['', 'NA'], withheld: [], zero: 'counts', rules: [] }),
  checks: z.array(checkSchema).default([]),
  /** The rows of one date and mission are all that the mission has: they sum to its whole. */
  complete: z.enum(['mission']).optional(),
});
/** docs/tables.md shows it by example. */
export type TableMap = z.infer<typeof mapSchema>;

/** Throws LaydownError `usage`, which names the place in the map and what is right there. */
export function readTableMap(source: string, name: string): TableMap {
  let value: unknown;
  try {
    value = parse(source, { maxAliasCount: 20, schema: 'core' });
  } catch (error) {
    throw new LaydownError('usage', `${name} is no YAML: ${(error as Error).message.split('\n')[0]}`, { cause: error });
  }
  const parsed = mapSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  throw new LaydownError('usage', `${name} is no map of a table${place}: ${issue?.message ?? 'see docs/tables.md'}`);
}

/** Every column that the map names outright, for the check against the table's header. */
export function columnsOf(map: TableMap): string[] {
  const words = [map.publisher, map.party, map.place, map.mission, map.unit, map.said_by].flatMap(
    (w) => w?.column ?? [],
  );
  const dates = Object.entries(map.date).flatMap(([key, value]) =>
    ['column', 'start', 'end', 'year', 'month'].includes(key) ? [String(value)] : [],
  );
  const counts = map.counts.flatMap((c) =>
    [c.column, ...(c.sum ?? []), c.low, c.high].filter((one) => one !== undefined),
  );
  const known = 'column' in map.known ? [map.known.column] : [];
  const asked = [
    ...map.skip.flat(),
    ...map.counts.flatMap((c) => [...(c.approx ?? []), ...(c.when ?? [])]),
    ...map.cells.rules.flatMap((r) => r.when ?? []),
    ...map.checks.flatMap((c) => c.when ?? []),
  ].map((c) => c.column);
  const checked = map.checks.flatMap((c) => [c.total, ...c.parts]);
  return [...new Set([...words, ...dates, ...known, ...counts, ...asked, ...checked])];
}

// One row of a table -> presence claims, each with its cell as evidence; and what is told of the cells that make none.
import type { Condition, CountRule, Meaning, TableMap } from '../formats/table-map.ts';
import type { Atlas } from '../model/atlas.ts';
import { type Presence, presenceSchema, type Span, type Spans } from '../model/claim.ts';
import type { Day } from '../model/day.ts';
import type { Period } from '../model/period.ts';
import type { Place } from '../model/place.ts';
import { type Quantity, quantitySchema } from '../model/quantity.ts';
import { daysAfter, lastDayIn, monthIn, periodIn } from './table-days.ts';
import { type Found, findWord, tableNames } from './table-names.ts';

/** A cell that makes no claim for a reason worth telling; `column` null is the row as a whole. */
export interface CellNote {
  readonly column: string | null;
  readonly message: string;
}

export interface RowClaims {
  readonly known: Day;
  readonly publisher: string | null;
  /** The row as it is stored and quoted: "line 12: Date: 2013-12-31 | Contributor: Albania | Troops: 13". */
  readonly text: string;
  /** Spans count from the start of `text`; a word of the map itself has none. */
  readonly claims: readonly { readonly claim: Presence; readonly spans: Spans }[];
}

export interface RowReading {
  /** One for each known day of the row (a column for each date makes several); [] where the row is no data or says nothing. */
  readonly parts: readonly RowClaims[];
  readonly absent: number;
  readonly withheld: readonly CellNote[];
  readonly faults: readonly CellNote[];
  /** True where the map leaves the whole row out. */
  readonly skipped: boolean;
}

export type RowReader = (line: number, fields: readonly string[]) => RowReading;

const NOTHING: RowReading = { parts: [], absent: 0, withheld: [], faults: [], skipped: false };
const SKIPPED: RowReading = { ...NOTHING, skipped: true };

/** `header` holds every column that the map names (the caller has seen to that). */
export function rowReader(
  map: TableMap,
  header: readonly string[],
  columns: readonly string[],
  atlas: Atlas,
): RowReader {
  const index = new Map<string, number>();
  for (const [i, name] of header.entries()) if (!index.has(name)) index.set(name, i);
  const names = tableNames(atlas);
  const counts = map.counts.flatMap((rule) => countsOf(rule, header));
  const named = new Set([...columns, ...counts.flatMap((c) => c.columns)]);
  const shown = [...new Set(header)].filter((column) => named.has(column));
  const absentWords = new Set(map.cells.absent);
  const isAbsent = (cell: string): boolean => cell === '' || absentWords.has(cell);
  const checked = sharedParts();

  return (line, fields) => {
    const cellOf = (column: string): string => plain(fields[index.get(column) ?? -1] ?? '');
    const holds = (all: readonly Condition[]): boolean => all.every((one) => fits(one, cellOf(one.column)));
    if (map.skip.some(holds)) return SKIPPED;
    const faulty = (column: string | null, message: string): RowReading => ({
      ...NOTHING,
      faults: [{ column, message }],
    });
    const find = (rule: Parameters<typeof findWord>[0]): Found => findWord(rule, cellOf, isAbsent);

    const [who, what, where, unit, speaker, publisher] = [
      map.party,
      map.mission,
      map.place,
      map.unit,
      map.said_by,
      map.publisher,
    ].map(find) as [Found, Found, Found, Found, Found, Found];
    if ([who, what, where, unit].some((f) => f.kind === 'left out')) return SKIPPED;
    if (who.kind !== 'word') return faulty(map.party.column?.[0] ?? null, 'names no party');
    const party = names.party(who.word);
    if (party === null) return faulty(who.column, `no party "${who.word}" is known: give it under "names" in the map`);
    const rowDate = 'header' in map.date ? null : dateOf(map, cellOf);
    if (typeof rowDate === 'string') return faulty(...dateFault(map, rowDate));

    const row = rowText(line, shown, cellOf, isAbsent);
    const read = emptyReading();
    const parts = new Map<Day, RowClaims['claims'][number][]>();
    for (const count of counts) {
      if (count.rule.when !== undefined && !holds(count.rule.when)) continue;
      const cell = readCell(map, count, cellOf, holds);
      const column = count.columns.join(' and ');
      if (cell.kind === 'absent') read.absent++;
      if (cell.kind === 'withheld') read.withheld.push({ column, message: cell.message });
      if (cell.kind === 'fault') read.faults.push({ column, message: cell.message });
      if (cell.kind !== 'counts') continue;
      const time = rowDate ?? count.date;
      if (time === null) {
        read.faults.push({ column, message: 'the header is no date: write YYYY-MM-DD, YYYY-MM or YYYY' });
        continue;
      }
      const known = knownOf(map, time, cellOf);
      if (known === null)
        return faulty('column' in map.known ? map.known.column : null, 'gives no day on which it was known');
      const place = placesOf(map, what, where, time, names.place, atlas);
      if (place === null) return faulty(where.kind === 'word' ? where.column : null, placeFault(what, where));
      const shared = checked({
        party,
        unit: unit.kind === 'word' ? unit.word : (count.rule.unit ?? null),
        mission: what.kind === 'word' ? what.word : null,
        place,
        time,
        said_by: speaker.kind === 'word' ? speaker.word : null,
      });
      const claim: Presence = { ...shared, evidence: row.text, quantity: quantitySchema.parse(cell.quantity) };
      const spans: Record<string, Span> & { evidence: Span } = { evidence: [0, row.text.length] };
      const cells = { party: who, place: where, mission: what, unit, said_by: speaker };
      for (const [field, found] of Object.entries(cells)) {
        const span = found.kind === 'word' && found.column !== null ? row.spans.get(found.column) : undefined;
        if (span !== undefined) spans[field] = span;
      }
      const [first, last] = [row.spans.get(count.columns[0]!), row.spans.get(count.columns.at(-1)!)];
      const quantity = first ?? last;
      if (quantity !== undefined) spans['quantity'] = [quantity[0], (last ?? quantity)[1]];
      const list = parts.get(known) ?? [];
      list.push({ claim, spans });
      parts.set(known, list);
    }
    if (parts.size === 0 && read.withheld.length > 0 && rowDate !== null) {
      // That a figure is withheld is kept with its row, though nobody can count by it.
      const known = knownOf(map, rowDate, cellOf);
      if (known !== null) parts.set(known, []);
    }
    return {
      ...read,
      skipped: false,
      parts: [...parts].map(([known, claims]) => ({
        known,
        publisher: publisher.kind === 'word' ? publisher.word : null,
        text: row.text,
        claims,
      })),
    };
  };
}

/** What many cells of a table have in common, each once through the schema. */
function sharedParts(): (parts: Omit<Presence, 'kind' | 'evidence' | 'quantity'>) => Presence {
  const seen = new Map<string, Presence>();
  return (parts) => {
    const key = JSON.stringify(parts);
    let one = seen.get(key);
    if (one === undefined) {
      one = presenceSchema.parse({ kind: 'presence', evidence: key, quantity: null, ...parts });
      if (seen.size >= SHARED) seen.clear();
      seen.set(key, one);
    }
    return one;
  };
}

/** Kept at a time, which bounds memory. */
const SHARED = 10_000;

const emptyReading = (): { absent: number; withheld: CellNote[]; faults: CellNote[] } => ({
  absent: 0,
  withheld: [],
  faults: [],
});

/** Cells lie on one line each, whatever they hold. */
const plain = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

function fits(condition: Condition, cell: string): boolean {
  const { is, not, matches, from, to } = condition;
  return (
    (is === undefined || is.includes(cell)) &&
    (not === undefined || !not.includes(cell)) &&
    (matches === undefined || matches.test(cell)) &&
    (from === undefined || cell >= from) &&
    (to === undefined || cell <= to)
  );
}

interface Counted {
  readonly rule: CountRule;
  readonly columns: readonly string[];
  /** The date in the column's header, where the map says that it stands there. */
  readonly date: Period | null;
}

function countsOf(rule: CountRule, header: readonly string[]): Counted[] {
  if (rule.columns !== undefined)
    return header
      .filter((name) => rule.columns!.test(name))
      .map((name) => ({ rule, columns: [name], date: periodIn(name) }));
  const columns = rule.sum ?? (rule.column === undefined ? [rule.low!, rule.high!] : [rule.column]);
  return [{ rule, columns, date: rule.column === undefined ? null : periodIn(rule.column) }];
}

function rowText(
  line: number,
  columns: readonly string[],
  cellOf: (column: string) => string,
  isAbsent: (cell: string) => boolean,
): { readonly text: string; readonly spans: ReadonlyMap<string, Span> } {
  const spans = new Map<string, Span>();
  let text = `line ${line}:`;
  for (const column of columns) {
    const cell = cellOf(column);
    if (isAbsent(cell)) continue;
    const start = text.length + (spans.size === 0 ? 1 : 3);
    text += `${spans.size === 0 ? ' ' : ' | '}${plain(column)}: ${cell}`;
    spans.set(column, [start, text.length]);
  }
  return { text, spans };
}

/** The period of a row, or the cell that is no date. */
function dateOf(map: TableMap, cellOf: (column: string) => string): Period | string {
  const { date } = map;
  if ('start' in date) {
    const [from, to] = [cellOf(date.start), cellOf(date.end)];
    const [start, end] = [from === '' ? null : periodIn(from), to === '' ? null : periodIn(to)];
    if ((from !== '' && start === null) || (to !== '' && end === null)) return `${from} ${to}`.trim();
    const period = { start: start?.start ?? null, end: end?.end ?? null };
    if (period.start === null && period.end === null) return '';
    return period.start !== null && period.end !== null && period.start > period.end ? `${from} to ${to}` : period;
  }
  if ('year' in date) {
    const month = monthIn(cellOf(date.month));
    const text = `${cellOf(date.year)} ${cellOf(date.month)}`;
    return (month === null ? null : periodIn(`${cellOf(date.year)}-${month}`, date.day)) ?? text;
  }
  if ('is' in date) return periodIn(date.is, date.day) ?? date.is;
  if ('column' in date) return periodIn(cellOf(date.column), date.day) ?? cellOf(date.column);
  return '';
}

const dateFault = ({ date }: TableMap, text: string): [string | null, string] => [
  'column' in date
    ? date.column
    : 'start' in date
      ? `${date.start} and ${date.end}`
      : 'year' in date
        ? date.year
        : null,
  text === '' ? 'gives no date' : `"${text}" is no date: write YYYY-MM-DD, YYYY-MM or YYYY`,
];

function knownOf({ known }: TableMap, time: Period, cellOf: (column: string) => string): Day | null {
  if ('on' in known) return known.on;
  if ('column' in known) return periodIn(cellOf(known.column))?.end ?? null;
  const last = lastDayIn(time);
  return last === null ? null : daysAfter(last, known.after);
}

/** The mission's places where the map asks for them and the gazetteer knows it, else the place that the row names; null where neither is known. */
function placesOf(
  map: TableMap,
  mission: Found,
  where: Found,
  time: Period,
  placeNamed: (word: string) => Place | null,
  atlas: Atlas,
): Presence['place'] {
  if (map.place.mission && mission.kind === 'word') {
    const places = atlas.mission(mission.word, time.start ?? time.end ?? undefined)?.places ?? [];
    if (places.length === 1) return places[0]!;
    if (places.length > 1) return [...places];
  }
  if (where.kind !== 'word') return null;
  const { between } = map.place;
  if (between === undefined || !where.word.includes(between)) return placeNamed(where.word);
  const places = where.word.split(between).map((word) => placeNamed(word.trim()));
  return places.every((place) => place !== null) ? places : null;
}

function placeFault(mission: Found, where: Found): string {
  if (where.kind === 'word') return `no place "${where.word}" is known: give it under "names" in the map`;
  return mission.kind === 'word'
    ? `no mission "${mission.word}" is known, and the row names no place`
    : 'names no place';
}

type Cell =
  | { readonly kind: 'counts'; readonly quantity: Quantity }
  | { readonly kind: 'absent' | 'left out' }
  | { readonly kind: 'withheld' | 'fault'; readonly message: string };

function readCell(
  map: TableMap,
  { rule, columns }: Counted,
  cellOf: (column: string) => string,
  holds: (all: readonly Condition[]) => boolean,
): Cell {
  const cells = columns.map(cellOf);
  for (const one of map.cells.rules) {
    if (one.value !== undefined && !cells.every((cell) => one.value!.includes(cell))) continue;
    if (one.when !== undefined && !holds(one.when)) continue;
    if (one.means !== 'counts') return meant(one.means, cells, one.note);
    break;
  }
  const words = cells.map((cell) => (map.cells.absent.includes(cell) || cell === '' ? null : cell));
  if (words.every((cell) => cell === null)) return { kind: 'absent' };
  if (words.some((cell) => cell !== null && map.cells.withheld.includes(cell))) return meant('withheld', cells);
  const numbers = words.map((cell) => (cell === null ? null : numberIn(cell)));
  const bad = numbers.indexOf(undefined);
  if (bad >= 0) return { kind: 'fault', message: `"${cells[bad]}" is no whole number` };
  if (rule.sum !== undefined && numbers.includes(null)) return { kind: 'absent' };
  const sum = numbers.reduce<number>((all, n) => all + (n ?? 0), 0);
  const min = rule.sum === undefined ? (numbers[0] ?? null) : sum;
  const max = rule.sum !== undefined || numbers.length === 1 ? min : (numbers[1] ?? null);
  if (min !== null && max !== null && min > max)
    return { kind: 'fault', message: `the low figure ${min} is above the high one ${max}` };
  const zero = rule.zero ?? map.cells.zero;
  if (min === 0 && max === 0 && zero !== 'counts') return meant(zero, cells);
  const wrong = wrongTotal(map, columns, cellOf, holds);
  if (wrong !== null) return { kind: 'fault', message: wrong };
  const approx = rule.approx !== undefined && holds(rule.approx);
  return { kind: 'counts', quantity: { min, max, approx: approx && min === max, of: rule.of } };
}

const meant = (meaning: Exclude<Meaning, 'counts'>, cells: readonly string[], note?: string): Cell =>
  meaning === 'withheld'
    ? { kind: 'withheld', message: `"${cells.join(' ')}" is withheld${note === undefined ? '' : `: ${note}`}` }
    : { kind: meaning };

/** "1,234", "1 234" and "1234.0" are whole numbers; undefined where it is none. */
function numberIn(cell: string): number | undefined {
  const digits = /^\d{1,3}(?:[, \u00a0]\d{3})+$/.test(cell) ? cell.replace(/[, \u00a0]/g, '') : cell;
  if (!/^\d{1,12}(?:\.0+)?$/.test(digits)) return undefined;
  return Math.trunc(Number(digits));
}

/** Why a total cannot stand beside its parts; null where it can, or where there is nothing to check it by. */
function wrongTotal(
  map: TableMap,
  columns: readonly string[],
  cellOf: (column: string) => string,
  holds: (all: readonly Condition[]) => boolean,
): string | null {
  for (const check of map.checks) {
    if (!columns.includes(check.total) || (check.when !== undefined && !holds(check.when))) continue;
    const total = numberIn(cellOf(check.total));
    const parts = check.parts.map((part) => numberIn(cellOf(part))).filter((n) => n !== undefined);
    if (total === undefined || parts.length === 0) continue;
    const sum = parts.reduce((a, b) => a + b, 0);
    if (Math.abs(total - sum) > check.within * sum)
      return `the total ${total} is not the sum of its parts, ${sum} (${check.parts.length} columns): which is right the table does not say`;
  }
  return null;
}

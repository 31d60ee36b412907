// A claim on one line, for people, golden files and tests. Lossless: parseClaim(printClaim(claim)) is the claim.
import { ACTIONS, type Claim, claimSchema, MOVES, PHASES, placesOf, STATUSES, type Vote } from './claim.ts';
import { LaydownError } from './errors.ts';
import type { Period } from './period.ts';
import type { Place } from './place.ts';
import { COUNTED_THINGS, type Quantity } from './quantity.ts';

/**
 * `movement DE 30 IQ -> JO+KW planned relocate [2020-01-07..] by "Defence Ministry" : "Thirty of the 120 ..."`.
 * Fields that are null or false are left out; the grammar is in docs/claims.md.
 */
export const printClaim = (claim: Claim): string => `${printFields(claim, true)} : ${quote(claim.evidence)}`;

/** The same line without the quotation and with bare place codes where `names` is false: for tables and headings. */
export function printFields(claim: Claim, names = true): string {
  const at = (place: Place) => printPlace(place, names);
  const words: (string | null | false)[] = [claim.kind];
  switch (claim.kind) {
    case 'presence':
      words.push(
        printParty(claim.party),
        printQuantity(claim.quantity),
        ...printNamed(claim),
        printWhere(claim.place, at),
      );
      break;
    case 'movement':
      words.push(printParty(claim.party), printQuantity(claim.quantity), ...printNamed(claim));
      words.push(claim.from.map(at).join('+'), '->', claim.to.map(at).join('+'));
      words.push(claim.phase, claim.move, claim.temporary && 'temporary');
      break;
    case 'status':
      words.push(printParty(claim.party), ...printNamed(claim), printWhere(claim.place, at));
      words.push(claim.status, claim.temporary && 'temporary');
      break;
    case 'decision':
      words.push(claim.body === null ? '?' : quote(claim.body), claim.action, printVote(claim.vote));
      words.push(claim.final === null ? null : claim.final ? 'final' : 'not-final');
      words.push(claim.pending !== null && `pending ${quote(claim.pending)}`);
      break;
    case 'incident':
      words.push(printParty(claim.party), printWhere(claim.place, at));
      words.push(
        claim.killed !== null && `killed ${claim.killed}`,
        claim.wounded !== null && `wounded ${claim.wounded}`,
      );
      break;
  }
  words.push(printPeriod(claim.time), claim.said_by !== null && `by ${quote(claim.said_by)}`);
  return words.filter(Boolean).join(' ');
}

/** `~500`, `200..999`, `500..` (at least), `..500` (at most), `2 battalion`; null where null. */
export function printQuantity(q: Quantity | null): string | null {
  if (q === null) return null;
  const count = q.min === q.max ? `${q.min}` : `${q.min ?? ''}..${q.max ?? ''}`;
  return `${q.approx ? '~' : ''}${count}${q.of === 'personnel' ? '' : ` ${q.of}`}`;
}

/** `[2020-01-07]`, `[2020-01-07..2020-01-09]`, `[2020-01-07..]`, `[..2020-01-09]`; null where null. */
export const printPeriod = (p: Period | null): string | null =>
  p === null ? null : p.start !== null && p.start === p.end ? `[${p.start}]` : `[${p.start ?? ''}..${p.end ?? ''}]`;

/** `IQ`, `IQ(Al Asad air base)`, `?(Camp Nowhere)` where the country is not known. */
export const printPlace = (place: Place, names = true): string =>
  `${place.country ?? '?'}${place.name !== null && (names || place.country === null) ? `(${escaped(place.name, ')')})` : ''}`;

const printParty = (party: string | null): string =>
  party === null ? '?' : party.startsWith('OTHER:') ? `OTHER(${escaped(party.slice(6), ')')})` : party;

type Where = Extract<Claim, { kind: 'presence' }>['place'];

/** A list of places is told from a single one: one in a list ends in `+`, none is `+`. */
const printWhere = (place: Where, at: (place: Place) => string): string | null =>
  place === null ? null : placesOf(place).map(at).join('+') + (Array.isArray(place) && place.length < 2 ? '+' : '');

/** `IQ(Iraq)`, `IQ+SY`; null where null. */
export const printPlaces = (place: Where): string | null => printWhere(place, (one) => printPlace(one));

const printNamed = (claim: { readonly unit?: string | null; readonly mission: string | null }) => [
  typeof claim.unit === 'string' && `unit ${quote(claim.unit)}`,
  claim.mission !== null && `mission ${quote(claim.mission)}`,
];

/** `vote 170-0/328`, `vote 13-0-2`: for, against, abstained, of so many members; `?` is not stated. */
function printVote(vote: Vote | null): string | null {
  if (vote === null) return null;
  const abstain = vote.abstain === null ? '' : `-${vote.abstain}`;
  const members = vote.members === null ? '' : `/${vote.members}`;
  return `vote ${vote.for ?? '?'}-${vote.against ?? '?'}${abstain}${members}`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };
const escaped = (text: string, closing: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\\")]/g, (c) =>
    c === '"' || c === ')'
      ? c === closing
        ? `\\${c}`
        : c
      : (ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
const quote = (text: string): string => `"${escaped(text, '"')}"`;
const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-f]{4})|([\s\S]))/g, (_, hex: string | undefined, c: string) =>
    hex !== undefined
      ? String.fromCharCode(Number.parseInt(hex, 16))
      : c === 'n'
        ? '\n'
        : c === 'r'
          ? '\r'
          : c === 't'
            ? '\t'
            : c,
  );

const PLACE = String.raw`(?:R:[A-Z]+(?:-[A-Z]+)*|[A-Z]{2}|\?)(?:\((?:[^)\\]|\\[\s\S])*\))?`;
const TOKEN = {
  space: / +/y,
  text: /"((?:[^"\\]|\\[\s\S])*)"/y,
  party: /OTHER\(((?:[^)\\]|\\[\s\S])*)\)|(\?|[A-Z][A-Z0-9-]*)/y,
  vote: /(\d+|\?)-(\d+|\?)(?:-(\d+))?(?:\/(\d+))?/y,
  places: new RegExp(String.raw`\+|${PLACE}(?:\+${PLACE})*\+?`, 'y'),
  quantity: /(~?)(?:(\d*)\.\.(\d*)|(\d+))/y,
  period: /\[(?:(\d{4}-\d\d-\d\d)|(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?)\]/y,
  arrow: /->/y,
  colon: /:/y,
  word: /[a-z][a-z-]*/y,
  count: /\d+/y,
};
const PLACE_PARTS = /(R:[A-Z]+(?:-[A-Z]+)*|[A-Z]{2}|\?)(?:\(((?:[^)\\]|\\[\s\S])*)\))?/g;

/**
 * Reads one line of the notation. The fields after the party (or the deciding body) may stand in any order, but a movement's origin stands
 * before its arrow. A line without `: "..."` takes `evidence`. Throws LaydownError `bad-input` that names the column.
 */
export function parseClaim(line: string, evidence?: string): Claim {
  const fields = new LineReader(line).claim();
  if (fields['evidence'] === undefined && evidence !== undefined) fields['evidence'] = evidence;
  const read = claimSchema.safeParse(fields);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new LaydownError('bad-input', `claim "${line}": ${issue?.path.join('.')}: ${issue?.message}`);
}

/** What printQuantity, printPeriod and printPlaces write, alone. Each throws LaydownError `bad-input` that names the column. */
export const parseQuantity = (text: string): Quantity => new LineReader(text).lone((one) => one.count(), 'a count');
export const parsePeriod = (text: string): Period => new LineReader(text).lone((one) => one.period(), 'a period');
export const parsePlaces = (text: string): Place | Place[] =>
  new LineReader(text).lone((one) => one.places(), 'a place, or places joined with +');

/** Holds the position in the line; a class because every step moves it. */
class LineReader {
  private at = 0;
  private readonly line: string;
  constructor(line: string) {
    this.line = line.trim();
  }

  claim(): Record<string, unknown> {
    const kind = this.must('word', 'a kind of claim')[0];
    const fields: Record<string, unknown> = { kind };
    if (kind === 'decision') {
      const body = this.take('text');
      if (body) fields['body'] = unescaped(body[1]!);
      else if (this.must('party', 'a body in quotation marks or "?"')[0] !== '?')
        this.fail('a body in quotation marks or "?"');
    } else {
      const party = this.must('party', 'a party code or "?"');
      fields['party'] = party[1] !== undefined ? `OTHER:${unescaped(party[1])}` : party[0] === '?' ? null : party[0];
    }
    if (kind === 'movement') Object.assign(fields, { from: [], to: [] });
    while (this.rest()) this.field(fields, kind === 'movement');
    return fields;
  }

  private field(fields: Record<string, unknown>, isMovement: boolean): void {
    if (this.take('colon')) {
      fields['evidence'] = unescaped(this.must('text', 'the quotation')[1]!);
      if (this.rest()) this.fail('the end of the line');
      return;
    }
    if (this.take('arrow')) {
      fields['to'] = [];
      const to = this.take('places');
      if (to) fields['to'] = readPlaces(to[0]);
      return;
    }
    const time = this.period();
    if (time) {
      fields['time'] = time;
      return;
    }
    const quantity = this.count();
    if (quantity) {
      fields['quantity'] = quantity;
      return;
    }
    const places = this.take('places');
    if (places) {
      if (isMovement) fields['from'] = readPlaces(places[0]);
      else fields['place'] = oneOrMore(places[0]);
      return;
    }
    this.wordField(fields, this.must('word', 'a field')[0]);
  }

  /** The whole of the line is one field. */
  lone<T>(field: (reader: LineReader) => T | null, what: string): T {
    const value = field(this);
    if (value === null || this.rest()) this.fail(what);
    return value;
  }

  period(): Period | null {
    const period = this.take('period');
    if (!period) return null;
    const [, day, start, end] = period;
    return day !== undefined ? { start: day, end: day } : { start: start ?? null, end: end ?? null };
  }

  count(): Quantity | null {
    const quantity = this.take('quantity');
    return quantity && this.quantity(quantity);
  }

  places(): Place | Place[] | null {
    const places = this.take('places');
    return places && oneOrMore(places[0]);
  }

  private wordField(fields: Record<string, unknown>, word: string): void {
    const text = () => unescaped(this.must('text', `a text in quotation marks after "${word}"`)[1]!);
    const count = () => Number(this.must('count', `a number after "${word}"`)[0]);
    if (word === 'unit' || word === 'mission' || word === 'pending') fields[word] = text();
    else if (word === 'by') fields['said_by'] = text();
    else if (word === 'killed' || word === 'wounded') fields[word] = count();
    else if (word === 'temporary') fields['temporary'] = true;
    else if (word === 'final' || word === 'not-final') fields['final'] = word === 'final';
    else if (word === 'vote') {
      const [, yes, no, abstain, members] = this.must('vote', 'a vote such as 170-0/328');
      const number = (s: string | undefined) => (s === undefined || s === '?' ? null : Number(s));
      fields['vote'] = { for: number(yes), against: number(no), abstain: number(abstain), members: number(members) };
    } else if (fields['kind'] === 'decision' && isOneOf(ACTIONS, word)) fields['action'] = word;
    else if (fields['kind'] === 'status' && isOneOf(STATUSES, word)) fields['status'] = word;
    else if (fields['kind'] === 'movement' && isOneOf(PHASES, word)) fields['phase'] = word;
    else if (fields['kind'] === 'movement' && isOneOf(MOVES, word)) fields['move'] = word;
    else this.fail(`a field of a ${String(fields['kind'])} instead of "${word}"`, word.length);
  }

  private quantity([, approx, low, high, one]: RegExpExecArray): Quantity {
    const number = (s: string | undefined) => (s ? Number(s) : null);
    const before = this.at;
    const of = this.take('word')?.[0];
    const counts = of !== undefined && isOneOf(COUNTED_THINGS, of);
    if (!counts) this.at = before;
    const ends = one !== undefined ? { min: Number(one), max: Number(one) } : { min: number(low), max: number(high) };
    return { ...ends, approx: approx === '~', of: counts ? of : 'personnel' };
  }

  private take(kind: keyof typeof TOKEN): RegExpExecArray | null {
    const start = this.skipSpace();
    const pattern = TOKEN[kind];
    pattern.lastIndex = start;
    const m = pattern.exec(this.line);
    if (m) this.at = pattern.lastIndex;
    return m;
  }

  private must(kind: keyof typeof TOKEN, what: string): RegExpExecArray {
    return this.take(kind) ?? this.fail(what);
  }

  private skipSpace(): number {
    TOKEN.space.lastIndex = this.at;
    if (TOKEN.space.test(this.line)) this.at = TOKEN.space.lastIndex;
    return this.at;
  }

  private rest = (): boolean => this.skipSpace() < this.line.length;

  private fail(what: string, back = 0): never {
    throw new LaydownError('bad-input', `column ${this.at - back + 1}: expected ${what}, in: ${this.line}`);
  }
}

const isOneOf = <T extends string>(list: readonly T[], word: string): word is T =>
  (list as readonly string[]).includes(word);

const oneOrMore = (text: string): Place | Place[] => {
  const list = readPlaces(text);
  return list.length === 1 && !text.endsWith('+') ? list[0]! : list;
};

const readPlaces = (text: string): Place[] =>
  Array.from(text.matchAll(PLACE_PARTS), ([, code, name]) => ({
    country: code === '?' ? null : code!,
    name: name === undefined ? null : unescaped(name),
  }));

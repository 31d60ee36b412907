// A roll of contributors, one a line: "Germany (framework nation): 540" under a heading that names the mission or the place.
import type { Mention } from '../../gazetteer/entry.ts';
import type { ExtractedClaim, Span } from '../../model/claim.ts';
import type { Party } from '../../model/party.ts';
import type { Period } from '../../model/period.ts';
import type { Place } from '../../model/place.ts';
import type { NumberMention, TextDocument, Token } from '../../text/document.ts';
import type { TokenReaders } from './read-listings.ts';

export const CONTRIBUTORS_RULE = 'presence/roll-row';

interface Line {
  readonly tokens: readonly Token[];
}
interface Row {
  readonly line: Line;
  /** Null for the line of the total. */
  readonly party: Party | null;
  readonly at: Span;
  /** Null for "none" and a dash: nothing is claimed of a state that gives nothing. */
  readonly number: NumberMention | null;
}
interface Head {
  readonly places: readonly Place[];
  readonly span: Span;
  readonly mission: { readonly name: string; readonly party: Party; readonly span: Span } | null;
  readonly time: Period | null;
}

/** The heading speaks of forces that serve somewhere. */
const FORCES =
  /\b(?:contribut\w*|contingents?|troops?|soldiers|peace-?keepers|battle ?groups?|personnel|forces?|strength|deployments?|deployed|ISAF|[A-Z]+FOR|UN[A-Z]{3,})\b/;
/** It speaks of what is promised, lost or at home. */
const ELSE =
  /\b(?:killed|casualt\w+|deaths?|died|fatalit\w+|loss(?:es)?|wounded|refugees|medals?|pledge[sd]?|promise[sd]?|offer(?:s|ed)?|requested|planned|budgets?|reserves|recruits|conscripts|active|total armed|population|exports?|vot(?:es?|ing)|withdrawn|exercise)\b/i;
const LEAST = 3;
/** Lines above the first row that may say where. */
const ABOVE = 3;
const COUNTED = /^(?:troops?|soldiers?|personnel|peace-?keepers|men|police|military|\.|,|;|\|)$/;

/** The rows' claims and the tokens that they used up. */
export interface Roll {
  readonly claims: readonly ExtractedClaim[];
  readonly used: ReadonlySet<Token>;
}

export function readContributors(document: TextDocument, readers: TokenReaders): Roll {
  const claims: ExtractedClaim[] = [];
  const used = new Set<Token>();
  for (const [start, end] of rollLike(document.text))
    readRoll(document, linesOf(document, start, end), readers, claims, used);
  return { claims, used };
}

/** Takes the rolls among some lines, their claims and the tokens of their rows. */
function readRoll(
  document: TextDocument,
  lines: readonly Line[],
  readers: TokenReaders,
  claims: ExtractedClaim[],
  used: Set<Token>,
): void {
  for (let i = 0; i < lines.length; i++) {
    const rows = rowsFrom(lines, i, readers);
    if (rows.filter((r) => r.party !== null && r.number !== null).length < LEAST) continue;
    const head = headOf(document, lines, i, readers);
    i += rows.length - 1;
    if (head === null) continue;
    // A state's own page tells of its own forces abroad, row by row.
    if (rows.every((r) => head.places.some((p) => p.country === r.party))) continue;
    for (const row of rows) {
      const claim = claimOf(row, head, document);
      if (claim !== null) claims.push(claim);
      for (const token of row.line.tokens) used.add(token);
    }
  }
}

/** "- Germany (framework nation): 540 troops": a name or the word for all of them first. */
const OPENS = /^[-–—*•·|]?\s*(?:[Tt]he )?(?:\p{Lu}|total\b|overall\b|all\b)/u;
/** A number last, with what is counted behind it; or that there are none. */
const GIVES =
  /(?:\d[KkM+]?|\b(?:none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+(?:teen|ty)|hundreds?|thousands?|dozens?)|[-–—])(?:[\s.,;|)]|\b(?:troops?|soldiers?|personnel|peace-?keepers|men|police|military)\b)*$/i;
const LONGEST_LINE = 250;

/** Where so many lines in a row may be rows, as [start, end) with the lines above that may say where: no text is cut into tokens for less. */
function rollLike(text: string): Span[] {
  const spans: Span[] = [];
  /** Where the lines that are not blank start. */
  const starts: number[] = [];
  let run = 0;
  let runEnd = 0;
  const close = (): void => {
    if (run >= LEAST) spans.push([starts.at(-run - ABOVE) ?? starts[0]!, runEnd]);
    run = 0;
  };
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    const line = to - from > LONGEST_LINE ? null : text.slice(from, to).trim();
    if (line !== '') {
      const isRow = line !== null && OPENS.test(line) && GIVES.test(line);
      if (!isRow) close();
      starts.push(from);
      if (isRow) [run, runEnd] = [run + 1, to];
    }
    from = to + 1;
  }
  close();
  return spans;
}

/** The document's tokens in [start, end), line by line. */
function linesOf({ sentences, text }: TextDocument, start: number, end: number): Line[] {
  const lines: Token[][] = [];
  let last: Token | null = null;
  for (const sentence of sentences) {
    if (sentence.end <= start || sentence.start >= end) continue;
    for (const token of sentence.tokens) {
      if (token.start < start || token.start >= end) continue;
      if (last === null || text.slice(last.end, token.start).includes('\n')) lines.push([]);
      lines.at(-1)!.push(token);
      last = token;
    }
  }
  return lines.map((tokens) => ({ tokens }));
}

function rowsFrom(lines: readonly Line[], from: number, readers: TokenReaders): Row[] {
  const rows: Row[] = [];
  for (let i = from; i < lines.length; i++) {
    const row = rowOf(lines[i]!, readers);
    if (row === null) break;
    rows.push(row);
  }
  return rows;
}

/** STATE [( remark )] [mark] N [troops]. */
function rowOf(line: Line, readers: TokenReaders): Row | null {
  const { tokens } = line;
  if (
    tokens.length < 2 ||
    tokens.length > 16 ||
    (!/\d|^(?:none|nil)$/.test(tokens.at(-1)!.lower) && !tokens.some((t) => /\d/.test(t.text)))
  )
    return null;
  const bullet = /^[-–—*•·|]$/.test(tokens[0]!.text) ? 1 : 0;
  const the = /^(?:the)$/.test(tokens[bullet]!.lower) ? 1 : 0;
  const start = bullet + the;
  const total = /^(?:total|overall|all)$/.test(tokens[start]?.lower ?? '');
  const state = total ? null : stateAt(readers.mentions(tokens), start);
  if (!total && state === null) return null;
  let i = state?.to ?? start + 1;
  while (total && /^(?:strength|troops|personnel|force|military)$/.test(tokens[i]?.lower ?? '')) i++;
  const numbers = readers.numbers(tokens);
  const isNumber = (k: number): NumberMention | undefined => numbers.find((n) => n.from === k);
  if (tokens[i]?.lower === '(' && isNumber(i + 1) === undefined) {
    while (i < tokens.length && tokens[i]!.lower !== ')') i++;
    i++;
  }
  while (/^[:–—|,\t(-]$/.test(tokens[i]?.text ?? '')) i++;
  const number = isNumber(i);
  const [first, last] = [tokens[start]!, tokens[(state?.to ?? start + 1) - 1]!];
  if (number === undefined && /^(?:none|nil|-|–|—)$/.test(tokens.at(-1)!.lower) && i >= tokens.length - 1)
    return { line, party: state?.party ?? null, at: [first.start, last.end], number: null };
  if (number === undefined || number.kind === 'share' || /^(?:money|percent|measure|date|time|clock)$/.test(number.use))
    return null;
  const rest = tokens.slice(number.to).filter((t) => t.text !== ')');
  if (rest.some((t) => !COUNTED.test(t.lower))) return null;
  return { line, party: state?.party ?? null, at: [first.start, last.end], number };
}

function stateAt(mentions: readonly Mention[], from: number): { readonly party: Party; readonly to: number } | null {
  const mention = mentions.find((m) => m.from === from);
  const entry = mention?.entries.find((e) => e.kind === 'country');
  return mention && entry?.kind === 'country' && entry.party !== null ? { party: entry.party, to: mention.to } : null;
}

/** What the lines above the rows, and the title, say: the mission or the place, and the day. */
function headOf(document: TextDocument, lines: readonly Line[], at: number, readers: TokenReaders): Head | null {
  const above = lines.slice(Math.max(0, at - ABOVE), at).reverse();
  const title = document.sentences.filter((s) => s.block.kind === 'title' || s.block.kind === 'heading');
  const candidates = [...above, ...title.map((s) => ({ tokens: s.tokens }))].filter((l) => l.tokens.length > 0);
  const words = candidates.map(({ tokens }) => document.text.slice(tokens[0]!.start, tokens.at(-1)!.end));
  if (words.some((w) => ELSE.test(w)) || !words.some((w) => FORCES.test(w))) return null;
  const time = candidates.map((l) => readers.dates(l.tokens)[0]?.period ?? null).find((p) => p !== null) ?? null;
  for (const { tokens } of candidates) {
    let mission: Head['mission'] = null;
    let where: Pick<Head, 'places' | 'span'> | null = null;
    for (const mention of readers.mentions(tokens)) {
      const entry = mention.entries[0];
      const span: Span = [tokens[mention.from]!.start, tokens[mention.to - 1]!.end];
      if (entry?.kind === 'mission' && entry.mission.places.length > 0) {
        mission ??= { name: document.text.slice(...span), party: entry.mission.flag, span };
        where ??= { places: entry.mission.places, span };
      }
      // "the battlegroup in Lithuania": finer than where all of its kind are.
      const behind = /^(?:in|at|on)$/.test(tokens[mention.from - 1]?.lower ?? '');
      if (behind && (entry?.kind === 'country' || entry?.kind === 'site' || entry?.kind === 'region'))
        where = { places: [entry.place], span };
    }
    if (where !== null) return { ...where, mission, time };
  }
  return null;
}

function claimOf(row: Row, head: Head, document: TextDocument): ExtractedClaim | null {
  const party = row.party ?? head.mission?.party ?? null;
  if (row.number === null) return null;
  const { min, max, approx } = row.number;
  if (party === null || (min === null && max === null)) return null;
  if (head.places.every((p) => p.country === party)) return null;
  const { tokens } = row.line;
  const evidence: Span = [row.at[0], tokens[row.number.to - 1]!.end];
  return {
    kind: 'presence',
    evidence: document.text.slice(...evidence),
    party,
    unit: null,
    mission: head.mission?.name ?? null,
    quantity: { min, max, approx, of: 'personnel' },
    place: head.places.length === 1 ? head.places[0]! : [...head.places],
    time: head.time,
    said_by: null,
    spans: {
      evidence,
      party: row.party === null ? (head.mission?.span ?? head.span) : row.at,
      quantity: [tokens[row.number.from]!.start, tokens[row.number.to - 1]!.end],
      place: head.span,
      ...(head.mission ? { mission: head.mission.span } : {}),
    },
    rule: CONTRIBUTORS_RULE,
    confidence: 0.9,
  };
}

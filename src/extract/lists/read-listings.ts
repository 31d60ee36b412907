// From a report's listings to presence claims: a block that reads as rows is read here and nowhere else.
import type { Mention } from '../../gazetteer/entry.ts';
import type { ExtractedClaim, Span } from '../../model/claim.ts';
import type { Party } from '../../model/party.ts';
import type { Block, DateMention, NumberMention, Sentence, TextDocument, Token } from '../../text/document.ts';
import { readContributors } from './contributors.ts';
import { opensOrGoesOn } from './introduced.ts';
import type { ListRow } from './listing.ts';
import { ownerOfPage, type PageOwner, partiesNamed } from './owner.ts';
import { type ListReading, looksLikeListing, readRows } from './rows.ts';
import type { Range } from './segments.ts';

/** The readers of one run of tokens; the text layer and the gazetteer provide them. */
export interface TokenReaders {
  readonly numbers: (tokens: readonly Token[]) => readonly NumberMention[];
  readonly dates: (tokens: readonly Token[]) => readonly DateMention[];
  readonly mentions: (tokens: readonly Token[]) => readonly Mention[];
}

export interface ListingClaims {
  readonly claims: readonly ExtractedClaim[];
  /** The document without the sentences that the rows used up; what they left over are sentences of their own. */
  readonly document: TextDocument;
  /** Whose page it is: who is meant where a part that is no row names nobody ("maintains 30 advisers in Mali"). */
  readonly subject: Party | null;
}

export const LISTING_RULE = 'presence/listing-row';

/**
 * "Nepal – Military and Security" over "440 Golan Heights (UNDOF); 875 Lebanon (UNIFIL) (2025)" -> two presences of NP in 2025.
 * The owner is the title's country; without one there is nobody to claim the rows for, and none is read.
 */
export function readListings(whole: TextDocument, readers: TokenReaders): ListingClaims {
  const roll = readContributors(whole, readers);
  const document = withoutTokens(whole, roll.used);
  const rest = readRowsOfPage(document, readers);
  return { ...rest, claims: [...roll.claims, ...rest.claims] };
}

/** The document without the sentences that are wholly used up; of others what is left of them. */
function withoutTokens(document: TextDocument, used: ReadonlySet<Token>): TextDocument {
  if (used.size === 0) return document;
  const sentences = document.sentences.flatMap((s): Sentence[] => {
    const tokens = s.tokens.filter((t) => !used.has(t));
    if (tokens.length === s.tokens.length) return [s];
    return tokens.length === 0 ? [] : [{ ...s, start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens }];
  });
  return { ...document, sentences };
}

function readRowsOfPage(document: TextDocument, readers: TokenReaders): ListingClaims {
  const owner = ownerOfPage(document, readers.mentions);
  const claims: ExtractedClaim[] = [];
  const replaced = new Map<Block, Sentence[]>();
  let before: { readonly block: Block; readonly sentences: readonly Sentence[] } | null = null;
  let others = false;
  for (const [block, sentences] of byBlock(document)) {
    const lines = labelled(sentences, document.text, readers);
    if (lines !== null) {
      const read = lines.map(({ label, tokens, sentence }) => {
        const { rows, prose } = rowsIn(tokens, readers);
        claims.push(...rows.map((row) => claimOf(row, tokens, document.text, label)));
        return rows.length === 0 ? [sentence] : prose.flatMap((range) => within(range, tokens, [sentence]));
      });
      replaced.set(block, read.flat());
    }
    if (lines !== null || owner === null) continue;
    // Whose the items under "Canada contributes, including:" are that sentence says.
    if (before !== null && document.text[before.block.end - 1] === ':')
      others = isOfOthers(before.sentences.at(-1)!.tokens, owner.party, readers);
    else others &&= before !== null && opensOrGoesOn(document, before.block);
    before = { block, sentences };
    if (others && !owner.isSubject) continue;
    if (!owner.isSubject && !looksLikeListing(document.text.slice(block.start, block.end))) continue;
    const tokens = sentences.flatMap((s) => s.tokens);
    const { rows, prose } = rowsIn(tokens, readers);
    if (rows.length === 0) continue;
    for (const row of rows) claims.push(claimOf(row, tokens, document.text, owner));
    replaced.set(
      block,
      prose.flatMap((range) => within(range, tokens, sentences)),
    );
  }
  return {
    claims,
    document: replaced.size === 0 ? document : withSentences(document, replaced),
    subject: owner?.isSubject ? owner.party : null,
  };
}

function rowsIn(tokens: readonly Token[], readers: TokenReaders): ListReading {
  const numbers = readers.numbers(tokens);
  // A row needs a count: without one nobody need look for names.
  if (!numbers.some((n) => n.use === 'count')) return NO_ROWS;
  return readRows({ tokens, numbers, dates: readers.dates(tokens), mentions: readers.mentions(tokens) });
}
const NO_ROWS: ListReading = { rows: [], prose: [] };

interface LabelledLine {
  readonly label: PageOwner;
  /** What stands behind the colon. */
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
}

/** "Denmark: 800 Latvia (NATO); 165 Estonia (NATO)", line by line: whose each list is; null where a line has no label or no list. */
function labelled(sentences: readonly Sentence[], text: string, readers: TokenReaders): LabelledLine[] | null {
  const lines: LabelledLine[] = [];
  for (const sentence of sentences) {
    // Told before any tokens are made.
    if (!LABELLED.test(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 120)))) return null;
    const colon = sentence.tokens.findIndex((t) => t.text === ':');
    if (colon < 1 || colon > MOST_OF_LABEL) return null;
    const [first] = partiesNamed(readers.mentions(sentence.tokens.slice(0, colon)));
    const tokens = sentence.tokens.slice(colon + 1);
    if (first === undefined || first.from > 1 || first.to !== colon || tokens.length === 0) return null;
    const [start, end] = [tokens[0]!.start, sentence.end];
    if (end - start > MOST_OF_LINE || !ROWS_ALONE.test(text.slice(start, end))) return null;
    const span = spanOf({ from: first.from, to: first.to }, sentence.tokens);
    lines.push({ label: { party: first.party, span, isSubject: true }, tokens, sentence });
  }
  return lines.length > 0 ? lines : null;
}
const LABELLED = /^[^:\d]{2,60}:\s*(?:[a-z.]+ ){0,2}\d/;
const MOST_OF_LABEL = 6;
const MOST_OF_LINE = 2000;

/** "800 Latvia (NATO), 165 in Estonia": counts and names, and no word that tells more. */
const NAME = String.raw`\p{Lu}[\p{L}'’.-]*`;
const ROW = String.raw`(?:(?:about|some|up to|over|approx(?:\.|imately)?|est\.) )?(?:\d{1,3}(?:,\d{3})+|\d+)(?: (?:troops|soldiers|personnel|police|in|the))* ${NAME}(?:[ /](?:(?:of|and) )?(?:the )?${NAME}){0,6}(?: ?\([^()]{1,60}\)){0,4}`;
const ROWS_ALONE = new RegExp(String.raw`^\s*${ROW}(?:\s*[;,]\s*${ROW})*\s*\.?\s*$`, 'u');

/** True where a sentence over a list speaks of another party than the title, or of its author's own. */
const isOfOthers = (tokens: readonly Token[], party: Party, readers: TokenReaders): boolean => {
  const named = partiesNamed(readers.mentions(tokens))[0]?.party;
  return named === undefined ? tokens.some((t) => /^(?:our|we)$/.test(t.lower)) : named !== party;
};

/** The sentences that a range of the block's tokens reaches into, cut to the range. */
function within(range: Range, tokens: readonly Token[], sentences: readonly Sentence[]): Sentence[] {
  const [start, end] = spanOf(range, tokens);
  return sentences.flatMap((s): Sentence[] => {
    const own = s.tokens.filter((t) => t.start >= start && t.end <= end);
    return own.length === 0 ? [] : [{ start: own[0]!.start, end: own.at(-1)!.end, block: s.block, tokens: own }];
  });
}

function withSentences(document: TextDocument, replaced: ReadonlyMap<Block, readonly Sentence[]>): TextDocument {
  const done = new Set<Block>();
  const sentences = document.sentences.flatMap((s): readonly Sentence[] => {
    const own = replaced.get(s.block);
    if (own === undefined) return [s];
    if (done.has(s.block)) return [];
    done.add(s.block);
    return own;
  });
  return { ...document, sentences };
}

function byBlock(document: TextDocument): Map<Block, Sentence[]> {
  const blocks = new Map<Block, Sentence[]>();
  for (const sentence of document.sentences) {
    if (sentence.block.kind !== 'paragraph' && sentence.block.kind !== 'item') continue;
    const list = blocks.get(sentence.block);
    if (list) list.push(sentence);
    else blocks.set(sentence.block, [sentence]);
  }
  return blocks;
}

const spanOf = (range: Range, tokens: readonly Token[]): Span => [tokens[range.from]!.start, tokens[range.to - 1]!.end];

function claimOf(row: ListRow, tokens: readonly Token[], text: string, owner: PageOwner): ExtractedClaim {
  const words = (range: Range | null): string | null =>
    range ? text.slice(...spanOf(range, tokens)).replace(/\s+/g, ' ') : null;
  const { min, max, approx } = row.number;
  const evidence = spanOf(row.evidence, tokens);
  return {
    kind: 'presence',
    evidence: text.slice(...evidence),
    party: owner.party,
    unit: words(row.unit),
    mission: words(row.mission),
    quantity: { min, max, approx, of: 'personnel' },
    place: row.places.length === 1 ? row.places[0]! : [...row.places],
    time: row.time,
    said_by: null,
    spans: {
      evidence,
      party: owner.span,
      quantity: spanOf(row.number, tokens),
      place: spanOf(row.place, tokens),
      ...(row.mission ? { mission: spanOf(row.mission, tokens) } : {}),
      ...(row.unit ? { unit: spanOf(row.unit, tokens) } : {}),
    },
    rule: LISTING_RULE,
    confidence: 0.95,
  };
}

// From a report's listings to presence claims: a block that reads as rows is read here and nowhere else.
import type { Mention } from '../../gazetteer/entry.ts';
import type { ExtractedClaim, Span } from '../../model/claim.ts';
import type { Party } from '../../model/party.ts';
import type { Block, DateMention, NumberMention, Sentence, TextDocument, Token } from '../../text/document.ts';
import { type ListRow, looksLikeListing, readRows } from './rows.ts';
import type { Range } from './segments.ts';

/** The readers of one run of tokens; the text layer and the gazetteer provide them. */
export interface TokenReaders {
  readonly numbers: (tokens: readonly Token[]) => readonly NumberMention[];
  readonly dates: (tokens: readonly Token[]) => readonly DateMention[];
  readonly mentions: (tokens: readonly Token[]) => readonly Mention[];
}

export interface ListingClaims {
  readonly claims: readonly ExtractedClaim[];
  /** The sentences that the rows used up. */
  readonly read: ReadonlySet<Sentence>;
}

export const LISTING_RULE = 'presence/listing-row';

/**
 * "Nepal – Military and Security" over "440 Golan Heights (UNDOF); 875 Lebanon (UNIFIL) (2025)" -> two presences of NP in 2025.
 * The owner is the title's country; without one there is nobody to claim the rows for, and none is read.
 */
export function readListings(document: TextDocument, readers: TokenReaders): ListingClaims {
  const claims: ExtractedClaim[] = [];
  const read = new Set<Sentence>();
  const owner = titleOwner(document, readers);
  if (!owner) return { claims, read };
  for (const [block, sentences] of byBlock(document)) {
    if (!looksLikeListing(document.text.slice(block.start, block.end))) continue;
    const tokens = sentences.flatMap((s) => s.tokens);
    const listing = {
      tokens,
      numbers: readers.numbers(tokens),
      dates: readers.dates(tokens),
      mentions: readers.mentions(tokens),
    };
    const rows = readRows(listing);
    if (rows.length === 0) continue;
    for (const row of rows) claims.push(claimOf(row, tokens, document.text, owner));
    for (const s of sentences) if (rows.some((r) => inside(r.evidence, tokens, s))) read.add(s);
  }
  return { claims, read };
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

/** The country that a title opens with or names alone; null where it names none or several. */
function titleOwner(document: TextDocument, readers: TokenReaders): { party: Party; span: Span } | null {
  const title = document.sentences.find((s) => s.block.kind === 'title');
  if (!title) return null;
  const named = readers.mentions(title.tokens).flatMap((m) => {
    const entry = m.entries.find((e) => e.kind === 'country' || e.kind === 'demonym' || e.kind === 'organisation');
    return entry && 'party' in entry
      ? [{ party: entry.party, from: m.from, span: spanOf({ from: m.from, to: m.to }, title.tokens) }]
      : [];
  });
  const parties = new Set(named.map((n) => n.party));
  const first = named[0];
  return first && (parties.size === 1 || first.from === 0) ? first : null;
}

const spanOf = (range: Range, tokens: readonly Token[]): Span => [tokens[range.from]!.start, tokens[range.to - 1]!.end];

const inside = (range: Range, tokens: readonly Token[], sentence: Sentence): boolean =>
  tokens[range.from]!.start >= sentence.start && tokens[range.from]!.start < sentence.end;

function claimOf(
  row: ListRow,
  tokens: readonly Token[],
  text: string,
  owner: { party: Party; span: Span },
): ExtractedClaim {
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

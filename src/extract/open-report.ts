// A report opened for reading: its text, its listings, whose words it is, and what its parts are about.
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Party } from '../model/party.ts';
import type { Report } from '../model/report.ts';
import { findDates } from '../text/dates.ts';
import type { Block, TextDocument, Token } from '../text/document.ts';
import { findNumbers } from '../text/numbers.ts';
import { readText } from '../text/read-text.ts';
import { tokenize } from '../text/tokenize.ts';
import { type ListingClaims, readListings } from './lists/read-listings.ts';
import { isAboutForces } from './screen.ts';
import { statesAround } from './states-around.ts';
import { partyIn } from './syntax/read-phrase.ts';
import { type Topic, topicsOf } from './topics.ts';
import { type Voices, voicesOf } from './voices.ts';

export interface OpenedReport {
  /** Without the sentences that its listings used up. */
  readonly document: TextDocument;
  readonly listings: ListingClaims;
  readonly voices: Voices;
  readonly topics: ReadonlyMap<Block, Topic>;
  readonly isDigest: boolean;
  /** Which states a block is about. */
  readonly around: (block: Block) => () => ReadonlySet<string>;
  readonly dates: (tokens: readonly Token[]) => ReturnType<typeof findDates>;
}

/** Each of the reports, one step over all of them before the next; null where no word of a text is about forces: it holds no claim. */
export function openReports(reports: readonly Report[], gazetteer: Gazetteer): (OpenedReport | null)[] {
  const texts = reports.map(({ text, title, published }) =>
    isAboutForces(text ?? '') ? readText(text ?? '', { title, published }) : null,
  );
  const listed = texts.map((whole) => {
    if (whole === null) return null;
    const dates = (tokens: readonly Token[]) => findDates(tokens, whole.published);
    return { dates, listings: readListings(whole, { numbers: findNumbers, dates, mentions: gazetteer.find }) };
  });
  return listed.map((one, i) => {
    if (one === null) return null;
    const report = reports[i]!;
    const { document, subject } = one.listings;
    const voices = voicesOf(document, subject ?? voiceOf(report, gazetteer), gazetteer, report.publisher);
    const topics = topicsOf(document, gazetteer);
    const isDigest = isOfItems(report, document) || topics.size > 1;
    return { ...one, document, voices, topics, isDigest, around: statesAround(document, gazetteer, isDigest) };
  });
}

/** Whose "we" and "our troops" are: the state of the publisher, or of the office whose title says that it speaks. */
function voiceOf(report: Report, gazetteer: Gazetteer): Party | null {
  const { publisher, title } = report;
  if (publisher) {
    if (/^Congressional Record\b/.test(publisher)) return 'US';
    const mentions = gazetteer.find(tokenize(publisher.replace(OF_LANGUAGE, '')));
    // "House of Commons of Canada": whose house it is.
    const states = mentions.filter((m) => m.entries[0]?.kind === 'country' || m.entries[0]?.kind === 'demonym');
    for (const mention of [...states, ...mentions]) {
      const party = partyIn(mention);
      if (party !== null) return party;
    }
  }
  // "Address to the nation by the President of Poland".
  const speaker = /\b(?:address|speech|remarks|statement|letter|message|interview|reply|answer)\b.*?\bby (.+)$/i.exec(
    title ?? '',
  )?.[1];
  // "Remarks of the Dutch defence minister on Afghanistan".
  const by = OF_OFFICE.exec(title ?? '')?.[1];
  for (const mention of by ? gazetteer.find(tokenize(by)) : []) {
    const party = partyIn(mention);
    if (party !== null) return party;
  }
  for (const mention of speaker ? gazetteer.find(tokenize(speaker)) : []) {
    const party = partyIn(mention);
    if (party !== null) return party;
  }
  for (const mention of title ? gazetteer.find(tokenize(title)) : []) {
    const first = mention.entries[0];
    if ((first?.kind === 'office' || first?.kind === 'force') && first.party !== null) return first.party;
  }
  return null;
}

const OF_OFFICE =
  /^(?:address|speech|remarks|statement|reply|answer|message) (?:of|from) ((?:[\p{L}'\u2019-]+ ){0,8}(?:minister|president|premier|chancellor|secretary|king|commander|chief)(?: of (?:\p{L}+ ?){1,4})?)/iu;
/** "Bundestag, English summary": the language, and nobody's. */
const OF_LANGUAGE =
  /\b(?:English|French|Spanish|Russian|Arabic|Portuguese)[- ](?:language|summary|version|edition|translation|service|text|pages?|website)\b/gi;

/** A digest's items have nothing to do with each other: most of its paragraphs end in their source, in brackets. */
function isOfItems(report: Report, document: TextDocument): boolean {
  const paragraphs = document.blocks.filter((b) => b.kind === 'paragraph' || b.kind === 'item');
  const sourced = paragraphs.filter((b) =>
    /\([^()]{2,60}\)\s*$/.test(document.text.slice(Math.max(b.start, b.end - 80), b.end)),
  );
  return (
    (paragraphs.length > 1 && sourced.length * 2 > paragraphs.length) ||
    /\b(?:current events|news in brief|digest|briefs)\b/i.test(report.title ?? '')
  );
}

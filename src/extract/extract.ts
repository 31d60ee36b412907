// Report -> grounded claims. The main flow: read, screen, view, rules, assemble, drop repeats, check the grounding.

import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { ExtractedClaim, Span } from '../model/claim.ts';
import type { Party } from '../model/party.ts';
import type { Report } from '../model/report.ts';
import { findDates } from '../text/dates.ts';
import type { Block, TextDocument, Token } from '../text/document.ts';
import { findNumbers } from '../text/numbers.ts';
import { readText } from '../text/read-text.ts';
import { tokenize } from '../text/tokenize.ts';
import { claimsOf } from './assemble/claim.ts';
import type { Context } from './assemble/context.ts';
import { forget, newDiscourse, noteGroup, observe, observeTopic } from './assemble/discourse.ts';
import { type Counts, withToldCount } from './assemble/quantity.ts';
import { createAttributor } from './attribution/attribute.ts';
import { withoutRepeats } from './dedupe.ts';
import { createGrounder } from './grounding.ts';
import { withoutVagueHeadlines } from './headline.ts';
import { withAsOf } from './lists/as-of.ts';
import { readListings } from './lists/read-listings.ts';
import { isQuestion, readingsOf } from './read-ahead.ts';
import { isAboutForces, isMilitary } from './screen.ts';
import { statesAround } from './states-around.ts';
import type { Range } from './syntax/item.ts';
import { type SentenceView, textOf } from './syntax/predicate.ts';
import { partyIn } from './syntax/read-phrase.ts';
import { MOST_TOKENS, viewOf } from './syntax/view.ts';
import { topicsOf } from './topics.ts';
import type { SentenceStep, TraceStep } from './trace.ts';
import { type Voices, voicesOf } from './voices.ts';

export interface ExtractOptions {
  /** Called with each step as it is taken: which rule read which words, and what became of it. */
  readonly trace?: (step: TraceStep) => void;
  /** Called with each sentence, read or passed over, in the order of the text. */
  readonly sentence?: (step: SentenceStep) => void;
}

/** Every claim of a report, in the order of its text. Pure: the same report gives the same claims. Never throws for odd text. */
export function extract(report: Report, gazetteer: Gazetteer, options: ExtractOptions = {}): ExtractedClaim[] {
  const text = report.text ?? '';
  if (!isAboutForces(text)) return [];
  const whole = readText(text, { title: report.title, published: report.published });
  const dates = (tokens: readonly Token[]) => findDates(tokens, whole.published);
  const listings = readListings(whole, {
    numbers: findNumbers,
    dates,
    mentions: gazetteer.find,
  });
  const { document } = listings;
  const voices = voicesOf(document, listings.subject ?? voiceOf(report, gazetteer), gazetteer, report.publisher);
  for (const claim of listings.claims) {
    options.trace?.({ step: 'claimed', ...stepOf(claim), why: claim.kind });
    options.sentence?.({ at: claim.spans.evidence, skipped: 'listing', view: null });
  }
  const told = claimsOfSentences(report, document, gazetteer, voices, options);
  const claims = [...listings.claims, ...withAsOf(told, document, dates, listings.subject !== null)];
  const grounder = createGrounder(document, gazetteer, voices.all);
  const grounded = claims.filter((claim) => {
    const verdict = grounder.ground(claim);
    if (!verdict.ok)
      options.trace?.({
        step: 'refused',
        ...stepOf(claim),
        why: `${verdict.field}: ${verdict.reason}`,
        field: verdict.field,
      });
    return verdict.ok;
  });
  const headlines = document.blocks.filter((b) => b.kind === 'title' || b.kind === 'dek');
  const isHeadline = (c: ExtractedClaim): boolean =>
    headlines.some((b) => c.spans.evidence[0] >= b.start && c.spans.evidence[0] < b.end);
  const kept = withoutVagueHeadlines(withoutRepeats(grounded, isHeadline), isHeadline, gazetteer.atlas);
  if (options.trace) {
    const stays = new Set(kept);
    for (const claim of grounded)
      if (!stays.has(claim))
        options.trace({ step: 'repeated', ...stepOf(claim), why: 'another claim says the same at more length' });
  }
  return kept.sort((a, b) => a.spans.evidence[0] - b.spans.evidence[0] || a.spans.evidence[1] - b.spans.evidence[1]);
}

function claimsOfSentences(
  report: Report,
  document: TextDocument,
  gazetteer: Gazetteer,
  voices: Voices,
  options: ExtractOptions,
): ExtractedClaim[] {
  const discourse = newDiscourse(voices.own);
  const topics = topicsOf(document, gazetteer);
  const attributor = createAttributor(document, (b) => topics.has(b));
  const counts: Counts = { wholes: [], parts: [], uncounted: null, told: new Map() };
  const digest = isDigest(report, document) || topics.size > 1;
  const around = statesAround(document, gazetteer, digest);
  const claims: ExtractedClaim[] = [];
  const nextReading = readingsOf(document, gazetteer, around);
  const military = isMilitary(document.text);
  let block: Block | null = null;
  /** Sentences without a word of forces since the last one read: they may say who and where "it" and "there" are. */
  const passed: number[] = [];
  for (const [index, sentence] of document.sentences.entries()) {
    const isHeading = sentence.block.kind === 'heading';
    // An item of a digest starts afresh, with its own topic line.
    if (sentence.block !== block && digest && !(block?.kind === 'heading')) {
      forget(discourse);
      passed.length = 0;
      counts.uncounted = null;
    }
    if (sentence.block !== block && isHeading) discourse.section = index;
    const topic = sentence.block === block ? undefined : topics.get(sentence.block);
    if (topic) for (const mention of topic.mentions) observeTopic(discourse, { ...topic, index, document }, mention);
    block = sentence.block;
    discourse.voice = topics.has(block) ? voices.own : voices.of(block);
    // Whose "we" a stranger's is nobody knows, least of all who spoke before.
    if (discourse.voice === null && voices.own !== null) discourse.actors.length = discourse.forces.length = 0;
    const { skipped, view, findings } = nextReading();
    options.sentence?.({ at: [sentence.start, sentence.end], skipped, view });
    if (view === null) {
      if (sentence.dateline) observe(discourse, viewOf(document, sentence, index, gazetteer, around(sentence.block)));
      else if (skipped === 'screened') passed.push(index);
      continue;
    }
    for (const before of passed.length > 0 && refersBack(view) ? passed.slice(-2) : []) {
      const told = document.sentences[before]!;
      if (index - before <= 2 && told.tokens.length <= MOST_TOKENS)
        observe(discourse, viewOf(document, told, before, gazetteer, around(told.block)));
    }
    passed.length = 0;
    observe(discourse, view);
    const context: Context = { view, discourse, counts, atlas: gazetteer.atlas, attributor, military };
    if (isHeading || isTopic(view))
      for (const mention of gazetteer.find(sentence.tokens)) observeTopic(discourse, view, mention);
    if (isHeading || isQuestion(view)) continue;
    for (const { rule, finding } of findings) {
      const made = claimsOf(finding, rule, context);
      options.trace?.({
        step: made.length > 0 ? 'claimed' : 'unsettled',
        rule,
        kind: finding.kind,
        words: textOf(view, finding.evidence),
        at: spanOf(view, finding.evidence),
        claims: made,
        why: made.length > 0 ? made.map((c) => c.kind).join(' ') : 'a field that it needs is not told',
      });
      claims.push(...made);
    }
    noteGroup(discourse, view);
  }
  return claims.map((claim) => withToldCount(claim, counts));
}

/** Words that take their meaning from a sentence before. */
const refersBack = (view: SentenceView): boolean =>
  view.items.some((x) => {
    switch (x.kind) {
      case 'place':
        return x.ref === 'there' || x.ref === 'country' || x.ref === 'region';
      case 'pronoun':
        return /^(?:it|they|he|she)$/.test(x.word);
      case 'force':
        return x.owner?.kind === 'pronoun';
      default:
        return false;
    }
  });

/** A title that names its subject and tells nothing: "Afghanistan: reconstruction task force". */
const isTopic = (view: SentenceView): boolean =>
  view.sentence.block.kind === 'title' && view.predicates.every((p) => p.item.kind !== 'verb');

const spanOf = (view: SentenceView, at: Range): Span =>
  at.to <= at.from
    ? [view.sentence.start, view.sentence.start]
    : [view.tokens[at.from]!.start, view.tokens[at.to - 1]!.end];

/** A step about one finished claim: the words are its quotation. */
const stepOf = (claim: ExtractedClaim): Pick<TraceStep, 'rule' | 'kind' | 'words' | 'at' | 'claims'> => ({
  rule: claim.rule ?? '',
  kind: claim.kind,
  words: claim.evidence,
  at: claim.spans.evidence,
  claims: [claim],
});

/** Whose "we" and "our troops" are: the state of the publisher, or of the office whose title says that it speaks. */
function voiceOf(report: Report, gazetteer: Gazetteer): Party | null {
  const { publisher, title } = report;
  if (publisher) {
    if (/^Congressional Record\b/.test(publisher)) return 'US';
    for (const mention of gazetteer.find(tokenize(publisher))) {
      const party = partyIn(mention);
      if (party !== null) return party;
    }
  }
  for (const mention of title ? gazetteer.find(tokenize(title)) : []) {
    const first = mention.entries[0];
    if ((first?.kind === 'office' || first?.kind === 'force') && first.party !== null) return first.party;
  }
  return null;
}

/** A digest's items have nothing to do with each other: most of its paragraphs end in their source, in brackets. */
function isDigest(report: Report, document: TextDocument): boolean {
  const paragraphs = document.blocks.filter((b) => b.kind === 'paragraph' || b.kind === 'item');
  const sourced = paragraphs.filter((b) =>
    /\([^()]{2,60}\)\s*$/.test(document.text.slice(Math.max(b.start, b.end - 80), b.end)),
  );
  return (
    (paragraphs.length > 1 && sourced.length * 2 > paragraphs.length) ||
    /\b(?:current events|news in brief|digest|briefs)\b/i.test(report.title ?? '')
  );
}

// Report -> grounded claims. The main flow: open, screen, view, rules, assemble, drop repeats, check the grounding.

import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { ExtractedClaim, Span } from '../model/claim.ts';
import type { Party } from '../model/party.ts';
import type { Report } from '../model/report.ts';
import type { Block } from '../text/document.ts';
import { claimsOf } from './assemble/claim.ts';
import type { Context } from './assemble/context.ts';
import { forget, newDiscourse } from './assemble/discourse.ts';
import { noteToll, type Tolls, withLaterToll } from './assemble/later-toll.ts';
import { noteGroup, observe, observeTopic } from './assemble/observe.ts';
import { type Counts, withToldCount } from './assemble/quantity.ts';
import { createAttributor } from './attribution/attribute.ts';
import { withoutRepeats } from './dedupe.ts';
import { createGrounder } from './grounding.ts';
import { withoutVagueHeadlines } from './headline.ts';
import { withAsOf } from './lists/as-of.ts';
import { type OpenedReport, openReports } from './open-report.ts';
import { isQuestion, readingsOf, type SentenceReading } from './read-ahead.ts';
import { isNoNews, isReliefAtHome, type Registers, registersOf } from './registers.ts';
import { isCommemoration, isHistory, isOfOldWar, isRecalled } from './remembered.ts';
import { isMilitary } from './screen.ts';
import type { Range } from './syntax/item.ts';
import { type SentenceView, textOf } from './syntax/predicate.ts';
import { MOST_TOKENS, viewOf } from './syntax/view.ts';
import type { SentenceStep, TraceStep } from './trace.ts';

export interface ExtractOptions {
  /** Called with each step as it is taken: which rule read which words, and what became of it. */
  readonly trace?: (step: TraceStep) => void;
  /** Called with each sentence, read or passed over, in the order of the text. */
  readonly sentence?: (step: SentenceStep) => void;
}

/** Every claim of a report, in the order of its text. Pure: the same report gives the same claims. Never throws for odd text. */
export const extract = (report: Report, gazetteer: Gazetteer, options: ExtractOptions = {}): ExtractedClaim[] =>
  extractAll([report], gazetteer, options)[0]!;

/**
 * The claims of each report, as `extract` has them: one stage over several reports before the next one. All of them are held in memory
 * until the last is read.
 */
export function extractAll(
  reports: readonly Report[],
  gazetteer: Gazetteer,
  options: ExtractOptions = {},
): ExtractedClaim[][] {
  const opened = openReports(reports, gazetteer);
  const nextReading = readingsOf(
    opened.filter((one) => one !== null),
    gazetteer,
  );
  const told = opened.map((one) => (one === null ? [] : claimsTold(one, nextReading, gazetteer, options)));
  return opened.map((one, i) => (one === null ? [] : soundClaims(one, told[i]!, gazetteer, options)));
}

/** What a report's listings and sentences say. */
function claimsTold(
  opened: OpenedReport,
  nextReading: () => SentenceReading,
  gazetteer: Gazetteer,
  options: ExtractOptions,
): ExtractedClaim[] {
  const { document, listings, dates } = opened;
  for (const claim of listings.claims) {
    options.trace?.({ step: 'claimed', ...stepOf(claim), why: claim.kind });
    options.sentence?.({ at: claim.spans.evidence, skipped: 'listing', view: null });
  }
  const told = claimsOfSentences(opened, nextReading, gazetteer, options);
  return [...listings.claims, ...withAsOf(told, document, dates, listings.subject !== null)];
}

/** Those of them that their quotations carry, each told once. */
function soundClaims(
  { document, voices, isDigest }: OpenedReport,
  claims: readonly ExtractedClaim[],
  gazetteer: Gazetteer,
  options: ExtractOptions,
): ExtractedClaim[] {
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
  const items = new Map<ExtractedClaim, Block | undefined>();
  const itemOf = (c: ExtractedClaim): Block | undefined => {
    if (!items.has(c)) items.set(c, blockAt(document.blocks, c.spans.evidence[0]));
    return items.get(c);
  };
  const isApart = (a: ExtractedClaim, b: ExtractedClaim): boolean =>
    isDigest && !isHeadline(a) && !isHeadline(b) && itemOf(a) !== itemOf(b);
  const kept = withoutVagueHeadlines(withoutRepeats(grounded, isHeadline, isApart), isHeadline, gazetteer.atlas);
  if (options.trace) {
    const stays = new Set(kept);
    for (const claim of grounded)
      if (!stays.has(claim))
        options.trace({ step: 'repeated', ...stepOf(claim), why: 'another claim says the same at more length' });
  }
  return kept.sort((a, b) => a.spans.evidence[0] - b.spans.evidence[0] || a.spans.evidence[1] - b.spans.evidence[1]);
}

function claimsOfSentences(
  { document, voices, topics, isDigest, around }: OpenedReport,
  nextReading: () => SentenceReading,
  gazetteer: Gazetteer,
  options: ExtractOptions,
): ExtractedClaim[] {
  const discourse = newDiscourse(voices.own);
  const attributor = createAttributor(document, (b) => topics.has(b));
  const counts: Counts = { wholes: [], parts: [], uncounted: null, told: new Map() };
  const tolls: Tolls = { last: null, told: new Map() };
  const claims: ExtractedClaim[] = [];
  let military: boolean | null = null;
  let commemorates: boolean | null = null;
  let registers: Registers | null = null;
  let history: boolean | null = null;
  let block: Block | null = null;
  let voice: Party | null = null;
  /** Sentences without a word of forces since the last one read: they may say who and where "it" and "there" are. */
  let passed: number[] = [];
  // A finding alone asks what was told before it: until one comes nothing is taken in, and of a text without any never.
  const untold: (() => void)[] = [];
  let held = 0;
  const takeIn = (): void => {
    for (const step of untold) step();
    untold.length = held = 0;
  };
  const viewAt = (index: number): SentenceView => {
    const sentence = document.sentences[index]!;
    return viewOf(document, sentence, index, gazetteer, around(sentence.block));
  };
  /** Takes in one sentence, with those before it that it speaks of. */
  const take = (view: SentenceView, before: readonly number[]): void => {
    for (const index of before.length > 0 && refersBack(view) ? before.slice(-2) : [])
      if (view.index - index <= 2 && document.sentences[index]!.tokens.length <= MOST_TOKENS)
        observe(discourse, viewAt(index));
    observe(discourse, view);
    if (view.sentence.block.kind === 'heading' || isTopic(view))
      for (const mention of gazetteer.find(view.tokens)) observeTopic(discourse, view, mention);
  };
  for (const [index, sentence] of document.sentences.entries()) {
    const isHeading = sentence.block.kind === 'heading';
    if (sentence.block !== block) {
      // An item of a digest starts afresh, with its own topic line.
      if (isDigest && !(block?.kind === 'heading')) {
        passed = [];
        tolls.last = null;
        untold.push(() => {
          forget(discourse);
          counts.uncounted = null;
        });
      }
      if (isHeading) untold.push(() => (discourse.section = index));
      const topic = topics.get(sentence.block);
      if (topic)
        untold.push(() => {
          for (const mention of topic.mentions) observeTopic(discourse, { ...topic, index, document }, mention);
        });
      block = sentence.block;
      voice = topic ? voices.own : voices.of(block);
    }
    // Whose "we" a stranger's is nobody knows, least of all who spoke before.
    if (voice === null && voices.own !== null)
      untold.push(() => (discourse.actors.length = discourse.forces.length = 0));
    const { skipped, view, findings } = nextReading();
    options.sentence?.({ at: [sentence.start, sentence.end], skipped, view });
    const done = claims.length;
    if (skipped !== null || findings.length === 0) noteToll(tolls, sentence, index, []);
    if (skipped !== null) {
      if (sentence.dateline) untold.push(() => observe(discourse, viewAt(index)));
      else if (skipped === 'screened') passed.push(index);
      continue;
    }
    const before = passed;
    passed = [];
    if (view === null) {
      untold.push(() => take(viewAt(index), before));
      continue;
    }
    if (findings.length === 0) {
      untold.push(() => {
        take(view, before);
        if (!isQuestion(view)) noteGroup(discourse, view);
      });
      if (++held === MOST_HELD) takeIn();
      continue;
    }
    takeIn();
    take(view, before);
    discourse.voice = voice;
    military ??= isMilitary(document.text);
    const context: Context = { view, discourse, counts, atlas: gazetteer.atlas, attributor, military };
    commemorates ??= isCommemoration(document);
    registers ??= registersOf(document);
    history ??= isHistory(document, view.published);
    const kinds: Registers = registers;
    for (const { rule, finding } of findings) {
      const isOld = history && isOfOldWar(finding, view);
      const read = !isOld && !isRecalled(finding, view, commemorates) && !isNoNews(finding, kinds);
      const made = (read ? claimsOf(finding, rule, context) : []).filter((claim) => !isReliefAtHome(claim, kinds));
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
    noteToll(tolls, sentence, index, claims.slice(done));
    noteGroup(discourse, view);
  }
  return claims.map((claim) => withLaterToll(withToldCount(claim, counts), tolls));
}

/** So many sentences read wait to be taken in, no more: each holds all that was made of it. */
const MOST_HELD = 64;

/** Words that take their meaning from a sentence before. */
const refersBack = (view: SentenceView): boolean =>
  view.items.some((x) => {
    switch (x.kind) {
      case 'place':
        return x.ref === 'there' || x.ref === 'country' || x.ref === 'region';
      case 'pronoun':
        return /^(?:it|they|he|she)$/.test(x.word);
      case 'force':
        return x.owner === null ? x.definite && x.mission === null && x.quantity !== null : x.owner.kind === 'pronoun';
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

/** The block that a place of the text lies in, found by halves: blocks stand in order. */
function blockAt(blocks: readonly Block[], at: number): Block | undefined {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  return block !== undefined && block.start <= at ? block : undefined;
}

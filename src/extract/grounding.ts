// Is a claim carried by its quotation? One check for every claim, whoever made it: the quotation must stand in the report, and the number (by
// value), the place, the party and the polarity must stand in the quotation, or in the span that the maker gives for that field.

import type { Claim, Span, Spans } from '../model/claim.ts';
import type { Party } from '../model/party.ts';
import type { Place } from '../model/place.ts';
import type { Sentence, TextDocument } from '../text/document.ts';
import { type FoldedText, foldText } from '../text/fold.ts';
import { sentenceAt } from '../text/sentence-at.ts';
import { tokenize } from '../text/tokenize.ts';
import { locate } from './grounding/locate.ts';
import { namesParty, namesPlace, speaksOfItself } from './grounding/names.ts';
import { standsBy, sumsOf } from './grounding/numbers.ts';
import { denialIn } from './grounding/polarity.ts';
import { createRuns, type Names, type Run } from './grounding/run.ts';
import { wordsStand } from './grounding/words.ts';

export type Grounding =
  /** Where the quotation stands, and the fields' spans that were given and hold. */
  | { readonly ok: true; readonly span: Span }
  /** `field`: evidence, quantity, place, from, to, party, body, vote, killed, wounded or polarity. The reason names what is missing. */
  | { readonly ok: false; readonly field: string; readonly reason: string };

export type GroundedClaim = Claim & { readonly spans?: Partial<Spans> };

export interface Grounder {
  ground(claim: GroundedClaim): Grounding;
}

const CONTEXT = 400;
/** Words that say nought. */
const NONE = /\b(?:no|none|not|nobody|nil)\b/i;
const HOME = /\b(?:home|homeland|back|repatriat\w*|return\w*|recall\w*)\b/i;

/** A grounder of one report; the report is folded at most once. `voices` are those whose "we" and "our" are, by its publisher, author or speakers. */
export function createGrounder(document: TextDocument, names: Names, voices: ReadonlySet<Party> = new Set()): Grounder {
  // Only a quotation that has to be searched for needs it: a rule's own span says where it stands.
  let folded: FoldedText | null = null;
  const report = (): FoldedText => {
    folded ??= foldText(document.text);
    return folded;
  };
  const runs = createRuns(document.text, names);
  return { ground: (claim) => ground(document, report, claim, runs, voices) };
}

/** A field's own span is asked before the quotation around it: its few words are read sooner. */
type RunOf = (field: string) => Run | null;

const refused = (field: string, reason: string): Grounding => ({ ok: false, field, reason });

function ground(
  document: TextDocument,
  report: () => FoldedText,
  claim: GroundedClaim,
  runs: (span: Span) => Run,
  voices: ReadonlySet<Party>,
): Grounding {
  const span = evidenceOf(document, report, claim);
  if (!span) return refused('evidence', `the report does not hold the quotation "${shortened(claim.evidence)}"`);
  const quotation = runs(span);
  const run = (field: string): Run | null => {
    const at = claim.spans?.[field];
    return at && at[0] >= 0 && at[1] <= document.text.length && at[0] < at[1] ? runs(at) : null;
  };
  const context = (): Run => runs([sentenceBefore(document, span), Math.min(document.text.length, span[1] + 120)]);
  return (
    checkQuantity(claim, quotation, run, context) ??
    checkPlaces(claim, quotation, run) ??
    checkParty(claim, quotation, run, voices) ??
    checkDecision(claim, quotation, run, context) ??
    checkIncident(claim, quotation, run, context) ??
    checkPolarity(claim, document, span) ?? { ok: true, span }
  );
}

function evidenceOf(document: TextDocument, report: () => FoldedText, claim: GroundedClaim): Span | null {
  const given = claim.spans?.evidence;
  if (given) {
    const own = document.text.slice(given[0], given[1]);
    if (own === claim.evidence) return given;
    const near = locate(report(), claim.evidence, given);
    return near && near[0] < given[1] && near[1] > given[0] ? near : null;
  }
  return locate(report(), claim.evidence);
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}...` : text);

/** Where the sentence before that of `span` starts: the terms of a difference may stand there. */
function sentenceBefore(document: TextDocument, span: Span): number {
  const index = sentenceAt(document, span[0]);
  const start = document.sentences[Math.max(0, index - 1)]?.start ?? 0;
  return Math.max(start, span[0] - CONTEXT);
}

function checkQuantity(claim: GroundedClaim, quotation: Run, run: RunOf, context: () => Run): Grounding | null {
  if (claim.kind !== 'presence' && claim.kind !== 'movement') return null;
  const quantity = claim.quantity;
  if (!quantity) return null;
  const own = run('quantity');
  for (const n of new Set([quantity.min, quantity.max])) {
    if (n === null || (own && standsBy(own.values, n)) || standsBy(quotation.values, n)) continue;
    if (n === 0 && NONE.test(quotation.text)) continue;
    const cue = `${quotation.text} ${own?.text ?? ''}`;
    const values = own ? [...quotation.values, ...own.values] : quotation.values;
    if (sumsOf(cue, values, context().values).has(n)) continue;
    return refused('quantity', `the number ${n} does not stand in the quotation`);
  }
  return null;
}

function checkPlaces(claim: GroundedClaim, quotation: Run, run: RunOf): Grounding | null {
  const fields: [string, readonly Place[]][] =
    claim.kind === 'movement'
      ? [
          ['from', claim.from],
          ['to', claim.to],
        ]
      : claim.kind === 'decision' || claim.place === null
        ? []
        : [['place', Array.isArray(claim.place) ? claim.place : [claim.place]]];
  for (const [field, places] of fields) {
    const own = run(field);
    for (const place of places) {
      if ((own && namesPlace(own, place)) || namesPlace(quotation, place)) continue;
      const home = field === 'to' && claim.kind === 'movement' && place.country === claim.party;
      if (home && HOME.test(quotation.text)) continue;
      return refused(field, `the place ${place.name ?? place.country} does not stand in the quotation`);
    }
  }
  return null;
}

function checkParty(claim: GroundedClaim, quotation: Run, run: RunOf, voices: ReadonlySet<Party>): Grounding | null {
  if (claim.kind === 'decision' || claim.party === null) return null;
  const own = run('party');
  const party: Party = claim.party;
  if ((own && namesParty(own, party)) || namesParty(quotation, party)) return null;
  if (voices.has(party) && (speaksOfItself(quotation.text) || !own)) return null;
  return refused('party', `the party ${party} does not stand in the quotation`);
}

function checkDecision(claim: GroundedClaim, quotation: Run, run: RunOf, context: () => Run): Grounding | null {
  if (claim.kind !== 'decision') return null;
  const own = run('body');
  if (claim.body !== null && !(own && wordsStand(own.words, claim.body)) && !wordsStand(quotation.words, claim.body))
    return refused('body', `the body "${claim.body}" does not stand in the quotation`);
  if (!claim.vote) return null;
  const tally = run('vote');
  const values = [quotation, context(), ...(tally ? [tally] : [])].flatMap((r) => r.values);
  const digits = `${quotation.text} ${context().text} ${tally?.text ?? ''}`;
  for (const n of Object.values(claim.vote)) {
    if (n === null || standsBy(values, n) || new RegExp(`(?<!\\d)${n}(?!\\d)`).test(digits)) continue;
    if (n === 0 && /unanim|unopposed|no votes? against|\b(?:none|nil|nobody|zero)\b/i.test(digits)) continue;
    return refused('vote', `the vote ${n} does not stand in the quotation`);
  }
  return null;
}

function checkIncident(claim: GroundedClaim, quotation: Run, run: RunOf, context: () => Run): Grounding | null {
  if (claim.kind !== 'incident') return null;
  for (const field of ['killed', 'wounded'] as const) {
    const n = claim[field];
    if (n === null) continue;
    const own = run(field);
    const values = [quotation, context(), ...(own ? [own] : [])].flatMap((r) => r.values);
    if (standsBy(values, n) || n <= 1 || sumsOf('and both total', values, []).has(n)) continue;
    return refused(field, `${n} ${field} does not stand in the quotation`);
  }
  return null;
}

/** The tokens of [start, end): those of the sentence that it opens, where they reach just as far. */
function tokensOf(document: TextDocument, sentence: Sentence | undefined, start: number, end: number) {
  if (sentence?.start === start && end <= sentence.end) {
    const last = sentence.tokens.findLastIndex((t) => t.start < end);
    if (sentence.tokens[last]?.end === end) return sentence.tokens.slice(0, last + 1);
  }
  return tokenize(document.text, start, end);
}

function checkPolarity(claim: GroundedClaim, document: TextDocument, span: Span): Grounding | null {
  const moves = claim.kind === 'movement' && claim.phase !== 'cancelled' && claim.phase !== 'proposed';
  if (!moves && claim.kind !== 'presence') return null;
  // Nought is what a denial says.
  if (claim.kind === 'presence' && claim.quantity?.max === 0) return null;
  const sentence = document.sentences[sentenceAt(document, span[0])];
  const start = sentence && sentence.start < span[0] ? sentence.start : span[0];
  const tokens = tokensOf(document, sentence, start, span[1]);
  const from = tokens.findIndex((t) => t.start >= span[0]);
  const at = denialIn(tokens, Math.max(0, from), tokens.length, moves ? 'moves' : 'is there');
  if (at === null) return null;
  return refused('polarity', `"${tokens[at]?.text}" denies what the claim asserts`);
}

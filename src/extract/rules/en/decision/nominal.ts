// Decisions named by a noun: "the council's decision to close the base", "at the request of Chad", "resolution 1559, which calls for".
import type { Token } from '../../../../text/document.ts';
import { wordsOf } from '../../../../text/words-of.ts';
import { groupBefore, type Phrase, phraseAfter } from '../../../attribution/noun-phrase.ts';
import { subjectBefore } from '../../../attribution/subject.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { type Body, bodyOf } from './body.ts';
import { endOfMatter, leavesCountry } from './matter.ts';
import type { Decided } from './read-decision.ts';
import { concernsForces } from './words.ts';

const lower = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

/** The body of "X's decision", "its decision" that ends before token `end`. */
export function ownerBefore(view: SentenceView, end: number): Body | null {
  const { tokens } = view;
  let at = end;
  while (
    /^(?:formal|recent|final|unanimous|initial|earlier|own|repeated|joint|new|latest|official|urgent|written)$/.test(
      lower(tokens, at - 1),
    )
  )
    at--;
  if (lower(tokens, at - 1) === "'s" || lower(tokens, at - 1) === "'")
    return bodyOf(view, withoutVerb(view, groupBefore(tokens, at - 1)));
  if (/^(?:his|her|its|their)$/.test(lower(tokens, at - 1)))
    return bodyOf(view, { from: at - 1, to: at }) ?? pronounOwner(view, at - 1);
  return null;
}

/** "rejected Chad's request": a group read to the left may run over its verb. */
function withoutVerb(view: SentenceView, group: Phrase): Phrase {
  const verbs = view.predicates
    .map((p) => p.item)
    .filter((x) => x.kind === 'verb' && x.to > group.from && x.to < group.to);
  return { from: Math.max(group.from, ...verbs.map((v) => v.to)), to: group.to };
}

const pronounOwner = (view: SentenceView, at: number): Body | null => {
  const word = { his: 'he', her: 'she', its: 'it', their: 'they' }[lower(view.tokens, at)] ?? 'it';
  const tokens = view.tokens.map((t, i) => (i === at ? { ...t, lower: word } : t));
  return bodyOf({ ...view, tokens }, { from: at, to: at + 1 });
};

/** "decision by the government to", "a decision of the council to". */
export function byBody(view: SentenceView, from: number): { readonly body: Body; readonly to: number } | null {
  if (!/^(?:by|of)$/.test(lower(view.tokens, from))) return null;
  let phrase: Phrase = phraseAfter(view.tokens, from + 1);
  // "by the assistance force (AAF) to close": the bracket repeats the name.
  if (lower(view.tokens, phrase.to) === '(') {
    let close = phrase.to;
    while (close < view.tokens.length && lower(view.tokens, close) !== ')') close++;
    phrase = { from: phrase.from, to: close };
    const body = bodyOf(view, { from: phrase.from, to: phraseAfter(view.tokens, from + 1).to });
    return body ? { body, to: close + 1 } : null;
  }
  const body = bodyOf(view, phrase);
  return body ? { body, to: phrase.to } : null;
}

const DECISION_NOUN = wordsOf(/^(?:decision|decisions|vote|agreement)$/);
/** "X's decision to withdraw", "a decision by A and B to extend the drills", "took the decision to send". */
export function decisionNoun(view: SentenceView, i: number): Decided | null {
  const { tokens } = view;
  if (!DECISION_NOUN.has(lower(tokens, i))) return null;
  const by = byBody(view, i + 1);
  const at = pastAside(tokens, by ? by.to : i + 1);
  const body = by?.body ?? ownerBefore(view, i) ?? lightSubject(view, i) ?? takenBy(view, at);
  if (!body) return null;
  const opens =
    /^(?:to|on|for|that)$/.test(lower(tokens, at)) || /^(?:responds|comes|follows)$/.test(lower(tokens, at));
  if (!opens) return null;
  const matter = { from: at, to: endOfMatter(tokens, at) };
  if (!concernsForces(tokens.slice(matter.from, matter.to)) && !leavesCountry(view, matter)) return null;
  return {
    body,
    deciding: 'resolve',
    lemma: lower(tokens, i) === 'vote' ? 'vote' : 'decide',
    at: i,
    matter,
    ahead: false,
  };
}

/** "the decision of the president announced on 10 January 2007, to deploy": past when it was told. */
function pastAside(tokens: readonly Token[], from: number): number {
  if (!/^(?:announced|made|taken|reached|communicated|published)$/.test(lower(tokens, from))) return from;
  for (let k = from + 1; k < Math.min(tokens.length, from + 10); k++) if (lower(tokens, k) === 'to') return k;
  return from;
}

/** "The decision to send troops was taken by the cabinet on Friday". */
function takenBy(view: SentenceView, from: number): Body | null {
  const { tokens } = view;
  for (let k = from; k < Math.min(tokens.length - 1, from + 20); k++) {
    if (lower(tokens, k + 1) !== 'by' || !/^(?:taken|made|reached)$/.test(lower(tokens, k))) continue;
    return /^(?:was|were|been)$/.test(lower(tokens, k - 1)) ? bodyOf(view, phraseAfter(tokens, k + 2)) : null;
  }
  return null;
}

/** "made / took / reached a decision": the subject of the light verb. */
function lightSubject(view: SentenceView, noun: number): Body | null {
  const { tokens } = view;
  for (let k = noun - 1; k >= Math.max(1, noun - 4); k--) {
    if (!/^(?:make|makes|made|take|takes|took|taken|reach|reaches|reached|announced)$/.test(lower(tokens, k))) continue;
    if (
      /^(?:not|n't|never)$/.test(lower(tokens, k - 1)) ||
      lower(tokens, k - 2) === 'not' ||
      lower(tokens, k - 3) === 'not'
    )
      return null;
    const subject = subjectBefore(tokens, k);
    return subject?.speaker ? bodyOf(view, subject.speaker) : null;
  }
  return null;
}

/** "approved a request from Chad": what was decided is that. */
const SETTLES = /^(?:approv|grant|accept|reject|endors)\w*$/;

const REQUEST_NOUN = wordsOf(/^(?:request|requests|demand|demands|appeal|invitation|plea)$/);
/** "at the request of Chad", "a request from Chad for trainers", "Chad's request", "demands from the junta". */
export function requestNoun(view: SentenceView, i: number): Decided | null {
  const { tokens } = view;
  if (!REQUEST_NOUN.has(lower(tokens, i))) return null;
  if (!concernsForces(tokens) && !concernsForces(view.document.sentences[view.index - 1]?.tokens ?? [])) return null;
  // "At the request of Jordan, 300 men are deployed there": a standing consent; only what it changed makes it a decision.
  const standing =
    /^(?:at|on)$/.test(lower(tokens, i - 2)) ||
    (/^'s$/.test(lower(tokens, i - 1)) && tokens.slice(Math.max(0, i - 6), i).some((t) => t.lower === 'at'));
  if (
    standing &&
    !tokens.some((t) =>
      /^(?:withdr[ae]w\w*|left|leave|ended|end|pulled|departed|departure|closed|sent|dispatched|went|entered|intervened|arrived)$/.test(
        t.lower,
      ),
    )
  )
    return null;
  let source = i + 1;
  // "requests for an Australian contribution from both governments": the source may stand behind the matter.
  const limit = Math.min(tokens.length, i + 12);
  while (
    source < limit &&
    !/^(?:from|of|by)$/.test(lower(tokens, source)) &&
    !/^(?:[,;.]|that|to)$/.test(lower(tokens, source))
  )
    source++;
  const adjacent = source === i + 1;
  const named = /^(?:from|by)$/.test(lower(tokens, source)) || (adjacent && lower(tokens, source) === 'of');
  const behind = named ? bodyOf(view, phraseAfter(tokens, source + 1)) : null;
  const body = behind ?? ownerBefore(view, i);
  if (!body || body.from === i) return null;
  // "the demands of the government": what they are is not told.
  if (adjacent && lower(tokens, source) === 'of' && !standing && !tellsWhat(tokens, i, body.to)) return null;
  if (/^(?:may|could|would|any|no|received|without)$/.test(lower(tokens, i - 1))) return null;
  const matter = { from: i, to: Math.max(i + 1, Math.min(endOfMatter(tokens, i + 1), i + 30)) };
  // "its appeal to all sides to work for peace": not for forces, whatever else the sentence tells of them.
  if (/^(?:appeal|plea)$/.test(lower(tokens, i)) && !concernsForces(tokens.slice(matter.from, matter.to))) return null;
  if (tokens.slice(Math.max(0, i - 3), i).some((t) => SETTLES.test(t.lower))) return null;
  return { body, deciding: 'ask', lemma: 'request', at: i, matter, ahead: false };
}

/** "the demands of the junta that they leave", "at the request of Chad" as a reason: what is asked stands in the sentence. */
function tellsWhat(tokens: readonly Token[], noun: number, to: number): boolean {
  if (/^(?:for|to|that)$/.test(lower(tokens, to))) return true;
  return (
    !/s$/.test(lower(tokens, noun)) ||
    /^(?:to|reject\w*|refus\w*|accept\w*|met|meet|grant\w*)$/.test(lower(tokens, noun - 2))
  );
}

/** "Security Council resolution 1559, which calls for the withdrawal": what the resolution asks, its council has asked. */
export function resolutionNoun(view: SentenceView, i: number): Decided | null {
  const { tokens } = view;
  if (lower(tokens, i) !== 'resolution') return null;
  const group = groupBefore(tokens, i);
  const body = bodyOf(view, group) ?? ownerBefore(view, i);
  if (!body) return null;
  for (let k = i + 1; k < Math.min(tokens.length, i + 8); k++) {
    if (
      !/^(?:calls|called|calling|demands|demanded|demanding|requires|requiring|orders|ordering|authori[sz]es|authori[sz]ing|authori[sz]ed|extending|extends)$/.test(
        lower(tokens, k),
      )
    )
      continue;
    const matter = { from: k + 1, to: endOfMatter(tokens, k + 1) };
    if (!concernsForces(tokens.slice(matter.from, matter.to))) return null;
    const allows = /^authori/.test(lower(tokens, k));
    const extends_ = /^extend/.test(lower(tokens, k));
    return {
      body,
      deciding: allows ? 'allow' : extends_ ? 'extend' : 'resolve',
      lemma: 'resolve',
      at: i,
      matter,
      ahead: false,
    };
  }
  return null;
}

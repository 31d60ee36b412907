// Consent told by a noun: "gave the green light to", "won parliament's approval to", "the cabinet's approval of", "cleared the way for".
import type { Action } from '../../../../model/claim.ts';
import type { Token } from '../../../../text/document.ts';
import { wordsOf } from '../../../../text/words-of.ts';
import { phraseAfter } from '../../../attribution/noun-phrase.ts';
import { subjectBefore } from '../../../attribution/subject.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { type Body, bodyOf } from './body.ts';
import { endOfMatter } from './matter.ts';
import { byBody, ownerBefore } from './nominal.ts';
import type { Decided } from './read-decision.ts';
import { concernsForces } from './words.ts';

export interface Consent {
  readonly decided: Decided;
  readonly action: Action;
}

const lower = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';
const CONSENT =
  /^(?:permission|authority|authori[sz]ation|approval|consent|assent|go-ahead|leave|clearance|light|nod|blessing|backing|mandate)$/;
const GIVING = wordsOf(/^(?:gave|gives|give|given|giving|granted|grants|grant|issued|issues|granting)$/);
const HELD = /^(?:not|never|may|might|could|would|should|must|n't|cannot|yet|will|to)$/;

/** Where the matter starts after a noun of consent, past a date and the like: "the nod on Monday to sending". */
function matterFrom(tokens: readonly Token[], noun: number): number {
  for (let k = noun + 1; k < Math.min(tokens.length, noun + 6); k++) {
    if (/^(?:to|for)$/.test(lower(tokens, k))) return k;
    if (/^[,;.]$/.test(lower(tokens, k)) || /^(?:of|by|from)$/.test(lower(tokens, k))) return -1;
  }
  return -1;
}

const consent = (body: Body, at: number, from: number, view: SentenceView): Consent | null => {
  const matter = { from, to: endOfMatter(view.tokens, from) };
  if (!concernsForces(view.tokens.slice(matter.from, matter.to))) return null;
  return { decided: { body, deciding: 'allow', lemma: 'give', at, matter, ahead: false }, action: 'authorise' };
};

/** "gave Chad an ultimatum to leave", "granted permission for strikes", "gave the troops a month to leave". */
export function givenNoun(view: SentenceView, i: number): Consent | null {
  const { tokens } = view;
  if (!GIVING.has(lower(tokens, i))) return null;
  const span = tokens.slice(i + 1, i + 12);
  const noun = span.findIndex((t) => CONSENT.test(t.lower) || /^(?:ultimatum|hours|days|weeks|months?)$/.test(t.lower));
  if (noun < 0 || span.slice(0, noun).some((t) => /^[,;.]$/.test(t.lower))) return null;
  const at = i + 1 + noun;
  // "gave the mission in Niger its blessing": what it is given to stands before it.
  const between =
    noun > 1 && /^(?:its|their|his|her)$/.test(lower(tokens, at - 1)) && concernsForces(span.slice(0, noun))
      ? i + 1
      : -1;
  const from = between > 0 ? between : matterFrom(tokens, at);
  if (from < 0) return null;
  const leaves = tokens.slice(from, from + 8).some((t) => /^(?:leave|quit|withdraw|depart|go|pull|get)$/.test(t.lower));
  const term = /^(?:hours|days|weeks|months?)$/.test(lower(tokens, at));
  if (term && !leaves) return null;
  const gerund = /ing$/.test(lower(tokens, i));
  const subject = gerund ? null : subjectBefore(tokens, i);
  if (subject?.speaker && tokens.slice(subject.speaker.to, i).some((t) => HELD.test(t.lower))) return null;
  const body = subject?.speaker
    ? bodyOf(view, subject.speaker)
    : gerund
      ? bodyOf(view, { from: 0, to: phraseAfter(tokens, 0).to })
      : null;
  if (!body) return null;
  const matter = { from: term ? i : between > 0 ? between : at, to: endOfMatter(tokens, from) };
  if (!concernsForces(tokens.slice(matter.from, matter.to))) return null;
  const asks = lower(tokens, at) === 'ultimatum';
  return {
    decided: {
      body,
      deciding: term ? 'expel' : asks ? 'ask' : 'allow',
      lemma: 'give',
      at: i,
      matter,
      ahead: false,
    },
    action: term ? 'expel' : asks ? 'request' : 'authorise',
  };
}

/** "the deployment was given the go-ahead by parliament": the body behind. */
export function givenBy(view: SentenceView, i: number): Consent | null {
  const { tokens } = view;
  if (!/^(?:given|granted)$/.test(lower(tokens, i))) return null;
  if (!/^(?:was|were|been|is|are)$/.test(lower(tokens, i - 1))) return null;
  for (let k = i + 1; k < Math.min(tokens.length, i + 7); k++) {
    if (lower(tokens, k) !== 'by') continue;
    if (!tokens.slice(i + 1, k).some((t) => CONSENT.test(t.lower))) return null;
    const body = bodyOf(view, phraseAfter(tokens, k + 1));
    const matter = { from: Math.max(0, i - 20), to: i };
    if (!body || !concernsForces(tokens.slice(matter.from, matter.to))) return null;
    if (tokens.slice(Math.max(0, i - 5), i).some((t) => HELD.test(t.lower))) return null;
    return { decided: { body, deciding: 'allow', lemma: 'give', at: i, matter, ahead: false }, action: 'authorise' };
  }
  return null;
}

const WINNING = wordsOf(/^(?:won|wins|obtained|obtains|received|receives|secured|secures|got|gained|gains)$/);
/** "won parliament's approval to send", "obtained the consent of the council for", "received permission from Chad to base". */
export function wonConsent(view: SentenceView, i: number): Consent | null {
  const { tokens } = view;
  if (!WINNING.has(lower(tokens, i))) return null;
  if (tokens.slice(Math.max(0, i - 3), i).some((t) => HELD.test(t.lower))) return null;
  for (let k = i + 1; k < Math.min(tokens.length, i + 10); k++) {
    if (/^[,;.]$/.test(lower(tokens, k))) return null;
    if (!CONSENT.test(lower(tokens, k))) continue;
    const behind = /^(?:of|from|by|in)$/.test(lower(tokens, k + 1)) ? phraseAfter(tokens, k + 2) : null;
    const body = behind ? bodyOf(view, behind) : ownerBefore(view, k);
    if (!body || body.from === i) return null;
    const from = behind ? behind.to : matterFrom(tokens, k);
    return from < 0 || !/^(?:to|for)$/.test(lower(tokens, from)) ? null : consent(body, i, from, view);
  }
  return null;
}

const APPROVAL = wordsOf(/^(?:approval|authori[sz]ation|endorsement|ratification)$/);
/** "parliament's approval of the mission", "the endorsement by the council of the plan": done, not awaited. */
export function approvalOf(view: SentenceView, i: number): Consent | null {
  const { tokens } = view;
  if (!APPROVAL.has(lower(tokens, i))) return null;
  const before = tokens.slice(Math.max(0, i - 9), i);
  if (
    before.some((t) =>
      /^(?:needs?|needed|requires?|awaits?|awaiting|pending|subject|without|seek|seeks|seeking|sought|asked?|asking|until|unless|before|after|still|must|for|likely|expected)$/.test(
        t.lower,
      ),
    )
  )
    return null;
  const by = byBody(view, i + 1);
  const own = ownerBefore(view, i);
  const body = own ?? (by && lower(tokens, i + 1) === 'by' ? by.body : null);
  const link = own ? i + 1 : (by?.to ?? i + 1);
  if (!body || !/^(?:of|for)$/.test(lower(tokens, link))) return null;
  return consent(body, i, link + 1, view);
}

const CLEARING = wordsOf(/^(?:cleared|clears|clear|clearing|paved|paves|opened|opens)$/);
/** "cleared the way for the deployment", "paved the way for sending": leave given in other words. */
export function clearedWay(view: SentenceView, i: number): Consent | null {
  const { tokens } = view;
  if (!CLEARING.has(lower(tokens, i))) return null;
  if (lower(tokens, i + 1) !== 'the' || lower(tokens, i + 2) !== 'way') return null;
  if (!/^(?:for|to)$/.test(lower(tokens, i + 3))) return null;
  const subject = subjectBefore(tokens, i);
  const body = subject?.speaker ? bodyOf(view, subject.speaker) : null;
  if (!body || (subject?.speaker && tokens.slice(subject.speaker.to, i).some((t) => HELD.test(t.lower)))) return null;
  return consent(body, i, i + 4, view);
}

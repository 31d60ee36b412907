// Decisions told by how a vote came out: "the motion won 308 of 450 votes", "was carried 92-55 in the Senate", "cleared the upper house".
import type { Action } from '../../../../model/claim.ts';
import type { Token } from '../../../../text/document.ts';
import { wordsOf } from '../../../../text/words-of.ts';
import { phraseAfter } from '../../../attribution/noun-phrase.ts';
import { subjectBefore } from '../../../attribution/subject.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { type Body, bodyOf } from './body.ts';
import type { Consent } from './consent.ts';
import { actionOf } from './decision-finding.ts';
import { HOUSE, houseBefore } from './house-before.ts';
import { DOCUMENT } from './matter.ts';
import { concernsForces } from './words.ts';

const lower = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';

/** Verbs of a motion that comes through or falls; `won`, `got` and the like only before a count of votes. */
const PASSES = wordsOf(/^(?:carried|cleared|clears|passed|passes|survived|survives)$/);
const FALLS = wordsOf(/^(?:failed|fails|fell|falls|lost)$/);
const GETS = wordsOf(/^(?:won|wins|got|gets|received|receives|secured|secures|mustered|musters|drew)$/);
const HELD = /^(?:not|n't|never|may|might|could|would|should|must|will|shall|if|unless|until|once)$/;

const isHouse = (tokens: readonly Token[]): boolean => tokens.some((t) => HOUSE.test(t.lower));

/** The house behind "in" or "by", or right behind "cleared". */
function houseBehind(view: SentenceView, i: number): Body | null {
  const { tokens } = view;
  const at = /^(?:cleared|clears|passed|passes|survived|survives)$/.test(lower(tokens, i)) ? i + 1 : -1;
  for (let k = i + 1; k < Math.min(tokens.length, i + 16); k++) {
    if (!(k === at || /^(?:in|by|from|through|of)$/.test(lower(tokens, k - 1))) || tokens[k]!.kind === 'number')
      continue;
    const phrase = phraseAfter(tokens, k);
    if (phrase.to <= k || !isHouse(tokens.slice(k, phrase.to))) continue;
    const body = bodyOf(view, phrase);
    if (body) return body;
  }
  return null;
}

/** "With 308 votes in favour", "by 92 votes to 55", "308 of 450 votes", "51-49". */
const isCounted = (tokens: readonly Token[], i: number): boolean =>
  tokens
    .slice(i + 1, i + 16)
    .some(
      (t, k, near) => t.kind === 'number' && (k === 0 || /^(?:votes?|-|to|of|in)$/.test(near[k + 1]?.lower ?? '')),
    ) || tokens.slice(i + 1, i + 8).some((t) => /^(?:votes?|unanimously|margin|majority)$/.test(t.lower));

/** "the motion to send troops to Mali was carried by 92 votes to 55 in the Danish parliament". */
export function byCount(view: SentenceView, i: number): Consent | null {
  const { tokens } = view;
  const word = lower(tokens, i);
  const falls = FALLS.has(word) && lower(tokens, i + 1) !== 'to';
  const gets = GETS.has(word) && tokens.slice(i + 1, i + 8).some((t) => /^votes?$/.test(t.lower));
  if (!falls && !gets && !PASSES.has(word)) return null;
  if (tokens.slice(Math.max(0, i - 3), i).some((t) => HELD.test(t.lower)) || lower(tokens, i - 1) === 'to') return null;
  let from = i;
  while (from > 0 && i - from < 26 && !/^[;.:]$/.test(lower(tokens, from - 1))) from--;
  const matter = { from, to: i };
  const subject = tokens.slice(from, i);
  const named = subject.findIndex((t) => DOCUMENT.test(t.lower));
  if (named < 0 || named > 6 || !concernsForces(subject)) return null;
  const body = houseBehind(view, i) ?? (gets || isCounted(tokens, i) ? houseBefore(view) : null);
  // "was carried by the Senate": without a count the house stands right behind.
  if (body === null || (!isCounted(tokens, i) && (falls || body.from > i + 4))) return null;
  const decided = { body, deciding: falls ? 'refuse' : 'approve', lemma: 'pass', at: i, matter, ahead: false } as const;
  return { decided, action: falls ? 'other' : actionOf(decided, tokens) };
}

/** "The Senate failed to pass a resolution to end the mission": it stands refused. */
export function failedTo(view: SentenceView, i: number): Consent | null {
  const { tokens } = view;
  if (!/^(?:failed|fails)$/.test(lower(tokens, i)) || lower(tokens, i + 1) !== 'to') return null;
  if (!/^(?:pass|adopt|approve|ratify|endorse|override|back|extend|renew)$/.test(lower(tokens, i + 2))) return null;
  const speaker = subjectBefore(tokens, i)?.speaker;
  const body = speaker ? bodyOf(view, speaker) : null;
  const matter = { from: i + 2, to: Math.min(tokens.length, i + 24) };
  const about = tokens.slice(matter.from, matter.to);
  if (body === null || !concernsForces(about) || !about.slice(0, 6).some((t) => DOCUMENT.test(t.lower))) return null;
  const action: Action = 'other';
  return { decided: { body, deciding: 'refuse', lemma: 'pass', at: i, matter, ahead: false }, action };
}

// A decision told behind its matter: "Forty soldiers will be sent to Mali, the parliament decided on Thursday."
import type { Token } from '../../../../text/document.ts';
import { subjectBefore } from '../../../attribution/subject.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { bodyOf } from './body.ts';
import type { Decided } from './read-decision.ts';
import { actionIn, concernsForces } from './words.ts';

const lower = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';
const DECIDED = /^(?:decided|agreed|resolved|ruled|voted)$/;
/** What may stand behind the verb: when, and nothing that is decided. */
const WHEN =
  /^(?:on|late|early|last|this|yesterday|today|in|at|earlier|by|unanimously|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const NOT_YET = /\b(?:could|might|may|would|should|not|whether|if)\b/;

/** The decision whose verb is token `i`, where all that it decides stands before it; null where it is none. */
export function decidedBehind(view: SentenceView, i: number): Decided | null {
  const { tokens } = view;
  if (!DECIDED.test(lower(tokens, i)) || tokens.length - i > 9) return null;
  const next = tokens[i + 1];
  if (next?.kind === 'word' && !WHEN.test(next.lower)) return null;
  if (tokens.slice(i + 1).some((t) => /^(?:to|that)$/.test(t.lower))) return null;
  const subject = subjectBefore(tokens, i)?.speaker;
  if (!subject || lower(tokens, subject.from - 1) !== ',') return null;
  const matter = { from: 0, to: subject.from - 1 };
  const words = tokens.slice(matter.from, matter.to);
  if (!words.some((t) => /^(?:will|to|shall)$/.test(t.lower)) || NOT_YET.test(words.map((t) => t.lower).join(' ')))
    return null;
  const body = concernsForces(words) && actionIn(words) !== null ? bodyOf(view, subject) : null;
  return body && { body, deciding: 'resolve', lemma: 'decide', at: i, matter, ahead: false };
}

// What the sentences around a decision add: how the vote went, whether it is final. Only sentences that speak of the same vote count.
import type { Span, Vote } from '../../../../model/claim.ts';
import { endsInBracket } from '../../../../text/block-end.ts';
import type { Token } from '../../../../text/document.ts';
import type { SentenceView } from '../../../syntax/predicate.ts';
import { type Standing, standingIn } from './pending.ts';
import type { Decided } from './read-decision.ts';
import { membersIn, voteIn } from './vote.ts';

const AHEAD = 4;
const VOTING =
  /\b(?:vote|votes|voted|resolution|bill|motion|decision|move|measure|parliament|lawmakers|tally|approval|consent|it)\b/i;

/** Sentences from this one on that may still speak of the decision. */
function following(view: SentenceView): readonly (readonly Token[])[] {
  const { sentences } = view.document;
  const found: (readonly Token[])[] = [];
  for (let i = view.index; i < Math.min(sentences.length, view.index + AHEAD + 1); i++) {
    const sentence = sentences[i]!;
    if (sentence.block.kind === 'boilerplate' || (i > view.index && sentence.block.kind === 'heading')) break;
    // In a digest each paragraph is another story: look on only where the next one goes on about a vote.
    if (i > view.index && !VOTING.test(view.document.text.slice(sentence.start, sentence.end))) continue;
    found.push(sentence.tokens);
  }
  return found;
}

const isVote = (decided: Decided): boolean =>
  decided.lemma === 'vote' ||
  decided.deciding === 'refuse' ||
  decided.deciding === 'allow' ||
  decided.deciding === 'resolve' ||
  decided.deciding === 'approve' ||
  decided.deciding === 'extend';

/** The vote and the stretch of the report that gives it. */
export function voteAround(view: SentenceView, decided: Decided): { readonly vote: Vote; readonly span: Span } | null {
  if (!isVote(decided)) return null;
  let vote: Vote | null = null;
  let span: Span | null = null;
  for (const [i, tokens] of following(view).entries()) {
    // A later sentence must name the vote itself; a second vote in the digest is not this one.
    if (i > 0 && decided.lemma !== 'vote') break;
    if (tokens.length === 0) continue;
    const found = voteIn(tokens);
    const members = membersIn(tokens);
    const own: Span = [tokens[0]!.start, tokens.at(-1)!.end];
    if ((found && !vote) || members !== null)
      span = span ? [Math.min(span[0], own[0]), Math.max(span[1], own[1])] : own;
    if (found && !vote) vote = found;
    if (members !== null)
      vote = {
        ...(vote ?? { for: null, against: null, abstain: null, members: null }),
        members: vote?.members ?? members,
      };
  }
  // "The 15-member body authorised 900 troops": nobody's vote is told.
  if (decided.deciding === 'allow' && vote?.for == null) return null;
  return vote && span ? { vote, span } : null;
}

export function standingAround(view: SentenceView, decided: Decided): Standing {
  const text = view.document.text;
  if (decided.ahead) return { final: false, pending: null };
  if (decided.lemma.startsWith('finali')) return { final: true, pending: null };
  for (const [i, tokens] of following(view).slice(0, 3).entries()) {
    const standing = standingIn(text, tokens);
    // What a later sentence needs belongs to this decision where it speaks of "the vote", "the resolution", "it".
    if (
      standing.final !== null &&
      (i === 0 || /^(?:the|it|this|that|but|however|still|parliament)$/i.test(tokens[0]?.lower ?? ''))
    )
      return standing;
  }
  return standingFar(view) ?? { final: null, pending: null };
}

const FAR = 14;
const NAMES_IT =
  /^(?:this|these|the|both) (?:\p{L}+ )?(?:decisions?|measures?|resolutions?|motions?|bill|votes?|deployments?|plans?|agreements?|mandates?)\b/iu;

/** "These decisions will be formalised in May", a page below: a line that names the decision, or "they" right behind one that does. */
function standingFar(view: SentenceView): Standing | null {
  const { sentences, text } = view.document;
  const { block } = view.sentence;
  // In a digest each paragraph ends in its source and is a story of its own.
  if (endsInBracket(text, block)) return null;
  let named = false;
  for (let i = view.index + 1; i < Math.min(sentences.length, view.index + FAR); i++) {
    const sentence = sentences[i]!;
    if (sentence.block.kind === 'boilerplate') return null;
    const own = text.slice(sentence.start, sentence.end);
    const names = NAMES_IT.test(own);
    if (names || (named && /^(?:they|it)\b/i.test(own))) {
      const standing = standingIn(text, sentence.tokens);
      if (standing.final !== null) return standing;
    }
    named = names;
  }
  return null;
}

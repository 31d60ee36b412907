// Where each comment stands: pending until a moderator's decision, and as the latest decision says.
import type { Comment } from '../model/comment.ts';
import type { CommentFact, CommentFacts, ModerationFact } from '../model/event.ts';

export interface StandingComment extends Comment {
  readonly state: 'pending' | 'approved' | 'refused' | 'erased';
  /** The decision in force; null while pending. */
  readonly moderation: ModerationFact | null;
}

/** By the time they were posted, then by id. */
export function standingComments({ comments, moderations }: CommentFacts): StandingComment[] {
  const latest = new Map<string, ModerationFact>();
  for (const moderation of moderations) {
    const other = latest.get(moderation.comment);
    if (other === undefined || isLater(moderation, other)) latest.set(moderation.comment, moderation);
  }
  return [...comments]
    .sort((a, b) => compare(a.posted, b.posted) || compare(a.id, b.id))
    .map(({ transaction: _transaction, ordinal: _ordinal, ...comment }) => {
      const moderation = latest.get(comment.id);
      const inForce = moderation === undefined || moderation.verdict === 'withdraw' ? null : moderation;
      return { ...comment, state: stateOf(comment, inForce), moderation: inForce };
    });
}

function stateOf({ text }: Pick<CommentFact, 'text'>, moderation: ModerationFact | null): StandingComment['state'] {
  if (text === null || moderation?.verdict === 'erase') return 'erased';
  if (moderation === null) return 'pending';
  return moderation.verdict === 'approve' ? 'approved' : 'refused';
}

const isLater = (a: ModerationFact, b: ModerationFact): boolean =>
  a.transaction !== b.transaction ? a.transaction > b.transaction : a.ordinal > b.ordinal;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

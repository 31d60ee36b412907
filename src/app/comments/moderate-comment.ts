// A moderator's decision on a comment: approve, refuse, withdraw the decision in force, or erase the words for good.
import { COMMENT_LIMITS, MODERATIONS, type Moderation } from '../../model/comment.ts';
import { LaydownError } from '../../model/errors.ts';
import type { Services } from '../services.ts';
import { wellFormed } from '../sound-text.ts';

export interface ModerationRequest {
  readonly comment: string;
  readonly verdict: string;
  readonly by: string;
  readonly note?: string;
}

/** Throws LaydownError `not-found` where there is no such comment, `usage` for a verdict that is none. */
export async function moderateComment(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  request: ModerationRequest,
): Promise<Moderation> {
  const verdict = MODERATIONS.find((one) => one === request.verdict);
  if (verdict === undefined) throw new LaydownError('usage', `verdict: say one of ${MODERATIONS.join(', ')}`);
  const note = wellFormed(request.note ?? '').trim();
  if (note.length > COMMENT_LIMITS.note)
    throw new LaydownError('too-large', `note: ${COMMENT_LIMITS.note} letters at most`);
  const { comments } = await store.comments();
  if (!comments.some(({ id }) => id === request.comment))
    throw new LaydownError('not-found', `no comment "${request.comment}"`);
  const moderation: Moderation = {
    comment: request.comment,
    verdict,
    by: request.by,
    note: note === '' ? null : note,
    at: clock.now(),
  };
  await store.append([{ kind: 'comment-moderated', moderation }], clock.now());
  return moderation;
}

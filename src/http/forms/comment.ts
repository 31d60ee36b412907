// A reader's comment, and a moderator's decision on one. Comments need no account; a trap, a least time and a rate keep machines out.
import { moderateComment } from '../../app/comments/moderate-comment.ts';
import { postComment } from '../../app/comments/post-comment.ts';
import { callerOf } from '../caller.ts';
import type { HttpServices } from '../context.ts';
import { tooMany } from '../middleware/limits.ts';
import type { ServerOptions } from '../options.ts';
import { HttpProblem } from '../problem.ts';
import { Throttle } from '../throttle.ts';
import type { Form, Outcome } from './form.ts';

const BYTES = 32 * 1024;
/** Nobody reads a report and writes to it in less. */
const LEAST_SECONDS = 3;
const HOUR_MS = 3_600_000;

const WAITS: Outcome = { notice: 'comment-waits', answer: { state: 'pending' }, status: 201 };

export function commentForm(services: HttpServices, options: ServerOptions): Form {
  const throttle = new Throttle(options.commentsPerHour, HOUR_MS, () => Date.parse(services.clock.now()));
  return {
    path: '/reports/:id/comments',
    right: null,
    bytes: BYTES,
    async post({ fields, age }, c) {
      // People never see this field. Whoever fills it in is told what they want to hear.
      if ((fields['website'] ?? '') !== '') return WAITS;
      if (age !== null && age < LEAST_SECONDS)
        throw new HttpProblem('too-many-requests', 'that was very quick: read your comment once more, then send it', {
          'Retry-After': String(LEAST_SECONDS),
        });
      const { name = '', email = '', text = '' } = fields;
      const wait = throttle.wait(callerOf(c, options));
      if (wait > 0) throw tooMany(wait);
      await postComment(services, services.secret, { report: c.req.param('id') ?? '', name, email, text });
      throttle.take(callerOf(c, options));
      return WAITS;
    },
  };
}

export const moderationForm = (services: HttpServices): Form => ({
  path: '/comments/:id/moderation',
  right: 'moderate',
  bytes: BYTES,
  async post({ fields, visitor }, c) {
    const { verdict = '', note } = fields;
    const moderation = await moderateComment(services, {
      comment: c.req.param('id') ?? '',
      verdict,
      by: visitor.account!.name,
      ...(note === undefined ? {} : { note }),
    });
    return { notice: 'moderated', answer: { moderation }, status: 201 };
  },
});

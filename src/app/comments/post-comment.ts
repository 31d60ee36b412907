// Takes a reader's comment on a report: plain text, pending until an editor has approved it. The e-mail address is kept as a keyed hash only.
import { sha256 } from '../../ledger/sha256.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import { COMMENT_LIMITS, type Comment } from '../../model/comment.ts';
import { LaydownError } from '../../model/errors.ts';
import { signed } from '../accounts/secrets.ts';
import type { Services } from '../services.ts';
import { wellFormed } from '../sound-text.ts';

export interface CommentRequest {
  readonly report: string;
  readonly name: string;
  readonly email: string;
  readonly text: string;
}

/** Throws LaydownError `usage` where a field is missing or too long, `not-found` where there is no such report. */
export async function postComment(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  secret: string,
  request: CommentRequest,
): Promise<Comment> {
  const name = field('name', oneLine(request.name), COMMENT_LIMITS.name);
  const email = field('email', oneLine(request.email), COMMENT_LIMITS.email);
  const text = field('text', plain(request.text), COMMENT_LIMITS.text);
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new LaydownError('usage', 'email: is no e-mail address, such as name@example.org');
  if ((await store.report(request.report)) === null)
    throw new LaydownError('not-found', `no report "${request.report}" to comment on`);
  const author = signed(secret, 'e-mail', email.toLowerCase()).slice(0, 22);
  const content = { report: request.report, name, author, text, posted: clock.now() };
  const comment: Comment = { id: sha256(canonicalJson(content)).slice(0, 20), ...content, words: null };
  await store.append([{ kind: 'comment-posted', comment }], clock.now());
  return comment;
}

function field(name: string, value: string, most: number): string {
  if (value === '') throw new LaydownError('usage', `${name}: is needed`);
  if (value.length > most) throw new LaydownError('too-large', `${name}: has ${value.length} letters, ${most} at most`);
  return value;
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Without control characters and marks that turn the direction of text; at most one empty line in a row. */
const plain = (text: string): string =>
  wellFormed(text)
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ');

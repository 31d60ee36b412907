// Comments as they may be shown: to everyone those that were approved, to moderators all. Never with the hash of an address.
import { type StandingComment, standingComments } from '../../ledger/comments.ts';
import type { Services } from '../services.ts';

export interface ShownComment {
  readonly id: string;
  readonly report: string;
  readonly name: string;
  readonly text: string;
  /** ISO 8601. */
  readonly posted: string;
}

/** Approved ones, the first posted first. */
export async function listComments(
  { store }: Pick<Services, 'store'>,
  { report }: { readonly report: string },
): Promise<readonly ShownComment[]> {
  return standingComments(await store.comments({ report }))
    .filter(({ state }) => state === 'approved')
    .map(({ id, report, name, text, posted }) => ({ id, report, name: name ?? '', text: text ?? '', posted }));
}

export type ModeratedComment = Omit<StandingComment, 'author' | 'words'>;

/** For moderators: of all reports, those of a state or all. */
export async function listModeration(
  { store }: Pick<Services, 'store'>,
  { state }: { readonly state?: StandingComment['state'] } = {},
): Promise<readonly ModeratedComment[]> {
  return standingComments(await store.comments())
    .filter((one) => state === undefined || one.state === state)
    .map(({ author: _author, words: _words, ...comment }) => comment);
}

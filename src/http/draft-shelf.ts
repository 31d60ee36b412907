// Reports looked at and not yet kept, each for the account that brought it; they go after half an hour.
import { randomBytes } from 'node:crypto';
import type { LookedAt } from '../app/look-at-reports.ts';

export interface DraftShelf {
  /** The name under which it is found again. */
  put(account: string, looked: LookedAt): string;
  /** Null where there is none of that name for that account any more. */
  get(account: string, name: string): LookedAt | null;
  remove(name: string): void;
}

const MOST_DRAFTS = 50;
const KEPT_MS = 30 * 60_000;

/** `now` in ms. */
export function draftShelf(now: () => number): DraftShelf {
  const drafts = new Map<string, { readonly account: string; readonly looked: LookedAt; readonly until: number }>();
  return {
    put(account, looked) {
      const name = randomBytes(12).toString('base64url');
      drafts.set(name, { account, looked, until: now() + KEPT_MS });
      if (drafts.size > MOST_DRAFTS) drafts.delete(drafts.keys().next().value!);
      return name;
    },
    get(account, name) {
      const draft = drafts.get(name);
      if (draft === undefined || draft.account !== account) return null;
      if (draft.until > now()) return draft.looked;
      drafts.delete(name);
      return null;
    },
    remove: (name) => void drafts.delete(name),
  };
}

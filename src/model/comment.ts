// A reader's comment on a report, and what moderators decided on it: events of the ledger, as claims and judgements are.
import { z } from 'zod';

const text = z.string().min(1).nullable().default(null);

export const commentSchema = z.object({
  id: z.string().min(1),
  report: z.string().min(1),
  /** What the reader calls themselves. Null, as author and text: erased. */
  name: text,
  /** Keyed hash of the e-mail address, which itself is kept nowhere. */
  author: text,
  text,
  /** ISO 8601. */
  posted: z.iso.datetime(),
  /** Of an erased comment: the digest of what it said, for the ledger's chain. */
  words: text,
});
export type Comment = z.infer<typeof commentSchema>;

/** `withdraw` undoes the decision in force; `erase` takes the words away for good. */
export const MODERATIONS = ['approve', 'refuse', 'withdraw', 'erase'] as const;

export const moderationSchema = z.object({
  comment: z.string().min(1),
  verdict: z.enum(MODERATIONS),
  by: z.string().nullable().default(null),
  note: z.string().nullable().default(null),
  /** ISO 8601. */
  at: z.iso.datetime(),
});
export type Moderation = z.infer<typeof moderationSchema>;

/** Characters at most. */
export const COMMENT_LIMITS = { name: 80, email: 254, text: 4000, note: 1000 } as const;

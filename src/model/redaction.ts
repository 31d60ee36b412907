// A report erased on demand: its words are gone for good, what remains says that they were there and who took them away.
import { z } from 'zod';
import { daySchema } from './day-schema.ts';

export const redactionSchema = z.object({
  report: z.string().min(1),
  /** The day of the erasure. */
  on: daySchema,
  by: z.string().nullable().default(null),
  /** Why: a demand of the publisher, of a person named in it. Never the words that were erased. */
  why: z.string().min(1),
  /** Also who is quoted in it: for a person who asks not to be named. */
  speakers: z.boolean().default(false),
});

export type Redaction = z.infer<typeof redactionSchema>;

/** Stands where erased words stood. */
export const redactedMark = ({ on, by, why }: Redaction): string =>
  `[redacted ${on}${by === null ? '' : ` by ${by}`}: ${why}]`;

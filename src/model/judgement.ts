// A reviewer's verdict on a claim. Judgements are events: a later one on the same claim stands in place of the earlier.
import { z } from 'zod';
import { claimSchema } from './claim.ts';
import { daySchema } from './day-schema.ts';
import { VERDICTS } from './verdicts.ts';

export const judgementSchema = z.object({
  claim: z.string().min(1),
  verdict: z.enum(VERDICTS),
  /** The day from which the verdict counts (knowledge time). */
  on: daySchema,
  by: z.string().nullable().default(null),
  note: z.string().nullable().default(null),
  /** With `correct`: the claim as it should read; its evidence stays the quotation of the original. */
  correction: claimSchema.nullable().default(null),
});

/** `withdraw` undoes the judgement in force: the claim is unjudged again. */
export type Judgement = z.infer<typeof judgementSchema>;

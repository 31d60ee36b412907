// A reviewer's word on names: several are one force, unit, mission or place (merge), or one is not what it is taken for (split). An event:
// claims keep the names that their reports give; what is asked as of a later day reads them as merged and split by then.
import { z } from 'zod';
import { daySchema } from './day-schema.ts';
import { ENTITY_KINDS } from './verdicts.ts';

const signed = {
  /** The day from which it counts (knowledge time). */
  on: daySchema,
  by: z.string().nullable().default(null),
  note: z.string().nullable().default(null),
};
const name = z.string().min(1);

const renamingSchema = z.object({
  /** Hash of what it says (ledger/entities.ts): the same merge has the same id whoever makes it. */
  id: name,
  kind: z.enum(ENTITY_KINDS),
  /** As claims give them: a party's code, a mission's or unit's name, a place as "IQ/Al Asad". */
  names: z.array(name).min(1),
  into: name,
  /** Only in claims about this party's forces; null: in all. */
  party: name.nullable().default(null),
  /** Only in these claims; empty: in all. */
  claims: z.array(name).default([]),
  ...signed,
});

export const entityJudgementSchema = z.discriminatedUnion('verdict', [
  renamingSchema.extend({ verdict: z.literal('merge') }),
  renamingSchema.extend({ verdict: z.literal('split') }),
  /** Undoes the merge or split of that id: the names are again what they were. */
  z.object({ verdict: z.literal('withdraw'), id: name, ...signed }),
]);

export type EntityJudgement = z.infer<typeof entityJudgementSchema>;
export type Renaming = Exclude<EntityJudgement, { verdict: 'withdraw' }>;

// A report: what was published, by whom, when. Its text is stored as it was and never rewritten.
import { z } from 'zod';
import { daySchema } from './day-schema.ts';

export const reportSchema = z.object({
  id: z.string().min(1),
  text: z.string().nullable().default(null),
  title: z.string().nullable().default(null),
  published: daySchema.nullable().default(null),
  publisher: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
  /** ISO 639-1 where the text was found to be in another language than English: such a text is kept and not read for claims. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'not a language code (ISO 639-1)')
    .nullable()
    .optional(),
});

/** `published` is the day the report became known; null is not known. `text` null: claims made elsewhere, no text to check against. */
export type Report = z.infer<typeof reportSchema>;

/** A run of a report's text in which words were found, its white space folded; `marks` are where they stand in it (UTF-16, end exclusive). */
export interface Passage {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

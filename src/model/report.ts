// A report: what was published, by whom, when. Its text is stored as it was and never rewritten.
import { z } from 'zod';
import { daySchema } from './day.ts';

export const reportSchema = z.object({
  id: z.string().min(1),
  text: z.string().nullable().default(null),
  title: z.string().nullable().default(null),
  published: daySchema.nullable().default(null),
  publisher: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
});

/** `published` is the day the report became known; null is not known. `text` null: claims made elsewhere, no text to check against. */
export type Report = z.infer<typeof reportSchema>;

// A report on its way in, as one format yields it: what the file states, no id yet unless the file gives one.
import type { Report } from './report.ts';

export type Draft = Omit<Report, 'id'> & { readonly id?: string };

/** Everything unknown but the text. */
export const draftOf = (text: string, known: Partial<Draft> = {}): Draft => ({
  text,
  title: null,
  published: null,
  publisher: null,
  url: null,
  ...known,
});

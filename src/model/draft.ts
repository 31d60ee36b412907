// A report on its way in, as one format yields it: what the file states, no id yet unless the file gives one.
import type { LaydownError } from './errors.ts';
import type { Report } from './report.ts';

export type Draft = Omit<Report, 'id'> & { readonly id?: string };

/** One report of a file, or what is wrong with it; `item` counts from 1 where a file holds several, null where it is one report. */
export interface DraftItem {
  readonly item: number | null;
  readonly draft: Draft | LaydownError;
}

/** All that a file gives: its reports in order, and what a reader should know of it ("attachment not read: map.pdf"). */
export interface FileDrafts {
  readonly items: readonly DraftItem[];
  readonly notes: readonly string[];
}

/** Everything unknown but the text. */
export const draftOf = (text: string, known: Partial<Draft> = {}): Draft => ({
  text,
  title: null,
  published: null,
  publisher: null,
  url: null,
  ...known,
});

/** A file that is one report. */
export const oneDraft = (draft: Draft, notes: readonly string[] = []): FileDrafts => ({
  items: [{ item: null, draft }],
  notes,
});

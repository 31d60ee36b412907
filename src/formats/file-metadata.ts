// What a document's own metadata say of it is often the template's or the converter's: taken only where the text bears it out.
import { type Day, isDay } from '../model/day.ts';

const NO_TITLE =
  /^(?:untitled|document|dokument|microsoft word\b.*|slide \d+|powerpoint.*|presentation\d*|layout \d+|page \d+|title|no title|print|scan.*|img.*|.*\.(?:docx?|pdf|indd|qxd|rtf|txt|odt|pptx?|xlsx?|html?|tex|dvi|fm|pmd))$/i;

/** A title in the metadata that the text's first 3,000 characters bear out by most of its words; else null. */
export function plausibleTitle(title: string | null | undefined, text: string): string | null {
  const words = title?.replace(/\s+/g, ' ').trim() ?? '';
  if (words.length < 6 || words.length > 300 || NO_TITLE.test(words) || /[\\/]\w+[\\/]/.test(words)) return null;
  const head = wordsOf(text.slice(0, 3000));
  const own = [...wordsOf(words)];
  if (own.length < 2) return null;
  return own.filter((word) => head.has(word)).length >= own.length * 0.7 ? words : null;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);

/** Clocks that were never set give these. */
const NEVER_SET = new Set(['1970-01-01', '1980-01-01', '1984-01-01', '1999-12-31', '2000-01-01']);

/**
 * A file's day of creation as its day of publication, only where the text itself speaks of that year, and of no later one: an old report
 * that was scanned or converted years after says nothing about its day. Null else.
 */
export function plausibleDay(day: Day | null | undefined, text: string): Day | null {
  if (!day || !isDay(day) || NEVER_SET.has(day)) return null;
  const year = Number(day.slice(0, 4));
  if (year < 1990) return null;
  const head = text.slice(0, 20_000);
  if (!new RegExp(`\\b${year}\\b`).test(head)) return null;
  return new RegExp(`\\b(?:${year + 1}|${year + 2})\\b`).test(text.slice(0, 2000)) ? null : day;
}

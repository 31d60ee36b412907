// The dateline before a report's first sentence: where it was written, on what day, for which agency.

export interface Dateline {
  /** As written: "KUWAIT CITY", "CAMP TAJI, Iraq". */
  readonly place: string;
  /** As written, "Jan. 8" or "7 January 2020"; null where none stands there. */
  readonly date: string | null;
  /** "Gulf Wire"; null where none is named. */
  readonly agency: string | null;
  /** Where the first sentence starts, in UTF-16 units from the paragraph's start. */
  readonly end: number;
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const WEEKDAY = String.raw`(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?`;
const DATE = String.raw`(?:${WEEKDAY},? )?(?:${MONTH} \d{1,2}|\d{1,2} ${MONTH})(?:,? \d{4})?`;
const CAPITALS = String.raw`[\p{Lu}][\p{Lu}'\u2019./-]*(?: [\p{Lu}][\p{Lu}'\u2019./-]*){0,3}`;
const TITLE_CASE = String.raw`\p{Lu}[\p{L}'\u2019.-]{1,20}(?: \p{Lu}[\p{L}'\u2019.-]{1,20}){0,2}`;
const REST = String.raw`(?:, (?!${MONTH} \d|${WEEKDAY},? )${TITLE_CASE})?(?:,? (${DATE}))?(?:,? ?\(([^()\n]{2,40})\)|,? /([\p{Lu}][\w ]{1,30})/)? ?([-\u2013\u2014]{1,2}|:)\s`;
/** A place in capitals may stand alone before the dash; one in small letters only with a date or an agency. */
const IN_CAPITALS = new RegExp(`^(?:(${CAPITALS}))${REST}`, 'u');
const IN_SMALL = new RegExp(`^(?:(${TITLE_CASE}))${REST}`, 'u');

/** "BAGHDAD, Jan. 8 (Gulf Wire) - ..." -> place, date, agency; null where the paragraph opens with no dateline. */
export function datelineOf(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, 160).replace(/\u00a0/g, ' ');
  const capitals = IN_CAPITALS.exec(head);
  const m = capitals ?? IN_SMALL.exec(head);
  if (!m) return null;
  const [whole, name, date = null, bracket, slashed, dash] = m;
  const agency = bracket?.trim() ?? slashed?.trim() ?? null;
  if (!capitals && date === null && agency === null) return null;
  // "QUESTION: ..." is a speaker's turn.
  if (dash === ':' && date === null && agency === null && !whole.includes(', ')) return null;
  // "NATO - an alliance", "USA: ..." are no places that a report was written in.
  if (date === null && agency === null && name!.length < 5) return null;
  const place = head
    .slice(0, whole.length)
    .split(date ?? '(')[0]!
    .replace(/[\s,/:(\u2013\u2014-]+$/u, '');
  return { place: agency && date === null && slashed ? name! : place, date, agency, end: whole.length };
}

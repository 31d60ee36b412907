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
const CAPITALS = String.raw`[A-Z][A-Z'\u2019./-]*(?: [A-Z][A-Z'\u2019./-]*){0,4}`;
const TITLE_CASE = String.raw`[A-Z][A-Za-z'\u2019.-]{1,20}(?: [A-Z][A-Za-z'\u2019.-]{1,20}){0,2}`;
const REST = String.raw`(?:, (?!${MONTH} \d|${WEEKDAY},? )${TITLE_CASE})?(?:,? (${DATE}))?(?:,? ?\(([^()\n]{2,40})\)|,? /([A-Z][\w ]{1,30})/)? ?([-\u2013\u2014]{1,2}|:)\s`;
/** What every dateline ends with. */
const CLOSE = /[-\u2013\u2014:]\s/;
/** A place in capitals may stand alone before the dash; one in small letters only with a date or an agency. */
const IN_CAPITALS = new RegExp(`^(?:(${CAPITALS}))${REST}`);
const IN_SMALL = new RegExp(`^(?:(${TITLE_CASE}))${REST}`);

/** "BAGHDAD, Jan. 8 (Gulf Wire) - ..." -> place, date, agency; null where the paragraph opens with no dateline. */
export function datelineOf(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, 160).replace(/\u00a0/g, ' ');
  if (!CLOSE.test(head)) return null;
  const plain = inPlainLetters(head);
  const capitals = IN_CAPITALS.exec(plain);
  const m = capitals ?? IN_SMALL.exec(plain);
  if (!m) return null;
  const [whole, name, date = null, bracket, slashed, dash] = m;
  const written = (part: string | undefined, after: string): string | undefined => {
    if (part === undefined) return undefined;
    const from = plain.indexOf(after + part) + 1;
    return head.slice(from, from + part.length).trim();
  };
  const agency = written(bracket, '(') ?? written(slashed, '/') ?? null;
  if (!capitals && date === null && agency === null) return null;
  // "QUESTION: ..." is a speaker's turn.
  if (dash === ':' && date === null && agency === null && !whole.includes(', ')) return null;
  // "NATO - an alliance", "USA: ..." are no places that a report was written in.
  if (date === null && agency === null && name!.length < 5) return null;
  const place = head
    .slice(0, whole.length)
    .split(date ?? '(')[0]!
    .replace(/[\s,/:(\u2013\u2014-]+$/u, '');
  return {
    place: agency && date === null && slashed ? head.slice(0, name!.length) : place,
    date,
    agency,
    end: whole.length,
  };
}

/** An agency's name alone before the dash: "AFP - ...", "(Gulf Wire) -- ...". */
const AGENCY =
  /^(?:\([A-Z][\w/.& ]{1,24}\)|AP|AFP|UPI|DPA|PTI|ANI|IRIN|IRNA|TASS|Itar-Tass|Reuters|Xinhua|Interfax|Yonhap|Kyodo)\s+[-\u2013\u2014]{1,2}\s+/;

/** Where the first sentence of a paragraph starts: behind a dateline or an agency's name; 0 where it opens with neither. */
export function openingEnd(paragraph: string): number {
  const end = datelineOf(paragraph)?.end ?? AGENCY.exec(paragraph.slice(0, 60))?.[0].length ?? 0;
  return end > 0 && paragraph.length >= end + SHORTEST ? end : 0;
}

/** What is shorter is a row of a list: "CYPRUS - 240 troops". */
const SHORTEST = 40;

const OTHER_LETTERS = /[\u0080-\uffff]/g;

/** Each letter outside ASCII as "A" or "a", one for one: patterns over the result need no classes of Unicode, which are dear to build. */
const inPlainLetters = (text: string): string =>
  text.replace(OTHER_LETTERS, (letter) => {
    if (letter.toLowerCase() !== letter) return 'A';
    return letter.toUpperCase() !== letter || /\p{L}/u.test(letter) ? 'a' : letter;
  });

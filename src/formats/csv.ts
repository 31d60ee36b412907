// CSV (RFC 4180) and its kin with another separator: lines in, records out, one at a time; a field in quotes may hold separators, quotes and lines.

/** A record and the line of the file that it begins on, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A record that breaks the rules of quoting: it is left out, the next line begins a new one. */
export interface CsvFault {
  readonly line: number;
  readonly problem: string;
}

export interface CsvReader {
  /** The next line, without its line end; null where the record goes on in the line after it, or where the line is empty. */
  line(text: string): CsvRecord | CsvFault | null;
  /** What an unclosed quote has swallowed; null where all was read. */
  end(): CsvFault | null;
}

/** The most lines that one field in quotes may span: an unclosed quote swallows no more of the table than that. */
const MOST_LINES = 200;

export const isCsvFault = (one: CsvRecord | CsvFault): one is CsvFault => 'problem' in one;

export function csvReader(separator = ','): CsvReader {
  let number = 0;
  let begun = 0;
  /** Lines of a record whose quote is still open. */
  let waiting: string[] = [];

  return {
    line(text) {
      number++;
      if (waiting.length === 0) {
        if (text === '') return null;
        begun = number;
      }
      waiting.push(text);
      const record = waiting.length === 1 ? text : waiting.join('\n');
      // Quotes inside a field come in pairs: an odd number of them is a field that goes on.
      if (isOpen(record) && waiting.length < MOST_LINES) return null;
      const swallowed = waiting.length;
      waiting = [];
      if (swallowed >= MOST_LINES && isOpen(record)) return unclosed(begun);
      const fields = fieldsOf(record, separator);
      return fields === null
        ? { line: begun, problem: 'has text behind a closing quote: a quote inside quotes is written twice' }
        : { line: begun, fields };
    },
    end() {
      if (waiting.length === 0) return null;
      waiting = [];
      return unclosed(begun);
    },
  };
}

const unclosed = (line: number): CsvFault => ({ line, problem: 'opens a quote that is never closed' });

function isOpen(record: string): boolean {
  let quotes = 0;
  for (let at = record.indexOf('"'); at >= 0; at = record.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 1;
}

/** Null where a quoted field is followed by anything but a separator. A quote in the middle of a bare field stands for itself. */
function fieldsOf(record: string, separator: string): string[] | null {
  if (!record.includes('"')) return record.split(separator);
  const fields: string[] = [];
  let at = 0;
  while (at <= record.length) {
    if (record[at] !== '"') {
      const end = record.indexOf(separator, at);
      fields.push(record.slice(at, end < 0 ? record.length : end));
      if (end < 0) return fields;
      at = end + separator.length;
      continue;
    }
    let field = '';
    let from = at + 1;
    for (;;) {
      const quote = record.indexOf('"', from);
      if (quote < 0) return null;
      field += record.slice(from, quote);
      from = quote + 1;
      if (record[from] !== '"') break;
      field += '"';
      from++;
    }
    fields.push(field);
    if (from === record.length) return fields;
    if (!record.startsWith(separator, from)) return null;
    at = from + separator.length;
  }
  return fields;
}

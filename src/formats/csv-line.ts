// CSV lines (RFC 4180): for spreadsheets, or exact for programs.
export type CsvField = string | number | boolean | null | undefined;

/** Null and undefined are empty. A text that a spreadsheet would run as a formula gets an apostrophe before it. */
export const csvLine = (fields: readonly CsvField[]): string =>
  csvRecord(fields.map((field) => (typeof field === 'string' && /^'*[=+@\t\r-]/.test(field) ? `'${field}` : field)));

/** A text as it was before csvLine. */
export const withoutApostrophe = (cell: string): string => (/^'+[=+@\t\r-]/.test(cell) ? cell.slice(1) : cell);

/** Every value as it is, for programs that read it back. */
export const csvRecord = (fields: readonly CsvField[]): string =>
  fields
    .map((field) => {
      if (field === null || field === undefined) return '';
      const text = String(field);
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');

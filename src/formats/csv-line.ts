// One record of CSV (RFC 4180), safe to open in a spreadsheet.

/** A text that a spreadsheet would run as a formula gets an apostrophe before it; null is an empty field. */
export const csvLine = (fields: readonly (string | number | boolean | null | undefined)[]): string =>
  fields
    .map((field) => {
      if (field === null || field === undefined) return '';
      const text = typeof field === 'string' && /^[=+@\t\r-]/.test(field) ? `'${field}` : String(field);
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    })
    .join(',');

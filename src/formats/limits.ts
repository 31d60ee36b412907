// What intake takes at most. Stated here and in the message that refuses; docs/intake.md repeats it and is checked against this file.
const MB = 1024 * 1024;

export const LIMITS = {
  /** Bytes of a text or Markdown file, of a report inside a JSON file, of one line of a JSONL file, of the text in a PDF. */
  textBytes: 10 * MB,
  /** Bytes of an HTML page. */
  htmlBytes: 20 * MB,
  /** Bytes of one line of CLAIMS.jsonl: a report with all its claims. */
  importLineBytes: 50 * MB,
  /** Bytes of a Parquet file of claims. */
  parquetBytes: 500 * MB,
  /** Bytes of a row group of such a file, unpacked, as the file states them. */
  parquetGroupBytes: 1024 * MB,
  /** Bytes of a JSON file, which may hold a list of reports. */
  jsonBytes: 50 * MB,
  /** Bytes of a PDF. */
  pdfBytes: 50 * MB,
  /** Bytes of a feed. */
  feedBytes: 20 * MB,
  /** Bytes of a mail with its attachments, or of a mailbox file. */
  mailBytes: 50 * MB,
  /** Bytes of a Word document. */
  docxBytes: 20 * MB,
  /** Bytes of a Word document once unpacked: counted while unpacking, whatever its directory says. */
  docxUnpackedBytes: 100 * MB,
  /** Files inside a Word document. */
  docxEntries: 2_000,
  /** Pages of a PDF. */
  pdfPages: 2_000,
  /** Items of a feed, mails of a mailbox file. */
  feedItems: 5_000,
  /** Elements inside one another in an HTML page, a feed, or the page inside a feed's item or a mail. */
  htmlDepth: 256,
  /** Arrays and objects inside one another in JSON. */
  jsonDepth: 64,
  /** Parts inside one another in a mail. */
  mailDepth: 32,
  /** Time that one HTML page may take. */
  htmlMs: 10_000,
  /** Time that one Markdown file may take. */
  markdownMs: 10_000,
  /** Time that one PDF may take. */
  pdfMs: 60_000,
  /** Time that one feed may take. */
  feedMs: 30_000,
  /** Time that one mail or mailbox file may take. */
  mailMs: 30_000,
  /** Time that one Word document may take. */
  docxMs: 30_000,
  /** Memory that reading one such file may add to the process. */
  parserBytes: 1024 * MB,
  /** Characters in a row without a space or line end: more is no prose. */
  unbrokenRun: 50_000,
} as const;

/** What the thread of the parsers is held to. */
export const PARSER_LIMITS = {
  memoryBytes: LIMITS.parserBytes,
  deadlineMs: {
    html: LIMITS.htmlMs,
    markdown: LIMITS.markdownMs,
    feed: LIMITS.feedMs,
    pdf: LIMITS.pdfMs,
    mail: LIMITS.mailMs,
    docx: LIMITS.docxMs,
  },
} as const;

/** 10485760 -> "10 MB". */
export const inMegabytes = (bytes: number): string => `${Math.round((bytes / MB) * 10) / 10} MB`;

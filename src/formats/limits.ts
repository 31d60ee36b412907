// What intake takes at most. Stated here, in docs/commands.md and in the message that refuses: nowhere else.
const MB = 1024 * 1024;

export const LIMITS = {
  /** Bytes of a text or Markdown file, of a report inside a JSON file, of one line of a JSONL file. */
  textBytes: 10 * MB,
  /** Bytes of an HTML page. */
  htmlBytes: 20 * MB,
  /** Bytes of a JSON file, which may hold a list of reports. */
  jsonBytes: 50 * MB,
  /** Elements inside one another in an HTML page. */
  htmlDepth: 256,
  /** Time that one HTML page may take. */
  htmlMs: 10_000,
  /** Characters in a row without a space or line end: more is no prose. */
  unbrokenRun: 50_000,
} as const;

/** 10485760 -> "10 MB". */
export const inMegabytes = (bytes: number): string => `${Math.round((bytes / MB) * 10) / 10} MB`;

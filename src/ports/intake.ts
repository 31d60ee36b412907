// What taking in files needs from outside: their bytes, the parts that are slow to load, and the thread that parses HTML.
import type { Draft } from '../model/draft.ts';
import type { Fault } from '../model/errors.ts';

/** A file as found; `bytes` are read when it is its turn. */
export interface FoundFile {
  /** As the user named it, or the path below the directory that the user named; "standard input" for "-". */
  readonly source: string;
  /** Bytes, null where not known before reading (standard input). */
  readonly size: number | null;
  /** Throws LaydownError: `bad-input` where it cannot be read, `too-large` past `limit` bytes. */
  bytes(limit: number): Promise<Uint8Array>;
  /** The lines, without line ends, one at a time: for files of any size. Bytes that are no UTF-8 throw LaydownError `bad-input`. */
  lines(): AsyncIterable<string>;
}

export interface FileFinder {
  /** Files of the paths, directories searched in name order; a path that is not there is a Fault. Stated: "-" is standard input. */
  find(paths: readonly string[]): AsyncIterable<FoundFile | Fault>;
}

export interface TextServices {
  /** For bytes that are not UTF-8 and declare no charset; null where no guess holds. */
  decodeGuessed(bytes: Uint8Array): Promise<{ readonly text: string; readonly charset: string } | null>;
  /** Parses a page within the time limit. Throws LaydownError `bad-input` or `too-large`. */
  readHtml(html: string): Promise<Draft>;
  /** ISO 639-1 code of a text's language; null where it cannot be told. */
  languageOf(text: string): Promise<string | null>;
}

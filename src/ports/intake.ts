// What taking in files needs from outside: their bytes, the parts that are slow to load, and the thread that runs the parsers.
import type { FileDrafts } from '../model/draft.ts';
import type { Fault, LaydownError } from '../model/errors.ts';
import type { Archive, ArchiveKind } from './archive.ts';

/** A file as found; `bytes` are read when it is its turn. */
export interface FoundFile {
  /** As the user named it, or the path below the directory that the user named; "standard input" for "-". */
  readonly source: string;
  /** Bytes, null where not known before reading (standard input). */
  readonly size: number | null;
  /** Throws LaydownError: `bad-input` where it cannot be read, `too-large` past `limit` bytes. */
  bytes(limit: number): Promise<Uint8Array>;
  /**
   * The lines, without line ends, one at a time: for files of any size. In the place of a line of more than `limit` bytes, or of one
   * that is no UTF-8, stands the error that says so, and the next line follows.
   */
  lines(limit: number): AsyncIterable<string | LaydownError>;
  /** Read as an archive, record by record; absent where it is not at hand as a stream. Throws LaydownError `bad-input`. */
  archive?(kind: ArchiveKind): Promise<Archive>;
}

export interface FileFinder {
  /** Files of the paths, directories searched in name order; a path that is not there is a Fault. Stated: "-" is standard input. */
  find(paths: readonly string[]): AsyncIterable<FoundFile | Fault>;
}

/** The formats whose parsers may stall or swell on a hostile file, and so run where they can be ended. */
export type ParsedFormat = 'html' | 'markdown' | 'feed' | 'pdf' | 'mail' | 'docx';

export interface TextServices {
  /** For bytes that are not UTF-8 and declare no charset; null where no guess holds. */
  decodeGuessed(bytes: Uint8Array): Promise<{ readonly text: string; readonly charset: string } | null>;
  /**
   * Parses a file within the format's limits of time and memory: text for html, markdown and feed; bytes for pdf, mail and docx.
   * Throws LaydownError `bad-input` or `too-large` where the file as a whole cannot be read.
   */
  parse(format: ParsedFormat, content: string | Uint8Array): Promise<FileDrafts>;
  /** Bytes at hand as an archive. Throws LaydownError `bad-input` where they are none. */
  archive(kind: ArchiveKind, bytes: Uint8Array): Promise<Archive>;
  /** ISO 639-1 code of a text's language; null where it cannot be told. */
  languageOf(text: string): Promise<string | null>;
}

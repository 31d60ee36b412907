// Archives: files of any size that hold many reports one after the other, read as a stream and begun again at any record.
import type { LaydownError } from '../model/errors.ts';

/** warc: WARC 0.17 to 1.1, pages as a crawler met them. jsonl: a report a line. Each may be packed with gzip, whole or record by record. */
export type ArchiveKind = 'warc' | 'jsonl';

/** A border between two records, from which reading can begin again. */
export interface ArchivePlace {
  /** Bytes of the archive before it, or before the packed member (gzip) that it lies in. */
  readonly packed: number;
  /** Unpacked bytes of that member before it; 0 where nothing is packed. */
  readonly inner: number;
  /** Records before it. */
  readonly records: number;
}

/** What a server answered: a page or a plain text, without its transport (chunks, packing). */
export interface ArchivedPage {
  readonly kind: 'page';
  /** Null where the record names no address of the web. */
  readonly url: string | null;
  readonly mime: 'text/html' | 'application/xhtml+xml' | 'text/plain';
  /** As the answer's header states it. */
  readonly charset: string | null;
  readonly bytes: Uint8Array;
}

export interface ArchivedLine {
  readonly kind: 'line';
  readonly text: string;
}

export interface ArchiveRecord {
  /** Counted from 1 over the records of all kinds. */
  readonly number: number;
  /** Null: no page and no text (an image, a request, an answer that is no success). An error: what is wrong with this record alone. */
  readonly content: ArchivedPage | ArchivedLine | LaydownError | null;
  /** Where the next record begins. */
  readonly next: ArchivePlace;
}

export interface Archive {
  /** Names its content: a digest of how it begins, the same when more was added at its end. */
  readonly id: string;
  /** Bytes, null where not known before reading (a pipe). */
  readonly size: number | null;
  /**
   * Records after a place, or all. What cannot be read as a record is named once and passed over up to the next one that can.
   * Never holds more than one record, at most `limit` bytes of it. Throws LaydownError `bad-input` where the archive cannot be read at all,
   * or is shorter than the place.
   */
  records(from: ArchivePlace | null, limit: number): AsyncIterable<ArchiveRecord>;
  close(): Promise<void>;
}

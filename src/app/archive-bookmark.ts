// Where reading an archive stopped: set only behind what is stored, so that nothing is lost, and read before the next start.
import { z } from 'zod';
import { sha256 } from '../ledger/sha256.ts';
import type { ArchivePlace } from '../ports/archive.ts';
import type { Bookmarks } from '../ports/bookmarks.ts';

export interface ArchiveBookmark {
  /** Null where the archive was not read before. */
  read(): Promise<ArchivePlace | null>;
  set(place: ArchivePlace): Promise<void>;
}

const placeSchema = z.object({
  packed: z.int().nonnegative(),
  inner: z.int().nonnegative(),
  records: z.int().nonnegative(),
});

/**
 * Bookmarks of archives by their ids. `way` is what tells one reading of an archive from another: the reader and its version, what the
 * user said of the reports. Read in another way, an archive has another bookmark. `again`: what was kept before is not looked at.
 */
export const archiveBookmarks =
  (bookmarks: Bookmarks, way: readonly unknown[], again: boolean) =>
  (archive: string): ArchiveBookmark => {
    const name = `archive-${sha256(JSON.stringify([archive, ...way])).slice(0, 32)}`;
    return {
      async read() {
        const kept = again ? null : await bookmarks.get(name);
        const place = kept === null ? null : placeSchema.safeParse(JSON.parse(kept));
        return place?.success === true ? place.data : null;
      },
      set: (place) => bookmarks.set(name, JSON.stringify(place)),
    };
  };

// Notes beside a queue: how far archives were sent into it, and which files workers have begun that came to them again. The last message of each subject counts.
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import type { Bookmarks } from '../ports/bookmarks.ts';
import { makeBookmarkStream, withLeader } from './jetstream-streams.ts';

export function jetStreamBookmarks(manager: JetStreamManager, stream: JetStreamClient, name: string): Bookmarks {
  // Most that use a queue send no archive: the stream is made for the first.
  let made: Promise<void> | null = null;
  const ready = (): Promise<void> => {
    made ??= makeBookmarkStream(manager, name);
    return made;
  };
  return {
    async get(bookmark) {
      await ready();
      const kept = await withLeader(() => manager.streams.getMessage(name, { last_by_subj: `${name}.${bookmark}` }));
      return kept === null ? null : Buffer.from(kept.data).toString('utf8');
    },
    async set(bookmark, value) {
      await ready();
      await withLeader(() => stream.publish(`${name}.${bookmark}`, value));
    },
  };
}

export interface BegunNotes {
  begins(message: number): Promise<number>;
  ended(message: number): Promise<void>;
}

/** Of messages of the queue, by their number: how many workers have begun one and never told how it ended. A queue that is away knows nothing of it. */
export function begunNotes(manager: JetStreamManager, stream: JetStreamClient, name: string): BegunNotes {
  let made: Promise<void> | null = null;
  const noted = new Set<number>();
  const subjectOf = (message: number): string => `${name}.begun.${message}`;
  return {
    async begins(message) {
      try {
        made ??= makeBookmarkStream(manager, name);
        await made;
        const kept = await manager.streams.getMessage(name, { last_by_subj: subjectOf(message) });
        const before = kept === null ? 0 : Number(Buffer.from(kept.data).toString('utf8'));
        await stream.publish(subjectOf(message), String(before + 1));
        noted.add(message);
        return before;
      } catch {
        made = null;
        return 0;
      }
    },
    async ended(message) {
      if (!noted.delete(message)) return;
      await manager.streams.purge(name, { filter: subjectOf(message) }).catch(() => undefined);
    },
  };
}

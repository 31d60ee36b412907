// Bookmarks beside a queue: how far archives were sent into it. The last message of each subject counts.
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

// A queue of the bench's own on a NATS server, for as long as it is measured: how much is left in it, and nothing of it afterwards.
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { found, streamNames } from '../../src/adapters/jetstream-streams.ts';

export interface OwnQueue {
  readonly address: string;
  /** Files that are not done. */
  left(): Promise<number>;
  /** Deletes its streams with all that is in them. */
  remove(): Promise<void>;
}

/** `server` as users write it: "nats://127.0.0.1:4222". */
export async function ownQueue(server: string, name: string): Promise<OwnQueue> {
  const connection = await connect({ servers: server });
  const manager = await jetstreamManager(connection);
  const names = streamNames(name.toUpperCase());
  return {
    address: `${server}/${name}`,
    left: async () => (await found(() => manager.streams.info(names.work)))?.state.messages ?? 0,
    async remove() {
      for (const stream of Object.values(names)) await found(() => manager.streams.delete(stream));
      await connection.close();
    },
  };
}

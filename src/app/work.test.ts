// A file that ends every worker takes no others with it. The queue is a small one in memory that hands out again what a worker left behind.
import { expect, test } from 'vitest';
import { scratchLedger } from '../../test/scratch-ledger.ts';
import { fixedClock } from '../ports/clock.ts';
import type { TextServices } from '../ports/intake.ts';
import type { Delivery, Queue } from '../ports/queue.ts';
import { WORK, work } from './work.ts';

const FILES = 200;
const KILLER = 70;

/** Hands out in order, at most so many; what is not settled when its worker ends comes again with the next, counted. */
function smallQueue(texts: readonly string[]) {
  const attempts = texts.map(() => 0);
  const settled = new Map<number, string>();
  const begun = new Map<number, number>();
  const deliveries = async function* (inFlight: number): AsyncGenerator<Delivery> {
    const inHand = new Set<number>();
    const left = () => texts.flatMap((_, i) => (settled.has(i) || inHand.has(i) ? [] : [i]));
    // All that a worker may hold is handed out, and so counted, before it begins.
    const take = (): number[] => {
      const taken = left().slice(0, inFlight - [...inHand].filter((i) => !settled.has(i)).length);
      for (const i of taken) {
        inHand.add(i);
        attempts[i]!++;
      }
      return taken;
    };
    for (let taken = take(); taken.length > 0; taken = take())
      for (const i of taken)
        yield {
          source: `${i}.txt`,
          bytes: new TextEncoder().encode(texts[i]),
          published: null,
          publisher: null,
          attempt: attempts[i]!,
          begins: async () => {
            const before = begun.get(i) ?? 0;
            begun.set(i, before + 1);
            return before;
          },
          ended: async () => void begun.delete(i),
          done: async () => void settled.set(i, 'done'),
          later: () => undefined,
          dead: async (reason) => void settled.set(i, reason),
        };
  };
  return { settled, queue: { deliveries } as unknown as Queue };
}

test('sets a file aside that ended its worker five times, and does all the others', async () => {
  const texts = Array.from({ length: FILES }, (_, i) =>
    i === KILLER ? 'It ends whoever reads it.' : `Dispatch number ${i}.`,
  );
  const { settled, queue } = smallQueue(texts);
  const store = await scratchLedger();
  const services = {
    store,
    clock: fixedClock('2021-05-03T12:00:00.000Z'),
    reader: { name: 'rules', version: '1', read: () => [] },
    queue,
    texts: {
      languageOf: async (text: string) => {
        if (text.includes('It ends')) throw new TypeError('the end of this worker');
        return 'en';
      },
    } as unknown as TextServices,
  };
  let ended = 0;
  for (; settled.size < FILES; ended++) {
    const worked = work(services, new AbortController().signal, {}, { ...WORK, patience: 5 });
    await worked.catch((error: unknown) => expect(error).toBeInstanceOf(TypeError));
    expect(ended).toBeLessThan(10);
  }
  expect(settled.get(KILLER)).toBe('ended its worker 5 times');
  expect([...settled.values()].filter((how) => how === 'done')).toHaveLength(FILES - 1);
  expect(await store.reports()).toHaveLength(FILES - 1);
});

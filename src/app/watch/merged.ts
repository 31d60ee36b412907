// Several streams as one, whichever has something: so many are read at a time, and no further ahead than one item each.

export async function* merged<T>(streams: readonly AsyncIterable<T>[], atOnce: number): AsyncGenerator<T> {
  const waiting = [...streams];
  const next = new Map<AsyncIterator<T>, Promise<readonly [AsyncIterator<T>, IteratorResult<T>]>>();
  const ask = (stream: AsyncIterator<T>): void => {
    const asked = stream.next().then((result) => [stream, result] as const);
    // Told when it is its turn: until then it is nobody's.
    asked.catch(() => undefined);
    next.set(stream, asked);
  };
  const begin = (): void => {
    const stream = waiting.shift();
    if (stream !== undefined) ask(stream[Symbol.asyncIterator]());
  };
  for (let i = 0; i < atOnce; i++) begin();
  while (next.size > 0) {
    const [stream, { done, value }] = await Promise.race(next.values());
    if (done) {
      next.delete(stream);
      begin();
    } else {
      ask(stream);
      yield value;
    }
  }
}

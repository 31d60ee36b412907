// Lists as streams, for verbs that count their inputs first.

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

export async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

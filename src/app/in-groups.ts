// Items on their way in, passed on in groups: as many as belong together, and never later than a moment after they came.

const MOMENT_MS = 50;
const LATE = Symbol('late');

/** In order. A group ends where it is full, where nothing comes for a moment, and at the end of the items. */
export async function* inGroups<T>(
  items: AsyncIterable<T>,
  isFull: (group: readonly T[]) => Promise<boolean>,
): AsyncGenerator<readonly T[]> {
  const source = items[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<T>> | null = null;
  let group: T[] = [];
  try {
    for (;;) {
      next ??= source.next();
      const one = group.length === 0 ? await next : await withinAMoment(next);
      if (one !== LATE) {
        next = null;
        if (one.done) break;
        group.push(one.value);
      }
      if (one === LATE || (await isFull(group))) {
        yield group;
        group = [];
      }
    }
    if (group.length > 0) yield group;
  } finally {
    // Whoever stops asking hears nothing more of what is still on its way.
    next?.catch(() => undefined);
    await source.return?.();
  }
}

async function withinAMoment<T>(coming: Promise<T>): Promise<T | typeof LATE> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(resolve, MOMENT_MS, LATE);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}

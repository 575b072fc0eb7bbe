/**
 * The items of several reads, `width` of them under way at a time, each item as soon as it is there. The order
 * among the reads is open. An error, or a consumer who leaves, ends all of them.
 */
export async function* sideBySide<T>(
  reads: readonly (() => AsyncGenerator<T>)[],
  width: number,
): AsyncGenerator<T> {
  const waiting = [...reads];
  const running = new Map<AsyncGenerator<T>, Promise<NextItem<T>>>();
  const startNext = () => {
    const read = waiting.shift()?.();
    if (read) running.set(read, step(read));
  };
  for (let started = 0; started < width; started++) startNext();
  try {
    while (running.size > 0) {
      const { read, result } = await Promise.race(running.values());
      if (result.done) {
        running.delete(read);
        startNext();
        continue;
      }
      running.set(read, step(read));
      yield result.value;
    }
  } finally {
    await Promise.allSettled([...running.keys()].map((read) => read.return(undefined)));
  }
}

interface NextItem<T> {
  readonly read: AsyncGenerator<T>;
  readonly result: IteratorResult<T>;
}

async function step<T>(read: AsyncGenerator<T>): Promise<NextItem<T>> {
  return { read, result: await read.next() };
}

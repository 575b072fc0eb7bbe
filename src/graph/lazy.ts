/** A value that is computed when it is first asked for, and kept. */
export function lazy<Value>(compute: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: compute() };
    return made.value;
  };
}

/** Work in steps that comes to a value. */
export type InSteps<Value> = () => Generator<void, Value>;

/**
 * The same in steps. The work is done once also where several ask at a time: each takes its next step. Where it fails it
 * begins anew for the next that asks.
 */
export function lazyInSteps<Value>(compute: InSteps<Value>): InSteps<Value> {
  let made: { readonly value: Value } | null = null;
  let running: Generator<void, Value> | null = null;
  return function* () {
    while (made === null) {
      running ??= compute();
      try {
        const step = running.next();
        if (step.done) made = { value: step.value };
      } catch (fault) {
        running = null;
        throw fault;
      }
      if (made === null) yield;
    }
    return made.value;
  };
}

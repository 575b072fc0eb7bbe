/** Computes a value once, when it is first asked for. */
export function once<Value>(compute: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: compute() };
    return made.value;
  };
}

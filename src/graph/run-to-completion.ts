/** The result of work in steps, all of them taken without a pause. */
export function runToCompletion<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

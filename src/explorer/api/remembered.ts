export interface RememberedOptions<Answer> {
  /** What was asked before, by its variables. */
  readonly met: Map<string, Promise<Answer>>;
  /** Ends the question; one that was ended is forgotten at once, so that no later caller gets what it ended with. */
  readonly signal: AbortSignal;
}

/** Asks once for what was asked before; a question that failed or was ended may be asked again. */
export function remembered<Answer>(
  { met, signal }: RememberedOptions<Answer>,
  variables: object,
  asking: () => Promise<Answer>,
): Promise<Answer> {
  const key = JSON.stringify(variables);
  const known = met.get(key);
  if (known !== undefined) return known;
  const answer = asking();
  met.set(key, answer);
  const forget = () => {
    if (met.get(key) === answer) met.delete(key);
  };
  signal.addEventListener("abort", forget);
  answer.then(() => signal.removeEventListener("abort", forget), forget);
  return answer;
}

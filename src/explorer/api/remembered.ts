/** Asks once for what was asked before; a question that failed or was ended may be asked again. */
export function remembered<Answer>(
  met: Map<string, Promise<Answer>>,
  variables: object,
  asking: () => Promise<Answer>,
): Promise<Answer> {
  const key = JSON.stringify(variables);
  const known = met.get(key);
  if (known !== undefined) return known;
  const answer = asking();
  met.set(key, answer);
  answer.catch(() => met.delete(key));
  return answer;
}

/** A question's text that remembers what it asks for and what it is answered with. */
export interface TypedDocument<Answer, Variables> {
  readonly text: string;
  /** Never called: it only carries the types. */
  readonly types?: (variables: Variables) => Answer;
}

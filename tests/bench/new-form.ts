let asked = 0;

/**
 * An `Accept` that takes JSON and that nobody sent before: a server keeps answers by the form that was wanted too, so that
 * what it is asked this way it has to work out.
 */
export function newForm(): string {
  asked += 1;
  return `application/json, text/${asked};q=0.1`;
}

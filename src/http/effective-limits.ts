import { DEFAULT_LIMITS, type Limits } from "../domain/limits.js";

/** Ten a second: more than a page of charts needs, and little for a server. */
const REQUESTS_PER_MINUTE = 600;

/**
 * The limits of a server: those that its operator set, else the defaults. Requests are counted where others than the
 * people of this machine may come: where other machines are served, or keys are known.
 */
export function effectiveLimits(set: Partial<Limits>, { exposed }: { readonly exposed: boolean }): Limits {
  return { ...DEFAULT_LIMITS, requestsPerMinute: exposed ? REQUESTS_PER_MINUTE : null, ...set };
}

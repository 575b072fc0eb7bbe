import type { ClaimStatus } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";

interface Told {
  readonly text: string;
  readonly steps: readonly { readonly relation: { readonly status: ClaimStatus } }[];
}

const WEAKEST_FIRST: readonly ClaimStatus[] = ["DENIED", "ALLEGED", "REPORTED"];

/** A path in the words of the API; before them on what it rests, where one of its claims is not confirmed. */
export function toldPath({ text, steps }: Told): string {
  const status = WEAKEST_FIRST.find((one) => steps.some(({ relation }) => relation.status === one));
  return status === undefined ? text : texts.restingOn(texts.status[status], text);
}

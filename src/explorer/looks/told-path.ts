import type { ClaimStatus } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";

interface Told {
  readonly text: string;
  readonly steps: readonly { readonly relation: { readonly status: ClaimStatus } }[];
}

const WEAKEST_FIRST: readonly ClaimStatus[] = ["DENIED", "ALLEGED", "REPORTED"];

/** A path in words that say on what they rest: "It is reported that …" where one of its claims is reported only. */
export function toldPath({ text, steps }: Told): string {
  const status = WEAKEST_FIRST.find((one) => steps.some(({ relation }) => relation.status === one));
  return texts.headline.resting(text, status ?? "CONFIRMED");
}

import type { Channel } from "../../api/documents.generated.js";
import { hrefOf } from "../../state/place.js";
import { type Step, stepsText } from "./steps.js";

/** Both clocks as an address holds them; absent: today. */
export interface AskedClocks {
  readonly at?: string | undefined;
  readonly known?: string | undefined;
}

/** The address of the canvas that begins with the chains of a finding, as they stand on the day asked about. */
export function chainHref(
  finding: { readonly university: string; readonly target: string; readonly channel?: Channel },
  clocks: AskedClocks = {},
): string {
  const { university, target, channel = null } = finding;
  return exploreHref([{ act: "chain", university, target, channel, day: clocks.at ?? null }], clocks);
}

/** The address of the canvas that begins with one entity and up to 25 of its neighbours. */
export function aroundHref(id: string, clocks: AskedClocks = {}): string {
  return exploreHref(
    [
      { act: "add", id },
      { act: "expand", id, limit: 25, kinds: [] },
    ],
    clocks,
  );
}

function exploreHref(steps: readonly Step[], { at, known }: AskedClocks): string {
  return hrefOf("/explore", { at, known, steps: stepsText(steps) });
}

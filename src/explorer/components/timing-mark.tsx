import type { JSX } from "preact";
import type { Timing } from "../api/documents.generated.js";
import { texts } from "../texts/english.js";

/** How something stands in time, as a small picture and words: full, half, a ring with a bar before or after, a dashed ring, a dotted one. */
export function TimingText({
  timing,
  words = texts.timing[timing],
}: {
  readonly timing: Timing;
  readonly words?: string;
}): JSX.Element {
  return (
    <span class="timing">
      <TimingMark timing={timing} />
      <span>{words}</span>
    </span>
  );
}

/** The picture alone; words must stand beside it. */
export function TimingMark({ timing }: { readonly timing: Timing }): JSX.Element {
  return (
    <svg
      class={`mark ${timing.toLowerCase()}`}
      viewBox="0 0 16 16"
      width={14}
      height={14}
      aria-hidden="true"
      focusable="false"
    >
      <circle
        cx={8}
        cy={8}
        r={6}
        fill={timing === "CONCURRENT" ? "currentColor" : "none"}
        stroke="currentColor"
        stroke-width={1.5}
        stroke-dasharray={timing === "UNDATED" ? "2 2" : timing === "NO_FLAG" ? "1 3" : undefined}
      />
      {timing === "POSSIBLY_CONCURRENT" && <path d="M8 2 A6 6 0 0 1 8 14 Z" fill="currentColor" />}
      {timing === "BEFORE" && (
        <path d="M9.5 5 L6.5 8 L9.5 11" fill="none" stroke="currentColor" stroke-width={1.5} />
      )}
      {timing === "AFTER" && (
        <path d="M6.5 5 L9.5 8 L6.5 11" fill="none" stroke="currentColor" stroke-width={1.5} />
      )}
    </svg>
  );
}

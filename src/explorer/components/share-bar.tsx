import type { JSX } from "preact";
import type { HeldFragment } from "../api/documents.generated.js";
import { company as companyTexts } from "../texts/company.js";

/** The pattern for what may be held and no source says is; once on a page that draws share bars. */
export function Hatching(): JSX.Element {
  return (
    <svg width={0} height={0} aria-hidden="true" class="hidden">
      <defs>
        <pattern id="hatch" width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={0} y1={0} x2={0} y2={5} stroke="currentColor" stroke-width={2} />
        </pattern>
      </defs>
    </svg>
  );
}

/** A share from 0 to 100 per cent: solid what is certain, hatched what may be more. */
export function ShareBar({ share }: { readonly share: HeldFragment | null }): JSX.Element {
  const [known, unknown] = share === null ? [0, 0] : [percent(share.min), percent(share.max - share.min)];
  return (
    <svg class="share-bar" role="img" aria-label={companyTexts.barSays(known, unknown)}>
      <rect class="track" x={0} y={0} width="100%" height="100%" />
      <rect class="known" x={0} y={0} width={`${known}%`} height="100%" />
      {unknown > 0 && <rect x={`${known}%`} y={0} width={`${unknown}%`} height="100%" fill="url(#hatch)" />}
    </svg>
  );
}

/** A fraction in per cent, to two places. */
export function percent(fraction: number): number {
  return Math.round(fraction * 10_000) / 100;
}

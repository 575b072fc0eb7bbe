import type { StakeFragment } from "../../api/documents.generated.js";
import { company as companyTexts } from "../../texts/company.js";

const say = companyTexts;

/** What is held directly, in words; null: no claim says that anything is. */
export function directWords(stake: StakeFragment): string | null {
  return stake.direct === null ? null : (withoutShare(stake, stake.direct) ?? stake.direct.text);
}

/** What is held directly and through everything between, in words; null: there is no such share. */
export function integratedWords(stake: StakeFragment): string | null {
  return stake.integrated === null ? null : (withoutShare(stake, stake.integrated) ?? stake.integrated.text);
}

/**
 * A share that no source gives need not be one: where the chain rests on control or belonging alone in a step, it is named
 * instead. Null: the share is known, or every step says that there is one.
 */
function withoutShare({ path }: StakeFragment, { isKnown }: { readonly isKnown: boolean }): string | null {
  const kinds = path.steps.map(({ relation }) => relation.kind);
  if (isKnown || kinds.every((kind) => kind === "OWNERSHIP" || kind === "PART_OF" || kind === "IDENTITY"))
    return null;
  const [only, ...more] = kinds;
  return (more.length === 0 && only !== undefined ? say.withoutShare[only] : undefined) ?? say.noShareKnown;
}

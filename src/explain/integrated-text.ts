import type { EntityId } from "../domain/entity.js";
import { percent, type Share } from "../domain/share.js";
import { calledIn } from "./claim-text.js";
import type { Names } from "./names.js";
import { shareWords } from "./number-words.js";
import { sentence } from "./sentence.js";

/** What an owner's stakes in a company come to, to be told. */
export interface IntegratedToTell {
  readonly owner: EntityId;
  readonly company: EntityId;
  /** Null in or below a closed loop. */
  readonly share: Share | null;
  readonly direct: Share;
  readonly converged: boolean;
  /** A fraction. */
  readonly known: number;
  /** Contradictions among the shares, each as a clause. */
  readonly problems: readonly string[];
}

/** What an owner owns of a company through everything between, and how much of it is known. */
export function integratedText(told: IntegratedToTell, names: Names): string {
  const { owner, company, share, direct, converged, known, problems } = told;
  const [above, below] = [owner, company].map(calledIn(names));
  const through =
    share === null
      ? `${below} lies in or below a closed loop of holdings, of which no share can be told`
      : `by the shares in this collection ${above} owns ${ownedWords(share)} ${below}, directly and through others`;
  return [
    through,
    `directly it owns ${ownedWords(direct)} it`,
    ...(converged ? [] : ["to narrow the share further would have taken too long"]),
    `the owners that are known hold ${percent(known)} per cent of ${below}`,
    ...problems,
  ]
    .map(sentence)
    .join(" ");
}

function ownedWords(share: Share): string {
  const words = share.max === 0 ? "nothing" : shareWords(share);
  return `${words} ${words.endsWith("size") ? "in" : "of"}`;
}

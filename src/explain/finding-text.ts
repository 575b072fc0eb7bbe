import type { ClaimId } from "../domain/claim.js";
import type { Finding } from "../exposure/finding.js";
import { Citations, type NumberedCitation } from "./citations.js";
import { GroupStory, type GroupToTell } from "./group-story.js";
import { dealingSentence, groupUnits } from "./group-text.js";
import { paragraph, Teller, type Unit } from "./teller.js";

/** A finding's text has so many words at most: flags, replies and decisions stand in its group's. */
const MOST_OF_A_FINDING = 100;

/** The ids of the relations that the texts of findings tell: those of the path, and all transactions. */
export function claimsToTell(findings: readonly Finding[]): readonly ClaimId[] {
  return [
    ...new Set(
      findings.flatMap(({ path, counterparties }) => [
        ...path.steps.map(({ relation }) => relation),
        ...counterparties.flatMap(({ transactions }) => transactions.map(({ relation }) => relation)),
      ]),
    ),
  ];
}

/** One channel, for who checks it: its money with its timing, and the chain that leads from there to the target. */
export function findingText(told: GroupToTell): {
  readonly text: string;
  readonly citations: readonly NumberedCitation[];
} {
  const citations = new Citations(told.names);
  const teller = new Teller(told.names, citations, "FULL_NAMES");
  const story = new GroupStory(told);
  const units = [...groupUnits(story, teller, "DEALINGS"), ...chainUnits(story, teller)];
  return citations.numbered(paragraph(units, MOST_OF_A_FINDING).text);
}

/** The claims of the path that are no dealing. */
function chainUnits(story: GroupStory, teller: Teller): readonly Unit[] {
  const dealt = new Set(story.dealings.map(({ claim }) => claim.id));
  const steps = story.told.findings.flatMap(({ path }) => path.steps.map(({ relation }) => relation));
  return [...new Set(steps)].flatMap((id): Unit[] => {
    const claim = story.told.claims.get(id);
    if (claim?.record !== "relation" || dealt.has(id)) return [];
    const sentence = dealingSentence({ claim, timing: null }, story, { teller, isTimed: false });
    return [{ sentences: [sentence], weight: null }];
  });
}

import { type Channel, openFindingQuestion } from "../api/documents.generated.js";
import { BadPlace } from "../state/bad-place.js";
import { clocksOf } from "../state/clocks.js";
import { explained } from "../state/explained.js";
import { hrefOf } from "../state/place.js";
import { texts } from "../texts/english.js";
import { FindingCard } from "./finding-card.js";
import { NotThere } from "./not-there.js";
import { SnapshotFinding, snapshotTitle } from "./snapshot-finding.js";
import type { SnapshotBody, SnapshotTerms } from "./snapshot-terms.js";

const NEEDED = ["university", "target", "channel"] as const;

/** The finding that an address names as one page. @throws BadPlace, NotThere, Refusal, Away */
export async function snapshotFindingPage({
  ask,
  values,
  origin,
  today,
}: SnapshotTerms): Promise<SnapshotBody> {
  const missing = NEEDED.filter((name) => values[name] === undefined);
  if (missing.length > 0) throw new BadPlace(texts.cite.missing(NEEDED, missing));
  const { university = "", target = "" } = values;
  const asked = { university, target, channel: channelOf(values.channel), ...clocksOf({ path: "", values }) };
  const { exposure } = await explained(ask(openFindingQuestion, asked), {
    BAD_USER_INPUT: new NotThere(texts.trouble.noEntity(target)),
    WRONG_KIND: new NotThere(texts.trouble.noUniversity(university)),
  });
  if (exposure === null) throw new NotThere(texts.trouble.noUniversity(university));
  const { findings, scope } = exposure;
  const [finding] = findings.nodes;
  if (finding === undefined) throw new NotThere(texts.cite.noFinding);
  const { validAt: at, knownAt: known } = scope;
  const Look = lookOf(values.look);
  const address = `${origin}${hrefOf("/", { university, open: finding.key, at, known })}`;
  return {
    title: snapshotTitle(finding),
    body: <Look finding={finding} exposure={exposure} address={address} taken={today} />,
  };
}

/** The whole finding, or a card of it. */
function lookOf(look: string | undefined): typeof SnapshotFinding {
  if (look === undefined) return SnapshotFinding;
  if (look === "card") return FindingCard;
  throw new BadPlace(texts.trouble.notOneOf(look, ["card"]));
}

function channelOf(text = ""): Channel {
  if (Object.hasOwn(texts.channels, text)) return text as Channel;
  throw new BadPlace(texts.trouble.notOneOf(text, Object.keys(texts.channels)));
}

import type { Decision } from "../../domain/act.js";
import { printDay } from "../../domain/day.js";
import type { Entity } from "../../domain/entity.js";
import type { Response } from "../../domain/flag.js";
import type { Claim } from "../../domain/record.js";
import type { Relation } from "../../domain/relation.js";
import { claimText } from "../../explain/claim-text.js";
import type { Finding } from "../../exposure/finding.js";
import { flagState } from "../../graph/flags/flag-life.js";
import type { FlagRecord } from "../../graph/projection.js";
import { responsesTo } from "../../questions/lists/act-lists.js";
import type { SubgraphUniversity } from "../../questions/report/closed-subgraph.js";
import { graphNames } from "../../questions/resident/graph-names.js";
import { type Exported, entityName } from "../exported.js";
import { headerOf } from "../header.js";
import { entitiesOf, relationsOf } from "../pages.js";

const FORMAT = { format: "exposure-graph", formatVersion: 1 };

/**
 * A part of the graph as one JSON object, a record a line: what it is, then `entities`, `relations`, `flags` (each with
 * its subjects, events and responses), `decisions`, `findings` (of an exposure question), and the `sources` that all of
 * these cite.
 */
export async function* jsonLines(exported: Exported): AsyncGenerator<string> {
  const cited = new Set<string>();
  const claim = claimWriter(exported, cited);
  yield `${JSON.stringify({ ...FORMAT, ...headerOf(exported) }).slice(0, -1)},\n`;
  yield* list("entities", entitiesOf(exported), (entity: Entity) => entity);
  yield* list("relations", relationsOf(exported), (relation: Relation) => {
    const { kind, from, to, share, right, basis, amount, currency, form, role, probability } = relation;
    const { amountQualifier, amountPer, payment, decidedBy } = relation;
    const money = { amount, amountQualifier, amountPer, currency, payment };
    const own = { share, right, basis, ...money, form, role, probability, decidedBy };
    return { id: relation.id, kind, from, to, ...own, ...claim(relation) };
  });
  yield* list("flags", exported.flags, (flag: FlagRecord) => flagObject(exported, flag, claim));
  yield* list("decisions", exported.decisions, (decision: Decision) => {
    const { id, kind, by, counterparties, coversSubsidiaries, scope, reason } = decision;
    const responses = responsesTo(exported.projection, id, exported.scope.knownAt);
    return {
      ...{ id, kind, by, counterparties, coversSubsidiaries, scope, reason },
      ...claim(decision),
      responses: responses.map((response) => responseObject(response, claim)),
    };
  });
  yield* list("findings", findingsOf(exported, cited), (finding: object) => finding);
  const sources = [...cited].sort().flatMap((id) => exported.projection.sources.get(id) ?? []);
  yield* list("sources", sources, (source) => source, "}\n");
}

async function* list<Item>(
  name: string,
  items: Iterable<Item> | AsyncIterable<Item>,
  object: (item: Item) => unknown,
  after = ",\n",
): AsyncGenerator<string> {
  yield `${JSON.stringify(name)}: [`;
  let separator = "\n";
  for await (const item of items) {
    yield `${separator}${JSON.stringify(object(item))}`;
    separator = ",\n";
  }
  yield `\n]${after}`;
}

type ClaimObject = (claim: Claim) => object;

/** What every claim carries, with its sentence; notes which sources it cites. */
function claimWriter({ projection, scope }: Exported, cited: Set<string>): ClaimObject {
  const names = graphNames(projection, scope.knownAt);
  return (claim) => {
    for (const source of claim.sources) cited.add(source);
    const { status, start, end, recorded, retracted, note, caveat, dossier } = claim;
    const citations = claim.sources.map((source, at) =>
      at === 0
        ? { source, quote: claim.quote, locator: claim.locator }
        : { source, quote: null, locator: null },
    );
    return {
      ...{ text: claimText(claim, names), clause: claim.text, caveat },
      ...{ status, start, end, recorded, retracted, citations, note, dossier },
    };
  };
}

function flagObject(
  exported: Exported,
  { flag, subjects, events, responses }: FlagRecord,
  claim: ClaimObject,
): object {
  const { id, kind, title, type, list, country, topics, docket, reference, note } = flag;
  const record = exported.projection.flags.get(id);
  return {
    ...{ id, kind, title, type, list, country, topics, docket, reference, note },
    authorities: flag.authorities.map((body) => ({ id: body, name: entityName(exported, body) })),
    state: record ? flagState(record, null, exported.view) : null,
    subjects: subjects.map((subject) => ({
      ...{ id: subject.id, entity: subject.entity, role: subject.role },
      ...claim(subject),
    })),
    events: events.map((event) => ({ id: event.id, event: event.event, ...claim(event) })),
    responses: responses.map((response) => responseObject(response, claim)),
  };
}

function responseObject(response: Response, claim: ClaimObject): object {
  const { id, by, kind } = response;
  return { id, by, kind, ...claim(response) };
}

async function* findingsOf(exported: Exported, cited: Set<string>): AsyncGenerator<object> {
  for (const university of exported.universities)
    for (const finding of university.findings) yield findingObject(exported, university, finding, cited);
}

async function findingObject(
  { loadClaims }: Exported,
  exposed: SubgraphUniversity,
  finding: Finding,
  cited: Set<string>,
): Promise<object> {
  const { key, channel, university, target, timing, control, totals, path } = finding;
  const detailed = exposed.details(finding);
  const { text, citations } = await detailed.explanation(loadClaims);
  for (const { source } of citations) cited.add(source);
  return {
    ...{ key, university, channel, target, targetGroup: await detailed.targetGroup(), timing, control },
    restsOn: await detailed.restsOn(),
    path: path.steps.map(({ relation }) => relation),
    flags: finding.flags.map(({ flag, role, state, timing: each }) => ({ flag, role, state, timing: each })),
    counterparties: finding.counterparties.map((each) => ({
      counterparty: each.counterparty,
      asOf: printDay(each.asOf),
      control: each.control,
      path: each.path.steps.map(({ relation }) => relation),
      transactions: each.transactions.map((transaction) => ({
        relation: transaction.relation,
        timing: transaction.timing,
        flag: transaction.flag,
        afterDecision: transaction.afterDecision,
      })),
    })),
    totals,
    explanation: text,
    citations,
  };
}

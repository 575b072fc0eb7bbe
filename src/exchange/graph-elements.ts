import type { Claim } from "../domain/record.js";
import type { Relation } from "../domain/relation.js";
import { RELATION_KINDS } from "../domain/relation-kinds.js";
import { isKnown, percent } from "../domain/share.js";
import { claimText } from "../explain/claim-text.js";
import { flagState } from "../graph/flags/flag-life.js";
import { graphNames } from "../questions/resident/graph-names.js";
import { type Exported, flagOutcome, licencesOf, responsesText } from "./exported.js";
import { entitiesOf, relationsOf } from "./pages.js";

/** What formats of graphs say of nodes and edges: names and types of attributes. */
export type AttributeType = "string" | "double";

export const NODE_ATTRIBUTES = {
  kind: "string",
  country: "string",
  aliases: "string",
  identifiers: "string",
  website: "string",
  flags: "string",
  flag_states: "string",
  list: "string",
  state: "string",
  outcome: "string",
  responses: "string",
  dossiers: "string",
} as const satisfies Record<string, AttributeType>;

export const EDGE_ATTRIBUTES = {
  kind: "string",
  text: "string",
  status: "string",
  start: "string",
  end: "string",
  share_percent_min: "double",
  share_percent_max: "double",
  amount_min: "double",
  amount_max: "double",
  currency: "string",
  form_or_role: "string",
  responses: "string",
  publisher: "string",
  source_title: "string",
  source_address: "string",
  quote: "string",
  dossier: "string",
  licence: "string",
} as const satisfies Record<string, AttributeType>;

type Attributes<Names> = { readonly [Name in keyof Names]?: string | number | null };

export interface GraphNode {
  readonly id: string;
  readonly label: string;
  readonly attributes: Attributes<typeof NODE_ATTRIBUTES>;
}

export interface GraphEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** The verb of the model: OWNS, FUNDED, CONCERNS, DECIDED. Edges of several kinds, and several of one, join two nodes. */
  readonly verb: string;
  /** The claim that it stands for: its clock says when it holds. */
  readonly claim: Claim;
  readonly attributes: Attributes<typeof EDGE_ATTRIBUTES>;
}

/** Entities and flags as nodes: entities by id, then flags by id. */
export async function* nodesOf(exported: Exported): AsyncGenerator<GraphNode> {
  const flagsOf = flagsByEntity(exported);
  for await (const entity of entitiesOf(exported)) {
    const flags = flagsOf.get(entity.id) ?? [];
    yield {
      id: entity.id,
      label: entity.name,
      attributes: {
        kind: entity.kind,
        country: entity.country,
        aliases: entity.aliases.join("; "),
        identifiers: entity.identifiers.map(({ scheme, value }) => `${scheme}:${value}`).join("; "),
        website: entity.website,
        flags: flags.map((flag) => exported.projection.flags.get(flag)?.flag.title ?? flag).join("; "),
        flag_states: flags.map((flag) => stateOf(exported, flag)).join("; "),
        dossiers: entity.dossiers.join("; "),
      },
    };
  }
  for (const { flag } of exported.flags) {
    yield {
      id: flag.id,
      label: flag.title,
      attributes: {
        kind: flag.kind,
        country: flag.country,
        list: flag.list,
        state: stateOf(exported, flag.id),
        outcome: flagOutcome(exported, flag.id),
        responses: responsesText(exported, [flag.id]),
        dossiers: flag.dossiers.join("; "),
      },
    };
  }
}

/** Relations, subjects of flags and decisions as edges, each from the claim that states it. */
export async function* edgesOf(exported: Exported): AsyncGenerator<GraphEdge> {
  for await (const relation of relationsOf(exported)) {
    yield {
      ...{ id: relation.id, source: relation.from, target: relation.to, claim: relation },
      verb: RELATION_KINDS[relation.kind].verb,
      attributes: { kind: relation.kind, ...ofClaim(exported, relation), ...ofRelation(relation) },
    };
  }
  for (const { subjects } of exported.flags) {
    for (const subject of subjects) {
      yield {
        ...{ id: subject.id, source: subject.flag, target: subject.entity, claim: subject, verb: "CONCERNS" },
        attributes: { kind: "FlagSubject", ...ofClaim(exported, subject), form_or_role: subject.role },
      };
    }
  }
  const there = new Set(exported.entities.map((number) => exported.projection.entities.id(number)));
  for (const decision of exported.decisions) {
    for (const counterparty of decision.counterparties.filter((id) => there.has(id))) {
      yield {
        ...{ id: `${decision.id}/${counterparty}`, source: decision.by, target: counterparty },
        ...{ claim: decision, verb: "DECIDED" },
        attributes: {
          ...{ kind: "Decision", ...ofClaim(exported, decision), form_or_role: decision.kind },
          responses: responsesText(exported, [decision.id]),
        },
      };
    }
  }
}

function ofClaim(exported: Exported, claim: Claim): GraphEdge["attributes"] {
  const { projection, scope } = exported;
  const source = projection.sources.get(claim.sources[0] ?? "");
  return {
    text: claimText(claim, graphNames(projection, scope.knownAt)),
    status: claim.status,
    start: claim.start,
    end: claim.end,
    publisher: source?.publisher ?? null,
    source_title: source?.title ?? null,
    source_address: source?.url ?? null,
    quote: claim.quote,
    dossier: claim.dossier,
    licence: licencesOf(exported, [claim.dossier]),
  };
}

function ofRelation({ share, amount, currency, form, role }: Relation): GraphEdge["attributes"] {
  const known = share !== null && isKnown(share) ? share : null;
  return {
    share_percent_min: known && Number(percent(known.min)),
    share_percent_max: known && Number(percent(known.max)),
    amount_min: amount?.min ?? null,
    amount_max: amount?.max ?? null,
    currency,
    form_or_role: form ?? role,
  };
}

function stateOf({ projection, view }: Exported, flag: string): string {
  const record = projection.flags.get(flag);
  return (record && flagState(record, null, view)) ?? "";
}

function flagsByEntity({ flags }: Exported): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { flag, subjects } of flags) {
    for (const { entity } of subjects) {
      const known = found.get(entity) ?? [];
      if (!known.includes(flag.id)) found.set(entity, [...known, flag.id]);
    }
  }
  return found;
}

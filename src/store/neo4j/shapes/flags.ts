import type { Flag, ProbeType, RiskTopic } from "../../../domain/flag.js";
import { plain, type Shape } from "./shape.js";

type FlagCells = readonly [
  labels: readonly string[],
  id: string,
  title: string,
  type: ProbeType | null,
  list: string | null,
  authorities: readonly string[],
  docket: string | null,
  reference: string | null,
  country: string | null,
  topics: readonly RiskTopic[],
  note: string | null,
  dossiers: readonly string[],
];

/** `(:Probe:Flag {id, …})-[:BROUGHT_BY]->(:PublicBody)`: the label is the kind. */
export const FLAG_SHAPE: Shape<Flag, FlagCells> = {
  leading: 1,
  properties: [
    plain("id"),
    plain("title"),
    plain("type"),
    plain("list"),
    plain("authorities"),
    plain("docket"),
    plain("reference"),
    plain("country"),
    plain("topics"),
    plain("note"),
    plain("dossiers"),
  ],
  encode(flag) {
    const { id, kind, title, type, list, authorities, docket, reference, country, topics, note } = flag;
    return [
      [kind, "Flag"],
      id,
      title,
      type,
      list,
      authorities,
      docket,
      reference,
      country,
      topics,
      note,
      flag.dossiers,
    ];
  },
  decode([labels, id, title, type, list, authorities, docket, reference, country, topics, note, dossiers]) {
    const kind = labels.includes("Probe") ? "Probe" : "Listing";
    return { id, kind, title, type, list, authorities, docket, reference, country, topics, note, dossiers };
  },
};

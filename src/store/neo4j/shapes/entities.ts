import { ENTITY_KIND_NAMES, type Entity } from "../../../domain/entity.js";
import { splitPair } from "./dossiers.js";
import { plain, type Shape } from "./shape.js";

type EntityCells = readonly [
  labels: readonly string[],
  id: string,
  name: string,
  short: string | null,
  aliases: readonly string[],
  country: string | null,
  region: string | null,
  founded: string | null,
  dissolved: string | null,
  identifiers: readonly string[],
  website: string | null,
  summary: string | null,
  dossiers: readonly string[],
];

/** `(:Company:Entity {id, …})`: the label is the kind; `identifiers` holds `lei=…`. */
export const ENTITY_SHAPE: Shape<Entity, EntityCells> = {
  leading: 1,
  properties: [
    plain("id"),
    plain("name"),
    plain("short"),
    plain("aliases"),
    plain("country"),
    plain("region"),
    plain("founded"),
    plain("dissolved"),
    plain("identifiers"),
    plain("website"),
    plain("summary"),
    plain("dossiers"),
  ],
  encode(entity) {
    const { id, kind, name, short, aliases, country, region, founded, dissolved } = entity;
    const { website, summary } = entity;
    const identifiers = entity.identifiers.map(({ scheme, value }) => `${scheme}=${value}`);
    return [
      [kind, "Entity"],
      id,
      name,
      short,
      aliases,
      country,
      region,
      founded,
      dissolved,
      identifiers,
      website,
      summary,
      entity.dossiers,
    ];
  },
  decode([
    labels,
    id,
    name,
    short,
    aliases,
    country,
    region,
    founded,
    dissolved,
    pairs,
    website,
    summary,
    dossiers,
  ]) {
    const kind = ENTITY_KIND_NAMES.find((each) => labels.includes(each));
    if (kind === undefined) throw new RangeError(`${id} has none of the labels that name a kind of entity`);
    const identifiers = pairs.map(splitPair).map(([scheme, value]) => ({ scheme, value }));
    return {
      id,
      kind,
      name,
      short,
      aliases,
      country,
      region,
      founded,
      dissolved,
      identifiers,
      website,
      summary,
      dossiers,
    };
  },
};

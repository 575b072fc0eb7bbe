import type { Decision } from "../domain/act.js";
import type { ClaimId } from "../domain/claim.js";
import type { Day } from "../domain/day.js";
import type { Entity, EntityId } from "../domain/entity.js";
import type { Flag, FlagEvent, FlagId } from "../domain/flag.js";
import { withoutLegalForm } from "../domain/legal-forms.js";
import type { Source } from "../domain/source.js";
import { listWords } from "./sentence.js";

/** What the ids in a claim stand for: all that a text needs beside the claim. An unknown id is null. */
export interface Names {
  /** The full legal name. */
  entity(id: EntityId): string | null;
  /** The name by which a sentence calls it once it is introduced (`shortName`). */
  short(id: EntityId): string | null;
  /** What else a sentence says of it. */
  about(id: EntityId): Pick<Entity, "kind" | "country"> | null;
  flag(id: FlagId): Pick<Flag, "kind" | "title" | "type" | "list" | "authorities" | "country"> | null;
  /** The decision that a response answers. */
  decision(id: ClaimId): Pick<Decision, "by" | "start" | "kind"> | null;
  /** Null also where it was not published yet. */
  source(id: string): NamedSource | null;
  /** The day on which it is asked what is known. */
  readonly knownOn: Day;
  /** Whom a flag concerns as respondent or listed, as known: those first of whom most is claimed. */
  concerned(id: FlagId): readonly EntityId[];
  /** How a flag came out, as known, and when a source last spoke of it. */
  standing(id: FlagId): FlagStanding;
}

export interface FlagStanding {
  /** The last event that ended or established it; null: none is known. */
  readonly outcome: Pick<FlagEvent, "event" | "start"> | null;
  readonly lastSaid: string | null;
}

/** What a sentence says of a source. */
export type NamedSource = Pick<Source, "published" | "publisher" | "title" | "grade"> & {
  /** Whose it is, where `publisher` only put a copy at its address. */
  readonly copyOf?: string | null;
};

/**
 * The name by which a sentence calls an entity once it is introduced: the one that an editor chose; else the name, alias
 * or name without legal form that its id is made of ("MIT" for university:mit); else its name without legal form.
 */
export function shortName(
  entity: Pick<Entity, "id" | "name" | "aliases"> & { readonly short?: string | null },
): string {
  if (entity.short) return entity.short;
  const slug = entity.id.slice(entity.id.indexOf(":") + 1);
  const department = /^U\.?S\.? Department of (.+)$/.exec(entity.name);
  if (department) return `${department[1]} Department`;
  const bare = withoutLegalForm(entity.name);
  return [bare, ...entity.aliases].find((name) => slugOf(name) === slug) ?? bare;
}

function slugOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Names that stand with an article within a sentence: "the University of Toronto", "the Education Department". */
const WITH_ARTICLE =
  /^(?:(?:Kingdom|Republic|University|Universities|Government|Ministry|Department|Institute|Academy|College|Bank|Bureau|Office|City|State|Technical University|Federal \p{L}+|Royal \p{L}+|Chinese University) of |(?:U\.S\.|US|European|United|National|Canadian|Australian|Chinese|Russian|British|Swedish|Danish|Dutch|German|Flemish|Federal) |House |Senate )|(?:Department|Committee|Ministry|Commission|Bureau|Agency|Government|Authority|Foundation|Office|Court|Parliament|Council|Union|Program|Programme|Consortium)$|^(?:(?!\S+'s ).)*\b(?:Lab|Laboratory|System|system)$/u;

/** A name as it stands within a sentence, with its article where it has one. */
export function inProse(name: string): string {
  if (/^The /.test(name)) return `the ${name.slice(4)}`;
  return WITH_ARTICLE.test(name) ? `the ${name}` : name;
}

/** "Huawei's", "Philips'". */
export function possessive(name: string): string {
  return name.endsWith("s") ? `${name}'` : `${name}'s`;
}

/** The parties of one text: each by its full legal name once, then by its short name. */
export class Namer {
  private readonly names: Names;
  private readonly introduced = new Set<EntityId>();

  constructor(names: Names) {
    this.names = names;
  }

  /** By its full legal name the first time in this text, then by its short one. */
  full(id: EntityId): string {
    if (this.introduced.has(id)) return this.short(id);
    this.introduced.add(id);
    return inProse(this.names.entity(id) ?? id);
  }

  /** By its short name, which introduces it too. */
  short(id: EntityId): string {
    this.introduced.add(id);
    return inProse(this.names.short(id) ?? this.names.entity(id) ?? id);
  }

  /** Several, by their short names: "Huawei Technologies and ZTE". */
  shorts(ids: readonly EntityId[]): string {
    return listWords(ids.map((id) => this.short(id)));
  }
}

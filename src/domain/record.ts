import type { Decision, ReviewPolicy } from "./act.js";
import type { Dossier } from "./dossier.js";
import type { Entity } from "./entity.js";
import type { Flag, FlagEvent, FlagSubject, Response } from "./flag.js";
import type { Relation } from "./relation.js";
import type { Source } from "./source.js";

/** A statement that a source carries. */
export type Claim = Relation | FlagSubject | FlagEvent | Response | Decision | ReviewPolicy;
export type ClaimRecordKind = Claim["record"];

/** Nouns: they hold no clock and are kept as last written. */
export type Noun =
  | { readonly record: "dossier"; readonly value: Dossier }
  | { readonly record: "source"; readonly value: Source }
  | { readonly record: "entity"; readonly value: Entity }
  | { readonly record: "flag"; readonly value: Flag };

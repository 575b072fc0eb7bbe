import type { ClaimStatus, EntityKind, RelationKind } from "../../api/documents.generated.js";
import type { Span } from "./reading.js";

/** An entity on the canvas. */
export interface SceneEntity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** By what a canvas calls it. */
  readonly shortName: string;
  readonly country: string | null;
  /** How many relations are on record for it, on the canvas or not. */
  readonly onRecord: number;
}

/** A relation between two entities on the canvas, as known on the day asked about. */
export interface SceneRelation {
  readonly id: string;
  readonly kind: RelationKind;
  readonly status: ClaimStatus;
  /** The API's sentence. */
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly span: Span;
  /** False for an ownership whose share no source gives for certain. */
  readonly isShareCertain: boolean;
  readonly publishers: readonly string[];
  readonly sources: readonly string[];
  readonly dossier: string;
}

/** How entities came onto the canvas, for the layout: what is placed first stays where it is. */
export type Stage =
  | { readonly rule: "ways"; readonly ways: readonly (readonly string[])[] }
  | { readonly rule: "around"; readonly anchor: string; readonly fresh: readonly string[] }
  | { readonly rule: "alone"; readonly id: string }
  | { readonly rule: "remove"; readonly id: string }
  | { readonly rule: "pin"; readonly id: string; readonly x: number; readonly y: number }
  | { readonly rule: "unpin"; readonly id: string }
  | { readonly rule: "tidy" };

/** What a step came to, for the reader: a sentence for each that did not do all that was asked. */
export interface StepNote {
  /** Its place among the steps. */
  readonly step: number;
  readonly text: string;
}

/** Ways that a step found, in words, and who lies on each. */
export interface FoundWays {
  readonly step: number;
  readonly ways: readonly { readonly text: string; readonly ids: readonly string[] }[];
}

/** Everything on the canvas. */
export interface Scene {
  /** In the order in which they came. */
  readonly entities: ReadonlyMap<string, SceneEntity>;
  readonly relations: readonly SceneRelation[];
  /** Pairs that the layout draws together: also relations of other days, so that the clocks move nothing. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly stages: readonly Stage[];
  readonly pinned: ReadonlySet<string>;
  readonly notes: readonly StepNote[];
  readonly ways: readonly FoundWays[];
  readonly graphVersion: string;
}

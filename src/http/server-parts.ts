import type { ApolloServer } from "@apollo/server";
import type { Limits } from "../domain/limits.js";
import type { Writing } from "../dossier/load/write-audited.js";
import type { Admission } from "../graphql/admission/admission.js";
import type { OnFault } from "../graphql/apollo.js";
import type { GraphContext } from "../graphql/context.js";
import type { OnRefused } from "../graphql/operate.js";
import type { WatchOperation } from "../graphql/watch-operations.js";
import type { ResidentGraph } from "../projection/resident-graph.js";
import type { Access } from "./access/access.js";
import type { CountRequest } from "./access/rate-limit.js";
import type { EntityTags } from "./entity-tag.js";
import type { KeptAnswers } from "./kept-answers.js";

/** What the doors of one server share. Each door asks `access`, `countRequest` and `admission` before it answers. */
export interface ServerParts {
  readonly graph: ResidentGraph;
  readonly apollo: ApolloServer<GraphContext>;
  readonly access: Access;
  readonly countRequest: CountRequest;
  readonly admission: Admission;
  readonly limits: Limits;
  readonly tags: EntityTags;
  readonly answers: KeptAnswers;
  /** Where mutations write; null: nobody has a key to write. */
  readonly writer: Pick<Writing, "store" | "log"> | null;
  /** Origins of pages on other sites that may ask. */
  readonly corsOrigins: readonly string[];
  /** Of a request, or of a message where a connection stays open. */
  readonly maxBodyBytes: number;
  readonly onFault: OnFault;
  readonly onRefused: OnRefused;
  readonly watchOperation: WatchOperation;
}

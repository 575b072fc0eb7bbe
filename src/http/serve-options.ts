import type { AccessSettings } from "../domain/access.js";
import type { Limits } from "../domain/limits.js";
import type { OnFault } from "../graphql/apollo.js";
import type { GraphStore } from "../store/graph-store.js";
import type { DocumentsFolder } from "./known-documents-folder.js";
import type { LogLevel } from "./observe/log.js";

/** What a server is started with. Everything that may be left out has the default of the environment's variable. */
export interface ServeOptions {
  readonly store: GraphStore;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Rebuild so often whatever the store's version says; null: only when it moves. */
  readonly refreshEveryMs: number | null;
  /** Default: on this machine everybody reads, and nobody writes. */
  readonly access?: AccessSettings;
  /** Those that differ from the default. */
  readonly limits?: Partial<Limits>;
  /** Of a request. */
  readonly maxBodyBytes?: number;
  /** Addresses whose word on the client's address is taken. */
  readonly trustedProxies?: readonly string[];
  /** Whether the schema may be asked for. */
  readonly introspection?: boolean;
  readonly documents?: DocumentsFolder;
  /** Origins of pages on other sites that may ask; default: none. */
  readonly corsOrigins?: readonly string[];
  /** What is logged on standard error; default: off. */
  readonly log?: LogLevel;
  /** Whether spans go to the collector that the OTEL_ variables name; default: no. */
  readonly tracing?: boolean;
  /** Told of what nobody foresaw, beside the log. */
  readonly onFault?: OnFault;
}

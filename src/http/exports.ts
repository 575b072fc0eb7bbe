import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { CLAIM_STATUSES } from "../domain/claim.js";
import { parseDay } from "../domain/day.js";
import { badInput, ExposureError, inArgument } from "../domain/errors.js";
import { FLAG_KINDS, FLAG_STATES, type FlagKind, RISK_TOPICS } from "../domain/flag.js";
import {
  CSV_TABLES,
  type CsvOptions,
  type CsvTable,
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportFormatName,
} from "../exchange/export-formats.js";
import { exported } from "../exchange/exported.js";
import { CHANNEL_IDS } from "../exposure/channels.js";
import { withinBudget } from "../graph/budget.js";
import { pinnedWithin } from "../graphql/pinned-graph.js";
import { answerSubgraph, type SubgraphQuestion } from "../questions/subgraph.js";
import { budgetFor, type ServerParts, whileClientWaits } from "./operation-context.js";

/**
 * `/export/FORMAT?…`: the exporters of the command line, streamed. What is refused is refused before the first
 * byte; the search for what is to be written ends at the deadline, the writing with the connection.
 */
export function addExportRoute(app: FastifyInstance, parts: ServerParts): void {
  const { graph } = parts;
  app.get<{ Params: { format: string } }>("/export/:format", async (request, reply) => {
    const { format } = request.params;
    const { lines, mediaType } = formatNamed(format);
    const { question, csv } = exportArguments(new URL(request.url, "http://here").searchParams);
    const budget = budgetFor(parts, { caller: request.caller, request }, whileClientWaits(reply));
    const pinned = pinnedWithin(budget, graph, await graph.current());
    const subgraph = await withinBudget(budget, () => answerSubgraph(pinned, question));
    const pieces = lines(exported(subgraph, graph.store), csv);
    return reply
      .type(mediaType)
      .header("content-disposition", `attachment; filename="${fileName(question)}.${format}"`)
      .send(Readable.from(pieces));
  });
}

function formatNamed(name: string): ExportFormat {
  if (Object.hasOwn(EXPORT_FORMATS, name)) return EXPORT_FORMATS[name as ExportFormatName];
  throw new ExposureError(
    "NOT_FOUND",
    `there is no export of this format: write one of ${Object.keys(EXPORT_FORMATS).join(", ")}`,
  );
}

function asked({ university, exposedTo, entity, dossier }: SubgraphQuestion): string {
  return university ?? exposedTo ?? entity ?? dossier ?? "";
}

/** Letters, digits and hyphens of what was asked for: nothing else may stand in a header or in a file's name. */
function fileName(question: SubgraphQuestion): string {
  return (
    asked(question)
      .replace(/[^a-z0-9-]+/gi, "-")
      .slice(0, 80) || "export"
  );
}

/** Everything that an export's address may say. */
const ARGUMENTS = [
  ...["university", "targets", "exposedTo", "entity", "hops", "dossier", "table", "bom"],
  ...["validAt", "knownAt", "channels", "maxHops", "hubLimit", "minShare", "statuses", "includeParts"],
  ...["flags.ids", "flags.kinds", "flags.authorities", "flags.lists", "flags.states", "flags.topics"],
] as const;

export interface ExportArguments {
  readonly question: SubgraphQuestion;
  readonly csv: CsvOptions;
}

/**
 * The arguments of an export as its address gives them: the names of the questions in GraphQL, lists separated by commas
 * or repeated.
 * @throws BAD_USER_INPUT that names the argument, the value and the remedy.
 */
export function exportArguments(search: URLSearchParams): ExportArguments {
  for (const name of search.keys()) {
    if (!(ARGUMENTS as readonly string[]).includes(name))
      throw badInput(`${quoted(name)} is no argument of an export: it takes ${ARGUMENTS.join(", ")}`);
  }
  const list = (name: Argument) => {
    const items = search.getAll(name).flatMap((text) => text.split(",").map((item) => item.trim()));
    return search.has(name) ? items.filter((item) => item !== "") : undefined;
  };
  const text = (name: Argument) => search.get(name)?.trim() || undefined;
  const parsed = <Value>(name: Argument, parse: (text: string) => Value) => {
    const given = text(name);
    return given === undefined ? undefined : inArgument(name, () => parse(given));
  };
  const some = <Value extends string>(name: Argument, values: readonly Value[]) =>
    list(name)?.map((item) => inArgument(name, () => oneOf(item, values)));
  return {
    csv: {
      table: parsed("table", (item) => oneOf(item, Object.keys(CSV_TABLES) as CsvTable[])),
      bom: parsed("bom", truth),
    },
    question: {
      university: text("university"),
      targets: list("targets"),
      exposedTo: text("exposedTo"),
      entity: text("entity"),
      hops: parsed("hops", wholeNumber),
      dossier: text("dossier"),
      validAt: parsed("validAt", parseDay),
      knownAt: parsed("knownAt", parseDay),
      channels: some("channels", CHANNEL_IDS),
      maxHops: parsed("maxHops", wholeNumber),
      hubLimit: parsed("hubLimit", wholeNumber),
      minShare: parsed("minShare", fraction),
      statuses: some("statuses", CLAIM_STATUSES),
      includeParts: parsed("includeParts", truth),
      flags: {
        ids: list("flags.ids"),
        kinds: some("flags.kinds", Object.keys(FLAG_KINDS) as FlagKind[]),
        authorities: list("flags.authorities"),
        lists: list("flags.lists"),
        states: some("flags.states", FLAG_STATES),
        topics: some("flags.topics", RISK_TOPICS),
      },
    },
  };
}

type Argument = (typeof ARGUMENTS)[number];

/** A value of a closed list, whatever its case: GraphQL writes them in capitals. */
function oneOf<Value extends string>(item: string, values: readonly Value[]): Value {
  const found = values.find((value) => value.toLowerCase() === item.toLowerCase());
  if (found !== undefined) return found;
  throw badInput("is not known", { value: item, remedy: `write some of ${values.join(", ")}` });
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw badInput("is not a whole number", { value: text });
}

function fraction(text: string): number {
  if (/^\d(?:\.\d{1,12})?$/.test(text)) return Number(text);
  throw badInput("is not a fraction from 0 to 1", { value: text, remedy: "write for example 0.25" });
}

function truth(text: string): boolean {
  if (text === "true" || text === "false") return text === "true";
  throw badInput("is neither true nor false", { value: text });
}

/** A value as a message may repeat it: short, in quotes. */
function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

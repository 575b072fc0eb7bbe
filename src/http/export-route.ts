import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { ExposureError } from "../domain/errors.js";
import { EXPORT_FORMATS, type ExportFormat, type ExportFormatName } from "../exchange/export-formats.js";
import { exported } from "../exchange/exported.js";
import { withinBudget } from "../graph/budget.js";
import { pinnedWithin } from "../graphql/pinned-graph.js";
import { answerSubgraph, type SubgraphQuestion } from "../questions/subgraph.js";
import { exportArguments } from "./export-arguments.js";
import type { ServerParts } from "./operation-context.js";
import { budgetFor, whileClientWaits } from "./operation-context.js";

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

import { CriticalityLevel, DiffRule, diff } from "@graphql-inspector/core";
import { buildSchema, parse, print, visit } from "graphql";

/** A schema as it was on a day; descriptions left out. */
export interface Snapshot {
  /** A day, or a version of the program. */
  readonly name: string;
  readonly schema: string;
  /** What has meant something else since, though no line of the schema says so: items of a list, as Markdown. */
  readonly meanings?: string | null;
}

const HEADER = `## Changes of the schema

Written by a test from the snapshots in \`schema/history\` and the schema itself (graphql-inspector). What means something else than before stands first, then what is breaking for a client, then what may surprise one, then what is new.
`;

const SECTIONS = [
  [CriticalityLevel.Breaking, "Breaking"],
  [CriticalityLevel.Dangerous, "To be minded"],
  [CriticalityLevel.NonBreaking, "New, and harmless"],
] as const;

const ROOTS = ["Query", "Mutation", "Subscription"];

/** What changed from each snapshot to the next one, the last changes first, as Markdown. */
export async function schemaChangelog(snapshots: readonly Snapshot[], now: string): Promise<string> {
  const steps = snapshots.map((snapshot, at) => {
    const next = snapshots[at + 1];
    return {
      title: `${next ? `To ${next.name}` : "Now"}, since ${snapshot.name}`,
      from: snapshot.schema,
      to: next?.schema ?? now,
      meanings: snapshot.meanings ?? null,
    };
  });
  const parts = await Promise.all(steps.reverse().map(step));
  return [HEADER, ...parts].join("\n");
}

interface Step {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly meanings: string | null;
}

async function step({ title, from, to, meanings }: Step): Promise<string> {
  const changes = await diff(buildSchema(from), buildSchema(to), [DiffRule.ignoreDescriptionChanges]);
  const added = new Set(changes.filter(({ type }) => type === "TYPE_ADDED").map(({ path }) => path ?? ""));
  /** What a new type holds goes without saying; what can newly be asked does not. */
  const isNews = ({ path = "" }: { readonly path?: string | undefined }) => {
    const [type = "", ...parts] = path.split(".");
    return parts.length === 0 || !added.has(type) || (ROOTS.includes(type) && parts.length === 1);
  };
  const told = meanings === null ? [] : ["#### Other meaning", "", meanings.trim(), ""];
  const differs = SECTIONS.flatMap(([level, name]) => {
    const found = changes.filter(({ criticality }) => criticality.level === level).filter(isNews);
    const messages = [...new Set(found.map(({ message }) => `- ${message.replaceAll("'", "`")}`))].sort();
    return messages.length === 0 ? [] : [`#### ${name}`, "", ...messages, ""];
  });
  const lines = [...told, ...differs];
  return [`### ${title}`, "", ...(lines.length === 0 ? ["Nothing.", ""] : lines)].join("\n");
}

/** A schema without its descriptions: what a snapshot keeps. */
export function snapshotOf(schema: string): string {
  const bare = visit(parse(schema), {
    enter: (node) => ("description" in node ? { ...node, description: undefined } : undefined),
  });
  return `${print(bare)}\n`;
}

import type { Command } from "commander";
import { today } from "../domain/day.js";
import {
  FLAG_KINDS,
  FLAG_STATES,
  type Flag,
  type FlagKind,
  type FlagState,
  type FlagSubject,
} from "../domain/flag.js";
import type { Claim } from "../domain/record.js";
import { outcomeText } from "../explain/timeline-text.js";
import { responsesTo } from "../questions/lists/act-lists.js";
import { eventsOf, listFlags, outcomeOf, stateOf, subjectsOf } from "../questions/lists/flag-list.js";
import { ListScope } from "../questions/lists/list-scope.js";
import { graphNames } from "../questions/resident/graph-names.js";
import { claimJson } from "./answer-json.js";
import { withGraph } from "./ask-graph.js";
import type { CommandContext } from "./context.js";
import { print } from "./output.js";
import { printClaims } from "./print-claims.js";
import { type AskOptions, listOption, withClocks, withJson } from "./question-options.js";
import { type Column, tableLines } from "./table.js";
import { counted, dayText, lowerWords, named, nameOf, wrapped } from "./words.js";

interface Options extends AskOptions {
  readonly kinds?: readonly FlagKind[];
  readonly states?: readonly FlagState[];
  readonly lists?: readonly string[];
  readonly text?: string;
}

/** `ask flags [PARTY]`: probes and listings, of one party or all. */
export function addAskFlags(ask: Command, context: CommandContext): void {
  withJson(
    withClocks(
      ask
        .command("flags")
        .summary("probes and listings, of one party or all")
        .description(
          "Probes and listings in order of date: whom each concerns and in which role, its life as its sources tell it,\n" +
            "how it came out, and what was answered to it.",
        )
        .argument("[party]", "only those that concern this entity, e.g. company:huawei-technologies")
        .addOption(listOption("--kinds <kinds>", "only these kinds", Object.keys(FLAG_KINDS)))
        .addOption(listOption("--states <states>", "only those in these states", FLAG_STATES))
        .addOption(listOption("--lists <names>", "only listings on these lists, e.g. us-entity-list"))
        .option("--text <words>", "only those with these words in title, docket or reference")
        .addHelpText("after", "\nExample:\n  exposure-graph ask flags company:zte --kinds Listing"),
    ),
  ).action((party: string | undefined, options: Options) =>
    withGraph(options, context.config, async ({ graph, projection }) => {
      const { kinds, states, lists, text, validAt, knownAt } = options;
      const scope = new ListScope(graph, projection, { validAt, knownAt }, today());
      const filter = { kinds, states, lists, text, ...(party === undefined ? {} : { subjects: [party] }) };
      const flags = listFlags(scope, filter, null).items.map((flag) => toldFlag(scope, flag, party));
      if (options.json) {
        const clocks = { validAt: dayText(scope.validAt), knownAt: dayText(scope.knownAt) };
        const told = flags.map((flag) => flagJson(scope, flag));
        return print(JSON.stringify({ ...clocks, graphVersion: projection.version, flags: told }, null, 2));
      }
      printTable(scope, flags);
      for (const [at, flag] of flags.entries()) printFlag(scope, at + 1, flag);
      print(
        `${flags.length > 0 ? "\n" : ""}${counted(flags.length, "probe or listing", "probes and listings")}, as known on ${dayText(scope.knownAt)}, graph version ${projection.version}.`,
      );
    }),
  );
}

/** A flag with whom it concerns: of the party that is asked about (and what is one with it), else all. */
function toldFlag(scope: ListScope, flag: Flag, party: string | undefined) {
  const { projection, knownAt } = scope;
  const members = party === undefined ? null : scope.membersOf(party);
  const state = stateOf(scope, flag.id);
  const outcome = outcomeOf(scope, flag.id);
  return {
    flag,
    state,
    hasOutcome: outcome !== null,
    subjects: subjectsOf(scope, flag.id, null).items.filter(
      ({ entity }) => members === null || members.includes(projection.entities.indexOf(entity)),
    ),
    events: eventsOf(projection, flag.id, knownAt),
    outcome: outcomeText(
      { kind: flag.kind, state, outcome, by: scope.stateDay },
      graphNames(projection, knownAt),
    ),
    responses: responsesTo(projection, flag.id, knownAt),
  };
}

type ToldFlag = ReturnType<typeof toldFlag>;

function flagJson({ projection, knownAt }: ListScope, told: ToldFlag) {
  const { id, kind, title, type, list, authorities, docket, reference, country, topics } = told.flag;
  const written = (claim: Claim) => claimJson(projection, claim, knownAt);
  return {
    ...{ id, kind, title, type, list, docket, reference, country, topics },
    authorities: authorities.map((authority) => named(projection, authority)),
    state: told.state,
    outcomeText: told.outcome,
    subjects: told.subjects.map((row) => ({
      ...written(row),
      role: row.role,
      entity: named(projection, row.entity),
    })),
    events: told.events.map((row) => ({ ...written(row), event: row.event })),
    responses: told.responses.map((row) => ({ ...written(row), by: named(projection, row.by) })),
  };
}

function printTable({ projection }: ListScope, flags: readonly ToldFlag[]): void {
  const columns: Column<ToldFlag & { readonly number: number }>[] = [
    { title: "no", cell: ({ number }) => String(number), right: true },
    { title: "date", cell: ({ events, subjects }) => events[0]?.start ?? subjects[0]?.start ?? "not known" },
    { title: "what", cell: ({ flag }) => flag.list ?? lowerWords(flag.type ?? flag.kind) },
    { title: "title", cell: ({ flag }) => flag.title, atMost: 60 },
    { title: "state", cell: ({ state }) => (state === null ? "none" : lowerWords(state)) },
    { title: "whom", cell: ({ subjects }) => whom(subjects, (id) => nameOf(projection, id)), atMost: 60 },
  ];
  tableLines(
    columns,
    flags.map((flag, at) => ({ ...flag, number: at + 1 })),
  ).forEach(print);
}

/** `ZTE Corporation (respondent), University of Kansas (victim)`; an allegation or a denial is called so. */
function whom(subjects: readonly FlagSubject[], called: (id: string) => string): string {
  const told = subjects.map(({ entity, role, status }) => {
    const word = status === "alleged" || status === "denied" ? `, ${status}` : "";
    return `${called(entity)} (${lowerWords(role)}${word})`;
  });
  return [...new Set(told)].join(", ");
}

/** Its life, each event with its words and source, how it came out where no event says so, and what was answered. */
function printFlag({ projection, knownAt }: ListScope, number: number, told: ToldFlag): void {
  const { flag, events, hasOutcome, outcome, responses } = told;
  const authorities = flag.authorities.map((id) => nameOf(projection, id)).join(", ");
  const details = [flag.id, authorities, flag.docket, flag.reference].filter((part) => part);
  print("");
  print(`${number}. ${wrapped(`${flag.title} (${details.join("; ")})`, "   ")}`);
  const claims: readonly Claim[] = [...events, ...responses];
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const printAll = (rows: readonly Claim[]) =>
    printClaims(
      projection,
      rows.map(({ id }) => id),
      byId,
      knownAt,
    );
  printAll(events);
  if (!hasOutcome) print(`   ${wrapped(outcome, "   ")}`);
  printAll(responses);
}

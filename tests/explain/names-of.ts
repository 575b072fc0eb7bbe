/** Names from small tables, for the tests of texts. */
import { parseDay } from "../../src/domain/day.js";
import type { Flag } from "../../src/domain/flag.js";
import { type FlagStanding, type NamedSource, type Names, shortName } from "../../src/explain/names.js";

export interface Named {
  readonly entities?: Readonly<Record<string, string>>;
  readonly countries?: Readonly<Record<string, string>>;
  readonly flags?: Readonly<Record<string, Partial<Flag>>>;
  readonly decisions?: Readonly<Record<string, NonNullable<ReturnType<Names["decision"]>>>>;
  readonly sources?: Readonly<Record<string, Partial<NamedSource>>>;
  readonly knownOn?: string;
  readonly concerned?: Readonly<Record<string, readonly string[]>>;
  readonly standing?: Readonly<Record<string, Partial<FlagStanding>>>;
}

const FLAG = {
  kind: "Probe",
  title: "A case",
  type: "prosecution",
  list: null,
  country: "US",
  authorities: [],
} as const;
const SOURCE: NamedSource = { published: null, publisher: "The Paper", title: "A report", grade: "B2" };

export function namesOf({
  entities = {},
  countries = {},
  flags = {},
  decisions = {},
  sources = {},
  knownOn = "2026-11-24",
  concerned = {},
  standing = {},
}: Named): Names {
  const entity = (id: string) => entities[id] ?? null;
  return {
    entity,
    short: (id) => {
      const name = entity(id);
      return name === null ? null : shortName({ id, name, aliases: [] });
    },
    about: (id) => (entity(id) === null ? null : { kind: "Company", country: countries[id] ?? null }),
    flag: (id) => (flags[id] ? { ...FLAG, ...flags[id] } : null),
    decision: (id) => decisions[id] ?? null,
    source: (id) => (sources[id] ? { ...SOURCE, ...sources[id] } : null),
    knownOn: parseDay(knownOn),
    concerned: (id) => concerned[id] ?? [],
    standing: (id) => ({ outcome: null, lastSaid: null, ...standing[id] }),
  };
}

import { ask } from "../../api/ask.js";
import {
  type ScreenNameQuery,
  screenNameQuestion,
  screenPartyQuestion,
  screenUniversityQuestion,
} from "../../api/documents.generated.js";
import type { Clocks } from "../../state/clocks.js";
import { screen as screenTexts } from "../../texts/screen.js";

export type Candidate = NonNullable<ScreenNameQuery["search"]>["nodes"][number];

/** What is known of a name so far; null: it is being asked. */
export interface Screened {
  readonly name: string;
  readonly candidates: readonly Candidate[] | null;
  /** The exposure of the first candidate, in words. */
  readonly exposure: string | null;
}

/** Questions that run beside each other: more would only wait in the server. */
const AT_ONCE = 4;

/** A candidate with less in common is offered, and nothing is said of its exposure. */
const NEAR = 0.5;

/** Whether a candidate is near enough to be answered for. */
export function isNear({ score }: Candidate): boolean {
  return score >= NEAR;
}

/** Looks every name up, then the exposure of each first candidate; `tell` after each step. */
export async function screen(
  names: readonly string[],
  clocks: Clocks,
  signal: AbortSignal,
  tell: (screened: readonly Screened[]) => void,
): Promise<void> {
  const screened: Screened[] = names.map((name) => ({ name, candidates: null, exposure: null }));
  const set = (at: number, more: Partial<Screened>) => {
    screened[at] = { ...(screened[at] as Screened), ...more };
    tell(screened);
  };
  await beside(names, async (name, at) => {
    const { search } = await ask(screenNameQuestion, { text: name }, signal);
    set(at, { candidates: search?.nodes ?? [] });
  });
  await beside(screened, async ({ candidates }, at) => {
    const first = candidates?.[0];
    if (first !== undefined && isNear(first)) set(at, { exposure: await exposureOf(first, clocks, signal) });
  });
}

async function exposureOf({ entity }: Candidate, clocks: Clocks, signal: AbortSignal): Promise<string> {
  const say = screenTexts;
  if (entity.kind !== "UNIVERSITY") {
    const { exposedUniversities } = await ask(screenPartyQuestion, { id: entity.id, ...clocks }, signal);
    const n = exposedUniversities?.totalCount ?? 0;
    return n === 0 ? say.exposedNone : say.exposed(n);
  }
  const { exposure } = await ask(screenUniversityQuestion, { id: entity.id, ...clocks }, signal);
  const n = exposure?.findings.totalCount ?? 0;
  const groups = (exposure?.groups.nodes ?? []).map(({ group }) => group.name).join("; ");
  return n === 0 ? say.findingsNone : say.findings(n, groups);
}

async function beside<Item>(
  items: readonly Item[],
  each: (item: Item, at: number) => Promise<void>,
): Promise<void> {
  const waiting = [...items.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await each(next[1], next[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

import { afterEach } from "vitest";
import { type Ended, ended, type RunOptions, start } from "../cli/run.js";

/** What a test that failed left behind. */
const left = new Set<() => void>();
afterEach(() => {
  for (const kill of left) kill();
  left.clear();
});

export interface Serving {
  readonly url: string;
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  /** What it said until it ended. */
  readonly end: Promise<Ended>;
}

/** Starts `serve` in a process of its own; answers when it listens. @throws Error with its words where it ends before. */
export async function serving(parameters: readonly string[], options: RunOptions = {}): Promise<Serving> {
  const environment = { EXPOSURE_LOG: "warn", ...options.environment };
  const child = start(["serve", "--port", "0", ...parameters], { ...options, environment });
  const end = ended(child);
  const kill = () => void child.kill("SIGKILL");
  left.add(kill);
  end.then(() => left.delete(kill));
  const url = await new Promise<string>((resolve, reject) => {
    let out = "";
    child.stdout?.on("data", (text) => {
      out += text;
      const found = /answers at (http:\S+)\/graphql/.exec(out)?.[1];
      if (found) resolve(found);
    });
    end.then(({ err }) => reject(new Error(`serve ended before it answered: ${err}`)));
  });
  return { url, pid: child.pid ?? 0, kill: (signal) => void child.kill(signal), end };
}

/** Answers as a test reads them: loosely. */
// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not trusted
export type Answer = any;

/** Asks by POST. @throws TypeError where no answer comes. */
export async function ask(
  url: string,
  query: string,
  { variables = {}, key }: { readonly variables?: object; readonly key?: string } = {},
): Promise<{ readonly status: number; readonly body: Answer }> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: await response.json() };
}

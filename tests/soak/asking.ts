import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newForm } from "../bench/new-form.js";
import { ROOT } from "../bench/root.js";

/** Something to ask for, by name; the answer as a text. */
interface Question {
  readonly name: string;
  ask(url: string): Promise<string>;
}

/** Asks the examples and exports again and again, and compares what comes with what came first. */
export class Asking {
  answered = 0;
  readonly wrong: string[] = [];
  private next = 0;
  private readonly url: string;
  /** The questions with their answers. */
  private readonly expected: readonly (readonly [Question, string])[];

  private constructor(url: string, expected: readonly (readonly [Question, string])[]) {
    this.url = url;
    this.expected = expected;
  }

  /** Asks everything before and after a change; what that changes (how many claims there are) is left out. */
  static async start(url: string, change: () => Promise<void>): Promise<Asking> {
    const first: [Question, string][] = [];
    for (const question of [...exampleQuestions(), ...exports()])
      first.push([question, await question.ask(url)]);
    await change();
    const lasting: [Question, string][] = [];
    for (const [question, answer] of first)
      if ((await question.ask(url)) === answer) lasting.push([question, answer]);
    return new Asking(url, lasting);
  }

  get questions(): number {
    return this.expected.length;
  }

  /** One client, who asks one question after the other. */
  async until(goesOn: () => boolean): Promise<void> {
    while (goesOn()) {
      this.next += 1;
      const [question, expected] = this.expected[this.next % this.expected.length] as [Question, string];
      const answer = await question.ask(this.url).catch((error: unknown) => String(error));
      this.answered += 1;
      if (answer !== expected) this.wrong.push(`${question.name}: ${answer.slice(0, 300)}`);
    }
  }
}

/** Each example, as it is kept and worked out anew. */
function exampleQuestions(): Question[] {
  const folder = join(ROOT, "schema/examples");
  const names = readdirSync(folder).flatMap((file) => /^(.+)\.graphql$/.exec(file)?.[1] ?? []);
  return names.flatMap((name) => {
    const query = readFileSync(join(folder, `${name}.graphql`), "utf8");
    const variables = JSON.parse(readFileSync(join(folder, `${name}.variables.json`), "utf8"));
    const body = JSON.stringify({ query, variables });
    const ask = (form: () => string) => async (url: string) => {
      const headers = { "content-type": "application/json", accept: form() };
      return good(await fetch(`${url}/graphql`, { method: "POST", headers, body }));
    };
    return [
      { name, ask: ask(() => "application/json") },
      { name: `${name}, anew`, ask: ask(newForm) },
    ];
  });
}

function exports(): Question[] {
  return ["csv", "json", "gexf", "graphml"].map((format) => ({
    name: `export as ${format}`,
    ask: async (url) => good(await fetch(`${url}/export/${format}?university=university:mit`)),
  }));
}

/** @throws Error where the answer is none; one example names an id that is not there, and has data beside its error. */
async function good(response: Response): Promise<string> {
  const text = await response.text();
  const isRefused = text.startsWith('{"errors"') && !text.includes('"data":{');
  if (response.status === 200 && !isRefused) return text;
  throw new Error(`${response.status}: ${text.slice(0, 300)}`);
}

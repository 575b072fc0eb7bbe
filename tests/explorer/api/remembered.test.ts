import { expect, it } from "vitest";
import { remembered } from "../../../src/explorer/api/remembered.js";

/** A question that is answered when a test says so, and ends a while after its signal does, as one over a network. */
function asking() {
  const met = new Map<string, Promise<string>>();
  const answers: ((text: string) => void)[] = [];
  const ask = (signal: AbortSignal) =>
    remembered({ met, signal }, { of: "a" }, () => {
      const ended = new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => setImmediate(() => reject(new Error("ended"))));
      });
      return Promise.race([ended, new Promise<string>((resolve) => answers.push(resolve))]);
    });
  return { ask, answers };
}

it("asks once for what was asked before", async () => {
  const { ask, answers } = asking();
  const [first, second] = [new AbortController(), new AbortController()];
  const asked = ask(first.signal);
  answers[0]?.("the answer");
  expect(await asked).toBe("the answer");
  first.abort();
  expect(await ask(second.signal)).toBe("the answer");
  expect(answers).toHaveLength(1);
});

it("asks again for what was ended, at once, and keeps the new answer when the old one fails", async () => {
  const { ask, answers } = asking();
  const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
  const ended = ask(first.signal);
  first.abort();
  const asked = ask(second.signal);
  await expect(ended).rejects.toThrow("ended");
  answers[1]?.("the answer");
  expect(await asked).toBe("the answer");
  expect(await ask(third.signal)).toBe("the answer");
  expect(answers).toHaveLength(2);
});

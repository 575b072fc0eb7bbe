import type { Page, Route } from "playwright-core";

/** Answers that are held back. */
export interface Held {
  /** Resolves when so many questions wait for their answer. */
  waiting(n: number): Promise<void>;
  /** Lets all of them go, and those that come from now on. */
  release(): Promise<void>;
}

/** Holds back the answers to the questions of a name, as a slow network does. */
export async function holdAnswers(page: Page, question: string): Promise<Held> {
  const held: Route[] = [];
  let tell = () => {};
  let isOpen = false;
  await page.route("**/graphql", async (route) => {
    const isMeant = route.request().postData()?.includes(`query ${question}(`) ?? false;
    if (!isMeant || isOpen) return route.continue();
    held.push(route);
    tell();
  });
  return {
    waiting: (n) =>
      new Promise((resolve) => {
        tell = () => held.length >= n && resolve();
        tell();
      }),
    release: async () => {
      isOpen = true;
      // A question that was ended meanwhile has no answer to go.
      for (const route of held) await route.continue().catch(() => {});
    },
  };
}

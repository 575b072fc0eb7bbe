import type { ExposureClient } from "./exposure-client.js";
import { exposedToHuaweiQuestion, mitExposureQuestion } from "./questions.generated.js";

/** Asks two of the questions in schema/examples and gives what is worth printing. */
export async function report(client: ExposureClient, day: string): Promise<readonly string[]> {
  const clocks = { validAt: day, knownAt: day };
  const { exposure } = await client.ask(mitExposureQuestion, { university: "university:mit", ...clocks });
  const { exposedUniversities } = await client.ask(exposedToHuaweiQuestion, {
    to: "company:huawei-technologies",
    ...clocks,
  });
  return [
    exposure?.summary ?? "There is no such university.",
    ...(exposedUniversities?.nodes ?? []).map(({ university }) => university.name),
  ];
}

import { Refusal } from "../api/ask.js";
import type { BadPlace } from "./bad-place.js";

/** Says a refusal of the API in the words of the page where the page knows which of its values is meant, by code. */
export async function explained<Answer>(
  asked: Promise<Answer>,
  byCode: Readonly<Record<string, BadPlace | null>>,
): Promise<Answer> {
  try {
    return await asked;
  } catch (fault) {
    throw fault instanceof Refusal ? (byCode[fault.code] ?? fault) : fault;
  }
}

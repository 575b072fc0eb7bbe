import { expect } from "vitest";
import { ERROR_CODES } from "../../src/domain/errors.js";
import { KEYS, withKey } from "./access-settings.js";

/** Codes that only a fault on the server's side explains. */
const OURS = ["INTERNAL", "STORE_UNAVAILABLE", "STORE_DAMAGED", "DATA_INVALID", "DEADLINE_EXCEEDED"];
const THEIRS: readonly string[] = ERROR_CODES.filter((code) => !OURS.includes(code));

/** Asks as an admin, and checks that the answer is clean. */
export async function answersCleanly(
  url: string,
  { path = "/graphql", ...init }: RequestInit & { readonly path?: string },
): Promise<void> {
  const headers = { ...withKey(KEYS.admin), ...(init.headers as Record<string, string>) };
  await isClean(await fetch(`${url}${path}`, { ...init, headers }));
}

/** Checks an answer: JSON, no page, each error with a sentence and a code that the asker can do something about. */
export async function isClean(response: Response): Promise<void> {
  const text = await response.text();
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get("content-type")).toMatch(/^application\/(graphql-response\+)?json/);
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  const { errors = [] } = JSON.parse(text) as {
    errors?: { message: string; extensions: { code: string } }[];
  };
  for (const { message, extensions } of errors) {
    expect(THEIRS).toContain(extensions.code);
    expect(message).not.toMatch(/^(TypeError|RangeError|Error)|\bat .*\.(ts|js):\d|Cannot read prop/);
  }
}

/** A request that asks this. */
export function posted(query: string, variables: unknown): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  };
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { badInput } from "../domain/errors.js";
import { KnownDocuments } from "../graphql/admission/known-documents.js";

/** Where known operations stand, and whether nothing else is answered. */
export interface DocumentsFolder {
  /** A folder of `.graphql` files, folders in it too; null: none is known. */
  readonly folder: string | null;
  readonly nothingElse: boolean;
}

/**
 * Reads the documents that clients may name by the SHA-256 of their file.
 * @throws BAD_USER_INPUT where the folder cannot be read, or holds none although nothing else is to be answered.
 */
export function readKnownDocuments({ folder, nothingElse }: DocumentsFolder): KnownDocuments {
  const texts = folder === null ? [] : textsIn(folder);
  if (nothingElse && texts.length === 0) {
    throw badInput(
      "EXPOSURE_KNOWN_DOCUMENTS_ONLY is on and no document is known: name a folder of .graphql files in EXPOSURE_DOCUMENTS",
    );
  }
  return new KnownDocuments(texts, { nothingElse });
}

function textsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".graphql"))
      .map((name) => readFileSync(join(folder, name), "utf8"));
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code;
    throw badInput(
      `EXPOSURE_DOCUMENTS "${folder}" cannot be read (${reason}): name a folder of .graphql files`,
    );
  }
}

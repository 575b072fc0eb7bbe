import { CSL } from "../csl/csl.js";
import { SECTION_117 } from "../section-117/section-117.js";
import type { ImportFormat } from "./import-format.js";

/** Every format that `import` reads. */
export const IMPORT_FORMATS = {
  "section-117": SECTION_117,
  csl: CSL,
} as const satisfies Readonly<Record<string, ImportFormat>>;

export type ImportFormatName = keyof typeof IMPORT_FORMATS;

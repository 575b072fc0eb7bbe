/** Legal forms of companies: words that tell no company from another. */

/** One word each, as names are searched: lower case, without punctuation. */
export const LEGAL_FORM_WORDS: ReadonlySet<string> = new Set(
  "co company corp corporation inc incorporated limited llc llp lp ltd plc gmbh ag sa sarl sas bv nv ab as oy kk spa srl pte pty".split(
    " ",
  ),
);

/** The endings that sentences leave out: those that are never a part of the name itself. */
const ENDING =
  /[,\s]+(co\.?,? ?(ltd|limited)\.?|company limited|limited|ltd\.?|inc\.?|incorporated|llc|gmbh|ag|s\.?a\.?|plc|corp\.?|corporation|pte\.? ltd\.?|pty\.? ltd\.?)$/i;

/** A name without the legal form at its end. */
export function withoutLegalForm(name: string): string {
  return name.replace(ENDING, "");
}

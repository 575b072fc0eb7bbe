/** Forms of legal persons that trade, as a word of their names. */
const LEGAL_FORM =
  /(?:^|[\s,.(])(?:co|corp|corporation|company|inc|incorporated|ltd|limited|llc|llp|plc|pte|pty|gmbh|ag|kg|kgaa|se|s\.?a|s\.?p\.?a|s\.?r\.?l|sarl|sas|bv|b\.v|nv|n\.v|ab|a\/s|aps|asa|oyj?|kk|k\.k|sdn|bhd|jsc|pjsc|ojsc|ooo|zao|oao|pvt|ltda)(?=$|[\s,.)])/i;

/** Whether a name has the form of a company's. */
export function hasLegalForm(name: string): boolean {
  return LEGAL_FORM.test(name);
}

/** A name as the part of an id, or what stands for one that has no letters. */
export function nameSlug(name: string, otherwise: string): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return words === "" ? otherwise : words;
}

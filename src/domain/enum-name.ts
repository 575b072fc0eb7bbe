/** A constant of the domain as the API writes it: `no_comment` is NO_COMMENT, `PartOf` PART_OF. */
export function enumName(value: string): string {
  return value.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase();
}

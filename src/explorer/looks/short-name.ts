/** Endings that say the legal form and nothing else. */
const LEGAL_FORM =
  /[,\s]+(co\.?,? ?ltd\.?|company limited|limited|ltd\.?|inc\.?|incorporated|llc|gmbh|ag|s\.?a\.?|plc|corp\.?|corporation)$/i;

/**
 * The name by which a sentence may call an entity: the name, alias or name without legal form that its id is made of
 * ("MIT" for university:mit), else its name. Ids are written for readers, so no guess is needed.
 */
export function shortName(entity: {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}): string {
  const slug = entity.id.slice(entity.id.indexOf(":") + 1);
  const bare = entity.name.replace(LEGAL_FORM, "");
  return [bare, ...entity.aliases].find((name) => slugOf(name) === slug) ?? entity.name;
}

function slugOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

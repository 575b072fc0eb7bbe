import { ask } from "../api/ask.js";
import { type EntityKind, findQuestion } from "../api/documents.generated.js";

/** What a search box offers. */
export interface Choice {
  readonly id: string;
  readonly kind: EntityKind | "PROBE" | "LISTING";
  readonly name: string;
  /** The name that fitted, where it is another. */
  readonly matched: string | null;
}

/** What is sought. */
export interface Sought {
  /** Only these kinds; all where absent. */
  readonly kinds?: readonly EntityKind[];
  /** Probes and listings too. */
  readonly withFlags?: boolean;
}

/** Entities, and probes and listings where asked for, by a name, alias, identifier or id; the best first. */
export async function searchChoices(
  text: string,
  first: number,
  { kinds, withFlags }: Sought,
  signal?: AbortSignal,
): Promise<readonly Choice[]> {
  const variables = { text, first, kinds: kinds ? [...kinds] : null, withFlags: withFlags ?? false };
  const { search, flags } = await ask(findQuestion, variables, signal);
  const entities = (search?.nodes ?? []).map(
    ({ entity, matchedName }): Choice => ({
      id: entity.id,
      kind: entity.kind,
      name: entity.name,
      matched: matchedName === entity.name ? null : matchedName,
    }),
  );
  const found = (flags?.nodes ?? []).map(
    ({ id, kind, title }): Choice => ({ id, kind, name: title, matched: null }),
  );
  return [...entities.slice(0, first - Math.min(found.length, 3)), ...found].slice(0, first);
}

import type { WalkFragment } from "../api/documents.generated.js";
import { hrefOf } from "../state/place.js";
import { claimText } from "./claim.js";
import { h, type Markup } from "./markup.js";

type End = WalkFragment["steps"][number]["from"];

/** A proof as a chain from the university onwards: who, then the claim that leads on, with its words and sources. */
export function chain(path: Pick<WalkFragment, "steps">): Markup {
  const [first] = path.steps;
  return h(
    "ol",
    { class: "chain" },
    first !== undefined && h("li", { class: "link start" }, entityNode(first.from)),
    path.steps.map(({ relation, to, forward }) =>
      h(
        "li",
        { class: "link" },
        h(
          "div",
          { class: `step ${forward ? "forward" : "backward"} ${relation.status.toLowerCase()}` },
          claimText(relation),
        ),
        entityNode(to),
      ),
    ),
  );
}

function entityNode(entity: End): Markup {
  return h("p", { class: `node kind-${entity.kind.toLowerCase()}` }, entityLink(entity));
}

/** A link to the page about an entity: a university's answer, or who owns a company and who is exposed to it. */
export function entityLink(entity: {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}): Markup {
  return h("a", { href: entityHref(entity) }, entity.name);
}

/** The address of the page about an entity. */
export function entityHref(entity: { readonly id: string; readonly kind: string }): string {
  return entity.kind === "UNIVERSITY"
    ? hrefOf("/", { university: entity.id })
    : hrefOf("/company", { id: entity.id });
}

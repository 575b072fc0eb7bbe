import type { JSX } from "preact";
import type { WalkFragment } from "../api/documents.generated.js";
import { hrefOf } from "../state/place.js";
import { ClaimText } from "./claim.js";
import { Link } from "./link.js";

type End = WalkFragment["steps"][number]["from"];

/** An entity that a link leads to. */
export interface Linked {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

/** A proof as a chain from the university onwards: who, then the claim that leads on, with its words and sources. */
export function Chain({ path }: { readonly path: Pick<WalkFragment, "steps"> }): JSX.Element {
  const [first] = path.steps;
  return (
    <ol class="chain">
      {first !== undefined && (
        <li class="link start">
          <EntityNode entity={first.from} />
        </li>
      )}
      {path.steps.map(({ relation, to, forward }) => (
        <li key={relation.id} class="link">
          <div class={`step ${forward ? "forward" : "backward"} ${relation.status.toLowerCase()}`}>
            <ClaimText claim={relation} />
          </div>
          <EntityNode entity={to} />
        </li>
      ))}
    </ol>
  );
}

function EntityNode({ entity }: { readonly entity: End }): JSX.Element {
  return (
    <p class={`node kind-${entity.kind.toLowerCase()}`}>
      <EntityLink entity={entity} />
    </p>
  );
}

/** A link to the page about an entity: a university's answer, or who owns a company and who is exposed to it. */
export function EntityLink({ entity }: { readonly entity: Linked }): JSX.Element {
  return <Link href={entityHref(entity)}>{entity.name}</Link>;
}

/** The address of the page about an entity. */
export function entityHref(entity: { readonly id: string; readonly kind: string }): string {
  return entity.kind === "UNIVERSITY"
    ? hrefOf("/", { university: entity.id })
    : hrefOf("/company", { id: entity.id });
}

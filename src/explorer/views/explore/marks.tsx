import type { JSX } from "preact";
import type { EntityKind } from "../../api/documents.generated.js";
import type { RelationFamily } from "../../api/relation-kinds.js";
import { DASH_OF, type LineMark } from "../../charts/network-terms.js";
import { STYLED } from "../../charts/palette.js";
import { EntityShape } from "../../charts/shape.js";
import { Details } from "../../components/details.js";
import { explore as exploreTexts } from "../../texts/explore.js";

/** The mark of a kind of entity; words must stand beside it. */
export function KindMark({ kind }: { readonly kind: EntityKind }): JSX.Element {
  return (
    <svg class="sample" viewBox="-9 -9 18 18" width={16} height={16} aria-hidden="true" focusable="false">
      <EntityShape kind={kind} x={0} y={0} radius={7.5} fill={STYLED.kind[kind]} />
    </svg>
  );
}

/** A line as the canvas draws it; words must stand beside it. */
export function LineSample({
  family,
  mark,
}: {
  readonly family: RelationFamily;
  readonly mark: LineMark;
}): JSX.Element {
  return (
    <svg class="sample" viewBox="0 0 34 10" width={34} height={10} aria-hidden="true" focusable="false">
      <line
        x1={1}
        y1={5}
        x2={33}
        y2={5}
        stroke={mark === "ended" ? STYLED.soft : STYLED.family[family]}
        stroke-width={mark === "ended" ? 1 : 2.5}
        stroke-dasharray={DASH_OF[mark] ?? undefined}
      />
    </svg>
  );
}

/** What shapes, colours and dashes say. */
export function Legend({
  families,
  marks,
}: {
  readonly families: readonly RelationFamily[];
  readonly marks: readonly LineMark[];
}): JSX.Element {
  const say = exploreTexts.legend;
  return (
    <Details class="legend small" open>
      <summary>{say.title}</summary>
      <ul class="plain legend-list">
        {families.map((family) => (
          <li key={family}>
            <LineSample family={family} mark="certain" />
            {say.families[family]}
          </li>
        ))}
        {marks.map((mark) => (
          <li key={mark}>
            <LineSample family="other" mark={mark} />
            {say[mark]}
          </li>
        ))}
      </ul>
      <p class="soft">{say.arrow}</p>
    </Details>
  );
}

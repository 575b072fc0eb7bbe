import type { ComponentChildren, JSX } from "preact";
import type { EntityKind, RelationKind } from "../../api/documents.generated.js";
import { FAMILY_OF, KIND_ORDER, KINDS } from "../../api/relation-kinds.js";
import { SHAPE_OF } from "../../charts/shape.js";
import { Details } from "../../components/details.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import { KindMark, LineSample } from "./marks.js";
import type { Shown } from "./shown.js";

/** What is drawn by kind, each with its number on the canvas; and what is hidden in time, one click away. */
export function Filters({ shown }: { readonly shown: Shown }): JSX.Element {
  const { scene, asked } = shown;
  const relations = KIND_ORDER.map((kind) => ({
    kind,
    n: scene.relations.filter((relation) => relation.kind === kind && relation.status !== "DENIED").length,
  })).filter(({ n }) => n > 0);
  const entities = (Object.keys(SHAPE_OF) as EntityKind[])
    .map((kind) => ({
      kind,
      n: [...scene.entities.values()].filter((entity) => entity.kind === kind).length,
    }))
    .filter(({ n }) => n > 0);
  const say = exploreTexts.filter;
  const box = (kind: RelationKind | EntityKind, name: string, mark: ComponentChildren) => {
    const toggle = (event: Event) => {
      const without = new Set(shown.now().without);
      if ((event.target as HTMLInputElement).checked) without.delete(kind);
      else without.add(kind);
      shown.set({ without: [...without].join(",") || null });
    };
    return (
      <label class="check">
        <input type="checkbox" id={`kind-${kind}`} checked={!asked.without.has(kind)} onChange={toggle} />
        {mark}
        {name}
      </label>
    );
  };
  return (
    <div class="filters">
      <fieldset>
        <legend>{say.relations}</legend>
        {relations.map(({ kind, n }) =>
          box(kind, say.of(KINDS[kind].title, n), <LineSample family={FAMILY_OF[kind]} mark="certain" />),
        )}
      </fieldset>
      <fieldset>
        <legend>{say.entities}</legend>
        {entities.map(({ kind, n }) =>
          box(kind, say.of(exploreTexts.kindTitle[kind], n), <KindMark kind={kind} />),
        )}
      </fieldset>
    </div>
  );
}

/** What is not drawn and why, with the button that draws what has ended. */
export function HiddenNote({ shown }: { readonly shown: Shown }): JSX.Element {
  const { drawing, asked } = shown;
  const { ended, later, kinds } = drawing.hidden;
  const say = exploreTexts.hidden;
  const toggle = (name: string, value: string | null) => (
    <button type="button" id="toggle-ended" class="quiet small" onClick={() => shown.set({ ended: value })}>
      {name}
    </button>
  );
  return (
    <div class="hidden-note row small">
      {asked.withEnded ? (
        <>
          <span>{say.endedShown}</span>
          {toggle(say.hideEnded, null)}
        </>
      ) : (
        ended > 0 && (
          <>
            <span>{say.ended(ended)}</span>
            {toggle(say.showEnded, "shown")}
          </>
        )
      )}
      {later > 0 && <span>{say.later(later)}</span>}
      {kinds > 0 && <span>{say.kinds(kinds)}</span>}
      {drawing.denied > 0 && <span>{say.denied(drawing.denied)}</span>}
      {shown.answered.length > 0 && (
        <Details class="answered" id="answered">
          <summary>{exploreTexts.picture.answeredTitle}</summary>
          {shown.answered.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Details>
      )}
    </div>
  );
}

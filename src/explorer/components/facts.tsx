import type { ComponentChildren, JSX } from "preact";

/** Labelled values side by side, as many as the width takes; those that are null are left out. */
export function Facts({
  values,
  kind = "facts",
}: {
  readonly values: Readonly<Record<string, ComponentChildren>>;
  readonly kind?: string;
}): JSX.Element {
  return (
    <dl class={kind}>
      {Object.entries(values).map(
        ([label, value]) =>
          value !== null &&
          value !== undefined &&
          value !== false && (
            <div>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

import { statusTag } from "../../looks/claim.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { searchBox } from "../../looks/search-box.js";
import { percent } from "../../looks/share-bar.js";
import { texts } from "../../texts/english.js";
import type { Material } from "./material.js";
import type { Suppose, Supposed } from "./scenario.js";

export interface SupposeOptions {
  readonly material: Material;
  readonly supposed: Supposed;
  readonly suppose: Suppose;
}

type ListName = "strike" | "distrust" | "delist";

const say = texts.whatIf;

/** What may be otherwise: claims and sources to strike, shares to change, listings to lift, parties to list. */
export function supposeForm(options: SupposeOptions): Markup {
  const { material, suppose } = options;
  return h(
    "form",
    { class: "card stack tight suppose", onsubmit: (event: Event) => event.preventDefault() },
    h("h2", {}, say.suppose),
    checklist(
      say.claims(material.claims.length),
      "strike",
      material.claims.map(({ id, text, status }) => ({ id, label: [text, " ", statusTag(status)] })),
      options,
      true,
    ),
    checklist(
      say.sources(material.sources.length),
      "distrust",
      material.sources.map(({ id, publisher, title }) => ({ id, label: `${publisher}: ${title}` })),
      options,
    ),
    shares(options),
    checklist(
      say.delist(material.listings.length),
      "delist",
      material.listings.map(({ id, title }) => ({ id, label: title })),
      options,
    ),
    searchBox({
      id: "find-listed",
      label: say.list,
      hint: say.findParty,
      choose: ({ id }) => suppose((now) => ({ ...now, list: [...new Set([...now.list, id])] })),
    }),
  );
}

function checklist(
  title: string,
  name: ListName,
  items: readonly { readonly id: string; readonly label: Child }[],
  { supposed, suppose }: SupposeOptions,
  isOpen = false,
): Child {
  if (items.length === 0) return null;
  const chosen = supposed[name];
  const toggle = (id: string) =>
    suppose((now) => ({
      ...now,
      [name]: now[name].includes(id) ? now[name].filter((one) => one !== id) : [...now[name], id],
    }));
  return h(
    "details",
    { id: `fold-${name}`, open: isOpen || chosen.length > 0 },
    h("summary", {}, title),
    h(
      "ul",
      { class: "plain checks" },
      items.map(({ id, label }) =>
        h(
          "li",
          {},
          h(
            "label",
            {},
            h("input", {
              id: `${name}-${id}`,
              type: "checkbox",
              checked: chosen.includes(id),
              onchange: () => toggle(id),
            }),
            h("span", {}, label),
          ),
        ),
      ),
    ),
  );
}

function shares({ material, supposed, suppose }: SupposeOptions): Markup {
  const { length } = material.shares;
  return h(
    "details",
    { id: "fold-shares", open: supposed.shares.length > 0 },
    h("summary", {}, say.shares(length)),
    length === 0 && h("p", { class: "small" }, say.noShares),
    material.shares.map((claim) => {
      const now = supposed.shares.find((share) => share.claim === claim.id);
      const field = (name: "from" | "to", value: number) => [
        h("label", { for: `${name}-${claim.id}` }, say[name]),
        h("input", {
          id: `${name}-${claim.id}`,
          type: "number",
          min: 0,
          max: 100,
          step: "any",
          value,
          class: "short",
        }),
      ];
      const apply = (event: Event) => {
        const [from, to] = [
          ...((event.currentTarget as Element).closest(".share")?.querySelectorAll("input") ?? []),
        ].map((input) => Number(input.value));
        if (from === undefined || to === undefined || !(from >= 0 && from <= to && to <= 100)) return;
        suppose((now) => ({
          ...now,
          shares: [...now.shares.filter((share) => share.claim !== claim.id), { claim: claim.id, from, to }],
        }));
      };
      return h(
        "fieldset",
        { class: "share" },
        h("legend", { class: "small" }, claim.text),
        h("div", { class: "field" }, field("from", now?.from ?? percent(claim.share.min))),
        h("div", { class: "field" }, field("to", now?.to ?? percent(claim.share.max))),
        h("button", { id: `share-${claim.id}`, type: "button", class: "quiet", onclick: apply }, say.apply),
      );
    }),
  );
}

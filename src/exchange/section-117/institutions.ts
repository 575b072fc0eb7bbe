import { createHash } from "node:crypto";
import type { ImportSink } from "../import/import-sink.js";

/** An institution as a row names it. */
export interface Named {
  readonly opeid: string;
  readonly name: string;
  readonly city: string;
  readonly state: string;
}

const OPEID = /^\d{8}$/;

/** The institutions of a file: one for each OPEID, whatever it is called; other names of it are aliases. */
export class Institutions {
  readonly #met = new Map<string, Named & { readonly names: Set<string> }>();

  constructor(private readonly slug: string) {}

  /** The id of the institution that a row names. */
  id(named: Named): string {
    const { opeid, name, city, state } = named;
    const own = OPEID.test(opeid)
      ? `opeid-${opeid}`
      : createHash("sha256").update(`${name}\u001f${city}\u001f${state}`).digest("hex").slice(0, 12);
    const id = `university:${this.slug}-${own}`;
    const met = this.#met.get(id);
    if (met === undefined) this.#met.set(id, { ...named, names: new Set([name]) });
    else met.names.add(name);
    return id;
  }

  write(sink: ImportSink): void {
    for (const [id, { opeid, name, city, state, names }] of this.#met) {
      const isNumbered = OPEID.test(opeid);
      const place = [city, state].filter((part) => part !== "").join(", ");
      sink.entity({
        id,
        kind: "University",
        name,
        aliases: [...names]
          .slice(1)
          .map((alias) => alias.replaceAll(";", ","))
          .join(";"),
        country: "US",
        region: place,
        identifiers: isNumbered ? `opeid=${opeid}` : "",
        summary: `Institution as the file names it${place === "" ? "" : `, in ${place}`}${isNumbered ? `, OPEID ${opeid}` : ""}.`,
      });
    }
  }
}

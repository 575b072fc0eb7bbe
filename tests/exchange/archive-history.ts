import type { Change, GraphStore } from "../../src/store/graph-store.js";
import {
  add,
  drop,
  entity,
  event,
  gift,
  ownership,
  put,
  retract,
  source,
  story,
  write,
} from "../store/small-records.js";

/** A store with a past: corrections, retractions (one by an editor), dropped nouns, a version without a load. */
export async function writeHistory(store: GraphStore): Promise<void> {
  await write(store, story());
  await write(store, [put(source("s-2")), put(entity("company:c")), add(ownership("second"))]);
  await write(store, [
    retract(ownership("owns")),
    add({ ...ownership("owns"), revision: 1, note: "corrected" }),
    retract(event()),
    add({ ...event(), revision: 1, status: "reported" }),
  ]);
  await store.touch();
  await write(store, [
    { ...retract(gift("gift", 500_000)), byEditor: true } as Change,
    drop("entity", "company:c"),
    drop("entity", "company:a"),
  ]);
}

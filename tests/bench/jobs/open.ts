import type { GraphStore } from "../../../src/store/graph-store.js";
import { openStore } from "../../../src/store/open-store.js";
import { parseStoreAddress } from "../../../src/store/store-address.js";

/** A store as a job is told of it. */
export interface StoreAt {
  readonly address: string;
  readonly user?: string;
  readonly password?: string;
}

/** Opens a store, lets something be done with it, and closes it. */
export async function withStore<Value>(
  { address, ...credentials }: StoreAt,
  readOnly: boolean,
  work: (store: GraphStore) => Promise<Value>,
): Promise<Value> {
  const store = await openStore(parseStoreAddress(address), { readOnly, ...credentials });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

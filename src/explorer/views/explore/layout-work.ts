import type { LayoutTask } from "./layout.js";
import type { LayoutDone, LayoutOrder } from "./layout.worker.js";
import type { Point } from "./point.js";

/** Lays out beside the page, so that it answers while many entities find their places. */
export class LayoutWork {
  private readonly worker: Worker;
  private readonly waiting = new Map<
    number,
    {
      readonly resolve: (places: ReadonlyMap<string, Point>) => void;
      readonly reject: (fault: Error) => void;
    }
  >();
  private last = 0;

  constructor() {
    allowOwnScripts();
    this.worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
    this.worker.addEventListener("message", ({ data }: MessageEvent<LayoutDone>) => {
      this.waiting.get(data.number)?.resolve(data.places);
      this.waiting.delete(data.number);
    });
    this.worker.addEventListener("error", (event) => {
      for (const { reject } of this.waiting.values())
        reject(new Error(`the layout failed: ${event.message}`));
      this.waiting.clear();
    });
  }

  layOut({ stages, pairs }: LayoutTask): Promise<ReadonlyMap<string, Point>> {
    const number = ++this.last;
    const order: LayoutOrder = { number, stages, pairs };
    return new Promise((resolve, reject) => {
      this.waiting.set(number, { resolve, reject });
      this.worker.postMessage(order);
    });
  }

  close(): void {
    this.worker.terminate();
  }
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): unknown;
  readonly defaultPolicy: unknown;
}

/** The pages' policy lets no script in by an address that no rule looked at: only files of this server may run. */
function allowOwnScripts(): void {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (types === undefined || types.defaultPolicy !== null) return;
  types.createPolicy("default", {
    createScriptURL: (address) => {
      if (new URL(address, location.href).origin !== location.origin)
        throw new TypeError(`a script of another server: ${address}`);
      return address;
    },
  });
}

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createClient } from "graphql-sse";
import { runProgram } from "./run-program.js";

const PATIENCE_MS = 30_000;

const CHANGED = `subscription {
  exposureChanged(university: "university:soaked") {
    after { transactions { nodes { relation { ... on Funding { amount { min } } } } } }
  }
}`;

/** Loads a dossier whose gift is another each time, and hears of it. */
export class Telling {
  loads = 0;
  private readonly url: string;
  private readonly address: string;
  private readonly dossier: string;

  private constructor(url: string, address: string, dossier: string) {
    this.url = url;
    this.address = address;
    this.dossier = dossier;
  }

  static async start(
    url: string,
    { address, folder }: { readonly address: string; readonly folder: string },
  ): Promise<Telling> {
    const dossier = join(folder, "soaked");
    mkdirSync(dossier);
    const telling = new Telling(url, address, dossier);
    telling.write();
    await runProgram(["load", dossier, "--store", address]);
    return telling;
  }

  /** @throws Error where the listener is not told in time, or one that left is not forgotten. */
  async loadAndHear(): Promise<void> {
    await this.listeners(0);
    const client = createClient({ url: `${this.url}/graphql/stream`, retryAttempts: 0 });
    const answers = client.iterate({ query: CHANGED });
    try {
      const event = answers.next();
      await this.listeners(1);
      this.loads += 1;
      this.write();
      await runProgram(["load", this.dossier, "--store", this.address]);
      const told = JSON.stringify(await Promise.race([event, wait(PATIENCE_MS, null, { ref: false })]));
      if (!told.includes(`{"min":${this.amount()}}`)) throw new Error(`a listener was told ${told}`);
    } finally {
      client.dispose();
    }
  }

  /** Waits until the server counts so many listeners. */
  private async listeners(expected: number): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (performance.now() < end) {
      const metrics = await (await fetch(`${this.url}/metrics`)).text();
      if (metrics.includes(`\nexposure_subscriptions ${expected}\n`)) return;
      await wait(20);
    }
    throw new Error(`the server does not come to count ${expected} listeners`);
  }

  private amount(): number {
    return 1_000_000 + this.loads;
  }

  private write(): void {
    const files = {
      "dossier.yml": "slug: soaked\ntitle: Soaked\nlists: {us-entity-list: partial}\n",
      "sources.csv":
        "id,publisher,title,url,published,retrieved,grade\npage,Paper,Page,https://example.org,2019-06-03,2026-01-05,B2\n",
      "entities.csv":
        "id,kind,name,country,identifiers\ncompany:soaked,Company,Soaked Limited,CN,lei=SOAKED00000000000000\nuniversity:soaked,University,Soaked University,US,ror=0soaked00\npublic-body:soaked-office,PublicBody,Soaked Office,US,\n",
      "flags.csv":
        "id,kind,title,list,authority,country,topics\nlisting:soaked,Listing,Soaked is listed,us-entity-list,public-body:soaked-office,US,export_controls\n",
      "subjects.csv":
        "id,flag,entity,role,start,sources\nsoaked-listed,listing:soaked,company:soaked,listed,2019-05-16,page\n",
      "events.csv": "id,flag,event,date,sources\nsoaked-event,listing:soaked,listed,2019-05-16,page\n",
      "relations.csv": `id,kind,from,to,amount,currency,form,start,sources,quote\ngift,Funding,company:soaked,university:soaked,${this.amount()},USD,gift,2019-05-20,page,gave\n`,
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(this.dossier, name), content);
  }
}

import { describe, expect, it } from "vitest";
import { FairScheduler, type QueueSlot } from "../../src/http/fair-scheduler.js";

/** A clock that goes on by what is worked only, whatever else the machine does. */
let clock = 0;
const scheduler = new FairScheduler(() => clock);

/** Works until the slice is over. */
function workOn(slot: QueueSlot): void {
  while (!slot.isOver) clock += 1;
}

/** An operation that takes so many slices; it writes its name down whenever one begins. */
async function operation(
  name: string,
  { client, slices }: { client: string; slices: number },
  log: string[],
) {
  const slot = scheduler.slot(client);
  workOn(slot);
  for (let at = 0; at < slices; at += 1) {
    await slot.next();
    log.push(name);
    workOn(slot);
  }
}

const roundOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

/** Goes round until so many slices have begun. */
async function until(count: number, log: readonly string[]): Promise<void> {
  while (log.length < count) await roundOfTheLoop();
}

describe("an operation's slot in the queue", () => {
  it("lets a short operation of the same client go on after one slice of each long one", async () => {
    const log: string[] = [];
    const long = [1, 2, 3, 4].map((at) => operation(`long ${at}`, { client: "a", slices: 5 }, log));
    await until(8, log);
    await operation("short", { client: "a", slices: 1 }, log);
    expect(log.indexOf("short")).toBeLessThanOrEqual(8 + 4);
    await Promise.all(long);
    expect(log.filter((name) => name !== "short")).toHaveLength(20);
  });

  it("lets a long operation get on while short ones never cease", async () => {
    const log: string[] = [];
    let goesOn = true;
    const short = [1, 2, 3].map(async () => {
      while (goesOn) await operation("short", { client: "a", slices: 1 }, log);
    });
    await operation("long", { client: "a", slices: 10 }, log);
    goesOn = false;
    // Three others before each of its ten.
    expect(log.filter((name) => name === "short").length).toBeLessThanOrEqual(3 * 10);
    await Promise.all(short);
  });

  it("gives each client as much, however many operations it has under way", async () => {
    const log: string[] = [];
    const many = Array.from({ length: 9 }, (_, at) =>
      operation(`many ${at}`, { client: "a", slices: 3 }, log),
    );
    await until(9, log);
    await operation("one", { client: "b", slices: 6 }, log);
    const meanwhile = log.slice(9);
    // In turn: at most one of the other client before each of its six.
    expect(meanwhile.filter((name) => name === "one")).toHaveLength(6);
    expect(meanwhile.length).toBeLessThanOrEqual(2 * 6);
    await Promise.all(many);
  });

  it("gives a client that comes back no more for the time that it was away", async () => {
    const log: string[] = [];
    const there = operation("there", { client: "a", slices: 20 }, log);
    await operation("back", { client: "b", slices: 1 }, log);
    await until(8, log);
    const from = log.length;
    await operation("back", { client: "b", slices: 6 }, log);
    // In turn, give or take one.
    expect(log.slice(from).filter((name) => name === "there").length).toBeGreaterThanOrEqual(5);
    await there;
  });

  it("lets the event loop go round between two slices of a long operation", async () => {
    const rounds: number[] = [];
    let round = 0;
    let goesOn = true;
    const count = async () => {
      for (; goesOn; round += 1) await roundOfTheLoop();
    };
    const counting = count();
    const slot = scheduler.slot("a");
    workOn(slot);
    for (let at = 0; at < 5; at += 1) {
      await slot.next();
      rounds.push(round);
      workOn(slot);
    }
    goesOn = false;
    await counting;
    const between = rounds.slice(2).map((at, index) => at - (rounds[index + 1] as number));
    expect(Math.min(...between)).toBeGreaterThanOrEqual(3);
  });

  it("shares one slice among all operations that begin at once", () => {
    const slots = Array.from({ length: 100 }, () => scheduler.slot("a"));
    workOn(slots[0] as QueueSlot);
    expect(slots.map(({ isOver }) => isOver)).not.toContain(false);
  });
});

import { describe, expect, it } from "vitest";
import { Place, Turns } from "../../src/graph/turns.js";

/** A clock that goes on by what is worked only, whatever else the machine does. */
let clock = 0;
const turns = new Turns(() => clock);

/** Works until the slice is over. */
function workOn(place: Place): void {
  while (!place.isOver) clock += 1;
}

/** An operation that takes so many slices; it writes its name down whenever one begins. */
async function operation(name: string, { party, slices }: { party: string; slices: number }, log: string[]) {
  const place = new Place(party, turns);
  workOn(place);
  for (let at = 0; at < slices; at += 1) {
    await place.next();
    log.push(name);
    workOn(place);
  }
}

const roundOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

/** Goes round until so many slices have begun. */
async function until(count: number, log: readonly string[]): Promise<void> {
  while (log.length < count) await roundOfTheLoop();
}

describe("an operation's place among others", () => {
  it("lets a short operation of the same party pass long ones: it waits for a slice or two", async () => {
    const log: string[] = [];
    const long = [1, 2, 3, 4].map((at) => operation(`long ${at}`, { party: "a", slices: 5 }, log));
    await until(8, log);
    const short = operation("short", { party: "a", slices: 1 }, log);
    await short;
    expect(log.indexOf("short")).toBeLessThanOrEqual(10);
    await Promise.all(long);
    expect(log.filter((name) => name !== "short")).toHaveLength(20);
  });

  it("lets a long operation get on while short ones never cease", async () => {
    const log: string[] = [];
    let goesOn = true;
    const short = [1, 2, 3].map(async () => {
      while (goesOn) await operation("short", { party: "a", slices: 1 }, log);
    });
    await operation("long", { party: "a", slices: 10 }, log);
    goesOn = false;
    // Every other slice: as many others before each of its ten, and a few while it came and went.
    expect(log.filter((name) => name === "short").length).toBeLessThanOrEqual(3 * 10 + 6);
    await Promise.all(short);
  });

  it("gives each party as much, however many operations it has under way", async () => {
    const log: string[] = [];
    const many = Array.from({ length: 9 }, (_, at) =>
      operation(`many ${at}`, { party: "a", slices: 3 }, log),
    );
    await until(9, log);
    await operation("one", { party: "b", slices: 6 }, log);
    const meanwhile = log.slice(9);
    // Turn and turn about, give or take one where a slice was a little longer than another.
    expect(meanwhile.filter((name) => name === "one")).toHaveLength(6);
    expect(meanwhile.length).toBeLessThanOrEqual(2 * 6 + 2);
    await Promise.all(many);
  });

  it("gives a party that comes back no more for the time that it was away", async () => {
    const log: string[] = [];
    const there = operation("there", { party: "a", slices: 20 }, log);
    await operation("back", { party: "b", slices: 1 }, log);
    await until(8, log);
    const from = log.length;
    await operation("back", { party: "b", slices: 6 }, log);
    // Turn and turn about, but for two: it begins with what the other had had before its slice, in which its own first work fell.
    expect(log.slice(from).filter((name) => name === "there").length).toBeGreaterThanOrEqual(3);
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
    const place = new Place("a", turns);
    workOn(place);
    for (let at = 0; at < 5; at += 1) {
      await place.next();
      rounds.push(round);
      workOn(place);
    }
    goesOn = false;
    await counting;
    const between = rounds.slice(2).map((at, index) => at - (rounds[index + 1] as number));
    expect(Math.min(...between)).toBeGreaterThanOrEqual(3);
  });

  it("shares one slice among all operations that begin at once", () => {
    const places = Array.from({ length: 100 }, () => new Place("a", turns));
    workOn(places[0] as Place);
    expect(places.map(({ isOver }) => isOver)).not.toContain(false);
  });
});

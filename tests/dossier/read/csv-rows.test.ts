import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../src/dossier/read/csv-rows.js";

interface Reading {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly faults: readonly string[];
}

/** Reads a text that arrives in these pieces. */
function read(...pieces: string[]): Reading {
  const rows: string[][] = [];
  const lines: number[] = [];
  const faults: string[] = [];
  const reader = readCsv({
    row(cells, line) {
      rows.push(cells);
      lines.push(line);
    },
    fault: (line, message) => faults.push(`${line}: ${message}`),
  });
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return { rows, lines, faults };
}

/** Rows of a table: equal width, and no row that reads as a blank line. */
const tables = () =>
  fc.integer({ min: 2, max: 4 }).chain((width) =>
    fc.array(fc.array(fc.stringMatching(/^[a-c ,"\n;é]{0,6}$/), { minLength: width, maxLength: width }), {
      maxLength: 8,
    }),
  );

describe("a table of RFC 4180", () => {
  test("is read as another writer wrote it", () => {
    fc.assert(
      fc.property(tables(), (rows) => {
        const reading = read(stringify(rows));
        expect(reading.rows).toEqual(rows);
        expect(reading.faults).toEqual([]);
      }),
    );
  });

  test("is read alike in whatever pieces it arrives, faults and lines included", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[ab,"\n]{0,30}$/),
        fc.array(fc.nat({ max: 30 }), { maxLength: 5 }),
        (text, cuts) => {
          const at = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
          const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
          expect(read(...pieces)).toEqual(read(text));
        },
      ),
    );
  });

  test("knows on which line each row begins", () => {
    expect(read('a,b\n"1\n2",x\n\n3,y').lines).toEqual([1, 2, 5]);
  });

  test("needs no line end after its last row", () => {
    expect(read("a,b\n1,2").rows).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });
});

describe("a mistyped quote", () => {
  test("that never closes is named on the line of its row, and the rows after it are read", () => {
    const { rows, faults } = read('a,b\n1,"x\n2,y\n3,z\n');
    expect(rows).toEqual([
      ["a", "b"],
      ["2", "y"],
      ["3", "z"],
    ]);
    expect(faults).toEqual([
      "2: a quoted cell opens in this row and does not close before its comma: add the closing quote",
    ]);
  });

  test("that another row's quote seems to close is named on its own line only", () => {
    const { rows, faults } = read('a,b\n1,"x\n2,"y"\n3,z\n');
    expect(rows).toEqual([
      ["a", "b"],
      ["2", "y"],
      ["3", "z"],
    ]);
    expect(faults.map((fault) => fault.slice(0, 2))).toEqual(["2:"]);
  });

  test("inside a cell or after one is named with the remedy", () => {
    expect(read('1,x"y\n').faults[0]).toMatch(/^1: a quote stands inside a cell/);
    expect(read('1,"x" y\n').faults[0]).toMatch(/^1: text follows a closing quote/);
  });

  test("does not swallow a file of any size", () => {
    const line = "1,abcdefghij\n";
    const { rows, faults } = read('1,"x\n', ...Array.from({ length: 40 }, () => line.repeat(10_000)));
    expect(rows).toHaveLength(400_000);
    expect(faults).toHaveLength(1);
  });

  test("or a row without end is named once, in a file of any size", () => {
    const endless = Array.from({ length: 50 }, () => "x".repeat(100_000));
    const { rows, lines, faults } = read("a,b\n", ...endless, "y\n1,2\n");
    expect(rows).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(lines).toEqual([1, 3]);
    expect(faults).toEqual(["2: a row of more than a million letters begins here: this is no table"]);
  });
});

import { cpus, loadavg, totalmem } from "node:os";

/** One figure of one size. */
export interface Figure {
  readonly what: string;
  /** As written in the table; empty: only told. */
  readonly bar: string;
  readonly size: number;
  readonly figure: string;
  /** Null: there is no bar. */
  readonly holds: boolean | null;
}

/** Gathers figures, tells each as it comes, and prints them as a table. */
export class Report {
  private readonly figures: Figure[] = [];

  add(figure: Figure): void {
    this.figures.push(figure);
    process.stderr.write(`N = ${count(figure.size)}: ${figure.what}: ${figure.figure}${verdict(figure)}\n`);
  }

  /** A Markdown table: a row for each line, a column for each size. */
  table(): string {
    const sizes = [...new Set(this.figures.map(({ size }) => size))];
    const rows = [...new Set(this.figures.map(({ what }) => what))].map((what) => {
      const ofLine = this.figures.filter((figure) => figure.what === what);
      const cells = sizes.map((size) => {
        const figure = ofLine.find((each) => each.size === size);
        return figure ? `${figure.figure}${verdict(figure)}` : "";
      });
      return [what, ofLine[0]?.bar ?? "", ...cells];
    });
    const head = ["what", "bar", ...sizes.map((size) => `N = ${count(size)}`)];
    return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  }
}

function verdict({ holds }: Figure): string {
  if (holds === null) return "";
  return holds ? " OK" : " **missed**";
}

/** The machine and its state, in one sentence. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(", ");
  return `${processors.length} × ${processors[0]?.model.trim()}, ${memory} GiB, Node ${process.version}, load average ${load}`;
}

export function count(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}

/** Milliseconds in a readable number of digits. */
export function ms(value: number): string {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  return `${value >= 100 ? value.toFixed(0) : value.toPrecision(2)} ms`;
}

export function megabytes(bytes: number): string {
  return `${count(bytes / 1e6)} MB`;
}

import cliProgress from "cli-progress";
import { notice } from "./output.js";

/** Shows how far long work is. */
export interface Progress {
  at(done: number, total: number): void;
  end(): void;
}

const LINE_EVERY_MS = 2_000;

/**
 * A bar with rate and remaining time where standard error is a terminal; elsewhere a plain line every two seconds,
 * so that short work prints none. Counts are shown in units of `per`.
 */
export function showProgress(what: string, unit: string, per = 1): Progress {
  const { at, end } = process.stderr.isTTY ? bar(what, unit) : lines(what, unit);
  return { at: (done, total) => at(Math.floor(done / per), Math.ceil(total / per)), end };
}

function bar(what: string, unit: string): Progress {
  const shown = new cliProgress.SingleBar({
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    format: (options, params, payload) => {
      const seconds = Math.max(0.001, (Date.now() - params.startTime) / 1000);
      const done = Math.min(params.value, params.total);
      const rate = done / seconds;
      const remaining = rate > 0 ? Math.ceil((params.total - done) / rate) : 0;
      const drawn = cliProgress.Format.BarFormat(params.progress, options);
      return `${payload.what} ${drawn} ${done}/${params.total} ${unit} | ${Math.round(rate)}/s | ${remaining} s left`;
    },
  });
  let started = false;
  return {
    at(done, total) {
      if (started) shown.setTotal(total);
      else shown.start(total, 0, { what });
      started = true;
      shown.update(done);
    },
    end: () => shown.stop(),
  };
}

function lines(what: string, unit: string): Progress {
  const begin = Date.now();
  let last = begin;
  return {
    at(done, total) {
      const now = Date.now();
      if (now - last < LINE_EVERY_MS) return;
      last = now;
      const rate = Math.round(done / ((now - begin) / 1000));
      const remaining = rate > 0 ? Math.ceil((total - done) / rate) : 0;
      notice(`${what}: ${done} of ${total} ${unit}, ${rate}/s, ${remaining} s left`);
    },
    end: () => {},
  };
}

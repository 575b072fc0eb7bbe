import { type Logger, pino } from "pino";
import { isForeseen, type Observer } from "./observer.js";

export type LogLevel = "debug" | "info" | "warn" | "error" | "off";

/** Routes that are called all the time: logged as `debug`. */
const QUIET_ROUTES = ["/health/live", "/health/ready", "/metrics"];

/**
 * Lines of JSON on standard error, one for each GraphQL operation and each request of another route. Neither what was
 * asked nor any key stands in them: operations by name and root field, callers by the name of their key.
 */
export function logger(level: LogLevel): Logger {
  return pino(
    {
      level: level === "off" ? "silent" : level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // Nothing logs them today; a mistake shall not tell a secret.
      redact: { paths: ["authorization", "*.authorization", "*.password", "password"], censor: "hidden" },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** Writes what a server does into a log. */
export function logObserver(log: Logger): Observer {
  return {
    operation:
      () =>
      ({ durationMs, ...answered }) => {
        const level = answered.code === "INTERNAL" ? "error" : "info";
        log[level]({ ...answered, durationMs: rounded(durationMs) }, "operation");
      },
    request: ({ durationMs, left, ...ended }) => {
      // GraphQL operations that were answered have a line of their own.
      if (ended.route?.startsWith("/graphql") && ended.code === null && ended.status < 500 && !left) return;
      const quiet = QUIET_ROUTES.includes(ended.route ?? "") && ended.status < 500;
      const level = ended.status >= 500 ? "warn" : quiet ? "debug" : "info";
      log[level]({ ...ended, ...(left && { left }), durationMs: rounded(durationMs) }, "request");
    },
    fault: (requestId, fault) => {
      log[isForeseen(fault) ? "warn" : "error"]({ requestId, err: fault }, "fault");
    },
  };
}

function rounded(durationMs: number): number {
  return Math.round(durationMs * 100) / 100;
}

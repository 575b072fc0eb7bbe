import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const NEO4J_VERSION = "5.26.21";
const PASSWORD = "of-the-tests";
const READY_MS = 120_000;
const DOWNLOAD_MS = 600_000;

const POM = fileURLToPath(new URL("./pom.xml", import.meta.url));
const SERVER = fileURLToPath(new URL("./Neo4jForTests.java", import.meta.url));
const ADD_OPENS = ["java.nio", "java.io", "sun.nio.ch"].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

const run = promisify(execFile);

export interface Neo4jAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string | null;
}

export interface RunningNeo4j extends Neo4jAddress {
  /** Ends the server at once and removes its data. */
  stop(): Promise<void>;
  /** Ends the server at once and keeps its data, for `restart`. */
  kill(): Promise<void>;
  /** Asks the server to stop in order and waits until it has; keeps its data, for `restart`. */
  shutDown(): Promise<void>;
  /** Starts it again on the same port, with the data that it had. */
  restart(): Promise<void>;
  /** Holds it still: it neither answers nor closes a connection. */
  pause(): void;
  /** Lets it go on. */
  resume(): void;
}

export interface StartOptions {
  /** `start`: up in five seconds. `work`: compiles fully and has more memory, for benches. */
  readonly tunedFor?: "start" | "work";
}

/** Why this machine cannot start a Neo4j, or null where it can: Java 17 or newer and Maven. */
export async function whyNoNeo4j(): Promise<string | null> {
  const java = await run("java", ["-version"]).catch(() => null);
  const major = Number(/version "(\d+)/.exec(`${java?.stdout}${java?.stderr}`)?.[1] ?? 0);
  if (major < 17) return "Java 17 or newer is not installed";
  if (existsSync(completeMark())) return null;
  return (await run("mvn", ["-v"]).catch(() => null)) ? null : "Maven is not installed";
}

/**
 * Starts a Neo4j Community of its own: on a free port, in a temporary folder, from jars that Maven fetches once into
 * the user's cache folder. It ends with this process.
 * @throws Error with the server's last words where it does not come up.
 */
export async function startNeo4j({ tunedFor = "start" }: StartOptions = {}): Promise<RunningNeo4j> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "exposure-graph-neo4j-"));
  const memory = tunedFor === "start" ? ["-Xmx512m", "-XX:TieredStopAtLevel=1"] : ["-Xms2g", "-Xmx2g"];
  const jars = await fetchJars();
  const options = [...memory, "-XX:+UseSerialGC", ...ADD_OPENS, "-cp", join(jars, "*")];
  const start = (password: readonly string[]) =>
    serve([...options, SERVER, join(folder, "data"), String(port), ...password]);
  let server = await start([PASSWORD]);
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "exit");
    server.kill(signal);
    await ended;
  };
  const kill = () => end("SIGKILL");
  return {
    uri: `bolt://127.0.0.1:${port}`,
    user: "neo4j",
    password: PASSWORD,
    database: null,
    kill,
    shutDown: () => end("SIGTERM"),
    async restart() {
      server = await start([]);
    },
    pause: () => void server.kill("SIGSTOP"),
    resume: () => void server.kill("SIGCONT"),
    async stop() {
      await kill();
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function jarFolder(): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(cache, "exposure-graph", `neo4j-${NEO4J_VERSION}`);
}

/** Present once every jar is there: a fetch that was cut short is made good by the next one. */
function completeMark(): string {
  return join(jarFolder(), "complete");
}

async function fetchJars(): Promise<string> {
  const folder = jarFolder();
  if (existsSync(completeMark())) return folder;
  await mkdir(folder, { recursive: true });
  const goal = ["-q", "-B", "dependency:copy-dependencies", "-f", POM, `-DoutputDirectory=${folder}`];
  await run("mvn", goal, { timeout: DOWNLOAD_MS });
  await writeFile(completeMark(), "");
  return folder;
}

/** Resolves when the server says that it is ready. Its input stays open as long as this process lives. */
function serve(args: readonly string[]): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const server = spawn("java", args, { stdio: ["pipe", "pipe", "pipe"] });
    let words = "";
    const late = setTimeout(() => fail("took too long to start"), READY_MS);
    const fail = (what: string) => {
      clearTimeout(late);
      server.kill("SIGKILL");
      reject(new Error(`Neo4j for the tests ${what}: ${words.slice(-2000)}`));
    };
    for (const output of [server.stdout, server.stderr]) {
      output.on("data", (chunk: Buffer) => {
        words = (words + chunk).slice(-4000);
        if (!words.includes("ready")) return;
        clearTimeout(late);
        resolve(server);
      });
    }
    server.on("error", (error) => fail(`could not run (${error.message})`));
    server.on("exit", () => fail("ended"));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

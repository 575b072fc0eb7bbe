import type { DrawnFragment } from "../../api/documents.generated.js";
import { toldPath } from "../../components/told-path.js";
import { BadPlace } from "../../state/bad-place.js";
import { texts } from "../../texts/english.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import type { GraphReader } from "./graph-reader.js";
import { chooseNeighbours } from "./neighbours.js";
import { spanOf } from "./reading.js";
import type { FoundWays, Scene, SceneEntity, SceneRelation, Stage, StepNote } from "./scene.js";
import type { Step } from "./steps.js";

export interface ReplayOptions {
  /** Null: today. */
  readonly knownAt: string | null;
  readonly signal?: AbortSignal | undefined;
  /** Entities at most; MOST_ENTITIES where absent. */
  readonly most?: number;
}

/** Entities that a canvas holds at most; a hairball says nothing. */
export const MOST_ENTITIES = 2_000;

/**
 * What the steps make of the graph. Entities are chosen from what is known today as well as on the day asked about, so
 * that the second clock hides relations and moves nothing.
 * @throws BadPlace where a step names an entity that is not there; Away, Refusal.
 */
export async function replay(
  steps: readonly Step[],
  reader: GraphReader,
  options: ReplayOptions,
): Promise<Scene> {
  const course = new Course(reader, options);
  for (const [at, step] of steps.entries()) await course.take(step, at);
  await course.join();
  return course.scene();
}

/** The canvas while its steps are taken one after the other. */
class Course {
  private readonly shown = new Set<string>();
  private readonly pinned = new Set<string>();
  private readonly stages: Stage[] = [];
  private readonly notes: StepNote[] = [];
  private readonly ways: FoundWays[] = [];
  private readonly reader: GraphReader;
  private readonly options: ReplayOptions;

  constructor(reader: GraphReader, options: ReplayOptions) {
    this.reader = reader;
    this.options = options;
  }

  async take(step: Step, at: number): Promise<void> {
    switch (step.act) {
      case "add":
        return this.add(step.id);
      case "chain":
      case "connect":
        return this.connect(step, at);
      case "expand":
        return this.expand(step, at);
      case "remove":
        this.shown.delete(step.id);
        this.pinned.delete(step.id);
        this.stages.push({ rule: "remove", id: step.id });
        return;
      case "pin":
        this.pinned.add(step.id);
        this.stages.push({ rule: "pin", id: step.id, x: step.x, y: step.y });
        return;
      case "unpin":
        this.pinned.delete(step.id);
        this.stages.push({ rule: "unpin", id: step.id });
        return;
      case "tidy":
        this.stages.push({ rule: "tidy" });
    }
  }

  private async add(id: string): Promise<void> {
    await this.read([id]);
    if (!this.shown.has(id)) this.stages.push({ rule: "alone", id });
    this.put([id]);
  }

  private async connect(step: Extract<Step, { act: "chain" | "connect" }>, at: number): Promise<void> {
    const ends = step.act === "chain" ? [step.university, step.target] : [step.from, step.to];
    await this.read(ends);
    const { ways, stopped } = await this.reader.ways(step, this.options.signal);
    const found = distinct(ways.map((way) => ({ text: toldPath(way), ids: idsAlong(way.steps) })));
    if (found.length === 0) this.notes.push({ step: at, text: exploreTexts.noWay[step.act] });
    if (stopped.length > 0) {
      const names = [...new Set(stopped.map(({ name }) => name))];
      this.notes.push({ step: at, text: exploreTexts.notThrough(names) });
    }
    this.ways.push({ step: at, ways: found });
    const lines = found.map(({ ids }) => ids);
    await this.read(lines.flat());
    this.stages.push({ rule: "ways", ways: lines.length === 0 ? [ends] : lines });
    this.put([...ends, ...lines.flat()]);
  }

  private async expand(step: Extract<Step, { act: "expand" }>, at: number): Promise<void> {
    await this.add(step.id);
    const relations = relationsOf(this.reader, step.id, this.options.knownAt);
    const { kinds, limit } = step;
    const isShown = (id: string) => this.shown.has(id);
    const { chosen, left } = chooseNeighbours(step.id, relations, { kinds, limit, isShown });
    await this.read(chosen);
    this.stages.push({ rule: "around", anchor: step.id, fresh: chosen });
    if (left > 0) this.notes.push({ step: at, text: exploreTexts.leftOut(left) });
    this.put(chosen);
  }

  private async read(ids: readonly string[]): Promise<void> {
    const { knownAt, signal } = this.options;
    await this.reader.read(ids, null, signal);
    if (knownAt !== null) await this.reader.read(ids, knownAt, signal);
    const missing = ids.find((id) => this.reader.entity(id, null) === null);
    if (missing !== undefined)
      throw new BadPlace(texts.trouble.noEntity(missing), { steps: null, select: null });
  }

  private put(ids: readonly string[]): void {
    for (const id of ids) this.shown.add(id);
    const { most = MOST_ENTITIES } = this.options;
    if (this.shown.size > most) throw new BadPlace(exploreTexts.tooMany(most), { steps: null });
  }

  /** Reads what joins those on the canvas of which not everything was read. */
  async join(): Promise<void> {
    const { knownAt, signal } = this.options;
    await this.reader.join(this.shown, null, signal);
    if (knownAt !== null) await this.reader.join(this.shown, knownAt, signal);
  }

  scene(): Scene {
    const { reader, shown, stages, pinned, notes, ways } = this;
    const { knownAt } = this.options;
    const today = reader.among(shown, null);
    const then = knownAt === null ? today : reader.among(shown, knownAt);
    return {
      entities: new Map([...shown].map((id) => [id, sceneEntity(reader, id, knownAt)])),
      relations: then.map(sceneRelation),
      pairs: pairsOf([...today, ...then]),
      stages,
      pinned,
      notes,
      ways,
      graphVersion: reader.graphVersion,
    };
  }
}

/** Relations known today and on the day asked about, each once. */
function relationsOf(reader: GraphReader, id: string, knownAt: string | null): readonly DrawnFragment[] {
  const today = reader.entity(id, null)?.relations ?? [];
  const ids = new Set(today.map((relation) => relation.id));
  const then = knownAt === null ? [] : (reader.entity(id, knownAt)?.relations ?? []);
  return [...today, ...then.filter((relation) => !ids.has(relation.id))];
}

interface Link {
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
}

function idsAlong(links: readonly Link[]): readonly string[] {
  return [...links.slice(0, 1).map(({ from }) => from.id), ...links.map(({ to }) => to.id)];
}

/** Ways over the same entities once. */
function distinct<Way extends { readonly ids: readonly string[] }>(ways: readonly Way[]): readonly Way[] {
  const met = new Map<string, Way>();
  for (const way of ways) {
    const key = way.ids.join(" ");
    if (way.ids.length > 0 && !met.has(key)) met.set(key, way);
  }
  return [...met.values()];
}

function pairsOf(relations: readonly DrawnFragment[]): readonly (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const { from, to, status } of relations) {
    if (from.id === to.id || status === "DENIED") continue;
    const pair = from.id < to.id ? ([from.id, to.id] as const) : ([to.id, from.id] as const);
    pairs.set(pair.join(" "), pair);
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

function sceneEntity(reader: GraphReader, id: string, knownAt: string | null): SceneEntity {
  const read = reader.entity(id, knownAt) ?? reader.entity(id, null);
  if (!read) throw new Error(`${id} was not read`);
  const { kind, name, shortName, country } = read.party;
  return { id, kind, name, shortName, country, onRecord: read.onRecord };
}

function sceneRelation(relation: DrawnFragment): SceneRelation {
  const { id, kind, status, text, from, to, start, end, citations, dossier } = relation;
  return {
    id,
    kind,
    status,
    text,
    from: from.id,
    to: to.id,
    start,
    end,
    span: spanOf(relation),
    isShareCertain: !("share" in relation) || relation.share.min === relation.share.max,
    publishers: [...new Set(citations.map(({ source }) => source.publisher))],
    sources: citations.map(({ source }) => source.id),
    dossier: dossier.title,
  };
}

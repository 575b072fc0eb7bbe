import { printDay } from "../../../domain/day.js";
import { ask } from "../../api/ask.js";
import { exploreFlagsQuestion, explorePairQuestion } from "../../api/documents.generated.js";
import { remembered } from "../../api/remembered.js";
import { BadPlace } from "../../state/bad-place.js";
import type { Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";
import { explore as exploreTexts } from "../../texts/explore.js";
import type { OpenView, Stage } from "../view.js";
import { allegationNotes, allegedIn } from "./allegations.js";
import type { AskedEntity } from "./entity-panel.js";
import { type ExplorePlace, explorePlaceOf, NO_STEPS } from "./explore-place.js";
import { GraphReader } from "./graph-reader.js";
import { LayoutWork } from "./layout-work.js";
import { type Drawing, drawingOf } from "./lines.js";
import { type AskedPair, relationsBetween } from "./pair-panel.js";
import type { Point } from "./point.js";
import { replay } from "./replay.js";
import type { Scene } from "./scene.js";
import { Sheet } from "./sheet.js";
import type { Shown } from "./shown.js";
import { stepsText, withStep } from "./steps.js";

interface Laid {
  readonly key: string;
  readonly scene: Scene;
  readonly places: ReadonlyMap<string, Point>;
}

interface Drawn {
  readonly key: string;
  readonly scene: Scene;
  readonly drawing: Drawing;
  readonly answered: readonly string[];
}

/** Follows the address: reads what its steps ask for, lays it out, and hands it to the sheet that shows it. */
export class ExploreView implements OpenView {
  private readonly reader = new GraphReader(ask);
  private readonly work = new LayoutWork();
  private readonly entities = new Map<string, Promise<AskedEntity>>();
  private readonly pairs = new Map<string, Promise<AskedPair>>();
  private sheet: Sheet | null = null;
  private draws: Stage["draw"] = () => {};
  private laid: Laid | null = null;
  private drawn: Drawn | null = null;

  async show(place: Place, stage: Stage): Promise<void> {
    const asked = explorePlaceOf(place);
    this.draws = stage.draw;
    const laid = await this.lay(asked, stage.signal);
    const drawn = await this.draw(laid.scene, asked, stage.signal);
    if (stage.signal.aborted) return;
    const missing = asked.selected.find((id) => !laid.scene.entities.has(id));
    if (missing !== undefined) {
      if (this.sheet === null) throw new BadPlace(exploreTexts.canvas.notHere(missing), { select: null });
      // What was selected has just been removed or undone.
      stage.go({ select: null }, { replace: true });
      return;
    }
    stage.title(titleOf(laid.scene));
    this.sheet ??= new Sheet((page) => this.draws(page));
    const shown = this.shown(asked, { ...laid, ...drawn }, stage);
    this.sheet.show(shown);
    const [first, second] = asked.selected;
    if (first === undefined) return;
    if (second === undefined) {
      const entity = await this.entityOf(first, shown, stage.signal);
      if (!stage.signal.aborted) this.sheet.tellEntity(entity);
      return;
    }
    const pair = await this.pairOf(first, second, shown, stage.signal);
    if (!stage.signal.aborted) this.sheet.tellPair(pair);
  }

  close(): void {
    this.sheet?.close();
    this.work.close();
  }

  /** The scene and its places; kept while steps and knowledge are the same, so that a click asks for nothing. */
  private async lay({ steps, knownAt }: ExplorePlace, signal: AbortSignal): Promise<Laid> {
    const key = `${knownAt ?? ""} ${stepsText(steps)}`;
    if (this.laid?.key === key) return this.laid;
    const scene = await replay(steps, this.reader, { knownAt, signal });
    const places = await this.work.layOut(scene);
    this.laid = { key, scene, places };
    return this.laid;
  }

  private shown(
    asked: ExplorePlace,
    { scene, places, drawing, answered }: Laid & Drawn,
    stage: Stage,
  ): Shown {
    const now = () => explorePlaceOf(stage.now());
    return {
      asked,
      scene,
      places,
      drawing,
      answered,
      reader: this.reader,
      now,
      act: (step) =>
        stage.go({
          steps: stepsText(withStep(now().steps, step)),
          // What a search found is told where nothing is selected.
          ...(step.act === "connect" ? { select: null } : {}),
        }),
      undo: () => stage.go({ steps: stepsText(now().steps.slice(0, -1)) || NO_STEPS }),
      select: (...ids) => stage.go({ select: ids.join(",") || null }, { replace: true }),
      set: (values) => stage.go(values, { replace: true }),
      go: (values) => stage.go(values),
    };
  }

  /** The drawing, with what was answered to what is alleged on it; the same one while nothing of it changes. */
  private async draw(scene: Scene, asked: ExplorePlace, signal: AbortSignal): Promise<Drawn> {
    const { day, knownAt, withEnded, without } = asked;
    const key = `${day} ${withEnded} ${[...without].join()}`;
    if (this.drawn?.key === key && this.drawn.scene === scene) return this.drawn;
    const drawing = drawingOf(scene, asked);
    const relations = drawing.lines.flatMap((line) => line.relations);
    const flags = await allegedIn(ask, relations, { knownAt, signal });
    this.drawn = { key, scene, drawing, answered: allegationNotes(relations, flags) };
    return this.drawn;
  }

  private entityOf(id: string, shown: Shown, signal: AbortSignal): Promise<AskedEntity> {
    const variables = { ids: [id], validAt: printDay(shown.asked.day), knownAt: shown.asked.knownAt };
    return remembered({ met: this.entities, signal }, variables, async () => {
      const { nodes } = await ask(exploreFlagsQuestion, variables, signal);
      const [node] = nodes;
      return node && "flags" in node ? node : null;
    });
  }

  private pairOf(a: string, b: string, shown: Shown, signal: AbortSignal): Promise<AskedPair> {
    const { knownAt, day } = shown.asked;
    const relations = relationsBetween(shown, a, b);
    const drawn = [...new Set(relations.map(({ kind }) => kind))];
    const kinds = drawn.length === 0 ? null : drawn;
    return remembered({ met: this.pairs, signal }, { a, b, kinds, knownAt, day }, async () => {
      const [{ entity }, alleged] = await Promise.all([
        ask(explorePairQuestion, { id: a, others: [b], kinds, knownAt, first: 500 }, signal),
        allegedIn(ask, relations, { knownAt, signal }),
      ]);
      return {
        claims: new Map(entity?.relations.nodes.map((claim) => [claim.id, claim])),
        flags: alleged,
      };
    });
  }
}

function titleOf(scene: Scene): string {
  const [first] = scene.entities.values();
  return first === undefined ? texts.views.explore : `${texts.views.explore}: ${first.shortName}`;
}

import type { EntityId } from "../../domain/entity.js";
import type { Verdict } from "../../domain/verdict.js";
import type { Path, PathStep } from "../../graph/paths/path.js";
import type { ChannelId } from "../channels.js";
import type { CounterpartyFinding, ExposureTotal, Finding, FlagTiming, Timing } from "../finding.js";
import { assembleFinding, findingKey } from "../findings/assemble-finding.js";
import type { Draft } from "../findings/draft.js";
import type { Asked } from "../transactions/search.js";
import { type Behind, ReceiptsLetIn } from "./receipts-let-in.js";

/**
 * The finding of a university that stands alone, of its receipts that some chain to the target lets in; null where there
 * are none. What a page of many universities asks for is read off the receipts; the rest is made as in every finding, when
 * it is asked for.
 */
export function findingAlone(asked: Asked, behind: Behind): Finding | null {
  const found = new ReceiptsLetIn(asked, behind);
  return found.receipts.length === 0 ? null : new FindingAlone(asked, behind, found);
}

class FindingAlone implements Finding {
  readonly channel: ChannelId;
  readonly university: EntityId;
  readonly target: EntityId;
  readonly timing: Timing;
  readonly restsOnUnstatedEnd: boolean;
  readonly hops: number;
  readonly transactionCount: number;
  readonly path: Path;
  private readonly asked: Asked;
  private readonly found: ReceiptsLetIn;
  private knownTotals: readonly ExposureTotal[] | null = null;
  private knownWhole: Finding | null = null;

  constructor(asked: Asked, behind: Behind, found: ReceiptsLetIn) {
    const { entities } = asked.view.projection;
    const { timing, hops, restsOnUnstatedEnd } = found.outline;
    this.channel = behind.channel;
    this.university = entities.id(asked.institution.university);
    this.target = entities.id(behind.target);
    this.timing = timing;
    this.restsOnUnstatedEnd = restsOnUnstatedEnd;
    this.hops = hops;
    this.transactionCount = found.receipts.length;
    this.path = new PathAlone(found);
    this.asked = asked;
    this.found = found;
  }

  get key(): string {
    return findingKey(this.university, this.channel, this.target);
  }

  get totals(): readonly ExposureTotal[] {
    this.knownTotals ??= this.found.totals();
    return this.knownTotals;
  }

  get counterparties(): readonly CounterpartyFinding[] {
    return this.whole.counterparties;
  }

  get flags(): readonly FlagTiming[] {
    return this.whole.flags;
  }

  get control(): Verdict {
    return this.whole.control;
  }

  private get whole(): Finding {
    this.knownWhole ??= assembleFinding(this.asked, this.found.draft() as Draft);
    return this.knownWhole;
  }
}

/** How long it is is known; which claims it leads through takes a walk of its own. */
class PathAlone implements Path {
  readonly hops: number;
  private readonly found: ReceiptsLetIn;
  private knownSteps: readonly PathStep[] | null = null;

  constructor(found: ReceiptsLetIn) {
    this.hops = found.outline.hops;
    this.found = found;
  }

  get steps(): readonly PathStep[] {
    this.knownSteps ??= this.found.path().steps;
    return this.knownSteps;
  }
}

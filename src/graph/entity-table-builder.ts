import type { Entity } from "../domain/entity.js";
import { daysOf, EntityTable, kindNumber, printDetails } from "./entity-table.js";
import { StringTableBuilder } from "./string-table.js";

/** Takes entities as they come from a store and makes the table of them; of each it keeps what the table keeps. */
export class EntityTableBuilder {
  private readonly ids = new StringTableBuilder();
  private readonly names = new StringTableBuilder();
  private readonly details = new StringTableBuilder();
  private readonly kind: number[] = [];
  private readonly foundedEarliest: number[] = [];
  private readonly foundedLatest: number[] = [];
  private readonly dissolvedEarliest: number[] = [];
  private readonly dissolvedLatest: number[] = [];
  private lastId = "";
  private isSorted = true;

  add(entity: Entity): void {
    const days = daysOf(entity);
    this.ids.add(entity.id);
    this.names.add(entity.name);
    this.details.add(printDetails(entity));
    this.kind.push(kindNumber(entity));
    this.foundedEarliest.push(days.foundedEarliest);
    this.foundedLatest.push(days.foundedLatest);
    this.dissolvedEarliest.push(days.dissolvedEarliest);
    this.dissolvedLatest.push(days.dissolvedLatest);
    this.isSorted &&= this.lastId <= entity.id;
    this.lastId = entity.id;
  }

  /** The table of what was added, by id whatever the order was. */
  build(): EntityTable {
    const order = this.inOrder();
    const column = (values: readonly number[]) => Int32Array.from(order, (at) => values[at] as number);
    return new EntityTable({
      kind: Uint8Array.from(column(this.kind)),
      foundedEarliest: column(this.foundedEarliest),
      foundedLatest: column(this.foundedLatest),
      dissolvedEarliest: column(this.dissolvedEarliest),
      dissolvedLatest: column(this.dissolvedLatest),
      ids: this.ids.build(order),
      names: this.names.build(order),
      details: this.details.build(order),
    });
  }

  private inOrder(): Int32Array {
    const order = Int32Array.from(this.kind, (_, at) => at);
    if (this.isSorted) return order;
    const table = this.ids.build();
    const ids = Array.from(order, (at) => table.at(at));
    return order.sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));
  }
}

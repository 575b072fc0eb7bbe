import type { EntityId, EntityKind, Identifier } from "../../domain/entity.js";
import type { EntityTable, ResidentEntity } from "../../graph/entity-table.js";

/** One entity of the projection; each part is read out when it is asked for. */
export function residentEntity(entities: EntityTable, number: number, id: EntityId): ResidentEntity {
  return new EntityView(entities, number, id);
}

/** A class, because an answer holds hundreds of these and getters of a class cost nothing until they are read. */
class EntityView implements ResidentEntity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly #entities: EntityTable;
  readonly #number: number;
  #whole: ResidentEntity | null = null;

  constructor(entities: EntityTable, number: number, id: EntityId) {
    this.id = id;
    this.kind = entities.kindOf(number);
    this.#entities = entities;
    this.#number = number;
  }

  get name(): string {
    return this.#whole?.name ?? this.#entities.name(this.#number);
  }

  get short(): string | null {
    return this.whole.short;
  }

  get aliases(): readonly string[] {
    return this.whole.aliases;
  }

  get country(): string | null {
    return this.whole.country;
  }

  get identifiers(): readonly Identifier[] {
    return this.whole.identifiers;
  }

  get dossiers(): readonly string[] {
    return this.whole.dossiers;
  }

  private get whole(): ResidentEntity {
    this.#whole ??= this.#entities.at(this.#number);
    return this.#whole;
  }
}

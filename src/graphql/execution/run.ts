import {
  type ExecutionResult,
  GraphQLError,
  type GraphQLResolveInfo,
  getArgumentValues,
  locatedError,
} from "graphql";
import type { GraphContext } from "../context.js";
import type { PlannedField, Shape } from "./plan.js";

type Key = string | number;

/** An object or a list of the answer, and where it stands. */
class Place {
  /** Null: it is the answer itself. */
  readonly above: Place | null;
  readonly key: Key;
  readonly isNonNull: boolean;
  /** What stands here, as far as it has come. */
  readonly answer: Record<Key, unknown> | unknown[];
  /** Whether it was emptied: nothing below it is told of any more. */
  isGone = false;

  constructor(above: Place | null, key: Key, shape: Pick<Shape, "isNonNull" | "kind">) {
    this.above = above;
    this.key = key;
    this.isNonNull = shape.isNonNull;
    this.answer = shape.kind === "list" ? [] : {};
  }

  put(key: Key, value: unknown): void {
    (this.answer as Record<Key, unknown>)[key] = value;
  }
}

/** No resolver asks for it: what they need is their arguments and the context. */
const NO_INFO = {} as GraphQLResolveInfo;
const NO_ARGUMENTS: Readonly<Record<string, unknown>> = {};

/**
 * Answers planned fields, as section 6 of the GraphQL specification (October 2021) says: fields in their order, lists item
 * by item, a failure as null at the nearest place that may be null. What is there at once is put into the answer at once;
 * what is not, when it comes.
 */
export class Run {
  private readonly context: GraphContext;
  private readonly variables: Readonly<Record<string, unknown>>;
  /** The arguments of fields, the same for all objects that have them. */
  private readonly given: Readonly<Record<string, unknown>>[] = [];
  private readonly errors: GraphQLError[] = [];
  private data: Record<string, unknown> | null = null;
  /** How much is waited for. */
  private waiting = 0;
  private whenWhole: (() => void) | null = null;

  constructor(context: GraphContext, variables: Readonly<Record<string, unknown>>) {
    this.context = context;
    this.variables = variables;
  }

  async answer(plan: readonly PlannedField[]): Promise<ExecutionResult> {
    const root = new Place(null, "", { isNonNull: false, kind: "object" });
    this.data = root.answer as Record<string, unknown>;
    try {
      this.fill(root, plan, undefined);
    } catch (fault) {
      this.empty(root, fault as GraphQLError);
    }
    if (this.waiting > 0) {
      await new Promise<void>((resolve) => {
        this.whenWhole = resolve;
      });
    }
    return this.errors.length === 0 ? { data: this.data } : { errors: this.errors, data: this.data };
  }

  private fill(place: Place, fields: readonly PlannedField[], source: unknown): void {
    const answer = place.answer as Record<string, unknown>;
    for (const field of fields) {
      let value: unknown;
      try {
        value =
          field.resolve === null
            ? this.propertyOf(source as Record<string, unknown> | undefined, field)
            : field.resolve(source, this.argumentsOf(field), this.context, NO_INFO);
      } catch (fault) {
        value = this.failed(field.shape, fault, { above: place, key: field.responseName });
      }
      answer[field.responseName] = this.made(field.shape, value, place, field.responseName);
    }
  }

  /** A property; a function is asked for it. */
  private propertyOf(source: Record<string, unknown> | undefined, { name }: PlannedField): unknown {
    const value = source?.[name];
    return typeof value === "function" ? value.call(source, NO_ARGUMENTS, this.context, NO_INFO) : value;
  }

  private argumentsOf(field: PlannedField): Readonly<Record<string, unknown>> {
    if (field.argumentsAt < 0) return NO_ARGUMENTS;
    const known = this.given[field.argumentsAt];
    if (known !== undefined) return known;
    const given = getArgumentValues(field.definition, field.node, this.variables);
    this.given[field.argumentsAt] = given;
    return given;
  }

  /** What is made of a value; null while it is waited for. @throws GraphQLError, located, where it may not be null. */
  private made(shape: Shape, value: unknown, above: Place, key: Key): unknown {
    let place: Place | null = null;
    try {
      if (value === null || value === undefined) {
        if (!shape.isNonNull) return null;
        throw new Error(`Cannot return null for non-nullable field ${shape.fieldName}.`);
      }
      if (typeof value === "object") {
        if (value instanceof Promise) {
          this.wait(shape, value, above, key);
          return null;
        }
        if (value instanceof Error) throw value;
      }
      if (shape.kind === "leaf") return leafOf(shape, value);
      place = new Place(above, key, shape);
      if (shape.kind === "list") this.list(place, shape, value);
      else
        this.fill(
          place,
          shape.kind === "object" ? shape.fields() : shape.fieldsOf(kindOf(shape, value)),
          value,
        );
      return place.answer;
    } catch (fault) {
      if (place !== null) place.isGone = true;
      return this.failed(shape, fault, { above, key });
    }
  }

  private list(place: Place, { items, fieldName }: Extract<Shape, { kind: "list" }>, value: unknown): void {
    if (typeof value !== "object" || value === null || !(Symbol.iterator in value)) {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${fieldName}".`);
    }
    const answer = place.answer as unknown[];
    const given: readonly unknown[] = Array.isArray(value) ? value : [...(value as Iterable<unknown>)];
    try {
      for (const item of given) answer.push(this.made(items, item, place, answer.length));
    } catch (fault) {
      // Somebody must hear of those that fail later, or Node ends the process.
      for (const item of given.slice(answer.length)) if (item instanceof Promise) item.catch(() => {});
      throw fault;
    }
  }

  private wait(shape: Shape, promise: Promise<unknown>, above: Place, key: Key): void {
    this.waiting += 1;
    const come = (make: () => unknown) => {
      try {
        above.put(key, make());
      } catch (error) {
        this.empty(above, error as GraphQLError);
      }
      this.waiting -= 1;
      if (this.waiting === 0) this.whenWhole?.();
    };
    promise.then(
      (value) => come(() => this.made(shape, value, above, key)),
      (fault) => come(() => this.failed(shape, fault, { above, key })),
    );
  }

  /** Null where the place may be null. @throws the located error otherwise. */
  private failed(shape: Shape, fault: unknown, at: { readonly above: Place; readonly key: Key }): null {
    const error = locatedError(fault, shape.nodes, pathOf(at.above, at.key));
    if (shape.isNonNull) throw error;
    if (!isGone(at.above)) this.errors.push(error);
    return null;
  }

  /** What may not be null failed: the nearest place that may be null is emptied, unless it is gone already. */
  private empty(above: Place, error: GraphQLError): void {
    if (isGone(above)) return;
    this.errors.push(error);
    let place = above;
    while (place.isNonNull && place.above !== null) place = place.above;
    place.isGone = true;
    if (place.above === null) this.data = null;
    else place.above.put(place.key, null);
  }
}

function leafOf({ serialize, type }: Extract<Shape, { kind: "leaf" }>, value: unknown): unknown {
  const written = serialize(value);
  if (written !== undefined && written !== null) return written;
  throw new Error(`Expected \`${type}.serialize(…)\` to return non-nullable value, returned: ${written}`);
}

function kindOf({ type }: Extract<Shape, { kind: "abstract" }>, value: unknown): string {
  const kind = type.resolveType?.(value, undefined, NO_INFO, type);
  if (typeof kind === "string") return kind;
  throw new GraphQLError(`"${type.name}" does not tell of what kind a value is`);
}

function isGone(place: Place | null): boolean {
  for (let at = place; at !== null; at = at.above) if (at.isGone) return true;
  return false;
}

/** The way to a place: names of fields and numbers of items. */
function pathOf(above: Place, key: Key): Key[] {
  const path = [key];
  for (let at = above; at.above !== null; at = at.above) path.push(at.key);
  return path.reverse();
}

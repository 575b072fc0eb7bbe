/** What the Infinity data source of Grafana does with a query of a dashboard, as far as a server can tell. */

export interface InfinityQuery {
  readonly type: string;
  readonly parser: string;
  readonly url: string;
  readonly url_options: {
    readonly method: string;
    readonly body_type: string;
    readonly body_graphql_query: string;
    readonly body_graphql_variables: string;
  };
  readonly root_selector: string;
  readonly columns: readonly { readonly selector: string; readonly text: string; readonly type: string }[];
}

/** The request that it sends: dashboard variables filled in, then the document and its variables as JSON. */
export function infinityRequest(
  query: InfinityQuery,
  variables: Readonly<Record<string, string>>,
  key?: string,
): RequestInit {
  const { method, body_graphql_query, body_graphql_variables } = query.url_options;
  return {
    method,
    headers: {
      accept: "application/json;q=0.9,text/plain",
      "content-type": "application/json",
      ...(key && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({
      query: filledIn(body_graphql_query, variables),
      variables: JSON.parse(filledIn(body_graphql_variables, variables)),
    }),
  };
}

/** `${name}` and `${name:format}` in a text, as Grafana fills them in. @throws Error for a name that no variable has. */
export function filledIn(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`the dashboard has no variable ${name}`);
    return value;
  });
}

export type Row = Readonly<Record<string, unknown>>;

/** The rows that it makes of an answer: the paths of GJSON that these dashboards use. */
export function rowsOf(query: InfinityQuery, answer: unknown): readonly Row[] {
  const root = at(answer, query.root_selector);
  const items = Array.isArray(root) ? root : [root];
  return items.map((item) =>
    Object.fromEntries(query.columns.map(({ selector, text }) => [text, at(item, selector)])),
  );
}

/** `a.0.b`, and `a.#.b` for each item of a list. */
function at(value: unknown, path: string): unknown {
  const [step = "", ...rest] = path.split(".");
  if (value === null || value === undefined) return undefined;
  const inner = rest.join(".");
  if (step === "#" && Array.isArray(value))
    return value.map((item) => (inner === "" ? item : at(item, inner)));
  const next = (value as Record<string, unknown>)[step];
  return inner === "" ? next : at(next, inner);
}

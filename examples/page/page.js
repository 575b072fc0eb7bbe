// A notebook in plain JavaScript: each cell is a question in GraphQL and a few lines that draw its answer. Nothing is
// loaded from elsewhere. In Observable: paste `ask` and one cell's `query`, and draw `data` with Plot.

/** Asks a server. An error carries the API's code; `key` is sent only where it is given. */
export async function ask({ server, key }, query, variables) {
  const response = await fetch(new URL("/graphql", server), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      ...(key && { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  const [error] = errors ?? [];
  if (error) throw Object.assign(new Error(error.message), { code: error.extensions?.code });
  return data;
}

/** The cells of the notebook. `draw` gets the answer's `data` and gives the nodes to show. */
export const CELLS = [
  {
    title: "What is it exposed to?",
    query: `query PageExposure($university: ID!) {
  exposure(university: $university) {
    summary
    findings { nodes { key channel timing control target { name } explanation citations { source { title url } } } }
  }
}`,
    variables: ({ university }) => ({ university }),
    draw: ({ exposure }) =>
      exposure === null
        ? [text("p", "There is no such university: search for its id.")]
        : [
            text("p", exposure.summary),
            table(
              ["Target", "Channel", "Timing", "Control", "Why"],
              exposure.findings.nodes.map((finding) => [
                finding.target.name,
                finding.channel,
                finding.timing,
                finding.control,
                [
                  text("p", finding.explanation),
                  ...finding.citations.map(({ source }, at) =>
                    link(`[${at + 1}] ${source.title}`, source.url),
                  ),
                ],
              ]),
            ),
          ],
  },
  {
    title: "What money came in which year?",
    query: `query PageYears($university: ID!) {
  fundingTotals(groupBy: [YEAR], filter: { recipients: [$university] }, first: 500) {
    nodes { keys { label } total { min max currency } transactions unknownAmounts }
  }
}`,
    variables: ({ university }) => ({ university }),
    draw: ({ fundingTotals: { nodes } }) => [
      bars(nodes.map(({ keys, total }) => [`${keys[0].label} ${total.currency}`, total.min])),
      table(
        ["Year", "Amount, at least", "Amount, at most", "Currency", "Transactions", "Without a known amount"],
        nodes.map(({ keys, total, transactions, unknownAmounts }) => [
          keys[0].label,
          total.min,
          total.max ?? "not known",
          total.currency,
          transactions,
          unknownAmounts,
        ]),
      ),
    ],
  },
  {
    title: "Who else is exposed to it?",
    query: `query PageExposed($target: ID!) {
  exposedUniversities(to: $target, first: 20) {
    nodes { university { name country } totals { currency concurrent { min } transactions } }
    totalCount
  }
}`,
    variables: ({ target }) => ({ target }),
    draw: ({ exposedUniversities }) =>
      exposedUniversities === null
        ? [text("p", "There is no such entity: search for its id.")]
        : [
            text("p", `${exposedUniversities.totalCount} universities; the first 20:`),
            table(
              ["University", "Country", "While a flag was open", "Transactions"],
              exposedUniversities.nodes.map(({ university, totals }) => [
                university.name,
                university.country ?? "",
                totals.map(({ currency, concurrent }) => `${concurrent.min} ${currency}`).join(", "),
                totals.reduce((sum, { transactions }) => sum + transactions, 0),
              ]),
            ),
          ],
  },
  {
    title: "What did governments do about it, and what did it answer?",
    query: `query PageFlags($target: ID!) {
  flags(filter: { subjects: [$target] }, first: 100) {
    nodes { kind title state outcome { text } responses { text quote } }
  }
}`,
    variables: ({ target }) => ({ target }),
    draw: ({ flags: { nodes } }) => [
      table(
        ["What", "Kind", "State", "Outcome", "Replies"],
        nodes.map(({ title, kind, state, outcome, responses }) => [
          title,
          kind,
          state ?? "",
          outcome?.text ?? "",
          responses.map(({ text: words, quote }) => text("p", quote ? `${words} "${quote}"` : words)),
        ]),
      ),
    ],
  },
];

// ---- drawing: texts become text nodes, never markup

function text(name, content) {
  const element = document.createElement(name);
  element.textContent = String(content);
  return element;
}

function link(words, address) {
  if (address === null || !/^https?:/.test(address)) return text("p", words);
  const paragraph = document.createElement("p");
  const anchor = text("a", words);
  anchor.href = address;
  anchor.rel = "noreferrer";
  paragraph.append(anchor);
  return paragraph;
}

function table(head, rows) {
  const element = document.createElement("table");
  const header = element.createTHead().insertRow();
  header.append(...head.map((words) => text("th", words)));
  const body = element.createTBody();
  for (const cells of rows) {
    const row = body.insertRow();
    for (const cell of cells) row.insertCell().append(...(Array.isArray(cell) ? cell : [String(cell)]));
  }
  return element;
}

/** Bars of numbers: the table beside them says the same. */
function bars(values) {
  const height = 20;
  const most = Math.max(1, ...values.map(([, value]) => value));
  const drawing = svg("svg", { width: "100%", height: values.length * height, role: "img" });
  drawing.append(Object.assign(svg("title"), { textContent: "Amounts by year, as in the table" }));
  for (const [at, [label, value]] of values.entries()) {
    const y = at * height;
    const width = `${(70 * Math.max(0, value)) / most}%`;
    drawing.append(svg("rect", { class: "bar", x: "25%", y: y + 2, width, height: height - 4 }));
    drawing.append(Object.assign(svg("text", { x: 0, y: y + 15 }), { textContent: label }));
  }
  return drawing;
}

function svg(name, attributes = {}) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}

async function show(cell, asked) {
  const section = document.createElement("section");
  const query = document.createElement("details");
  query.append(text("summary", "The question"), text("pre", cell.query));
  section.append(text("h2", cell.title), query);
  document.querySelector("main").append(section);
  try {
    section.append(...cell.draw(await ask(asked, cell.query, cell.variables(asked))));
  } catch (fault) {
    const words = text(
      "p",
      fault.code ? `${fault.code}: ${fault.message}` : `The server does not answer: ${fault.message}`,
    );
    words.className = "refusal";
    section.append(words);
  }
}

function askAll(form) {
  const asked = Object.fromEntries(new FormData(form));
  document.querySelector("main").replaceChildren();
  return Promise.all(CELLS.map((cell) => show(cell, asked)));
}

if (typeof document !== "undefined") {
  const form = document.querySelector("form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    askAll(form);
  });
  askAll(form);
}

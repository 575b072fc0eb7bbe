/* global React, ReactDOM, GraphiQL */
// The query page: GraphiQL over this server, with the example questions as tabs. `/graphql#mit-exposure` opens an
// example by its name.
(async () => {
  const examples = await (await fetch("/graphql/page/examples.json")).json();
  const asked = examples.find(({ name }) => name === location.hash.slice(1));
  const tabs = [...examples].sort((a, b) => Number(b === asked) - Number(a === asked));
  const page = React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultTabs: tabs.map(({ question, variables }) => ({ query: question, variables })),
    ...(asked && { query: asked.question, variables: asked.variables }),
    shouldPersistHeaders: false,
  });
  ReactDOM.createRoot(document.getElementById("page")).render(page);
})();

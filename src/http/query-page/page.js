/* global React, ReactDOM, GraphiQL */
// The query page: GraphiQL over this server, with the example questions as tabs.
(async () => {
  const examples = await (await fetch("/graphql/page/examples.json")).json();
  const page = React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultTabs: examples.map(({ question, variables }) => ({ query: question, variables })),
    shouldPersistHeaders: false,
  });
  ReactDOM.createRoot(document.getElementById("page")).render(page);
})();

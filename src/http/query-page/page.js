/* global React, ReactDOM, GraphiQL */
// The query page: GraphiQL over this server, with the example questions as tabs. `/graphql#mit-exposure` opens an
// example by its name; without one the question stands in front that the start page of the pages answers.
const FIRST = "mit-exposure";
(async () => {
  const examples = await (await fetch("/graphql/page/examples.json")).json();
  const named = (wanted) => examples.find(({ name }) => name === wanted);
  const asked = named(location.hash.slice(1));
  const front = asked ?? named(FIRST);
  const tabs = [...examples].sort((a, b) => Number(b === front) - Number(a === front));
  const page = React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultTabs: tabs.map(({ question, variables }) => ({ query: question, variables })),
    ...(asked && { query: asked.question, variables: asked.variables }),
    shouldPersistHeaders: false,
  });
  ReactDOM.createRoot(document.getElementById("page")).render(page);
})();

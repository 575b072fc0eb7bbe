import { describeNeo4j, neo4jStore } from "../neo4j/database.js";
import { storeContract } from "./contract.js";

describeNeo4j("a store in Neo4j", () => {
  storeContract({ open: neo4jStore, roundTrips: 12 });
});

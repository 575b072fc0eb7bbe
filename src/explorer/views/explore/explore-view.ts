import type { OpenView } from "../view.js";
import { ExploreView } from "./explore.js";
import "../../components/sortable-table.css";
import "./explore.css";

/** The canvas of entities and relations. */
export function open(): OpenView {
  return new ExploreView();
}

import "../../components/sortable-table.css";
import type { OpenView } from "../view.js";
import { DashboardView } from "./dashboard.js";
import "./dashboard.css";

/** Pictures of all universities at once. */
export function open(): OpenView {
  return new DashboardView();
}

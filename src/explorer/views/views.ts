import { texts } from "../texts/english.js";
import type { ViewEntry } from "./view.js";
// Parts of it are on every page.
import "./ask/ask.css";

/** Every view, in the order of the navigation: a new one is one line here (its path stands in src/http/pages.ts). */
export const VIEWS: readonly ViewEntry[] = [
  { path: "/", name: texts.views.ask, load: () => import("./ask/ask-view.js") },
  { path: "/explore", name: texts.views.explore, load: () => import("./explore/explore-view.js") },
  {
    path: "/dashboard",
    name: texts.views.dashboard,
    load: () => import("./dashboard/dashboard-view.js"),
  },
  { path: "/company", name: texts.views.company, load: () => import("./company/company-view.js") },
  { path: "/review", name: texts.views.review, load: () => import("./review/review-view.js") },
  { path: "/what-if", name: texts.views.whatIf, load: () => import("./what-if/what-if-view.js") },
  { path: "/screen", name: texts.views.screen, load: () => import("./screen/screen-view.js") },
  { path: "/about", name: texts.views.about, load: () => import("./about/about-view.js") },
];

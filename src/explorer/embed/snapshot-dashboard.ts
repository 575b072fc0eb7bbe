import type { Picture } from "../charts/picture.js";
import { BadPlace } from "../state/bad-place.js";
import { hrefOf } from "../state/place.js";
import { texts } from "../texts/english.js";
import { partiesPicture, yearsPicture } from "../views/dashboard/bar-pictures.js";
import { type DashboardPlace, dashboardPlaceOf } from "../views/dashboard/dashboard-place.js";
import { flagsPicture } from "../views/dashboard/flags-picture.js";
import { heatPicture } from "../views/dashboard/heat-picture.js";
import { DashboardQuestions } from "../views/dashboard/questions.js";
import { snapshotPicture } from "./snapshot-picture.js";
import type { SnapshotBody, SnapshotTerms } from "./snapshot-terms.js";

type Make = (asked: DashboardPlace, questions: DashboardQuestions) => Promise<Picture>;

/** The pictures of the dashboard by their names in an address. */
const PICTURES: Readonly<Record<string, Make>> = {
  universities: async (asked, questions) => {
    const matrix = await questions.heat(asked, await questions.choices());
    return heatPicture({ asked, matrix });
  },
  years: async (asked, questions) =>
    yearsPicture(asked, await questions.years(asked, await questions.choices())),
  counterparties: async (asked, questions) =>
    partiesPicture(asked, await questions.parties(asked, await questions.choices())),
  flags: async (asked, questions) => flagsPicture(asked, await questions.flags(asked)),
};

/** One picture of the dashboard as one page. */
export async function snapshotDashboard({
  ask,
  values,
  origin,
  today,
}: SnapshotTerms): Promise<SnapshotBody> {
  const { picture: name = "", ...others } = values;
  const living = { ...others, at: values.at ?? today, known: values.known ?? today };
  const names = Object.keys(PICTURES);
  if (name === "") throw new BadPlace(texts.pictures.noPicture(names));
  const make = Object.hasOwn(PICTURES, name) ? PICTURES[name] : undefined;
  if (make === undefined) throw new BadPlace(texts.trouble.notOneOf(name, names));
  const asked = dashboardPlaceOf({ path: "/dashboard", values: living });
  const picture = await make(asked, new DashboardQuestions(ask));
  return snapshotPicture({ picture, address: `${origin}${hrefOf("/dashboard", living)}`, today });
}

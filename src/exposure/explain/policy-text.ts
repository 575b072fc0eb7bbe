import type { Claim } from "../../domain/record.js";
import { percent } from "../../domain/share.js";
import type { PolicyApplication } from "../review/policy-application.js";
import { claimText } from "./claim-text.js";
import { dayWords } from "./date-words.js";
import type { Names } from "./names.js";
import { listWords, sentence } from "./sentence.js";

/** What a policy's answer needs beside itself. Entities by name. */
export interface PolicyToTell {
  readonly application: PolicyApplication;
  readonly counterparty: string;
  readonly country: string | null;
  /** In the order of `through`: the owner's name and the claims of its chain. */
  readonly through: readonly { readonly owner: string; readonly chain: readonly Claim[] }[];
  /** How much of the counterparty's shares is attributed: a fraction. */
  readonly known: number;
  readonly validAt: number;
  readonly names: Names;
}

const REGIONS = new Intl.DisplayNames("en-US", { type: "region", fallback: "code" });
const OWNERS_TOLD = 3;

/** Whether a policy applies to a counterparty, and why. */
export function policyText(told: PolicyToTell): string {
  const { application, counterparty, names } = told;
  const { policy, applies, inForce } = application;
  const title = `"${policy.name}"`;
  const day = dayWords(told.validAt);
  if (inForce === "NO") return `${title} does not apply: it was no longer in force on ${day}.`;
  const countries = listWords(policy.countries.map(countryWords));
  if (countries === "")
    return `Whether ${title} applies to ${counterparty} is undetermined: as recorded, it names no country.`;
  const lead = {
    YES: `${title} applies to ${counterparty}`,
    UNDETERMINED: `Whether ${title} applies to ${counterparty} is undetermined`,
    NO: `${title} does not apply to ${counterparty} on what is known`,
  }[applies];
  const force = inForce === "YES" ? [] : [`Whether it was in force on ${day} is undetermined.`];
  const own = sentence(`${lead}: it names ${countries}, ${ownCountryWords(told)}`);
  return [own, ...force, ...throughTexts(told, names)].join(" ");
}

function ownCountryWords({ application, counterparty, country }: PolicyToTell): string {
  if (country === null) return `and no source gives the country of ${counterparty}`;
  const words = `the country of ${counterparty} is given as ${countryWords(country)}`;
  return application.byOwnCountry === "UNDETERMINED"
    ? `and ${words}, which it does not name`
    : `and ${words}`;
}

function throughTexts(told: PolicyToTell, names: Names): readonly string[] {
  const { application, counterparty, known, validAt } = told;
  const { through, byOwnCountry, applies } = application;
  if (through.length === 0) {
    if (applies !== "NO") return [];
    return [
      `Nobody who is known to own or control it on ${dayWords(validAt)} is of such a country; ${percent(known)} of 100 per cent of its shares are attributed.`,
    ];
  }
  if (byOwnCountry === "YES") {
    const sure = through.filter((each) => each.verdict === "YES").length;
    return sure === 0 ? [] : [`So it would through ${sure} of those who own or control it.`];
  }
  const nearest = through.slice(0, OWNERS_TOLD).map((each, at) => {
    const { owner = "", chain = [] } = told.through[at] ?? {};
    const where = each.country === null ? "a country that no source gives" : countryWords(each.country);
    const [owns, controls] = each.verdict === "YES" ? ["owns", "controls"] : ["may own", "control"];
    const how = `${owner}, of ${where}, ${owns} a part of ${counterparty} or ${controls} it, directly or through others`;
    return `${how}: ${chain.map((claim) => claimText(claim, names)).join(" ")}`;
  });
  const more = through.length - OWNERS_TOLD;
  return more > 0 ? [...nearest, `So do, or may, ${more} more above it.`] : nearest;
}

function countryWords(country: string): string {
  return REGIONS.of(country) ?? country;
}

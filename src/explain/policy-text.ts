import type { Claim } from "../domain/record.js";
import { percent } from "../domain/share.js";
import type { PolicyApplication } from "../exposure/review/policy-application.js";
import { claimText } from "./claim-text.js";
import { countryWords } from "./country-words.js";
import { dayWords } from "./date-words.js";
import type { Names } from "./names.js";
import { counted, numeral } from "./number-words.js";
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

const OWNERS_TOLD = 3;

/** Whether a policy applies to a counterparty, and why. */
export function policyText(told: PolicyToTell): string {
  const { application, counterparty } = told;
  const { policy, applies, inForce } = application;
  const title = `"${policy.name}"`;
  const day = dayWords(told.validAt);
  if (inForce === "NO") return `${title} does not apply: it was no longer in force on ${day}.`;
  const countries = listWords(policy.countries.map(countryWords));
  if (countries === "")
    return `It is not certain whether ${title} applies to ${counterparty}: no source here says which countries the policy names.`;
  const lead = {
    YES: `${title} applies to ${counterparty}`,
    UNDETERMINED: `It is not certain whether ${title} applies to ${counterparty}`,
    NO: `${title} does not apply to ${counterparty}, as far as this collection knows its owners`,
  }[applies];
  const force = inForce === "YES" ? [] : [`It is not certain whether it was in force on ${day}.`];
  return [
    sentence(lead),
    sentence(`it names ${countries}, ${ownCountryWords(told)}`),
    ...force,
    ...throughTexts(told),
  ].join(" ");
}

function ownCountryWords({ application, country }: PolicyToTell): string {
  if (country === null) return "and no source gives the country of that party";
  const words = `the party is from ${countryWords(country)}`;
  return application.byOwnCountry === "YES" ? `and ${words}` : `while ${words}`;
}

function throughTexts(told: PolicyToTell): readonly string[] {
  const { application, counterparty, known, validAt, names } = told;
  const { through, byOwnCountry, applies } = application;
  if (through.length === 0) {
    if (applies !== "NO") return [];
    return [
      `No owner from such a country is known on ${dayWords(validAt)}; the owners that are known hold ${percent(known)} per cent of its shares.`,
    ];
  }
  if (byOwnCountry === "YES") {
    const sure = through.filter((each) => each.verdict === "YES").length;
    if (sure === 0) return [];
    return [`It would also apply through ${counted(sure, "owner or parent", "owners or parents")} of it.`];
  }
  const nearest = through.slice(0, OWNERS_TOLD).flatMap((each, at) => {
    const { owner = "", chain = [] } = told.through[at] ?? {};
    const where = each.country === null ? "a country that no source gives" : countryWords(each.country);
    const holds = each.verdict === "YES" ? "owns or controls" : "may own or control";
    return [
      sentence(
        `${owner}, from ${where}, ${holds} ${counterparty} or a part of it, directly or through others`,
      ),
      ...chain.map((claim) => claimText(claim, names)),
    ];
  });
  const more = through.length - OWNERS_TOLD;
  if (more <= 0) return nearest;
  return [...nearest, sentence(`the same holds, or may hold, of ${numeral(more)} more above it`)];
}

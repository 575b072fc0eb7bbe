import type { ClaimedFragment, FindingLineFragment, WhatIfQuery } from "../../api/documents.generated.js";
import { claimText } from "../../looks/claim.js";
import { type Child, h, type Markup } from "../../looks/markup.js";
import { scopeNote } from "../../looks/scope-note.js";
import { sumLines } from "../../looks/sums.js";
import { timingText } from "../../looks/timing-mark.js";
import { toldPath } from "../../looks/told-path.js";
import { texts } from "../../texts/english.js";

type Difference = NonNullable<WhatIfQuery["whatIf"]>;

const say = texts.whatIf;

/** What a supposition adds, removes and changes, each with the claims that make the difference, and the answer if so. */
export function difference({ before, after, added, removed, changed }: Difference): Markup {
  const none = added.length + removed.length + changed.length === 0;
  return h(
    "section",
    { class: "card stack tight", "aria-live": "polite" },
    h("h2", {}, say.result),
    h("p", {}, say.counts(before.findings.totalCount, after.findings.totalCount)),
    none && h("p", {}, say.none),
    list(
      say.removed(removed.length),
      "removed",
      removed.map(({ finding, because }) => [line(finding), why(because)]),
    ),
    list(
      say.added(added.length),
      "added",
      added.map(({ finding, because }) => [line(finding), why(because)]),
    ),
    list(
      say.changed(changed.length),
      "changed",
      changed.map((one) => [
        h(
          "p",
          {},
          h("strong", {}, texts.channels[one.after.channel], ", ", one.after.target.name),
          ": ",
          one.what.map((what) => say.what[what]).join(", "),
        ),
        h("p", { class: "small" }, say.asItIs, ": ", state(one.before)),
        h("p", { class: "small" }, say.ifSo, ": ", state(one.after)),
        why(one.because),
      ]),
    ),
    h("h3", {}, say.inWords),
    h("p", { class: "prose" }, after.summary),
    scopeNote(after.scope),
  );
}

function list(title: string, kind: string, items: readonly Child[]): Child {
  if (items.length === 0) return null;
  return [
    h("h3", {}, title),
    h(
      "ul",
      { class: `plain differences ${kind}` },
      items.map((item) => h("li", {}, item)),
    ),
  ];
}

function line(finding: FindingLineFragment): Child {
  const { channel, target, path } = finding;
  return [
    h(
      "p",
      {},
      h("strong", {}, texts.channels[channel], ", ", target.name),
      ": ",
      texts.channelSays[channel](target.shortName),
    ),
    h("p", { class: "small" }, toldPath(path)),
    h("p", { class: "small" }, state(finding)),
  ];
}

function state({ timing, control, totals, counterparties, target }: FindingLineFragment): Child {
  const sums = sumLines(totals).map(
    ({ amount, timing: when }) => `${amount}${when === null ? "" : ` ${texts.timingShort[when]}`}`,
  );
  const shares = [
    ...new Set(counterparties.map(({ economicShare }) => economicShare?.text ?? texts.ask.noShare)),
  ];
  const isSame = counterparties.every(({ counterparty }) => counterparty.id === target.id);
  return [
    `${texts.ask.amount}: ${sums.join(", ") || texts.ask.noMoney}; `,
    !isSame && `${texts.ask.share}: ${shares.join(", ")}; ${texts.ask.control}: ${texts.verdict[control]}; `,
    timingText(timing),
  ];
}

function why(because: readonly ClaimedFragment[]): Child {
  if (because.length === 0) return null;
  return h(
    "details",
    { class: "small" },
    h("summary", {}, say.because),
    because.map((claim) => claimText(claim)),
  );
}

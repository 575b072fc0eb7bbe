import type { ComponentChildren, JSX } from "preact";
import type { CompanyExposedQuery } from "../../api/documents.generated.js";
import { DealingsTable } from "../../components/dealings-table.js";
import { Link } from "../../components/link.js";
import { PlainTable } from "../../components/plain-table.js";
import { sumList } from "../../components/sum-list.js";
import { TimingText } from "../../components/timing-mark.js";
import { hrefOf, linkTo, type Place } from "../../state/place.js";
import { company as companyTexts } from "../../texts/company.js";
import { texts } from "../../texts/english.js";
import type { CompanyAnswer } from "./company-answer.js";

type Exposed = NonNullable<CompanyExposedQuery["exposedUniversities"]>;

/** Which universities have a finding on a party: through which channels, how in time, with what money. */
export function ExposedTable({
  entity: { id, name },
  exposed,
  dealings,
  place,
}: {
  readonly entity: { readonly id: string; readonly name: string };
  readonly exposed: Exposed;
  readonly dealings: CompanyAnswer["dealings"];
  readonly place: Place;
}): ComponentChildren {
  const { at, known } = place.values;
  const opened = exposed.nodes.find(({ university }) => university.id === place.values.dealings);
  const more = linkTo(place, { exposed: String(exposed.nodes.length * 2) });
  return (
    <>
      <PlainTable
        columns={[companyTexts.university, companyTexts.how, texts.ask.inTime, texts.ask.amount]}
        rows={[
          ...exposed.nodes.map(({ university, findings, totals, countedIn }) => [
            [
              <Link href={hrefOf("/", { university: university.id, target: id, at, known })}>
                {university.name}
              </Link>,
              countedIn.length > 0 && <div class="small soft">{companyTexts.countedIn(countedIn)}</div>,
            ],
            [...new Set(findings.map(({ channel }) => texts.channels[channel]))].join(", "),
            findings[0] && <TimingText timing={findings[0].timing} />,
            [sumList(totals) ?? texts.ask.noMoney, <DealingsLink university={university} place={place} />],
          ]),
          [
            companyTexts.allUniversities(exposed.totalCount),
            "",
            "",
            sumList(exposed.totals) ?? texts.ask.noMoney,
          ],
        ]}
      />
      {opened !== undefined && dealings !== null && (
        <section class="opened stack tight" aria-labelledby="opened-dealings">
          <h3 id="opened-dealings">{companyTexts.dealingsWith(opened.university.name, name)}</h3>
          {dealings.totalCount === 0 ? <p>{texts.ask.noMoney}</p> : <DealingsTable dealings={dealings} />}
        </section>
      )}
      {exposed.nodes.length < exposed.totalCount && (
        <p>
          <Link id="more-exposed" {...more} data-stay>
            {companyTexts.showMore}
          </Link>
        </p>
      )}
    </>
  );
}

/** Opens what passed with a university below the table, or closes it. */
function DealingsLink({
  university: { id, name },
  place,
}: {
  readonly university: Exposed["nodes"][number]["university"];
  readonly place: Place;
}): JSX.Element {
  const isOpen = place.values.dealings === id;
  const words = isOpen ? companyTexts.hideDealings : companyTexts.showDealings;
  return (
    <div class="small screen-only">
      <Link
        id={`dealings-${id}`}
        {...linkTo(place, { dealings: isOpen ? null : id })}
        data-stay
        aria-expanded={isOpen ? "true" : "false"}
        aria-label={companyTexts.dealingsOf(words, name)}
      >
        {words}
      </Link>
    </div>
  );
}

import type { ComponentChildren } from "preact";
import type { CompanyExposedQuery } from "../../api/documents.generated.js";
import { Link } from "../../components/link.js";
import { PlainTable } from "../../components/plain-table.js";
import { sumList } from "../../components/sum-list.js";
import { TimingText } from "../../components/timing-mark.js";
import { hrefOf, linkTo, type Place } from "../../state/place.js";
import { company as companyTexts } from "../../texts/company.js";
import { texts } from "../../texts/english.js";

type Exposed = NonNullable<CompanyExposedQuery["exposedUniversities"]>;

/** Which universities have a finding on a party: through which channels, how in time, with what money. */
export function ExposedTable({
  id,
  exposed,
  place,
}: {
  readonly id: string;
  readonly exposed: Exposed;
  readonly place: Place;
}): ComponentChildren {
  const { at, known } = place.values;
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
            sumList(totals) ?? texts.ask.noMoney,
          ]),
          [
            companyTexts.allUniversities(exposed.totalCount),
            "",
            "",
            sumList(exposed.totals) ?? texts.ask.noMoney,
          ],
        ]}
      />
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

import type { JSX } from "preact";
import type { StakeFragment } from "../../api/documents.generated.js";
import { EntityLink } from "../../components/chain.js";
import { Details } from "../../components/details.js";
import { PlainTable } from "../../components/plain-table.js";
import { ShareBar } from "../../components/share-bar.js";
import { toldPath } from "../../components/told-path.js";
import { company as companyTexts } from "../../texts/company.js";
import { texts } from "../../texts/english.js";
import { directWords, integratedWords } from "./held-words.js";

const SHOWN = 12;

/** Who stands above or below, with direct and integrated share, control and the shortest chain: what the picture says. */
export function StakeTable({
  caption,
  stakes,
}: {
  readonly caption: string;
  readonly stakes: readonly StakeFragment[];
}): JSX.Element {
  const [shown, rest] = [stakes.slice(0, SHOWN), stakes.slice(SHOWN)];
  return (
    <div>
      <Table caption={caption} stakes={shown} />
      {rest.length > 0 && (
        <Details>
          <summary>{companyTexts.more(rest.length)}</summary>
          <Table caption={caption} stakes={rest} />
        </Details>
      )}
    </div>
  );
}

function Table({
  caption,
  stakes,
}: {
  readonly caption: string;
  readonly stakes: readonly StakeFragment[];
}): JSX.Element {
  const { party, direct, integrated, bar, control, chain } = companyTexts;
  return (
    <PlainTable
      look="early"
      caption={caption}
      columns={[party, direct, integrated, bar, control, chain]}
      rows={stakes.map((stake) => [
        <EntityLink entity={stake.party} />,
        directWords(stake) ?? "–",
        integratedText(stake),
        <ShareBar share={stake.integrated} />,
        texts.verdict[stake.control],
        { show: toldPath(stake.path), class: "small soft" },
      ])}
    />
  );
}

function integratedText(stake: StakeFragment): string {
  return stake.closedLoop ? texts.ask.closedLoop : (integratedWords(stake) ?? "–");
}

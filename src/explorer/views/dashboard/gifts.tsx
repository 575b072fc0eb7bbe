import type { JSX } from "preact";
import type { GiftsFragment } from "../../api/documents.generated.js";
import { StatusTag } from "../../components/claim.js";
import { PlainTable } from "../../components/plain-table.js";
import { SourceLink } from "../../components/sources.js";
import { moneyText } from "../../components/sums.js";
import { TimingText } from "../../components/timing-mark.js";
import { texts } from "../../texts/english.js";

const say = texts.dashboard.gifts;

/** What a cell or a bar counts: each dealing once, with its day, amount, words and sources. */
export function Gifts({ pages }: { readonly pages: readonly GiftsFragment[] }): JSX.Element | null {
  const gifts = pages.flatMap(({ nodes }) => nodes);
  const all = pages.reduce((sum, { totalCount }) => sum + totalCount, 0);
  if (gifts.length === 0) return null;
  return (
    <div class="scroll">
      <PlainTable
        caption={gifts.length < all ? say.some(gifts.length, all) : say.all(all)}
        columns={[say.day, say.amount, say.dealing, say.timing, say.source]}
        rows={gifts.map(({ relation, timing }) => [
          relation.start ?? say.noDay,
          "amount" in relation && relation.amount !== null ? moneyText(relation.amount) : "",
          <>
            {relation.text} <StatusTag status={relation.status} />
          </>,
          <TimingText timing={timing} />,
          relation.citations.slice(0, 1).map((citation) => (
            <span class="small" key={citation.source.id}>
              <SourceLink {...citation} />
              {citation.locator !== null && `, ${citation.locator}`}
            </span>
          )),
        ])}
      />
    </div>
  );
}

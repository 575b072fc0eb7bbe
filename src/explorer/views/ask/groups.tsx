import type { ComponentChildren, JSX } from "preact";
import type { AskUniversityQuery, Channel } from "../../api/documents.generated.js";
import { Explanation } from "../../components/explanation.js";
import { anchorOf, FindingRow } from "../../components/finding-row.js";
import { Link } from "../../components/link.js";
import { sumList } from "../../components/sum-list.js";
import { TimingText } from "../../components/timing-mark.js";
import { hrefOf, linkTo, type Place } from "../../state/place.js";
import { texts } from "../../texts/english.js";

type Report = NonNullable<AskUniversityQuery["exposure"]>;
type Group = Report["groups"]["nodes"][number];

/** More than these would be a hairball; a channel or a probe narrows the answer. */
export const MOST_GROUPS = 60;

const CHANNELS: readonly Channel[] = ["DIRECT", "SUBSIDIARY", "PARENT", "PROGRAM", "HOLDING"];

/** The findings, those of one group on one card; `proof` stands under the one that the address opens. */
export function Groups({
  report,
  place,
  proof,
}: {
  readonly report: Report;
  readonly place: Place;
  readonly proof: ComponentChildren;
}): JSX.Element {
  return (
    <section class="stack">
      <div class="row spread">
        <h2>{texts.ask.groupsTitle}</h2>
        <ChannelFilter report={report} place={place} />
      </div>
      {report.groups.nodes.map((group) => (
        <GroupCard key={group.group.id} one={group} place={place} proof={proof} />
      ))}
      {report.groups.nodes.length < report.groups.totalCount && <MoreGroups report={report} place={place} />}
    </section>
  );
}

function MoreGroups({
  report: {
    groups: { nodes, totalCount },
  },
  place,
}: {
  readonly report: Report;
  readonly place: Place;
}): JSX.Element {
  const more = { groups: String(Math.min(nodes.length * 2, MOST_GROUPS)) };
  return (
    <p class="row">
      {texts.ask.shownGroups(nodes.length, totalCount)}
      {nodes.length < MOST_GROUPS && (
        <Link {...linkTo(place, more)} data-stay>
          {texts.ask.moreGroups}
        </Link>
      )}
    </p>
  );
}

function GroupCard({
  one,
  place,
  proof,
}: {
  readonly one: Group;
  readonly place: Place;
  readonly proof: ComponentChildren;
}): JSX.Element {
  const { group, timing, totals, findings, repeats } = one;
  return (
    <section class="card group">
      <header class="row spread">
        <h3 class="group-name">
          <Link href={hrefOf("/company", { id: group.id })}>{group.name}</Link>
        </h3>
        <p class="row small">
          <span>{texts.ask.groupOf(findings.length, repeats.length)}</span>
          <TimingText timing={timing} />
          {sumList(totals)}
        </p>
      </header>
      <Explanation text={one.explanation} citations={one.citations} prefix={anchorOf(group.id)} />
      {findings.map((finding) => {
        const isOpen = place.values.open === finding.key;
        const link = linkTo(place, { open: isOpen ? null : finding.key });
        return <FindingRow key={finding.key} finding={finding} link={link} isOpen={isOpen} proof={proof} />;
      })}
      {repeats.length > 0 && (
        <div class="repeats small">
          <p class="soft">{texts.ask.repeats}</p>
          <ul>
            {repeats.map(({ key, channel, target }) => {
              const isOpen = place.values.open === key;
              return (
                <li key={key}>
                  <Link
                    id={`repeat-${key}`}
                    {...linkTo(place, { open: isOpen ? null : key })}
                    data-stay
                    aria-expanded={isOpen ? "true" : "false"}
                  >
                    {texts.channels[channel]}: {target.name}
                  </Link>
                  {isOpen && proof}
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Links that ask again for one channel only. */
function ChannelFilter({ report, place }: { readonly report: Report; readonly place: Place }): JSX.Element {
  const asked = place.values.channels;
  const met = new Map<Channel, number>();
  for (const { findings, repeats } of report.groups.nodes) {
    for (const { channel } of [...findings, ...repeats]) met.set(channel, (met.get(channel) ?? 0) + 1);
  }
  const link = (name: string, channels: string | null, isOn: boolean) => (
    <Link
      id={`channel-${channels ?? "all"}`}
      class="chip"
      {...linkTo(place, { channels, open: null })}
      data-stay
      aria-current={isOn ? "true" : undefined}
    >
      {name}
    </Link>
  );
  const offered = CHANNELS.filter((channel) => met.has(channel));
  return (
    <nav class="row screen-only" aria-label={texts.ask.filter}>
      {link(texts.ask.allChannels, null, asked === undefined)}
      {offered.map((channel) =>
        link(
          asked === undefined ? `${texts.channels[channel]} ${met.get(channel)}` : texts.channels[channel],
          channel,
          asked === channel,
        ),
      )}
    </nav>
  );
}

export const LIST_CLASSES = [
  "sanctions",
  "export_control",
  "military_company",
  "research_bar",
  "procurement_ban",
  "network_ban",
] as const;
export type ListClass = (typeof LIST_CLASSES)[number];

/** Bars on a state's own purchases and networks, not on dealings with the party: not counted unless asked for. */
export const UNCOUNTED_CLASSES: readonly ListClass[] = ["procurement_ban", "network_ban"];

export interface ListRow {
  readonly name: string;
  readonly authority: string;
  readonly class: ListClass;
  /** The list as it stands within a sentence. */
  readonly called: string;
  /** How a party comes onto it, where "was added to" would say another thing: a law names, a government announces. */
  readonly listed?: string;
  /** How a party leaves it, where "was removed from" would. */
  readonly removed?: string;
  /** The letters by which the US Consolidated Screening List calls it. */
  readonly letters?: readonly string[];
}

/** Every list that a Listing may name: all that is said of a list stands in its row. */
export const LISTS: Readonly<Record<string, ListRow>> = {
  "us-sdn": {
    name: "Specially Designated Nationals and Blocked Persons List",
    authority: "US Treasury, OFAC",
    class: "sanctions",
    called: "the U.S. Treasury's list of Specially Designated Nationals",
    letters: ["SDN"],
  },
  "us-nscmic": {
    name: "Non-SDN Chinese Military-Industrial Complex Companies List",
    authority: "US Treasury, OFAC",
    class: "sanctions",
    called: "the U.S. Treasury's list of Chinese military-industrial companies",
    letters: ["CMIC", "NS-CMIC"],
  },
  "us-ssi": {
    name: "Sectoral Sanctions Identifications List",
    authority: "US Treasury, OFAC",
    class: "sanctions",
    called: "the U.S. Treasury's list of sectoral sanctions",
    letters: ["SSI"],
  },
  "us-capta": {
    name: "List of Foreign Financial Institutions Subject to Correspondent Account or Payable-Through Account Sanctions",
    authority: "US Treasury, OFAC",
    class: "sanctions",
    called: "the U.S. Treasury's list of foreign banks under correspondent account sanctions",
    letters: ["CAP", "CAPTA"],
  },
  "us-ns-mbs": {
    name: "Non-SDN Menu-Based Sanctions List",
    authority: "US Treasury, OFAC",
    class: "sanctions",
    called: "the U.S. Treasury's list of menu-based sanctions",
    letters: ["MBS", "NS-MBS"],
  },
  "us-fse": {
    name: "Foreign Sanctions Evaders List",
    authority: "US Treasury, OFAC",
    class: "sanctions",
    called: "the U.S. Treasury's list of foreign sanctions evaders",
    letters: ["FSE"],
  },
  "us-plc": {
    name: "Non-SDN Palestinian Legislative Council List",
    authority: "US Treasury, OFAC",
    class: "sanctions",
    called: "the U.S. Treasury's list of members of the Palestinian Legislative Council",
    letters: ["PLC"],
  },
  "us-isn": {
    name: "Nonproliferation Sanctions",
    authority: "US State Department, ISN",
    class: "sanctions",
    called: "the State Department's list of nonproliferation sanctions",
    letters: ["ISN"],
  },
  "eu-consolidated": {
    name: "EU consolidated financial sanctions list",
    authority: "European Union",
    class: "sanctions",
    called: "the European Union's sanctions list",
  },
  "uk-consolidated": {
    name: "UK sanctions list",
    authority: "United Kingdom, OFSI",
    class: "sanctions",
    called: "the United Kingdom's sanctions list",
  },
  "us-entity-list": {
    name: "Entity List",
    authority: "US Commerce Department, BIS",
    class: "export_control",
    called: "the Entity List",
    letters: ["EL"],
  },
  "us-meu": {
    name: "Military End-User List",
    authority: "US Commerce Department, BIS",
    class: "export_control",
    called: "the Military End-User List",
    letters: ["MEU"],
  },
  "us-bis-denied-persons": {
    name: "Denied Persons List",
    authority: "US Commerce Department, BIS",
    class: "export_control",
    called: "the Denied Persons List",
    listed: "was denied U.S. export privileges",
    removed: "had its U.S. export privileges restored",
    letters: ["DPL"],
  },
  "us-uvl": {
    name: "Unverified List",
    authority: "US Commerce Department, BIS",
    class: "export_control",
    called: "the Unverified List",
    letters: ["UVL"],
  },
  "us-itar-debarred": {
    name: "AECA Debarred List",
    authority: "US State Department, DDTC",
    class: "export_control",
    called: "the State Department's list of parties debarred from defense trade",
    listed: "was debarred from U.S. defense trade",
    removed: "had its debarment from U.S. defense trade lifted",
    letters: ["DTC"],
  },
  "jp-end-user-list": {
    name: "End User List",
    authority: "Japan, METI",
    class: "export_control",
    called: "Japan's End User List",
  },
  "us-1237": {
    name: "Section 1237 list of Communist Chinese military companies",
    authority: "US Defense Department",
    class: "military_company",
    called: "the Pentagon's Section 1237 list of Chinese military companies",
  },
  "us-1260h": {
    name: "Section 1260H list of Chinese military companies",
    authority: "US Defense Department",
    class: "military_company",
    called: "the Pentagon's Section 1260H list of Chinese military companies",
  },
  "be-vlg-research-bar": {
    name: "Flemish bar on research with Seven Sons universities",
    authority: "Flemish authorities and universities",
    class: "research_bar",
    called: "the Flemish bar on research with seven Chinese universities",
    listed: "came under the Flemish bar on research with seven Chinese universities, announced",
  },
  "us-1286": {
    name: "Section 1286 list of institutions engaging in problematic activity",
    authority: "US Defense Department",
    class: "research_bar",
    called: "the Pentagon's Section 1286 list of foreign institutions",
  },
  "ca-nro": {
    name: "Named Research Organizations",
    authority: "Government of Canada",
    class: "research_bar",
    called: "Canada's list of Named Research Organizations",
  },
  "us-889": {
    name: "Section 889 procurement ban",
    authority: "US Congress (NDAA 2019)",
    class: "procurement_ban",
    called: "Section 889 of the 2019 defense authorization act",
    listed: "was named in Section 889 of the 2019 defense authorization act, enacted",
  },
  "us-5949": {
    name: "Section 5949 semiconductor procurement ban",
    authority: "US Congress (NDAA 2023)",
    class: "procurement_ban",
    called: "Section 5949 of the 2023 defense authorization act",
    listed: "was named in Section 5949 of the 2023 defense authorization act, enacted",
  },
  "us-fcc-covered": {
    name: "FCC Covered List",
    authority: "US Federal Communications Commission",
    class: "network_ban",
    called: "the FCC's Covered List",
    listed: "was put on the FCC's Covered List",
  },
  "au-5g": {
    name: "Australian 5G security guidance",
    authority: "Australian Government",
    class: "network_ban",
    called: "Australia's security guidance for 5G networks",
    listed: "came under Australia's security guidance for 5G networks, announced",
  },
  "ca-5g": {
    name: "Canadian 5G ban",
    authority: "Government of Canada",
    class: "network_ban",
    called: "Canada's ban on equipment in 5G networks",
    listed: "came under Canada's ban on equipment in 5G networks, announced",
  },
  "de-5g": {
    name: "German agreement on Chinese components in 5G networks",
    authority: "German Federal Government",
    class: "network_ban",
    called: "Germany's agreement on components in 5G networks",
    listed: "came under Germany's agreement on components in 5G networks, announced",
  },
  "se-5g": {
    name: "Swedish 5G licence conditions",
    authority: "Sweden, PTS",
    class: "network_ban",
    called: "Sweden's licence conditions for 5G networks",
    listed: "was barred by Sweden's licence conditions for 5G networks, announced",
  },
  "uk-5g": {
    name: "United Kingdom 5G directions",
    authority: "UK Government",
    class: "network_ban",
    called: "the United Kingdom's directions on 5G networks",
    listed: "came under the United Kingdom's ban on equipment in 5G networks, announced",
  },
  "cz-nukib-warning": {
    name: "Czech cyber-security warning",
    authority: "Czech Republic, NÚKIB",
    class: "network_ban",
    called: "a warning by the Czech cyber-security agency",
    listed: "was named in a warning by the Czech cyber-security agency, issued",
  },
};

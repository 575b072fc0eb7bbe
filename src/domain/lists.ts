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
}

/** Every list that a Listing may name. */
export const LISTS: Readonly<Record<string, ListRow>> = {
  "us-sdn": {
    name: "Specially Designated Nationals and Blocked Persons List",
    authority: "US Treasury, OFAC",
    class: "sanctions",
  },
  "us-nscmic": {
    name: "Non-SDN Chinese Military-Industrial Complex Companies List",
    authority: "US Treasury, OFAC",
    class: "sanctions",
  },
  "eu-consolidated": {
    name: "EU consolidated financial sanctions list",
    authority: "European Union",
    class: "sanctions",
  },
  "uk-consolidated": { name: "UK sanctions list", authority: "United Kingdom, OFSI", class: "sanctions" },
  "us-entity-list": {
    name: "Entity List",
    authority: "US Commerce Department, BIS",
    class: "export_control",
  },
  "us-meu": {
    name: "Military End-User List",
    authority: "US Commerce Department, BIS",
    class: "export_control",
  },
  "us-bis-denied-persons": {
    name: "Denied Persons List",
    authority: "US Commerce Department, BIS",
    class: "export_control",
  },
  "jp-end-user-list": { name: "End User List", authority: "Japan, METI", class: "export_control" },
  "us-1237": {
    name: "Section 1237 list of Communist Chinese military companies",
    authority: "US Defense Department",
    class: "military_company",
  },
  "us-1260h": {
    name: "Section 1260H list of Chinese military companies",
    authority: "US Defense Department",
    class: "military_company",
  },
  "be-vlg-research-bar": {
    name: "Flemish bar on research with Seven Sons universities",
    authority: "Flemish authorities and universities",
    class: "research_bar",
  },
  "us-1286": {
    name: "Section 1286 list of institutions engaging in problematic activity",
    authority: "US Defense Department",
    class: "research_bar",
  },
  "ca-nro": {
    name: "Named Research Organizations",
    authority: "Government of Canada",
    class: "research_bar",
  },
  "us-889": {
    name: "Section 889 procurement ban",
    authority: "US Congress (NDAA 2019)",
    class: "procurement_ban",
  },
  "us-5949": {
    name: "Section 5949 semiconductor procurement ban",
    authority: "US Congress (NDAA 2023)",
    class: "procurement_ban",
  },
  "us-fcc-covered": {
    name: "FCC Covered List",
    authority: "US Federal Communications Commission",
    class: "network_ban",
  },
  "au-5g": {
    name: "Australian 5G security guidance",
    authority: "Australian Government",
    class: "network_ban",
  },
  "ca-5g": { name: "Canadian 5G ban", authority: "Government of Canada", class: "network_ban" },
  "de-5g": {
    name: "German agreement on Chinese components in 5G networks",
    authority: "German Federal Government",
    class: "network_ban",
  },
  "se-5g": { name: "Swedish 5G licence conditions", authority: "Sweden, PTS", class: "network_ban" },
  "uk-5g": { name: "United Kingdom 5G directions", authority: "UK Government", class: "network_ban" },
  "cz-nukib-warning": {
    name: "Czech cyber-security warning",
    authority: "Czech Republic, NÚKIB",
    class: "network_ban",
  },
};

/** An error blocks a load; a warning is shown and blocks nothing: an editor may have a good reason. */
export type Severity = "error" | "warning";

/** What a dossier has to keep to. `id` is permanent and never used again: people and programs refer to it. */
export interface Rule {
  readonly id: `DS${number}`;
  readonly severity: Severity;
  readonly title: string;
  /** What it wants, and why. */
  readonly wants: string;
  /** What breaks it, and how that is mended. */
  readonly example: string;
}

const rule = (id: Rule["id"], severity: Severity, title: string, wants: string, example: string): Rule => ({
  id,
  severity,
  title,
  wants,
  example,
});

/**
 * Every rule of `check`, by the name by which the code calls it. Numbers from 1 are of files, from 11 of cells, from 30 of
 * what rows name, from 40 of rows beside each other, from 50 of words.
 */
export const RULES = {
  // ---- files
  tooMany: rule(
    "DS000",
    "error",
    "A file has fewer than 10,000 problems",
    "The first 10,000 problems of a file are listed; the others are only counted, because one mistake is behind most of them.",
    "A semicolon in place of each comma: save the file as comma-separated, and check again.",
  ),
  encoding: rule(
    "DS001",
    "error",
    "A file is text in UTF-8",
    "Names are in many scripts, and only in UTF-8 do they read alike everywhere. Control characters, and signs that turn the direction of what follows, make a reader see another text than a program.",
    'A file saved by a spreadsheet as "Unicode text" is UTF-16: save it as CSV UTF-8.',
  ),
  lineEnds: rule(
    "DS002",
    "error",
    "Lines end with a line feed",
    "With carriage returns alone the whole file is one line, and no problem could be named by its line.",
    "Save the file with Unix line ends (LF).",
  ),
  savedOtherwise: rule(
    "DS003",
    "warning",
    "A file has no byte order mark, and no carriage returns before its line feeds",
    "It is read all the same; but a change of one cell then shows as a change of every line.",
    "Save the file as UTF-8 without BOM, with Unix line ends (LF).",
  ),
  csv: rule(
    "DS004",
    "error",
    "A quoted cell is closed",
    "Where a quotation mark is not closed, the end of the cell cannot be found. A quotation mark within a quoted cell is doubled.",
    'relations.csv: "gave half a million  becomes  "gave half a million"',
  ),
  width: rule(
    "DS005",
    "error",
    "Every row has as many cells as the header",
    "With a comma too many or too few every cell after it stands under the wrong heading.",
    'a,listed,said, so,b  becomes  a,listed,"said, so",b',
  ),
  columns: rule(
    "DS006",
    "error",
    "The first row names columns of the table, each once, and those that it needs",
    "A misspelt column would be left out silently, and what stands in it with it.",
    'events.csv: id,flag,event,dates,sources  has an unknown column "dates": write date',
  ),
  strayFile: rule(
    "DS007",
    "error",
    "A folder holds the tables of a dossier, as files, and no others",
    "A misspelt table would be left out silently, and so would a folder of its name. Links are not followed: one may lead to any file of this machine. A file has 1 GB at most.",
    "relation.csv  becomes  relations.csv",
  ),
  settings: rule(
    "DS008",
    "error",
    "dossier.yml is YAML and says what the dossier is",
    "It needs a slug (short, in small letters, permanent) and a title. Lists that it names are known, with their extent.",
    'slug: mit-2019\ntitle: "MIT, Huawei and ZTE, April 2019"\nlists: {us-entity-list: partial}',
  ),
  assertion: rule(
    "DS009",
    "error",
    "What dossier.yml asserts of its rows comes out",
    "A sum or a count that an editor worked out from the sources tells of a row that got lost or was pasted twice.",
    "{sum: amount, of: relations, where: {kind: Funding, currency: USD}, is: 28672437}",
  ),
  slug: rule(
    "DS010",
    "error",
    "No two dossiers have one slug",
    "Ids of claims begin with it: two dossiers of one slug would overwrite each other.",
    "slug: mit-2019 in two folders: rename one.",
  ),
  // ---- cells
  empty: rule(
    "DS011",
    "error",
    "A cell that a row cannot do without is filled in",
    "A claim without a source, a name or a kind states nothing that could be checked.",
    "events.csv: sources is empty: name a row id of sources.csv.",
  ),
  blanks: rule(
    "DS012",
    "error",
    "A cell neither begins nor ends with a blank",
    "Two cells that look alike would not be equal.",
    '"MIT "  becomes  MIT',
  ),
  id: rule(
    "DS013",
    "error",
    "An id is well-formed, is of its kind and stands once",
    "Answers, answers to them and corrections refer to ids. An entity's id begins with its kind; ids of claims are unique in their dossier, whatever the table.",
    "company:Huawei Technologies  becomes  company:huawei-technologies",
  ),
  date: rule(
    "DS014",
    "error",
    "A date is a year, a month or a day of the calendar, or a span of these",
    "Write it as finely as the source does and no finer: 2019, 2019-04, 2019-04-03, 2019-04/2019-06, ../2019-04, 2019-04/.. . Year first: 03/04/2019 is the third of April to some and the fourth of March to others.",
    "2019-02-30 is a day that does not exist; 03/04/2019  becomes  2019-04-03",
  ),
  order: rule(
    "DS015",
    "error",
    "What ends has begun before",
    "end is the first day on which a thing no longer held, retracted the first day on which a claim no longer counted. Turned round, a claim would hold on no day.",
    "start 2020-01-01, end 2019: correct one.",
  ),
  value: rule(
    "DS016",
    "error",
    "A cell of a closed list holds one of its values",
    "Kinds, roles, events, statuses and forms decide what a claim counts for; a misspelt one would count for nothing.",
    "lsited  becomes  listed",
  ),
  list: rule(
    "DS017",
    "error",
    "A list is written a;b;c, each item once",
    "An empty item would name something without an id.",
    "CN;;RU  becomes  CN;RU",
  ),
  foreignCell: rule(
    "DS018",
    "error",
    "A cell belongs to the kind of its row",
    "A share of a gift means nothing: either the cell or the kind is wrong.",
    "A Funding with a share: leave the cell empty, or write Ownership.",
  ),
  share: rule(
    "DS019",
    "error",
    "A share is a percentage or bounds",
    "60, [25,50], (50,75), or empty for not known, which is neither none nor all.",
    "60%  becomes  60; more than half  becomes  (50,100]",
  ),
  amount: rule(
    "DS020",
    "error",
    "An amount is a number, and what qualifies it agrees with it",
    "Sums are only as good as their amounts. at_least gives no upper end, up_to gives one; without an amount there is nothing to qualify and nothing a year.",
    "amount 500, amount_max 900, amount_qualifier at_least: leave one of the last two empty.",
  ),
  code: rule(
    "DS021",
    "error",
    "A code is one of its register, and an address is one",
    "Countries are of ISO 3166-1, currencies of ISO 4217, grades of the Admiralty code (a letter A to F, a digit 1 to 6); identifiers name a known register; addresses begin with https:// or http://; a probability is a number from 0 to 1.",
    "UK  becomes  GB; example.org  becomes  https://example.org",
  ),
  recordedAhead: rule(
    "DS022",
    "error",
    "No claim is recorded on a day to come",
    "recorded is the day from which the public could know. In a store no recorded time lies more than a day after the newest version: a load with a clock that ran ahead leaves one. The same folder, loaded with the clock set right, corrects it.",
    "recorded 2036-12-03, written on 3 December 2026: write 2026-12-03, or leave it empty.",
  ),
  // ---- what rows name
  source: rule(
    "DS030",
    "error",
    "A source that a row cites stands in the dossier's sources.csv",
    "A claim is as good as its source: a reader must be able to look it up.",
    'sources: "cnbc-2019-04-40" is no row of sources.csv: correct it or add it there.',
  ),
  entity: rule(
    "DS031",
    "error",
    "An entity that a row names is known, and of a kind that may stand there",
    "A misspelt id would name another party.",
    'entity: no entity "company:hauwei" is known: write company:huawei-technologies.',
  ),
  flag: rule(
    "DS032",
    "error",
    "A flag that a row names is known",
    "A subject, an event or a response of no flag is told nowhere.",
    'flag: no flag "listing:maker-2018" is known: add it to a flags.csv, or correct it.',
  ),
  answered: rule(
    "DS033",
    "error",
    "A response answers a flag, or a decision of its own dossier",
    "A reply is printed with what it answers.",
    'to: "north-2021" is neither: write the id of a flag, or the row id of a decision.',
  ),
  ends: rule(
    "DS034",
    "error",
    "A relation joins entities of kinds that it may join",
    "A program has no owner, and no party is part of itself. Turned round, a holding would make the owner of the owned.",
    "Ownership to a PublicBody: correct the end or the kind.",
  ),
  // ---- rows beside each other
  equalRows: rule(
    "DS040",
    "error",
    "A name or act that stands in several dossiers has equal cells in all of them",
    "Otherwise the order of loading would decide what it is called.",
    "Two rows company:zte with different countries: make them equal.",
  ),
  identifier: rule(
    "DS041",
    "error",
    "No two entities have one identifier, unless an Identity joins them",
    "A register's number names one: either a number is wrong or the two are one.",
    "lei=549300EXAMPLE00000000 on two companies: remove it from one, or join them by an Identity.",
  ),
  name: rule(
    "DS042",
    "warning",
    "No two entities of one kind have one name or alias, unless an Identity joins them",
    "Names are shared in the world; a summary on each that tells them apart ends the warning.",
    'Two companies with the alias "Hytera": say in the summary of each how they differ.',
  ),
  unused: rule(
    "DS043",
    "warning",
    "An entity is named by a claim or carries an identifier",
    "Else its row says nothing. Asked of dossiers that stand alone only.",
    "A company that no row names: add a claim or remove the row.",
  ),
  publicRole: rule(
    "DS044",
    "warning",
    "A person stands here in a public role",
    "A Post, or a summary that names the office or the court paper: private persons are none of a reader's business.",
    "A person without either: add a Post, or remove the row.",
  ),
  sumOfShares: rule(
    "DS045",
    "warning",
    "The known shares of a company do not come to more than 100 per cent on a day",
    "Sources disagree, and more than all cannot be true: the engine reads such shares as unknown.",
    "60 and 50 per cent in 2018: correct a share, or close one holding with an end.",
  ),
  contradictingShares: rule(
    "DS046",
    "warning",
    "Two holdings of one pair do not contradict each other on a day",
    "Both cannot be true at once: the engine reads the share as unknown.",
    "60 per cent since 2016 and 30 per cent since 2018: give the first an end.",
  ),
  withinOneParty: rule(
    "DS047",
    "warning",
    "An Ownership joins two parties",
    "Between two names of one party it says nothing.",
    "An Ownership between two entities that an Identity joins: remove it, or the Identity.",
  ),
  lastChecked: rule(
    "DS048",
    "warning",
    "dossier.yml says when the dossier was last checked",
    "Every answer tells up to when the collection was kept; the page of coverage has that day in its title. Asked of dossiers that stand alone only.",
    "last_checked: 2026-11-24",
  ),
  // ---- words
  clause: rule(
    "DS050",
    "error",
    "text and caveat are clauses: no full stop, and text begins small",
    "The sentence goes on before and after them: the program puts the subject before a text, the date and the amount behind it.",
    "Was charged with bank fraud.  becomes  was charged with bank fraud",
  ),
  textNumber: rule(
    "DS051",
    "error",
    "A text has no number and no month that its row does not have",
    "What is printed must be what the source says. The cells of the row, its quote, the title of its flag and the names of its parties count; the date and the amount are better left to their cells, from which the program adds them.",
    'text "was charged on 23 counts", and the quote has no 23: quote the words that carry it, or leave it out.',
  ),
  textNumberInWords: rule(
    "DS052",
    "warning",
    "A text has no number in words that its row does not have",
    "As above, for two, three, a dozen, hundreds. A quote in another language is not read for it.",
    'text "named four universities", and the quote names none: quote the words that carry it.',
  ),
  verb: rule(
    "DS053",
    "error",
    "An event of a flag and a role in it can be told",
    "The table of verbs has a sentence for most; what it has none for needs a text of its own, because a sentence of another case would say something else.",
    'A Listing with the event "acquitted": write text, or correct the event.',
  ),
  ownWords: rule(
    "DS054",
    "warning",
    "What a template tells badly has a text of its own",
    "Acts, decisions and replies are told in an editor's words; so are money that was only promised, links, and joint work of no stated form. Asked of dossiers in which some row has a text.",
    'A Link: text "announced a partnership with Berkeley\'s AI lab".',
  ),
  confirmedGrade: rule(
    "DS055",
    "warning",
    "What is confirmed rests on a source of grade A or B",
    "Confirmed means that an official text or the party itself says so. Asked of claims of which some source is graded.",
    "confirmed on a source of grade D4: write reported, or cite the original.",
  ),
  finerDay: rule(
    "DS056",
    "warning",
    "A date is not finer than that of its quote",
    "A year in the source stays a year. Asked where the quote has a date of that year; the source may give the day elsewhere, and then the quote is better widened.",
    'date 2019-04-03, and the quote says "in 2019": write 2019, or quote the day.',
  ),
  speaker: rule(
    "DS057",
    "warning",
    "Who replies is concerned",
    "A reply is printed with what it answers: one by a third party would read as the answer of the accused. The speaker is a subject of the flag, or one of those whom the decision names or who took it.",
    "A reply by company:zte to a listing of company:hikvision: correct to or by, or add the subject.",
  ),
  stalePresent: rule(
    "DS058",
    "warning",
    "What no source has told of for two years is not told in the present",
    '"Is under investigation" needs a source from the last months: after two years without one it is what was known then.',
    'text "is under investigation", last source of 2022: write "was under investigation".',
  ),
  cutQuote: rule(
    "DS059",
    "warning",
    "A quote does not end in the middle of a word",
    "A word that is cut may be another word. Known by the other words of the dossiers: none of them is it, and one begins with it.",
    '"Cornell has not acce"  becomes  "Cornell has not accepted"',
  ),
  publisher: rule(
    "DS060",
    "warning",
    "publisher is who put the page at its address; whose text it is stands in copy_of",
    "Prose names the original, and a reader who follows the address should find who was named. A bare number of a machine is no publisher.",
    '"The Australian (re-post)"  becomes  publisher "newsbite.mooo.com", copy_of "The Australian"',
  ),
} as const satisfies Record<string, Rule>;

/** By which name the code calls a rule. */
export type RuleName = keyof typeof RULES;

/** All rules in the order of their ids. */
export const ALL_RULES: readonly Rule[] = Object.values(RULES);

/** Words that end in a stop and never end a sentence: more always follows. */
const NEVER_LAST =
  /(?:^|[\s("“])(?:v|vs|No|Nos|Dr|Prof|Mr|Mrs|Ms|St|Mt|Gen|Col|Sen|Rep|Gov|e\.g|i\.e|cf|Art|art|para|Sec|pp|approx|c)\.$/;

/** Words that end in a stop and may end a sentence: what follows tells. */
const MAYBE_LAST =
  /(?:\b(?:Co|Ltd|Inc|Corp|Pte|Pty|Bros|Jr|Sr|LLC|S\.p\.A|B\.V|N\.V|S\.A|A\.G|GmbH|Univ|Dept|Lab|Labs|Tech|Sci|Int'l|etc|al|a\.m|p\.m|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Ph\.D)|\b(?:[A-Z]\.)*[A-Z])\.$/;

/** With one of these a sentence of these texts begins; a name or the rest of one follows anything else. */
const OPENS =
  /^["“(]?(?:A|About|According|After|All|Also|An|And|As|At|Before|Beside|Between|But|By|Control|Counted|Earlier|For|From|He|How|If|In|It|Its|Known|Later|More|Neither|No|Not|Of|On|One|Only|Since|So|Some|Sources|That|The|Their|Then|There|They|This|Through|Two|Three|Under|Until|Votes|What|When|Whether|Which|While|With)\b/;

/**
 * The sentences of a text. A stop ends one where more than blank follows it, outside quotation marks, and where it is
 * not the stop of an abbreviation ("v.", "U.S.", "Co., Ltd.") that a name goes on after.
 */
export function splitSentences(text: string): readonly string[] {
  const sentences: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') quoted = !quoted;
    if (quoted || !/[.?!]/.test(letter ?? "")) {
      // The stop within closing marks: `… said "no." It …`
      const closes = letter === '"' && !quoted && /[.?!]/.test(text[at - 1] ?? "");
      if (!closes) continue;
    }
    const rest = text.slice(at + 1);
    if (rest !== "" && !/^\s/.test(rest)) continue;
    const before = text.slice(from, at + 1);
    if (NEVER_LAST.test(before)) continue;
    const next = rest.trimStart();
    if (MAYBE_LAST.test(before) && next !== "" && !OPENS.test(next)) continue;
    if (/^[a-z]/.test(next) && !/^i[A-Z]/.test(next)) continue;
    sentences.push(before.trim());
    from = at + 1;
  }
  const last = text.slice(from).trim();
  return last === "" ? sentences : [...sentences, last];
}

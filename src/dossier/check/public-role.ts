/** Offices in public bodies, companies and universities, by the word that they are called by. */
const OFFICES =
  /\b(?:ambassador|attorney|chair(?:man|woman|person)?|chancellor|chief|commissioner|dean|deputy|director|executive|founder|governor|head|inspector|judge|justice|manager|mayor|member of|minister|officer|official|president|principal|proprietor|prosecutor|provost|rector|representative|secretary|senator|speaker|spokes(?:man|woman|person)|treasurer|trustee|vice)\b/i;

/** Papers of courts and authorities in which a person is named. */
const PAPERS =
  /\b(?:accused|arrest(?:ed)?|charge[sd]?|complaint|convict(?:ed|ion)|court|defendant|docket|indict(?:ed|ment)|judgment|named on|ple(?:a|d|aded)|plaintiff|sanction(?:s|ed)|sentenced|witness)\b|\bv\.\s|\b\d{1,2}-(?:cr|cv)-\d+/i;

/**
 * Whether a note on a person names an office or a court paper: only these make a person public here.
 * Choice: by words, so a warning and no error; an office that is not among them is given as a Post.
 */
export function namesPublicRole(note: string): boolean {
  return OFFICES.test(note) || PAPERS.test(note);
}

/* About. */

export const about = {
  title: "About the exposure graph",
  docs: "The schema, readable",
  parts: [
    {
      title: "What it is",
      paragraphs: [
        "It is a collection of claims about universities, companies, their owners and subsidiaries, research programs, and what governments did: who paid whom, who owns whom, who was charged with what, who was put on which list. Each claim names its source and, where there is one, the words it relies on.",
        "From these claims it works out exposure: a university is exposed to a company if it received money from it or did research with it, with something that the company owns or controls, or with something that owns or controls it; if both take part in a program; or if the university owns or owned a share of it.",
      ],
    },
    {
      title: "Two days",
      paragraphs: [
        "One day says for when: what begins after it is left out. The other says what was known: only what the public could know on that day counts. So an answer can be given as a reader would have had it on an earlier day. Both days stand in the address of the page, and go along to the next one.",
      ],
    },
    {
      title: "How sure it is",
      paragraphs: [
        "Dates and shares are as uncertain as their sources. A verdict is yes, no or undetermined; a dealing took place while a probe or listing was open, possibly so, before it or after it. There is no score. A sum counts each gift once.",
        "A claim is confirmed, reported, alleged or denied. Only confirmed and reported claims carry an answer. A path that rests on a report says so.",
      ],
    },
    {
      title: "Replies",
      paragraphs: [
        "A charge, a probe or a listing never stands alone: beside it stand what came of it and what the accused answered, where a source has it.",
      ],
    },
    {
      title: "What it cannot tell",
      paragraphs: [
        "It holds what its dossiers hold. It searches no register by itself, and a dossier is as new as the day on which it was last checked. Nothing found does not mean there is none.",
        "A similar name is not proof of identity. A tie is a relation in documents: it is no statement about what anyone knew, meant or did wrong.",
      ],
    },
  ],
} as const;

/** A question that a newcomer can click: what it asks, and the text that asks it. */
export interface QuestionToTry {
  readonly asks: string;
  readonly query: string;
}

/** Three questions that the seed answers; a test holds them to the schema. */
export const QUESTIONS_TO_TRY: readonly QuestionToTry[] = [
  {
    asks: "How was MIT exposed when it wrote its letter of April 2019?",
    query: '{exposure(university:"university:mit",validAt:"2019-04-04"){summary}}',
  },
  {
    asks: "Which universities decided what about Huawei, and when?",
    query: '{decisions(filter:{counterparties:["company:huawei-technologies"]}){nodes{text}}}',
  },
  {
    asks: "Which universities are exposed to Huawei?",
    query:
      '{exposedUniversities(to:"company:huawei-technologies"){nodes{university{name}findings{explanation}}}}',
  },
];

/** The address at which a server answers a question. */
export function linkTo(url: string, { query }: QuestionToTry): string {
  return `${url}/graphql?query=${encodeURIComponent(query)}`;
}

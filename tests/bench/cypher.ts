/**
 * The exposure question as Cypher, by hand, over the layout that `load` writes: which listed companies hold, directly
 * or by a chain of OWNS on the day of a payment, a payer of the university, and how much was paid, by currency,
 * concurrently with the listing or before it. Parameters: university, validAt, knownAt (days).
 *
 * What it does: claims known on knownAt; every link of a chain holds on the payment's own day; each payment once a
 * target, however many chains lead to it; amounts and unknown amounts; timing against the open interval of the
 * listing. What it lacks beside the engine's answer: no path as a proof, no control, no PARENT, PROGRAM or HOLDING, no
 * parts of the university, no identities, no spans, no uncertain dates (latest start and earliest end are read), no
 * probes or ended flags, no order. So it is asked for less than the engine answers.
 */
export interface CypherText {
  readonly name: string;
  readonly text: (maxHops: number) => string;
}

const PAYMENTS = `MATCH (u:University {id: $university})<-[f:FUNDED]-(x:Entity)
WHERE f.startEarliest <= $validAt AND f.recordedDay <= $knownAt AND f.retractedDay > $knownAt`;

const HOLDS = `r.startLatest <= f.startEarliest AND f.startEarliest < r.endEarliest
  AND r.recordedDay <= $knownAt AND r.retractedDay > $knownAt`;

/** Sums by target, channel, currency and timing, from rows of distinct (t, f, x). */
const SUMS = `MATCH (t)<-[c:CONCERNS]-(flag:Listing)
WHERE c.role IN ['listed', 'covered_affiliate', 'respondent'] AND c.startEarliest <= $validAt
  AND c.recordedDay <= $knownAt AND c.retractedDay > $knownAt
MATCH (flag)-[:HAS_EVENT]->(e:Event {event: 'listed'}) WHERE e.startEarliest <= $validAt
WITH t, x, f, min(e.startEarliest) AS listed
WITH t, t = x AS direct, f.currency AS currency, f.startEarliest >= listed AS concurrent, f.amount AS amount
RETURN t.id AS target, t.name AS name, direct, currency,
  sum(CASE WHEN concurrent THEN amount END) AS concurrentAmount,
  sum(CASE WHEN NOT concurrent THEN amount END) AS beforeAmount,
  count(*) AS transactions, count(*) - count(amount) AS unknownAmounts`;

export const CYPHER_TEXTS: readonly CypherText[] = [
  {
    name: "quantified path, distinct ends of each payment",
    text: (maxHops) => `${PAYMENTS}
CALL (f, x) {
  MATCH (x) (()<-[r:OWNS WHERE ${HOLDS}]-()){0,${maxHops - 1}} (t:Company)
  RETURN DISTINCT t
}
${SUMS}`,
  },
  {
    name: "variable length, all links checked",
    text: (maxHops) => `${PAYMENTS}
CALL (f, x) {
  MATCH p = (x)<-[:OWNS*0..${maxHops - 1}]-(t:Company)
  WHERE all(r IN relationships(p) WHERE ${HOLDS})
  RETURN DISTINCT t
}
${SUMS}`,
  },
  {
    name: "shortest quantified path to each listed company",
    text: (maxHops) => `${PAYMENTS}
CALL (f, x) {
  MATCH ANY SHORTEST (x) (()<-[r:OWNS WHERE ${HOLDS}]-()){0,${maxHops - 1}} (t:Company WHERE (t)<-[:CONCERNS]-())
  RETURN t
}
${SUMS}`,
  },
];

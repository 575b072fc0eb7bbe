/**
 * The exposure question as Cypher, by hand, over the layout that `load` writes: which listed companies hold, directly
 * or by a chain of OWNS on the day of a payment, a payer of the university, and how much was paid, by currency,
 * concurrently with the listing or before it. Parameters: university, validAt, knownAt (days).
 *
 * What it does: claims known on knownAt; every link of a chain holds on the payment's own day; each payment once a
 * target, however many chains lead to it; amounts and unknown amounts; timing against the open interval of the
 * listing. Neo4j plans it as a breadth first walk from each payment that meets no company twice.
 *
 * What it lacks beside the engine's answer: control, PARENT, PROGRAM and HOLDING, parts of the university, identities,
 * spans and uncertain dates (latest start and earliest end are read), probes and ended flags, the order of findings,
 * and, but for `WITH_PATHS`, the path as a proof. So it is asked for less than the engine answers.
 */
export interface CypherText {
  readonly name: string;
  readonly text: (maxHops: number) => string;
}

const PAYMENTS = `MATCH (u:Entity {id: $university})<-[f:FUNDED]-(x)
WHERE f.startEarliest <= $validAt AND f.recordedDay <= $knownAt AND f.retractedDay > $knownAt`;

const HOLDS = `r.startLatest <= f.startEarliest AND f.startEarliest < r.endEarliest
    AND r.recordedDay <= $knownAt AND r.retractedDay > $knownAt`;

const LISTED = `MATCH (t)<-[c:CONCERNS]-(flag:Listing)
WHERE c.role IN ['listed', 'covered_affiliate', 'respondent'] AND c.startEarliest <= $validAt
  AND c.recordedDay <= $knownAt AND c.retractedDay > $knownAt
MATCH (flag)-[:HAS_EVENT]->(e:Event {event: 'listed'}) WHERE e.startEarliest <= $validAt`;

const SUMS = `t.id AS target, t.name AS name, direct, currency,
  sum(CASE WHEN concurrent THEN amount END) AS concurrentAmount,
  sum(CASE WHEN NOT concurrent THEN amount END) AS beforeAmount,
  count(*) AS transactions, count(*) - count(amount) AS unknownAmounts`;

export const CYPHER_TEXTS: readonly CypherText[] = [
  {
    name: "variable length, flags looked up for each payment",
    text: (maxHops) => `${PAYMENTS}
CALL (f, x) {
  MATCH p = (x)<-[:OWNS*0..${maxHops - 1}]-(t)
  WHERE all(r IN relationships(p) WHERE ${HOLDS})
  RETURN DISTINCT t
}
${LISTED}
WITH t, x, f, min(e.startEarliest) AS listed
WITH t, t = x AS direct, f.currency AS currency, f.startEarliest >= listed AS concurrent, f.amount AS amount
RETURN ${SUMS}`,
  },
  {
    name: "variable length, payments gathered by company",
    text: (maxHops) => `${PAYMENTS}
CALL (f, x) {
  MATCH p = (x)<-[:OWNS*0..${maxHops - 1}]-(t)
  WHERE all(r IN relationships(p) WHERE ${HOLDS})
  WITH DISTINCT t WHERE EXISTS { (t)<-[:CONCERNS]-() }
  RETURN t
}
WITH t, collect({direct: t = x, day: f.startEarliest, currency: f.currency, amount: f.amount}) AS payments
${LISTED}
WITH t, payments, min(e.startEarliest) AS listed
UNWIND payments AS payment
WITH t, payment.direct AS direct, payment.currency AS currency, payment.amount AS amount,
  payment.day >= listed AS concurrent
RETURN ${SUMS}`,
  },
  {
    name: "quantified path",
    text: (maxHops) => `${PAYMENTS}
CALL (f, x) {
  MATCH (x) (()<-[r:OWNS WHERE ${HOLDS}]-()){0,${maxHops - 1}} (t)
  RETURN DISTINCT t
}
${LISTED}
WITH t, x, f, min(e.startEarliest) AS listed
WITH t, t = x AS direct, f.currency AS currency, f.startEarliest >= listed AS concurrent, f.amount AS amount
RETURN ${SUMS}`,
  },
];

/** The same with a shortest path to each target: the claims of a proof, as the engine gives them. */
export const WITH_PATHS: CypherText = {
  name: "shortest path to each listed company",
  text: (maxHops) => `${PAYMENTS}
MATCH p = ANY SHORTEST (x) (()<-[r:OWNS WHERE ${HOLDS}]-()){0,${maxHops - 1}} (t WHERE EXISTS { (t)<-[:CONCERNS]-() })
WITH t, x, f, p ORDER BY length(p), f.id
WITH t, t = x AS direct, head(collect([f.id] + [r IN relationships(p) | r.id])) AS path,
  collect({day: f.startEarliest, currency: f.currency, amount: f.amount}) AS payments
${LISTED}
WITH t, direct, path, payments, min(e.startEarliest) AS listed
UNWIND payments AS payment
WITH t, direct, path, payment.currency AS currency, payment.amount AS amount, payment.day >= listed AS concurrent
RETURN path, ${SUMS}`,
};

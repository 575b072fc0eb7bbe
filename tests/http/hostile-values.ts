import fc from "fast-check";

/** Ids that are there in the world of these tests, beside some that are not. */
const IDS = [
  "university:u",
  "company:t0",
  "company:x0",
  "program:p0",
  "organization:o0",
  "listing:l0",
  "claim:rows/f0",
  "claim:rows/d0",
  "rows",
  "company:nothing",
  "claim:",
  "source:",
];

/** Texts that mean something to a database, a page, a shell or a file system, if anybody is careless with them. */
const MEANING = [
  "' OR 1=1 --",
  "'; DROP TABLE relations; --",
  '" }) DETACH DELETE n //',
  "university:u'}) MATCH (n) DETACH DELETE n RETURN 1 //",
  "`) RETURN 1 UNION MATCH (n) RETURN n //",
  "$id",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "</script><!--",
  "javascript:alert(1)",
  '=HYPERLINK("http://example.org")',
  "../../../../etc/passwd",
  "__proto__",
  "constructor",
  "toString",
  "%00",
  "\u0000",
  "\ud800",
  "\u202e\u2066",
  "A".repeat(5000),
  "(".repeat(500),
  "",
  " ",
  "null",
];

const DAYS = [
  "2019-05-16",
  "2019-02-30",
  "0000-00-00",
  "9999-12-31",
  "10000-01-01",
  "-0001-01-01",
  "2019",
  "today",
  "1e9",
];

/** What somebody might put where a text is expected. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...IDS),
  fc.constantFrom(...MEANING),
  fc.constantFrom(...DAYS),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...MEANING)).map(([id, text]) => `${id}${text}`),
  // Cursors of lists that may not be this one, and of no list.
  fc
    .array(
      fc.oneof(
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.constantFrom("flags", "universities", "relations"),
      ),
      {
        maxLength: 4,
      },
    )
    .map((parts) => Buffer.from(JSON.stringify(parts)).toString("base64url")),
);

export const hostileNumber: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -2, max: 20 }),
  fc.constantFrom(
    0,
    -0,
    -1,
    500,
    501,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31),
    2 ** 53,
    1e300,
    -1e-300,
    0.5,
    1.0000001,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Anything that JSON can hold. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  hostileNumber,
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 3 }),
);

import { describe, expect, it } from "vitest";
import { originOf } from "../../src/http/pages.js";

const PUBLIC = ["https://exposure.example.org", "https://exposure.example.net:8443"];

describe("a snapshot says that it is from", () => {
  it.each([
    // The operator named no origin: this machine's own names are believed, made up ones are not.
    ["127.0.0.1:4000", [], "http://127.0.0.1:4000"],
    ["localhost:4000", [], "http://localhost:4000"],
    ["evil.example.org", [], ""],
    ["127.0.0.1.evil.example.org", [], ""],
    // It did: those are believed, any other name gives the first.
    ["exposure.example.org", PUBLIC, "https://exposure.example.org"],
    ["Exposure.Example.net:8443", PUBLIC, "https://exposure.example.net:8443"],
    ["evil.example.org", PUBLIC, "https://exposure.example.org"],
    ["127.0.0.1:4000", PUBLIC, "https://exposure.example.org"],
  ])("asked as %s, of %j: %j", (host, named, origin) => {
    expect(originOf({ protocol: "http", host }, named)).toBe(origin);
  });
});

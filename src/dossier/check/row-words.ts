import { LISTS } from "../../domain/lists.js";
import { namedEntities } from "../../domain/named-entities.js";
import type { Claim } from "../../domain/record.js";
import { percent } from "../../domain/share.js";
import { entityOf, flagOf, type KnownNouns } from "./known-nouns.js";

/** What a row says beside its text: every number and month that a sentence of it may have. */
export interface RowWords {
  hasNumber(number: number): boolean;
  /** From 1. */
  hasMonth(month: number): boolean;
  hasWord(word: string): boolean;
}

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"],
  ...["November", "December"],
];
const MONTH = new RegExp(String.raw`\b(?:${MONTHS.join("|")})\b`, "g");

const SMALL = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const LARGER: Readonly<Record<string, number>> = {
  ...{ thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 },
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
  ...{ dozen: 12, hundred: 100, thousand: 1_000, million: 1e6, billion: 1e9 },
};
const NUMERALS = new Map([...SMALL.map((word, at) => [word, at + 2] as const), ...Object.entries(LARGER)]);
/** A word that stands for a number; "one" is as often a pronoun. */
const NUMERAL = new RegExp(String.raw`\b(${[...NUMERALS.keys()].join("|")})s?\b`, "gi");

/** Digits with separators, but for the name of a generation of networks. */
const NUMBER = /\d+(?:[.,’']\d+)*(?!\d|G\b)/g;
const SCALE = /^[\s -]*(k\b|thousand|m\b|mn\b|mio|million|bn\b|mrd|billion|milliard)/i;
const SCALES: Readonly<Record<string, number>> = {
  ...{ k: 1e3, thousand: 1e3, m: 1e6, mn: 1e6, mio: 1e6, million: 1e6 },
  ...{ bn: 1e9, mrd: 1e9, billion: 1e9, milliard: 1e9 },
};

/** The months that a text names, from 1. */
export function monthsIn(text: string): readonly number[] {
  return [...text.matchAll(MONTH)].map(([name]) => MONTHS.indexOf(name) + 1);
}

/** The words of a text that stand for numbers, each with its number. */
export function numeralsIn(text: string): readonly (readonly [word: string, number: number])[] {
  return [...text.matchAll(NUMERAL)].map(([, word = ""]) => [word, NUMERALS.get(word.toLowerCase()) ?? 0]);
}

/** The numbers that a text has in digits, each in all the ways in which it may be read. */
export function numbersIn(text: string): readonly (readonly number[])[] {
  return [...text.matchAll(NUMBER)].map((match) => {
    const scale = SCALE.exec(text.slice(match.index + match[0].length))?.[1]?.toLowerCase();
    const plain = readings(match[0]);
    return scale === undefined ? plain : [...plain, ...plain.map((number) => number * (SCALES[scale] ?? 1))];
  });
}

/** "1,234.5" and "1.234,5" are 1234.5; "1.234" may be either. */
function readings(digits: string): readonly number[] {
  const forms = new Set<string>([digits]);
  if (/^\d{1,3}(?:[,’']\d{3})+(?:\.\d+)?$/.test(digits)) forms.add(digits.replace(/[,’']/g, ""));
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits)) forms.add(digits.replaceAll(".", "").replace(",", "."));
  if (/^\d+,\d+$/.test(digits)) forms.add(digits.replace(",", "."));
  const numbers = [...forms].map(Number).filter((number) => !Number.isNaN(number));
  return numbers.length > 0 ? numbers : (digits.match(/\d+/g) ?? []).map(Number);
}

/** What a row has beside its `text` and its `caveat`: its cells, its quote, what its flag and its parties are called. */
export function rowWords(claim: Claim, known: KnownNouns, partiesOfFlag: readonly string[]): RowWords {
  const words = [...cellsOf(claim), ...namesOf(claim, known, partiesOfFlag)].join(" \n");
  const lower = words.toLowerCase();
  const numbers = new Set<number>();
  for (const forms of numbersIn(words)) for (const number of forms) numbers.add(number);
  for (const [, number] of numeralsIn(words)) numbers.add(number);
  const dates = [claim.start, claim.end, claim.recorded].filter((date) => date !== null).join(" ");
  const months = new Set([
    ...monthsIn(words),
    ...[...dates.matchAll(/\d{4}-(\d{2})/g)].map(([, month]) => Number(month)),
    ...MONTHS.flatMap((name, at) => (lower.includes(`${name.toLowerCase().slice(0, 3)}.`) ? [at + 1] : [])),
  ]);
  return {
    hasNumber: (number) =>
      [1, 1e3, 1e6, 1e9].some((scale) => numbers.has(number * scale) || numbers.has(rounded(number / scale))),
    hasMonth: (month) => months.has(month),
    hasWord: (word) => lower.includes(word.toLowerCase()),
  };
}

function rounded(number: number): number {
  return Math.round(number * 1e9) / 1e9;
}

function cellsOf(claim: Claim): readonly string[] {
  const { quote, locator, note, start, end, recorded } = claim;
  const own: unknown[] = [quote, locator, note, start, end, recorded];
  switch (claim.record) {
    case "relation": {
      const { amount, share, role, probability } = claim;
      own.push(amount?.min, amount?.max, role, probability);
      if (share) own.push(percent(share.min), percent(share.max));
      break;
    }
    case "decision":
      own.push(claim.scope, claim.reason);
      break;
    case "policy":
      own.push(claim.name);
      break;
  }
  return own.flatMap((cell) => (cell === null || cell === undefined ? [] : [String(cell)]));
}

function namesOf(claim: Claim, known: KnownNouns, partiesOfFlag: readonly string[]): readonly string[] {
  const flag = flagIdOf(claim);
  const named = flag === null ? null : flagOf(known, flag);
  const ids = [...namedEntities(claim), ...partiesOfFlag, ...(named?.authorities ?? [])];
  const entities = ids.flatMap((id) => entityOf(known, id) ?? []);
  return [
    ...entities.flatMap(({ name, short, aliases }) => [name, short ?? "", ...aliases]),
    ...(named === null ? [] : [named.title, named.docket ?? "", named.reference ?? ""]),
    LISTS[named?.list ?? ""]?.name ?? "",
  ];
}

/** The flag that a claim is of; null for a claim of none. */
export function flagIdOf(claim: Claim): string | null {
  if (claim.record === "subject" || claim.record === "event") return claim.flag;
  return claim.record === "response" && !claim.to.startsWith("claim:") ? claim.to : null;
}

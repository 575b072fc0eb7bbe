import { expect, it } from "vitest";
import { splitSentences } from "./split-sentences.js";

it.each<[string, readonly string[]]>([
  ["MIT took part. It stopped in 2019.", ["MIT took part.", "It stopped in 2019."]],
  [
    "Huawei Technologies Co., Ltd. denied it. ZTE did not.",
    ["Huawei Technologies Co., Ltd. denied it.", "ZTE did not."],
  ],
  [
    "MIT and Huawei Technologies Co., Ltd. It ended in 2019.",
    ["MIT and Huawei Technologies Co., Ltd.", "It ended in 2019."],
  ],
  [
    "Huawei was charged in United States v. Huawei by U.S. prosecutors. The case is open.",
    ["Huawei was charged in United States v. Huawei by U.S. prosecutors.", "The case is open."],
  ],
  ['It said "We did not. Never." It left.', ['It said "We did not. Never."', "It left."]],
  ["It gave $1.5 million. iFlytek did not.", ["It gave $1.5 million.", "iFlytek did not."]],
  ["J. Wong spoke. No reply is known.", ["J. Wong spoke.", "No reply is known."]],
])("%s", (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences);
});

import { describe, expect, it, test } from "vitest";
import { planText } from "../support/assess-text.ts";

const head = 'ceping: 1\nid: r\ntitle: 小测评\nversion: "1"\n';
const item = "indicators:\n  - { id: a, name: 甲, points: 100, rule: marks }\n";
const places = (text: string): string[] =>
  planText(text).findings.map(({ code, span }) => `${span?.start.line}:${span?.start.column} ${code}`);

const texts =
  "note: |\n  points：资料齐全\n\n  — 一：二\n    ＃ 三\nsource: >-\n  （甲）：乙\n  rule：丙\n  -- name: 丁\n";
const inList =
  "indicators:\n  - criteria: | # 说明\n      points：60\n    id: a\n    name: 甲\n    points: 1\n    rule: marks\nlist:\n  - |\n   points：60\n  - >+1\n   points：60\n";

describe("a text in a block may have any sign, whatever else is wrong with the file", () => {
  test.each([
    [
      "a quotation mark that is never closed",
      `${head.replace('"1"', '"1')}${texts}${inList}`,
      ["4:10 yaml-syntax"],
    ],
    ["one in single marks", `${head.replace('"1"', "'1")}${texts}`, ["4:10 yaml-syntax"]],
    ["a bracket that is never closed", `${head}tags: [a\n${texts}${inList}`, ["5:7 yaml-syntax"]],
    [
      "a full-width bracket",
      `${head}outcomes:\n  - { name: 好, when: { all: ［{ score: total, at-least: 1 }］ } }\n${texts}`,
      ["6:29 yaml-wide-bracket"],
    ],
  ])("%s", (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });
  it("but what stands behind it, no further in, is looked at", () => {
    expect(places(`${head}${texts}rule：甲\n${item}`)).toContain("14:5 yaml-wide-colon");
    expect(places(`${head}indicators:\n  - criteria: |\n      甲\n    id：a\n`)).toContain(
      "8:7 yaml-wide-colon",
    );
  });
});

describe("what the parser stumbles over is told beside what is typed wrongly elsewhere", () => {
  test.each([
    [
      "a quotation mark that is never closed",
      `${head}rule：甲\nnote: "乙\n${item}`,
      ["5:5 yaml-wide-colon", "6:7 yaml-syntax"],
    ],
    [
      "a bracket that is never closed",
      `${head}tags: [a\nindicators:\n  - id: a\n    points：60\n`,
      ["8:11 yaml-wide-colon", "5:7 yaml-syntax"],
    ],
    [
      "what stands long before it",
      `${head}note: 甲: 乙\nsource: 丙\nscales: {}\nindicators:\n  - id: a\n    points：60\n    rule: marks\n`,
      ["10:11 yaml-wide-colon", "5:7 yaml-syntax"],
    ],
  ])("%s", (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });
  it("but not what comes of it", () => {
    expect(places(`${head}note: "甲”\n${item}`)).toEqual(["5:9 yaml-wide-quote"]);
    expect(places(`${head}indicators:\n  - id: a\n    name：甲\n    points: 1\n`)).toEqual([
      "7:9 yaml-wide-colon",
    ]);
  });
});

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

describe("slips by which a file does not read are named as what they are", () => {
  const lines = `${head}indicators:\n  - id: a\n`;
  test.each([
    ["a semicolon for a colon", `${lines}    points；60\n    rule: marks\n`, ["7:11 yaml-no-colon"]],
    ["a plain one", `${head}scales;\n  两档: { A: 1 }\n${item}`, ["5:7 yaml-no-colon"]],
    ["what looks like a colon", `${lines}    points∶ 60\n    rule: marks\n`, ["7:11 yaml-no-colon"]],
    [
      "a full-width colon after a space",
      `${lines}    name ：甲\n    rule: marks\n`,
      ["7:10 yaml-wide-colon"],
    ],
    ["a key in Chinese quotation marks", `ceping: 1\n“title”：甲\nid: a\n`, ["2:1 wide-typing"]],
    ["a comma at the end", `ceping: 1\nversion: "1"，\nid: a\n`, ["2:13 yaml-wide-comma"]],
    [
      "one behind a brace",
      `${head}indicators:\n  - { id: a, rule: marks }；\n  - { id: b }、\n`,
      ["6:27 yaml-wide-comma", "7:14 yaml-wide-comma"],
    ],
    ["a full-width sign of a block", `${head}note: |－\n  甲\n${item}`, ["5:8 wide-typing"]],
    ["a full-width space behind it", `${head}note: |\u3000\n  甲\n${item}`, ["5:8 yaml-wide-space"]],
    ["a line of dashes", `———\n${head}${item}`, ["1:1 wide-typing"]],
    [
      "a bullet",
      `${head}indicators:\n  * { id: a }\n  * { id: b }\n`,
      ["6:3 yaml-list-dash", "7:3 yaml-list-dash"],
    ],
    ["a stroke", `${head}indicators:\n  ー id: a\n    name: 甲\n`, ["6:3 yaml-list-dash"]],
    ["a number", `${head}indicators:\n  1. id: a\n     name: 甲\n`, ["6:3 yaml-list-dash"]],
    [
      "a number with a Chinese sign",
      `${head}indicators:\n  1、id: a\n     name: 甲\n`,
      ["6:3 yaml-list-dash"],
    ],
  ])("%s", (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });
});

describe("slips within a key are named as what they are, though the file reads", () => {
  test.each([
    ["two colons", `${head}scales：: {}\n${item}`, "5:7 yaml-wide-colon"],
    ["a dash behind the hyphen", `${head}indicators:\n  - — id: a\n    name: 甲\n`, "6:5 yaml-list-dash"],
    [
      "wide blanks before it",
      `${head}indicators:\n  - id: a\n\u2003\u2003name: 甲\n`,
      "7:1 yaml-wide-indent",
    ],
    [
      "no space after its colon",
      `${head}scales:\n  两档: { A:100%, B: 0% }\n${item}`,
      "6:9 yaml-tight-colon",
    ],
  ])("%s", (_, text, expected) => {
    expect(places(text)).toContain(expected);
  });
  test("full-width digits of a day", () => {
    expect(places(`${head}valid: { from: ２０２５－０１－０１ }\n${item}`)).toEqual(["5:16 wide-typing"]);
  });
});

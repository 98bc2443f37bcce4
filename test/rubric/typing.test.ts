import { describe, expect, it, test } from "vitest";
import { planText } from "../support/assess-text.ts";

const head = 'ceping: 1\nid: r\ntitle: 小测评\nversion: "1"\n';

/** What is found in a rubric of these lines, behind the four of the head: `line:column code`, and the message. */
const found = (text: string): string[] =>
  planText(head + text).findings.map(
    ({ code, span, message }) => `${span?.start.line}:${span?.start.column} ${code} ${message.zh}`,
  );
const item = (keys: string): string => `indicators:\n  - { ${keys}, points: 100, rule: marks }\n`;

describe("Chinese quotation marks around a whole value are told", () => {
  test.each(["“甲”", "‘甲’", "「甲」", "『甲』"])("%s", (name) => {
    expect(found(item(`id: a, name: ${name}`))).toEqual([
      expect.stringMatching(/^6:20 wide-word .*连引号一起成了内容/),
    ]);
  });
  it("in a list, and as a word of a scale", () => {
    const text =
      "scales:\n  两档: { “好”: 100%, 差: 0% }\nindicators:\n  - { id: a, name: 甲, points: 1, rule: grade, scale: 两档 }\n  - { id: b, name: 乙, points: 1, rule: all-or-nothing, clauses: [“有章”, 有人] }\n";
    expect(found(text).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "6:9 wide-word",
      "9:66 wide-word",
    ]);
  });
  test.each([
    ["part of it", "id: a, name: “五好”和“四有”"],
    ["part of it", "id: a, name: 争创“五好”"],
    ["part of it", "id: a, name: “五好”单位"],
    ["within plain ones, as one means them", 'id: a, name: "“五好”"'],
    ["a text for readers", "id: a, name: 甲, note: “五好”, criteria: “五好”"],
  ])("not where they are %s: %s", (_, keys) => {
    expect(found(item(keys))).toEqual([]);
  });
});

const places = (text: string): string[] => found(text).map((line) => line.split(" ").slice(0, 2).join(" "));

describe("a key and its value that run together are told at the colon", () => {
  test.each([
    ["in lines of a block", "indicators:\n  - id:a\n    name:甲\n    points:10\n", ["6:7 yaml-tight-colon"]],
    ["alone in its line", "indicators:\n  - id:a\n", ["6:7 yaml-tight-colon"]],
    ["with full-width colons", "indicators:\n  - id：a\n    name：甲\n", ["6:7 yaml-wide-colon"]],
    [
      "as the value of a key",
      `units:\n  categories:甲\n${item("id: a, name: 甲")}`,
      ["6:13 yaml-tight-colon"],
    ],
    [
      "between brackets",
      `${item("id: a, name: 甲")}outcomes:\n  - { name: 好, when: {score:total, at-least:80} }\n  - {name:否, otherwise:yes}\n`,
      ["8:28 yaml-tight-colon", "8:44 yaml-tight-colon", "9:10 yaml-tight-colon", "9:23 yaml-tight-colon"],
    ],
    [
      "in an indicator between brackets",
      "indicators:\n  - {id:a, name: 甲, points:100, rule:marks}\n",
      ["6:8 yaml-tight-colon", "6:27 yaml-tight-colon", "6:37 yaml-tight-colon"],
    ],
  ])("%s", (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });
  it("but not in quotation marks, nor where the word is no key", () => {
    expect(places('indicators:\n  - "id:a"\n')).toEqual(["6:5 wrong-type"]);
    expect(places(item("id: a, name: 甲, odd:thing"))).toEqual(["6:23 unknown-key"]);
    expect(places(item("id: a, name: 甲, criteria: A:优"))).toEqual([]);
  });
});

describe("what is wrong beside a rule that is none is told, too", () => {
  test.each([
    ["misspelt", "id: a, name: 甲, points: 100分, rule: 打分", ["6:31 rubric-number", "6:43 unknown-word"]],
    [
      "missing",
      "id: a@, name: 甲, points: 100分",
      ["6:5 rule-missing", "6:11 bad-identifier", "6:32 rubric-number"],
    ],
    ["of another shape", "id: a, points: 100, rule: [marks]", ["6:5 missing-key", "6:33 wrong-type"]],
    [
      "misspelt, with keys of its own",
      "id: a, name: 甲, points: 10, rule: bnads, bands: [], otherwise: 3分",
      ["6:41 unknown-word"],
    ],
  ])("%s", (_, keys, expected) => {
    expect(places(`indicators:\n  - { ${keys} }\n`).sort()).toEqual(expected.sort());
  });
});

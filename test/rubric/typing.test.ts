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

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

describe("a quotation mark that has no other is told, too", () => {
  test.each(["“甲", "甲”", "‘甲", "”甲“", "‘甲'", "「甲", "＂甲", "“甲”和“乙"])("%s", (name) => {
    expect(found(item(`id: a, name: ${name}`))).toEqual([
      expect.stringMatching(/^6:20 wide-word .*引号 . 没有配对/),
    ]);
  });
  test.each([
    ["an apostrophe", "id: a, name: teachers’ work"],
    ["in pairs at both ends", "id: a, name: “甲”和“乙”, no: “一”、“二”"],
    ["within others", "id: a, name: 关于“甲‘乙’”"],
    ["within plain ones", 'id: a, name: "“甲"'],
    ["a text for readers", "id: a, name: 甲, note: “甲"],
  ])("not %s: %s", (_, keys) => {
    expect(found(item(keys))).toEqual([]);
  });
  it("and so are full-width ones around the whole", () => {
    const text = head.replace('"1"', "＂1＂") + item("id: a, name: ＇甲＇");
    expect(planText(text).findings.map(({ code, span }) => `${span?.start.line} ${code}`)).toEqual([
      "4 wide-word",
      "6 wide-word",
    ]);
  });
});

describe("what nobody sees is told where something has to match", () => {
  test.each([
    ["a name", item("id: a, name: 甲\u200b"), "6:20 wide-word"],
    ["even in quotation marks", item('id: a, name: "甲\ufeff乙"'), "6:20 wide-word"],
    [
      "a clause",
      item("id: a, name: 甲").replace("marks", "all-or-nothing, clauses: [甲, \u2060乙]"),
      "6:71 wide-word",
    ],
    [
      "a step of a scale",
      `scales: { 两档: { 好\u200b: 100%, 差: 0% } }\n${item("id: a, name: 甲")}`,
      "5:17 wide-word",
    ],
  ])("%s", (_, text, expected) => {
    expect(places(text)).toContain(expected);
  });
  it("but not in a text for readers, nor what holds an emoji together", () => {
    expect(found(item("id: a, name: 甲👩\u200d💻, note: 乙\u200b"))).toEqual([]);
  });
});

describe("the sign of a text in lines of its own", () => {
  test.each(["｜", "＞", "｜-"])("typed full-width: %s", (sign) => {
    expect(found(`note: ${sign}\n  第一行\n  第二行\n${item("id: a, name: 甲")}`)).toEqual([
      expect.stringMatching(/^5:7 wide-word .*没有另起一段/),
    ]);
  });
  it("is no fault as part of a line", () => {
    expect(found(`note: ｜ 甲\nsource: |\n  ｜ 甲\n  乙\n${item("id: a, name: 甲")}`)).toEqual([]);
  });
});

describe("a full-width ＃ within a text", () => {
  it("is told", () => {
    expect(places(`note: 甲 ＃1\n${item("id: a, name: 乙 ＃2")}`)).toEqual([
      "5:7 comment-in-text",
      "7:20 comment-in-text",
    ]);
  });
  it("not where quotation marks say that it belongs to it, or in a block", () => {
    expect(found(`note: "甲 ＃1"\nsource: |\n  甲 ＃1\n${item("id: a, name: '乙 ＃2'")}`)).toEqual([]);
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
      ["6:41 unknown-word", "6:55 wrong-length"],
    ],
  ])("%s", (_, keys, expected) => {
    expect(places(`indicators:\n  - { ${keys} }\n`).sort()).toEqual(expected.sort());
  });
});

const good = item("id: a, name: 甲");

describe("what a slip of typing is, is named where it stands", () => {
  test.each([
    ["a full-width colon after a key in quotation marks", `"points"： 100\n${good}`, ["5:9 yaml-wide-colon"]],
    [
      "such a colon between brackets",
      'indicators:\n  - { id: a, "name"： 甲, points: 1, rule: marks }\n',
      ["6:20 yaml-wide-colon"],
    ],
    [
      "no space after a dash",
      "indicators:\n  -{ id: a, name: 甲, points: 1, rule: marks }\n",
      ["6:3 yaml-list-dash"],
    ],
    [
      "a dash typed twice",
      `${good}  -- { id: b, name: 乙, points: 1, rule: marks }\n  ——{ id: c }\n`,
      ["7:3 yaml-list-dash", "8:3 yaml-list-dash"],
    ],
    [
      "words of a list, parted by full-width commas",
      `units: { categories: 机关，企业 }\n${good}`,
      ["5:22 names-in-one"],
    ],
    [
      "words of a list, without its brackets",
      `units:\n  categories: 机关, 企业\n${good}`,
      ["6:15 names-in-one"],
    ],
    ["a brace that is never closed", `${good}  - { id: b, name: 乙\n`, ["7:5 yaml-syntax"]],
    ["one with lines behind it", `indicators:\n  - { id: b, name: [乙\noutcomes: []\n`, ["6:20 yaml-syntax"]],
  ])("%s", (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });
  it("the doubled dash as such", () => {
    expect(found(`${good}  -- { id: b }\n`)[0]).toContain("“--”");
  });
  it("the words of a list as they should be", () => {
    const [finding] = planText(`${head}units: { categories: 机关，企业 }\n${good}`).findings;
    expect(finding?.hint?.zh).toBe("写成列表，各项用英文逗号“, ”分开，不用“，”：[机关, 企业]");
    const [plain] = planText(`${head}units:\n  categories: 机关, 企业\n${good}`).findings;
    expect(plain?.hint?.en).toBe("write a list: [机关, 企业]");
  });
  it("the brace that is never closed as such", () => {
    expect(found(`${good}  - { id: b, name: 乙\n`)[0]).toContain("“{”没有配对的“}”");
  });

  const bands = (edges: string): string =>
    `indicators:\n  - id: a\n    name: 甲\n    points: 10\n    rule: bands\n    bands:\n      - { ${edges}, give: 10 }\n`;
  test.each([
    ["at-least: 8,000", ["11:21 rubric-number “8,000”不是数"]],
    ["at-least: 1,234,567.5", ["11:21 rubric-number “1,234,567.5”不是数"]],
    ["at-least: 8,000, below: 9,000", ["11:35 rubric-number “9,000”不是数"]],
    ["at-least: 8, 000", ["11:24 unknown-key 不认识的键“000”（在 bands 里）"]],
  ])("thousands that are parted between braces: %s", (edges, expected) => {
    expect(found(bands(edges))).toEqual(expected);
  });
});

describe("what does not line up is told at its first character", () => {
  test.each([
    ["a key", "indicators:\n  - id: a\n  name: 甲\n    points: 10\n", ["7:3 yaml-syntax"]],
    [
      "far too deep",
      Array.from({ length: 70 }, (_, level) => `${" ".repeat(4 * level)}a:\n`).join(""),
      ["69:257 yaml-too-deep"],
    ],
    ["far too deep, by dashes", `a:\n${"- ".repeat(70)}b: 1\n`, ["6:141 yaml-too-deep"]],
  ])("%s", (_, text, expected) => {
    expect(places(text)).toEqual(expected);
  });
});

test("a step that is worth too much is told at the step", () => {
  const text = `scales:
  两档: { A: 9, B: 0 }
indicators:
  - id: a
    name: 甲
    points: 10
    rule: k-of-n
    clauses: [一, 二, 三]
    table: { 3: 5, 2: 11, 1: 2 }
  - { id: b, name: 乙, points: 10, rule: grade, scale: { B: 5, A: 12 } }
  - { id: c, name: 丙, points: 8, rule: grade, scale: 两档 }
`;
  expect(places(text)).toEqual([
    "13:23 award-above-points",
    "14:66 award-above-points",
    "15:54 award-above-points",
  ]);
});

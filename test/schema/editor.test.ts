import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rubricOf } from "../support/assess-text.ts";
import { shippedCases, shippedRubrics, textOf } from "../support/json-schema.ts";
import { type Editor, openEditor, type Position } from "../support/language-server.ts";
import { run } from "../support/recording-io.ts";

/** The language server that editors use, over the schema that ships: what somebody sees who writes a rubric. */
let editor: Editor;
beforeAll(async () => {
  editor = await openEditor();
});
afterAll(() => editor.close());

let count = 0;
const modeline = "# yaml-language-server: $schema=rubric.schema.json\n";

/** Opens a rubric in which `▮` marks a place. */
async function opened(marked: string): Promise<{ path: string; at: Position; told: readonly string[] }> {
  count += 1;
  const path = `rubrics/unsaved-${count}.yaml`;
  const text = modeline + rubricOf(marked);
  const before = (text.split("▮")[0] ?? "").split("\n");
  const told = await editor.open(path, text.replace("▮", ""));
  return {
    path,
    at: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
    told: told.map(({ message, range: { start } }) => `${start.line}: ${message}`),
  };
}

const inBoth = /\p{Script=Han}[\s\S]*[A-Za-z]{3}/u;
const indicator = "indicators:\n  - { id: a, name: 甲, points: 5, rule: marks }\n";
const block = (lines: string): string => `indicators:\n  - id: a\n    name: 甲\n    points: 5\n${lines}`;

describe("nothing is told of what ships", () => {
  test("rubrics", async () => {
    const told = await Promise.all(
      shippedRubrics.map(async (path) => [path, await editor.open(path, textOf(path))] as const),
    );
    expect(told.filter(([, found]) => found.length > 0)).toEqual([]);
    expect(told.length).toBeGreaterThan(20);
  });

  test("cases", async () => {
    const told = await Promise.all(
      shippedCases.map(async (path) => [path, await editor.open(path, textOf(path))] as const),
    );
    expect(told.filter(([, found]) => found.length > 0)).toEqual([]);
    const text = textOf("rubrics/jining-2017.cases.yaml").replace("expect:", "expct:");
    const [typo] = await editor.open("rubrics/typo.cases.yaml", text);
    expect(typo?.message).toBe("Property expct is not allowed.");
  });

  test("a folder that init laid out, from a rubric that lies deeper", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ceping-editor-"));
    try {
      expect((await run(["init", folder, "--template", "nirf/2018-general"])).code).toBe(0);
      const path = resolve(folder, "rubric.yaml");
      const text = readFileSync(path, "utf8");
      expect(await editor.open(path, text)).toEqual([]);
      const typo = text.replace("points:", "poinst:");
      expect((await editor.open(join(folder, "typo.yaml"), typo)).map(({ message }) => message)).toEqual([
        "Property poinst is not allowed.",
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("what is offered", () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ["at the top", `▮\n${indicator}`, ["rounding", "outcomes", "extends", "check"], ["rule", "id"]],
    ["in an indicator", block("    ▮\n"), ["rule", "weight", "applies-to", "missing"], ["out-of", "curve"]],
    ["beside its rule", block("    rule: marks\n    ▮\n"), ["out-of", "weight", "assessors"], ["curve"]],
    ["in a group", "indicators:\n  - id: a\n    name: 甲\n    indicators: []\n    ▮\n", ["cap"], ["out-of"]],
    ["after rule", block("    rule: ▮\n"), ["marks", "k-of-n", "deduct-per-point-short"], ["base"]],
    [
      "in a condition",
      block("    rule: threshold\n    when:\n      ▮\n"),
      ["all", "not", "score", "unmet-gate"],
      ["id", "at-least", "phase"],
    ],
    [
      "beside what a condition looks at",
      block("    rule: threshold\n    when: { input: x, a▮ }\n"),
      ["at-least", "among-worst", "is"],
      ["level", "phase"],
    ],
    ["in rounding", `rounding: { m▮ }\n${indicator}`, ["mode", "places", "ranks"], ["id"]],
    ["after mode", `rounding:\n  mode: ▮\n${indicator}`, ["half-up", "half-even", "up", "down"], ["total"]],
    [
      "in a case of a figure",
      "indicators:\n  - id: a\n    points:\n      - ▮\n",
      ["when", "otherwise"],
      ["id"],
    ],
    ["in change", `extends: base.yaml\nchange:\n  a:\n    ▮\n`, ["points", "when", "drop"], ["id"]],
  ])("%s", async (_, marked, wanted, unwanted) => {
    const { path, at } = await opened(marked);
    const offered = await editor.complete(path, at);
    expect([...offered.keys()]).toEqual(expect.arrayContaining([...wanted]));
    expect([...offered.keys()].filter((label) => unwanted.includes(label))).toEqual([]);
    for (const label of wanted) {
      const { documentation = "" } = offered.get(label) ?? {};
      expect(typeof documentation === "string" ? documentation : documentation.value, label).toMatch(inBoth);
    }
  });
});

describe("what is shown", () => {
  test.each([
    ["a key at the top", `round▮ing: { places: 1 }\n${indicator}`, ["怎样修约", "How to round"]],
    ["a word", `rounding: { mode: half▮-even }\n${indicator}`, ["四舍六入五成双", "to the even neighbour"]],
    ["a key of an indicator", indicator.replace("name", "na▮me"), ["印在报告上", "printed on reports"]],
    ["a figure", indicator.replace("points", "poi▮nts"), ["分值", "What it is worth"]],
    ["a rule", indicator.replace("marks", "ma▮rks"), ["直接打分", "marks given directly"]],
    [
      "a key of a rule",
      indicator.replace("marks", "marks, out▮-of: 10"),
      ["打分用的满分", "What the marks are out of"],
    ],
    [
      "a key of a condition",
      indicator.replace("marks", "threshold, when: { ta▮g: 窗口 }"),
      ["标签", "has this tag"],
    ],
    ["a column", `columns: { na▮me: 申报单位 }\n${indicator}`, ["单位名称", "Name of the unit"]],
  ])("%s", async (_, marked, words) => {
    const { path, at, told } = await opened(marked);
    expect(told).toEqual([]);
    const shown = await editor.hover(path, at);
    for (const word of words) expect(shown).toContain(word);
  });
});

describe("what is told", () => {
  const line = 6; // of the indicator: the modeline and the four lines of every rubric stand before
  test.each<[string, string, readonly (string | RegExp)[]]>([
    ["an unknown key", indicator.replace("points", "poinst"), [`${line}: Property poinst is not allowed.`]],
    [
      "a key of another rule",
      indicator.replace("marks", "marks, due: 4"),
      [`${line}: Property due is not allowed.`],
    ],
    [
      "a word that there is not",
      indicator.replace("marks", "mark"),
      [/^6: Value is not accepted\..*"marks"/],
    ],
    [
      "no rule",
      indicator.replace(", rule: marks", ""),
      [/^6: 指标要有 rule[^\n]*\nan indicator needs a rule/],
    ],
    ["no number", indicator.replace("5", "五"), [/^6: 应是一个数[^\n]*\na number .* is expected/]],
    [
      "a key that says nothing in its condition",
      indicator.replace("marks", "threshold, when: { tag: a, at-least: 5 }"),
      [`${line}: Property at-least is not allowed.`],
    ],
    [
      "an unknown key in a condition",
      indicator.replace("marks", "threshold, when: { tags: a }"),
      [`${line}: Property tags is not allowed.`, /^6: 条件要有且只有一个/],
    ],
    [
      "two things in one condition",
      indicator.replace("marks", "threshold, when: { tag: a, category: b }"),
      [/^6: 条件要有且只有一个[^\n]*\na condition has one of/],
    ],
  ])("%s", async (_, marked, expected) => {
    const { told } = await opened(marked);
    expect(told.length).toBe(expected.length);
    for (const [index, message] of expected.entries())
      expect(told[index]).toEqual(expect.stringMatching(message));
  });
});

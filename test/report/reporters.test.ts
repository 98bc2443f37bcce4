import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { Assessment } from "../../src/assess.ts";
import type { Language } from "../../src/base/language.ts";
import { widthOf } from "../../src/base/width.ts";
import { reporters } from "../../src/report/formats/index.ts";
import { plainStyle, type RunFacts } from "../../src/report/reporter.ts";
import { assessText, rubricOf } from "../support/assess-text.ts";

const facts: RunFacts = {
  tool: { name: "ceping", version: "0.0.0" },
  rubricSha256: "",
  inputs: [],
  asOf: undefined,
  findings: [],
};
const render = (
  format: keyof typeof reporters,
  assessment: Assessment,
  width = 100,
  language: Language = "zh-CN",
) => reporters[format].render(assessment, facts, { language, width, style: plainStyle });

const rubric = rubricOf(
  `indicators:\n  - { id: a, name: 甲项, points: 60, rule: marks }\n  - { id: b, name: 乙项, points: 40, rule: marks }\noutcomes:\n  - { name: 保留, when: { score: total, at-least: 60 } }\n  - { name: 撤销, otherwise: yes }\n`,
);

/** Names that some format would take for its own marks. */
const nasty = [
  "=SUM(A1:A9)",
  "+1+1",
  "-cmd",
  "@x",
  "＝１",
  "a|b",
  "<b>&amp;",
  'say "hi"',
  "a,b",
  "- item",
  "*x*_y_`z`",
  "[l](u)",
  "-5",
  "😀测评",
];
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

async function assessed(names: readonly string[]): Promise<Assessment> {
  const rows = names.map((name, index) => `${quoted(name)},${60 - index},${index % 2 === 0 ? "" : "不适用"}`);
  const { assessment, findings } = await assessText(
    rubric.replace("title", "missing: zero\ntitle"),
    `单位,a,b\n${rows.join("\n")}\n`,
  );
  if (assessment === undefined) throw new Error(findings.map(({ message }) => message.en).join("\n"));
  return assessment;
}

test.each(Object.keys(reporters) as (keyof typeof reporters)[])(
  "%s says every name, ends in one line feed, and is the same twice",
  async (format) => {
    const assessment = await assessed(nasty);
    const text = render(format, assessment, 200);
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toContain("\r");
    expect(render(format, assessment, 200)).toBe(text);
  },
);

describe("csv", () => {
  test("a text that would run as a formula is made harmless, numbers stay numbers", async () => {
    const rows: string[][] = parse(render("csv", await assessed(nasty)));
    const names = rows.slice(1).map((row) => row[1]);
    expect([...names].sort()).toEqual(
      nasty.map((name) => (/^[=+\-@＝]/.test(name) && name !== "-5" ? `'${name}` : name)).sort(),
    );
  });
  test("missing is blank, not applicable says so, and points have the rubric's places", async () => {
    const rows: string[][] = parse(render("csv", await assessed(["甲", "乙"])));
    expect(rows).toEqual([
      ["名次", "单位", "甲项", "乙项", "总分", "结果", "理由"],
      ["1", "乙", "98.33", "不适用", "98.33", "保留", "[1] 总分 98.33，不低于 60"],
      ["2", "甲", "60.00", "", "60.00", "保留", "[1] 总分 60.00，不低于 60"],
    ]);
  });
});

test("markdown: a bar, a bracket or a tag in a name cannot end a cell or begin markup", async () => {
  const lines = render("markdown", await assessed(nasty))
    .split("\n")
    .filter((line) => line.startsWith("|"));
  for (const line of lines) expect(line.replace(/\\./g, "").split("|")).toHaveLength(9);
  expect(lines.join("\n")).toContain("&lt;b>&amp;amp;");
});

describe("table", () => {
  test.each([60, 80, 120])(
    "no line is wider than %i cells, and no character of a name is lost",
    async (width) => {
      const long = "示例市很长很长很长很长很长很长很长很长很长很长很长的单位名称";
      const text = render("table", await assessed([long, "甲"]), width);
      for (const line of text.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(width);
      for (const character of long) expect(text).toContain(character);
    },
  );
  test("figures stand under each other on the point", async () => {
    const rows = render("table", await assessed(["甲", "一个单位"]))
      .split("\n")
      .slice(3, 6);
    const columns = rows.map((row) => widthOf(row.slice(0, row.lastIndexOf("."))));
    expect(columns[1]).toBe(columns[2]);
    expect(rows.join("")).not.toMatch(/[─│┌|+]/);
  });
  test("English headings", async () => {
    expect(render("table", await assessed(["甲"]), 100, "en")).toContain("Rank  Unit");
  });
});

describe("json", () => {
  test("has what scripts rely on", async () => {
    const document = JSON.parse(render("json", await assessed(["甲"])));
    expect(document).toMatchObject({
      format: "ceping/assessment",
      formatVersion: 1,
      tool: { name: "ceping" },
      rubric: { id: "case", title: "案例", version: "1" },
      asOf: null,
      tally: { 保留: 1 },
      findings: [],
    });
    expect(document.units[0]).toMatchObject({
      unit: "甲",
      name: "甲",
      group: "",
      rank: 1,
      tied: false,
      total: "60.00",
      exact: "60",
      outcome: "保留",
      reasons: [{ clause: "1", text: "总分 60.00，不低于 60" }],
      indicators: [
        { id: "a", name: "甲项", points: "60.00", exact: "60", max: "60", state: "scored" },
        { id: "b", name: "乙项", points: "0.00", exact: "0", max: "40", state: "missing" },
      ],
    });
  });
  test("maxima of renormalised items are those that count", async () => {
    const { assessment } = await assessText(rubric, "单位,a,b\n甲,30,不适用\n");
    const [unit] = JSON.parse(render("json", assessment as Assessment)).units;
    expect(
      unit.indicators.map(({ points, max, state }: Record<string, string>) => [points, max, state]),
    ).toEqual([
      ["50.00", "100", "scored"],
      ["0.00", "0", "not-applicable"],
    ]);
  });
});

import { parse } from "csv-parse/sync";
import { describe, expect, it, test } from "vitest";
import type { Language } from "../src/base/language.ts";
import { nameInputs, readHeadings } from "../src/evidence/headings.ts";
import { renderForm } from "../src/forms/csv.ts";
import type { EmptyForm, FormUnit } from "../src/forms/form.ts";
import { planForms, renderForms } from "../src/forms/forms.ts";
import { createHeadings } from "../src/forms/headings.ts";
import { renderReadme, scoreCommand } from "../src/forms/readme.ts";
import type { Plan } from "../src/rubric/plan.ts";
import { assessText, planText, rubricOf } from "./support/assess-text.ts";

function planOf(body: string): Plan {
  const { plan, findings } = planText(rubricOf(body));
  if (plan === undefined) throw new Error(findings.map(({ message }) => message.en).join("\n"));
  return plan;
}

const unit = (key: string, name = key, columns: Readonly<Record<string, string>> = {}): FormUnit => ({
  key,
  name,
  columns: new Map(Object.entries(columns)),
});

const headingsOf = (form: EmptyForm | undefined): string[] =>
  form?.columns.map(({ heading }) => heading) ?? [];

/** The forms that are handed in, by file: headings, then rows. */
function formsOf(body: string, units: readonly FormUnit[] = [], language: Language = "zh-CN") {
  const { submissions } = planForms(planOf(body), units, language);
  return Object.fromEntries(submissions.map((form) => [form.file, [headingsOf(form), ...form.rows]]));
}

const marks = (id: string, name: string, more = ""): string =>
  `  - { id: ${id}, name: ${name}, points: 10, rule: marks${more} }\n`;

describe("wide forms", () => {
  it("are one a method, in the order of the paper, with a row a unit", () => {
    const body = `indicators:
${marks("a", "环境", ", method: 实地考察")}${marks("b", "台账", ", method: 材料审核")}${marks("c", "秩序", ", method: 实地考察")}${marks("d", "其他")}`;
    expect(formsOf(body, [unit("01", "东街"), unit("02", "西街")])).toEqual({
      "实地考察.csv": [["单位", "环境", "秩序"], ["东街"], ["西街"]],
      "材料审核.csv": [["单位", "台账"], ["东街"], ["西街"]],
      "报送数据.csv": [["单位", "其他"], ["东街"], ["西街"]],
    });
  });

  it("have what calculations are made from, not what the register knows", () => {
    const body = `inputs:
  staff: { name: 职工数, type: count, register: headcount }
  joined: { name: 参加人数, type: count }
  share: { name: 参加率, type: percent, divide: [joined, staff] }
indicators:
  - { id: a, name: 参加, points: 10, method: 材料审核, rule: proportional, input: share, target: 50% }
`;
    expect(formsOf(body)).toEqual({ "材料审核.csv": [["单位", "参加人数"]] });
    expect(headingsOf(planForms(planOf(body), undefined, "zh-CN").register)).toContain("职工人数");
  });

  it("use a name where it is clear, otherwise the id", () => {
    const body = `columns: { category: [性质] }
ignore: [旧项]
indicators:
${marks("a", "环境")}${marks("b", "环境")}${marks("c", "单位")}${marks("d", "性质")}${marks("e", "旧项")}${marks("f", "'=1+1'")}${marks("g", "A")}`;
    // "单位" would be the indicator of that name, and "A" is the id of another.
    expect(formsOf(body)["报送数据.csv"]).toEqual([["unit", "a", "b", "单位", "d", "e", "f", "g"]]);
  });

  it("keep the methods of one indicator apart", () => {
    const body = `indicators:
${marks("a", "环境", ", methods: [甲法, 乙法], combine: mean")}`;
    expect(formsOf(body)).toEqual({
      "甲法.csv": [["单位", "环境@甲法"]],
      "乙法.csv": [["单位", "环境@乙法"]],
    });
  });

  it("have gates and vetoes on a form of their own, and clauses by their wording", () => {
    const body = `indicators:
  - { id: a, name: 制度, points: 2, rule: clauses, clauses: [{ text: 有制度, points: 1 }, { text: 有记录, points: 1 }] }
gates: { list: [{ id: g, name: 已申报 }] }
vetoes: { list: [{ id: v, name: 发生事故 }] }
`;
    expect(formsOf(body, [], "en")).toEqual({
      "submissions.csv": [["unit", "有制度", "有记录"]],
      "gates-and-vetoes.csv": [["unit", "已申报", "发生事故"]],
    });
  });

  it("have a row for each run of the rubric", () => {
    const body = `phases: { list: [自查, 验收], result: 验收 }\nindicators:\n${marks("a", "环境")}`;
    expect(formsOf(body, [unit("东街")])["报送数据.csv"]).toEqual([
      ["单位", "阶段", "环境"],
      ["东街", "自查"],
      ["东街", "验收"],
    ]);
  });
});

describe("units", () => {
  const body = `indicators:\n${marks("a", "环境")}`;
  test.each([
    ["names are clear", [unit("01", "东街"), unit("02", "西街")], [["单位"], ["东街"], ["西街"]]],
    [
      "two names are alike",
      [unit("01", "东街"), unit("02", "东街")],
      [
        ["单位代码", "单位名称"],
        ["01", "东街"],
        ["02", "东街"],
      ],
    ],
    [
      "a name is another's code",
      [unit("01", "东街"), unit("东街", "西街")],
      [
        ["单位代码", "单位名称"],
        ["01", "东街"],
        ["东街", "西街"],
      ],
    ],
    ["a name is its own code", [unit("东街")], [["单位"], ["东街"]]],
  ])("where %s", (_, units, wanted) => {
    const [headings, ...rows] = formsOf(body, units)["报送数据.csv"] ?? [];
    expect([headings?.slice(0, -1), ...rows]).toEqual(wanted);
  });
});

describe("long forms", () => {
  it("have a row for each period that the rubric names", () => {
    const body = `indicators:
${marks("a", "环境", ", method: 实地考察, periods: { 上半年: 40%, 下半年: 60% }")}`;
    expect(formsOf(body, [unit("东街")])["实地考察-按期.csv"]).toEqual([
      ["单位", "指标", "期", "值"],
      ["东街", "环境", "上半年", ""],
      ["东街", "环境", "下半年", ""],
    ]);
  });

  it("have as many rows as are counted, and three where the highest and the lowest are left out", () => {
    const body = `indicators:
  - { id: a, name: 每月活动, points: 10, rule: k-of-n, per: period, of: 12, table: { 12: 10 } }
  - { id: b, name: 印象, points: 10, rule: marks, assessors: trimmed-mean }
  - { id: c, name: 卫生, points: 10, rule: marks, assessors: mean, sites: mean }
`;
    const forms = formsOf(body, [unit("东街")]);
    expect(forms["按期.csv"]?.slice(1)).toEqual(
      Array.from({ length: 12 }, () => ["东街", "每月活动", "", ""]),
    );
    expect(forms["按测评员.csv"]?.slice(1)).toEqual(
      Array.from({ length: 3 }, () => ["东街", "印象", "", ""]),
    );
    expect(forms["按测评员和点位.csv"]).toEqual([
      ["单位", "指标", "测评员", "点位", "值"],
      ["东街", "卫生", "", "", ""],
    ]);
  });

  it("leave out units that the indicator is not for", () => {
    const body = `units: { categories: [机关, 企业] }
indicators:
  - id: g
    name: 组
    applies-to: { not: { category: 企业 } }
    indicators:
${marks("a", "窗口", ", sites: mean, applies-to: { tag: 窗口 }").replace(/^/gm, "    ").trimEnd()}
`;
    const units = [
      unit("甲局", "甲局", { category: "机关", tags: "示范、窗口" }),
      unit("乙局", "乙局", { category: "机关", tags: "" }),
      unit("丙厂", "丙厂", { category: "企业", tags: "窗口" }),
    ];
    expect(formsOf(body, units)["按点位.csv"]?.slice(1)).toEqual([["甲局", "窗口", "", ""]]);
  });

  it("keep indicators with other dimensions apart: a site means nothing to one that has only assessors", () => {
    const body = `indicators:\n${marks("a", "甲", ", sites: mean")}${marks("b", "乙", ", assessors: mean")}`;
    expect(Object.keys(formsOf(body))).toEqual(["按点位.csv", "按测评员.csv"]);
    expect(Object.keys(formsOf(body, [], "en"))).toEqual(["by-site.csv", "by-assessor.csv"]);
  });
});

describe("other forms", () => {
  it("of a survey have only headings, the verdict beside the answer", () => {
    const body = `inputs:
  poll:
    name: 满意度
    sheets:
      answers: { 满意: 100, 不满意: 0 }
      verdict: { question: 是否同意, approves: [同意], disapproves: [不同意] }
indicators:
  - { id: a, name: 测评, points: 10, method: 问卷, rule: proportional, input: poll, target: 100 }
`;
    expect(formsOf(body, [unit("东街")])).toEqual({
      "问卷-问卷.csv": [["单位", "问卷编号", "满意度", "是否同意"]],
    });
  });

  it("of events have the columns whose words the rubric knows", () => {
    const event = (more: string): string =>
      `indicators:\n  - { id: a, name: 减分, as: deduction, points: 5, rule: events, event: [通报]${more} }\n${marks("b", "乙")}`;
    const plain = planForms(planOf(event(", each: 1")), [], "zh-CN");
    expect(headingsOf(plain.events)).toEqual(["单位", "日期", "事项", "事由", "次数", "备注"]);
    const full = planForms(planOf(event(", levels: { 市级: 2 }, factors: { 隐瞒: 2 }")), [], "en");
    expect(full.events?.file).toBe("events.csv");
    expect(headingsOf(full.events)).toEqual([
      ...["unit", "date", "kind", "level", "matter", "circumstance", "count", "note"],
    ]);
    expect(planForms(planOf(`indicators:\n${marks("b", "乙")}`), [], "en").events).toBeUndefined();
  });

  it("of the register have what is grouped by, asked and read", () => {
    const body = `units: { categories: [机关, 企业], tags: [窗口] }
ranking: { group-by: 片区, groups: [东片, 西片] }
inputs: { staff: { name: 人数, type: count, register: 编制数 } }
indicators:
  - { id: a, name: 甲, points: [{ when: { column: 级别, is: 正科 }, value: 6 }, { otherwise: 4 }], rule: marks }
  - { id: b, name: 乙, points: 5, rule: proportional, input: staff, target: 10 }
`;
    const { register } = planForms(planOf(body), undefined, "zh-CN");
    expect(headingsOf(register)).toEqual(["单位代码", "单位名称", "类别", "标签", "编制数", "片区", "级别"]);
    expect(planForms(planOf(body), [], "zh-CN").register).toBeUndefined();
  });

  it("of the register serve a role by the heading that a condition asks for", () => {
    const body = `units: { categories: [机关] }
indicators:
  - { id: a, name: 甲, points: [{ when: { column: 单位类别, is: 机关 }, value: 6 }, { otherwise: 4 }], rule: marks }
`;
    expect(headingsOf(planForms(planOf(body), undefined, "zh-CN").register)).toEqual([
      ...["单位代码", "单位名称", "组别", "单位类别"],
    ]);
  });
});

describe("every heading is understood", () => {
  const plan = planOf(`phases: { list: [一, 二], result: 二 }\nindicators:\n${marks("a", "甲")}`);
  const uses = {
    register: ["code", "name", "group", "category", "tags", "headcount", "region", "system", "level"],
    submissions: [
      "unit",
      "code",
      "name",
      "indicator",
      "value",
      "assessor",
      "site",
      "period",
      "phase",
      "sheet",
    ],
    events: ["unit", "date", "kind", "level", "matter", "circumstance", "count", "note"],
  } as const;
  const cases = (["register", "submissions", "events"] as const).flatMap((use) =>
    uses[use].flatMap((role) => (["zh-CN", "en"] as const).map((language) => [use, role, language] as const)),
  );
  test.each(cases)("%s: %s in %s", (use, role, language) => {
    const heading = createHeadings(plan, language).ofRole(role, use);
    expect(/^[a-z]+$/.test(heading)).toBe(language === "en");
    const { form } = readHeadings(plan, nameInputs(plan), [heading], use);
    expect([...form.roles]).toEqual([[role, 0]]);
  });

  it("a rubric's own word goes first", () => {
    const own = planOf(`columns: { unit: [科室], date: [何时] }\nindicators:\n${marks("a", "甲")}`);
    expect(createHeadings(own, "en").ofRole("unit", "submissions")).toBe("科室");
    expect(createHeadings(own, "en").ofRole("date", "events")).toBe("何时");
  });
});

describe("files", () => {
  it("have names that differ, whatever the methods are called", () => {
    const methods = ["说/明", "说-明", "A", "a", "..", "事项"];
    const body = `indicators:\n${methods.map((method, index) => marks(`i${index}`, `项${index}`, `, method: "${method}"`)).join("")}
vetoes: { list: [{ id: v, name: 事故, when: { event: 事故 } }] }
`;
    const plan = planOf(body);
    const files = renderForms(plan, planForms(plan, [], "zh-CN"), "zh-CN").map(({ path }) => path);
    expect(files).toEqual([
      ...["说-明.csv", "说-明-2.csv", "A.csv", "a-2.csv", "form.csv", "事项-2.csv", "事项.csv", "说明.md"],
    ]);
  });

  it("are CSV that no spreadsheet runs", () => {
    const form: EmptyForm = {
      file: "x.csv",
      about: { zh: "", en: "" },
      columns:
        planForms(planOf(`indicators:\n${marks("a", '"甲,乙"')}`), [], "en").submissions[0]?.columns ?? [],
      rows: [["=cmd()"], ["-5"], ["＠甲"]],
    };
    const text = renderForm(form);
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(parse(text, { bom: true })).toEqual([
      ["unit", "甲,乙"],
      ["'=cmd()", ""],
      ["-5", ""],
      ["'＠甲", ""],
    ]);
  });
});

describe("the guide", () => {
  const body = `units: { categories: [机关, 企业] }
scales: { 等: { 优: 100%, 差: 0% } }
indicators:
  - id: g
    no: 一
    name: "管|理"
    applies-to: { category: 机关 }
    method: 实地考察
    indicators:
      - { id: a, no: （1）, name: 环境, points: 10, rule: marks }
      - { id: b, no: （2）, name: 等次, points: 10, rule: grade, scale: 等 }
      - { id: c, no: （3）, name: 比率, points: 10, rule: proportional, target: 90% }
      - { id: d, no: （4）, name: 时限, points: 10, rule: on-time, due: 2021-03-31 }
`;
  const plan = planOf(body);
  const guide = (language: Language): string =>
    renderForms(plan, planForms(plan, [], language), language).at(-1)?.text ?? "";

  it("says first that it is not read", () => {
    expect(guide("zh-CN").split("\n")[0]).toBe("本文件是给填表人看的，计分时不读它。");
    expect(guide("en").split("\n")[0]).toContain("`score` does not read it");
  });

  it("says of each column what it is, what may stand there, how much, and by whom", () => {
    const rows = guide("zh-CN")
      .split("\n")
      .filter((line) => line.startsWith("| "));
    const whom = "（只填类别为机关的单位，其余留空）";
    expect(rows.slice(3)).toEqual([
      `| 环境 | 一 管\\|理 › （1）环境${whom} | 数，不小于 0 | 10 | 实地考察 |`,
      `| 等次 | 一 管\\|理 › （2）等次${whom} | 优 / 差 |  | 实地考察 |`,
      `| 比率 | 一 管\\|理 › （3）比率${whom} | 百分数，如 85%，不小于 0% |  | 实地考察 |`,
      `| 时限 | 一 管\\|理 › （4）时限${whom} | 日期，如 2021-03-15；只到月份的写 2021-03 |  | 实地考察 |`,
    ]);
    expect(guide("en")).toContain(
      "(only for units with category 机关; blank for others) | a number, 0 or more | 10 |",
    );
  });

  it("does not limit an input to the units of its first reader", () => {
    const shared = planOf(`units: { categories: [机关, 企业, 学校] }
inputs: { n: { name: 次数, type: count } }
indicators:
  - { id: a, name: 甲, points: 5, applies-to: { category: 机关 }, rule: proportional, input: n, target: 4 }
  - { id: b, name: 乙, points: 5, applies-to: { category: 企业 }, rule: proportional, input: n, target: 2 }
`);
    const text = renderForms(shared, planForms(shared, [], "zh-CN"), "zh-CN").at(-1)?.text;
    expect(text).toContain("（只填类别为机关或类别为企业的单位，其余留空）");
    const worked = planOf(`units: { categories: [机关, 企业] }
inputs:
  n: { name: 人数, type: count }
  share: { name: 比率, type: percent, divide: [n, "10"] }
indicators:
  - { id: a, name: 甲, points: 5, applies-to: { category: 机关 }, rule: proportional, input: share, target: 40% }
`);
    const way = renderForms(worked, planForms(worked, [], "zh-CN"), "zh-CN").at(-1)?.text;
    expect(way).toContain("| 人数 | 甲 › 人数（只填类别为机关的单位，其余留空） |");
    const vetoed = planOf(`units: { categories: [机关, 企业] }
inputs: { n: { name: 次数, type: count } }
indicators:
  - { id: a, name: 甲, points: 5, applies-to: { category: 机关 }, rule: proportional, input: n, target: 4 }
vetoes: { list: [{ id: v, name: 过多, when: { input: n, above: 9 } }] }
`);
    const guideOf = renderForms(vetoed, planForms(vetoed, [], "zh-CN"), "zh-CN").at(-1)?.text;
    expect(guideOf).not.toContain("只填");
  });
});

describe("the README of a new folder", () => {
  const places = { rubric: "rubric.yaml", register: "登记表.csv", data: "my data", events: undefined };
  it("names files as a shell takes them, and the date only where one is needed", () => {
    const plan = planOf(`indicators:\n${marks("a", "甲")}`);
    expect(scoreCommand(plan, places)).toBe('ceping score rubric.yaml "my data" --units 登记表.csv');
    expect(renderReadme(plan, places, "en")).not.toContain("YYYY");
    const dated = planOf(
      `indicators:\n  - { id: a, name: 甲, as: bonus, points: 5, rule: events, event: [表彰], each: 1, within: 12 months }\n${marks("b", "乙")}`,
    );
    expect(scoreCommand(dated, { ...places, events: "e.csv" })).toBe(
      'ceping score rubric.yaml "my data" --units 登记表.csv --events e.csv --as-of YYYY-MM-DD',
    );
    for (const language of ["zh-CN", "en"] as const)
      expect(renderReadme(dated, places, language)).toContain("YYYY-MM-DD ");
  });
});

it("a long form that is filled in is scored", async () => {
  const body = `indicators:\n${marks("a", "环境", ", periods: { 上: 50%, 下: 50% }")}`;
  const [form] = planForms(planOf(body), [unit("东街")], "zh-CN").submissions;
  if (form === undefined) throw new Error("there is no form");
  const filled = renderForm({ ...form, rows: form.rows.map((row) => [...row.slice(0, -1), "8"]) });
  const { assessment, codes } = await assessText(rubricOf(body), filled);
  expect(codes).toEqual([]);
  expect(assessment?.results[0]?.score.unit.name).toBe("东街");
});

describe("titles and earlier years", () => {
  const body = `titles:
  - { name: 文明单位, term: 3 years }
indicators:
${marks("a", "环境")}outcomes:
  - { name: 终止, when: { status: closed }, effect: { takes: any } }
  - { name: 撤销, when: { earlier: total, below: 60 }, effect: { takes: any } }
  - { name: 保留, otherwise: yes }
`;

  it.each(["zh-CN", "en"] as const)("have forms that are read as they are, in %s", async (language) => {
    const plan = planOf(body);
    const { register, history } = planForms(plan, undefined, language);
    const { form, problems } = readHeadings(plan, nameInputs(plan), headingsOf(register), "register");
    expect(problems).toEqual([]);
    const roles = [
      "code",
      "name",
      "title",
      "since",
      "expires",
      "status",
      "status-date",
      "into",
      "former",
      "group",
    ];
    expect([...form.roles.keys()]).toEqual(roles);
    if (register === undefined || history === undefined) throw new Error("a form is missing");
    const units = `${renderForm(register)}A1,甲,文明单位,2020-12-31,,,,,,\n`;
    const more = { history: renderForm(history), asOf: "2021-12-31" };
    const { assessment, codes } = await assessText(rubricOf(body), "单位,环境\n甲,9\n", units, more);
    expect(codes).toEqual([]);
    expect(assessment?.results[0]?.after.titles.map(({ title }) => title)).toEqual([0]);
  });

  it("are asked for in the register by the heading that the rubric has for them", () => {
    const asked = body.replace("{ status: closed }", "{ column: 荣誉称号, is: 某 }");
    const headings = headingsOf(planForms(planOf(asked), undefined, "zh-CN").register);
    expect(headings.filter((heading) => heading.includes("称号"))).toEqual(["荣誉称号"]);
    expect(headings).not.toContain("状态");
  });

  it("are given to the command", () => {
    const places = { rubric: "r.yaml", register: "u.csv", data: "data", events: undefined, history: "h.csv" };
    expect(scoreCommand(planOf(body), places)).toBe(
      "ceping score r.yaml data --units u.csv --history h.csv --as-of YYYY-MM-DD",
    );
    const plain = planOf(`indicators:\n${marks("a", "环境")}`);
    const forms = planForms(plain, undefined, "zh-CN");
    expect([forms.history, headingsOf(forms.register)]).toEqual([
      undefined,
      ["单位代码", "单位名称", "组别"],
    ]);
  });
});

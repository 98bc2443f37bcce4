import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Assessment, assess } from "../../src/assess.ts";
import { parseDay } from "../../src/base/date.ts";
import { formatFraction } from "../../src/base/rational.ts";
import { collect } from "../../src/evidence/collect.ts";
import { replay } from "../../src/replay/replay.ts";
import { reporters } from "../../src/report/formats/index.ts";
import { plainStyle } from "../../src/report/reporter.ts";
import type { Plan } from "../../src/rubric/plan.ts";
import { planText, rubricOf, sourceOf } from "../support/assess-text.ts";

/**
 * Several years at once are as if each had been run by itself, with what it writes given to the next: the
 * history, and the register, into which somebody has written what is new.
 */

/** Two versions, with other titles, so that what is carried must be found again by its name. */
const versions = ["", "  - { name: 标兵, requires: 文明单位 }\n"].map((more): Plan => {
  const { plan, findings } = planText(
    rubricOf(`
ranking: { group-by: 组 }
titles:
${more}  - { name: 文明单位, term: 2 years }
  - { name: "A、B 称号", granted-by: others }
indicators:
  - { id: docs, name: 成绩, points: 100, rule: marks }
outcomes:
  - { name: 终止, when: { status: [merged, closed] }, effect: { takes: any } }
  - { name: 撤销, when: { all: [{ title: 文明单位 }, { earlier: total, below: 60 }, { score: total, below: 60 }] }, effect: { takes: 文明单位, bans: 2 years } }
  - { name: 停牌, when: { all: [{ title: 文明单位 }, { score: total, below: 60 }] }, effect: { suspends: 1 year, rectify: 6 months } }
  - { name: 续, when: { term-ends: 文明单位 }, effect: { renews: 文明单位 } }
  - { name: 授, when: { all: [{ not: { title: 文明单位 } }, { not: { standing: banned } }] }, quota: { share: 50%, of: eligible, tie: all }, effect: { grants: 文明单位 } }
  - { name: 不变, otherwise: yes }
`),
  );
  if (plan === undefined) throw new Error(findings.map(({ message }) => message.en).join("; "));
  return plan;
});

const unit = fc.record({
  title: fc.constantFrom("", "文明单位", "A、B 称号", "文明单位、A、B 称号"),
  group: fc.constantFrom("", "一组", "二组"),
  marks: fc.array(fc.integer({ min: 40, max: 100 }), { minLength: 4, maxLength: 4 }),
  /** When it joins, when it is no more, when it moves to another group. */
  joins: fc.constantFrom(0, 0, 0, 1, 2),
  ends: fc.constantFrom(9, 9, 9, 1, 2),
  moves: fc.constantFrom(9, 9, 1, 2),
});
const office = fc.record({
  units: fc.array(unit, { minLength: 1, maxLength: 6 }),
  changes: fc.constantFrom(9, 1, 2),
  language: fc.constantFrom("zh-CN" as const, "en" as const),
});
type Office = typeof office extends fc.Arbitrary<infer T> ? T : never;

const asOfs = ["2019-12-31", "2020-08-31", "2021-12-31", "2022-12-31"];
const planIn = ({ changes }: Office, year: number): Plan | undefined => versions[year >= changes ? 1 : 0];

/** Somebody is always there, and nobody is gone before they come. */
const livesOf = ({ units }: Office) =>
  units.map((one, index) => {
    const joins = index === 0 ? 0 : one.joins;
    const ends = index > 0 && one.ends > joins ? one.ends : 9;
    return { ...one, code: `U${index}`, joins, ends };
  });

/** What is handed in in a year: those that are there; who ends in it still hands in. */
const dataIn = (given: Office, year: number): string =>
  stringify([
    ["单位", "成绩"],
    ...livesOf(given).flatMap(({ code, joins, ends, marks }) =>
      joins <= year && ends >= year ? [[code, `${marks[year] ?? 0}`]] : [],
    ),
  ]);

/** The changes of a year: whom each row is about, and what it says. */
function rowsIn(given: Office, year: number): Record<string, string>[] {
  return livesOf(given).flatMap(({ code, title, group, joins, ends, moves }, index) => {
    if (joins === year)
      return [
        {
          单位代码: code,
          单位名称: `单位${index}`,
          组: group,
          // Who joins later cannot hold what only this rubric grants.
          称号: year === 0 ? title : title.includes("A、B") ? "A、B 称号" : "",
          授予日期: title === "" || (year > 0 && !title.includes("A、B")) ? "" : "2018-12-31",
          状态: "",
        },
      ];
    const there = joins < year && year <= ends;
    if (!there || (moves !== year && ends !== year)) return [];
    return [
      {
        单位代码: code,
        单位名称: "",
        组: moves === year ? `${group}新` : group,
        称号: "",
        授予日期: "",
        状态: ends === year ? "撤并" : "",
      },
    ];
  });
}

const headings = ["单位代码", "单位名称", "组", "称号", "授予日期", "状态"];
const registerIn = (given: Office, year: number): string | undefined => {
  const rows = rowsIn(given, year);
  return year > 0 && rows.length === 0
    ? undefined
    : stringify([headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ""))]);
};

/** What somebody at a desk would do: open last year's register, and write in what is new. */
function byHand(given: Office, year: number, last: string): string {
  const [first = [], ...body]: string[][] = parse(last, { bom: true });
  const columns = [...first];
  for (const heading of headings) {
    const other = { 状态: "status" }[heading];
    if (!columns.includes(heading) && !(other !== undefined && columns.includes(other))) {
      if (rowsIn(given, year).some((row) => row[heading] !== "")) columns.push(heading);
    }
  }
  const fieldOf = (heading: string): number =>
    [columns.indexOf(heading), columns.indexOf({ 状态: "status" }[heading] ?? "")].find((at) => at !== -1) ??
    -1;
  const rows = body.map((row) => [...row, ...columns.slice(row.length).map(() => "")]);
  for (const change of rowsIn(given, year)) {
    const row = rows.find((one) => one[fieldOf("单位代码")] === change["单位代码"]);
    if (row === undefined) {
      const added = columns.map(() => "");
      for (const heading of headings)
        if (fieldOf(heading) !== -1) added[fieldOf(heading)] = change[heading] ?? "";
      rows.push(added);
      continue;
    }
    row[fieldOf("组")] = change["组"] ?? "";
    if (change["状态"] !== "") row[fieldOf("状态")] = change["状态"] ?? "";
  }
  return stringify([columns, ...rows]);
}

const render = (
  assessment: Assessment,
  asOf: string,
  format: "history" | "register",
  language: Office["language"],
) =>
  reporters[format].render(
    assessment,
    { tool: { name: "", version: "" }, rubricSha256: "", inputs: [], asOf, findings: [] },
    { language, width: 100, style: plainStyle },
  );

/** What came of a year, as far as anybody can see it. */
const seen = ({ plan, results }: Assessment) =>
  results.map(({ score, group, rank, outcome, before, after }) => ({
    unit: `${score.unit.key} ${score.unit.name}`,
    group,
    rank,
    outcome,
    total: formatFraction(score.total),
    standings: [before, after].map((standing) => ({
      ...standing,
      titles: standing.titles.map((one) => ({ ...one, title: plan.titles[one.title]?.name })),
    })),
  }));

async function oneByOne(given: Office) {
  const history: string[] = [];
  const years: {
    readonly seen: ReturnType<typeof seen>;
    readonly history: string;
    readonly register: string;
  }[] = [];
  let register = registerIn(given, 0) ?? "";
  for (const [year, asOf] of asOfs.entries()) {
    const plan = planIn(given, year);
    if (plan === undefined) throw new Error("there is no plan");
    if (year > 0) register = byHand(given, year, register);
    const collected = await collect({
      plan,
      submissions: [sourceOf("data.csv", dataIn(given, year))],
      register: sourceOf("units.csv", register),
      history: history.map((text, index) => sourceOf(`history-${index}.csv`, text)),
      asOf: parseDay(asOf),
    });
    const assessed = collected.ok ? assess(plan, collected.value, parseDay(asOf)) : collected;
    if (!assessed.ok || !("value" in assessed) || !("results" in assessed.value))
      throw new Error(assessed.findings.map(({ message }) => message.en).join("; "));
    register = render(assessed.value, asOf, "register", given.language);
    history.push(render(assessed.value, asOf, "history", given.language));
    years.push({ seen: seen(assessed.value), history: history.at(-1) ?? "", register });
  }
  return years;
}

async function allAtOnce(given: Office) {
  const source = (name: string, text: string | undefined) =>
    text === undefined ? undefined : sourceOf(name, text);
  const { years, complete } = await replay(
    asOfs.map((asOf, year) => ({
      name: asOf,
      asOf: parseDay(asOf) ?? 0,
      plan: planIn(given, year),
      register: source(`${asOf}/units.csv`, registerIn(given, year)),
      events: undefined,
      overrides: undefined,
      submissions: [sourceOf(`${asOf}/data.csv`, dataIn(given, year))],
      findings: [],
    })),
    { language: given.language, judge: (findings) => findings },
  );
  const told = years.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"));
  expect(told.map(({ file, message }) => `${file} ${message.en}`)).toEqual([]);
  expect(complete).toBe(true);
  return years.map(({ assessment, history, register }) => ({
    seen: assessment === undefined ? [] : seen(assessment),
    history,
    register,
  }));
}

test("years in a row are as if each had been run by itself, and read again", async () => {
  const outcomes = new Set<string | undefined>();
  await fc.assert(
    fc.asyncProperty(office, async (given) => {
      const years = await allAtOnce(given);
      for (const { outcome } of years.flatMap((year) => year.seen)) outcomes.add(outcome);
      expect(years).toEqual(await oneByOne(given));
    }),
    { numRuns: 150, seed: 20221231 },
  );
  expect([...outcomes].sort()).toEqual(["不变", "停牌", "授", "撤销", "终止", "续"]);
});

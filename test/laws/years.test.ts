import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Assessment, assess, type Result } from "../../src/assess.ts";
import { parseDay } from "../../src/base/date.ts";
import { guarded, unguarded } from "../../src/base/harmless.ts";
import { formatFraction } from "../../src/base/rational.ts";
import { collect } from "../../src/evidence/collect.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import { isGone, type Standing } from "../../src/evidence/standing.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { reporters } from "../../src/report/formats/index.ts";
import { lastingTitles } from "../../src/report/held-titles.ts";
import { plainStyle } from "../../src/report/reporter.ts";
import { planText, rubricOf, sourceOf } from "../support/assess-text.ts";

/** Titles with blanks and separators in their names, with and without a term; every kind of effect. */
const { plan, findings: faults } = planText(
  rubricOf(`
columns: { suspended-until: 暂停到 }
ignore: [填表人]
rounding: { places: 1 }
ranking: { group-by: 组别 }
titles:
  - { name: 县文明单位, term: 2 years }
  - { name: "A、B 单位", term: 3 years }
  - { name: 标兵 }
  - { name: 全国文明单位, granted-by: others }
indicators:
  - { id: docs, name: 材料, points: 100, rule: marks }
outcomes:
  - { name: 撤销, when: { score: total, below: 60 }, effect: { takes: any, bans: 2 years } }
  - { name: 停牌, when: { score: total, below: 70 }, effect: { suspends: 1 year, rectify: 6 months } }
  - { name: 续, when: { title: [县文明单位, "A、B 单位"] }, effect: { renews: [县文明单位, "A、B 单位"] } }
  - { name: 授, when: { score: total, at-least: 90 }, effect: { grants: [县文明单位, 标兵] } }
  - { name: 保留, otherwise: yes }
`),
);
if (plan === undefined) throw new Error(faults.map(({ message }) => message.en).join("; "));

interface Files {
  readonly register: string | undefined;
  readonly data: string;
  readonly history: readonly string[];
}

async function assessed(files: Files, asOf: string) {
  if (plan === undefined) throw new Error("there is no plan");
  const collected = await collect({
    plan,
    submissions: [sourceOf("data.csv", files.data)],
    register: files.register === undefined ? undefined : sourceOf("units.csv", files.register),
    history: files.history.map((text, index) => sourceOf(`history-${index}.csv`, text)),
    asOf: parseDay(asOf),
  });
  if (!collected.ok) return { findings: collected.findings, evidence: undefined, assessment: undefined };
  const outcome = assess(plan, collected.value, parseDay(asOf));
  const findings: readonly Finding[] = [...collected.findings, ...outcome.findings];
  return { findings, evidence: collected.value, assessment: outcome.ok ? outcome.value : undefined };
}

const render = (
  assessment: Assessment,
  asOf: string,
  format: "history" | "register",
  language: "zh-CN" | "en",
) => {
  const facts = { tool: { name: "ceping", version: "0" }, rubricSha256: "", inputs: [], asOf, findings: [] };
  return `\uFEFF${reporters[format].render(assessment, facts, { language, width: 100, style: plainStyle })}`;
};

/** Texts that spoil tables and formulas; cells are read without the blanks around them. */
const nasty = fc
  .string({ unit: fc.constantFrom(..."甲乙丙=+-@'\",;、| \n1.a＝"), minLength: 1, maxLength: 6 })
  .map((text) => text.trim())
  .filter((text) => text !== "" && text !== "无");

const held = fc.record({
  title: fc.constantFrom("县文明单位", "A、B 单位", "标兵", "全国文明单位"),
  since: fc.option(fc.constantFrom("2019-01-01", "2020-02-29", "2021-12-31"), { nil: "" }),
  expires: fc.option(fc.constantFrom("2021-06-30", "2021-12-31", "2022-01-01", "2024-05-05"), { nil: "" }),
});

/** No title ends before it begins. */
const sensible = held.filter(({ since, expires }) => expires === "" || expires >= since);

const unit = fc.record({
  name: nasty,
  titles: fc.uniqueArray(sensible, { maxLength: 3, selector: ({ title }) => title }),
  total: fc.integer({ min: 400, max: 1000 }),
  remark: fc.option(nasty, { nil: "" }),
  ignored: fc.option(nasty, { nil: "" }),
  group: fc.constantFrom("", "一组", "二,组"),
  suspended: fc.constantFrom("", "2022-03-01"),
  status: fc.constantFrom("", "", "", "正常", "撤并", "更名"),
});

const office = fc.record({
  units: fc.uniqueArray(unit, { minLength: 1, maxLength: 6, selector: ({ name }) => name }),
  coded: fc.boolean(),
  columns: fc.boolean(),
  language: fc.constantFrom("zh-CN" as const, "en" as const),
});
type Office = typeof office extends fc.Arbitrary<infer T> ? T : never;

const codeOf = ({ coded }: Office, index: number, name: string): string => (coded ? `C${index}` : name);

function filesOf(given: Office, registered: boolean): Files {
  const rows = given.units.map((one, index) => {
    const last =
      one.status === "更名"
        ? [
            codeOf(
              given,
              (index + 1) % given.units.length,
              given.units[(index + 1) % given.units.length]?.name ?? "",
            ),
          ]
        : [""];
    return [
      ...(given.coded ? [codeOf(given, index, one.name)] : []),
      guarded(one.name),
      one.group,
      guarded(one.remark),
      guarded(one.ignored),
      one.titles.map(({ title }) => title).join("；"),
      one.titles.map(({ since }) => since).join("；"),
      one.titles.map(({ expires }) => expires).join("；"),
      ...(given.columns ? [one.suspended] : []),
      // Where everyone is renamed into the next, they go in a circle.
      one.status === "更名" && index === given.units.length - 1 ? "" : one.status,
      ...(one.status === "更名" && index < given.units.length - 1 ? last.map(guarded) : [""]),
    ];
  });
  const headings = [
    ...(given.coded ? ["单位代码"] : []),
    "单位名称",
    "组别",
    "=备注",
    "填表人",
    "称号",
    "授予日期",
    "有效期至",
    ...(given.columns ? ["暂停到"] : []),
    "状态",
    "并入",
  ];
  return {
    register: registered ? stringify([headings.map(guarded), ...rows]) : undefined,
    data: dataOf(given, registered, given.units),
    history: [],
  };
}

/** What these units have handed in. */
function dataOf(given: Office, registered: boolean, units: Office["units"]): string {
  const data = given.units.flatMap((one, index) =>
    units.includes(one)
      ? [[codeOf(given, index, one.name), `${one.total / 10}`, ...(registered ? [] : [one.group])]]
      : [],
  );
  return stringify([["单位", "材料", ...(registered ? [] : ["组别"])], ...data]);
}

/** What a decision leaves for the year after. */
const left = ({ after }: Result, year: number): Standing => ({
  ...after,
  titles: lastingTitles(after.titles, year),
});

const recorded = (evidence: Evidence, results: readonly Result[]) =>
  results.map(({ score, rank, group, outcome, before, after }) => {
    const index = evidence.units.findIndex(({ key }) => key === score.unit.key);
    const [record] = evidence.history[index] ?? [];
    const names = (standing: Standing): string[] =>
      standing.titles.map(({ title }) => plan?.titles[title]?.name ?? "");
    return {
      read: record && [
        record.year,
        record.rubric,
        record.unit,
        record.name,
        record.group,
        formatFraction(record.exact),
        record.rank,
        record.outcome,
        record.before,
        record.after,
      ],
      written: [
        2021,
        "case",
        score.unit.key,
        score.unit.name,
        group,
        formatFraction(score.total),
        rank,
        outcome ?? "",
        names(before),
        names({ ...after, titles: lastingTitles(after.titles, 2021) }),
      ],
    };
  });

/** Without its column of titles, the register leaves them, with their days, to the history: they are the same. */
async function untitled(next: Files, { units, standings }: Evidence, { language }: Office) {
  const [headings = [], ...rows]: string[][] = parse(next.register ?? "", { bom: true });
  const named = language === "en" ? ["title", "since", "expires"] : [];
  const kept = headings.flatMap((heading, field) =>
    [...named, "称号", "授予日期", "有效期至"].includes(heading) ? [] : [field],
  );
  const register = stringify([headings, ...rows].map((row) => kept.map((field) => row[field] ?? "")));
  const { evidence, findings } = await assessed({ ...next, register }, "2022-12-31");
  const undated = standings.flatMap(({ titles }) =>
    titles.filter(({ title, expires }) => plan?.titles[title]?.term !== undefined && expires === undefined),
  );
  expect(findings.filter(({ code }) => code === "title-without-term")).toHaveLength(undated.length);
  if (undated.length > 0) return 0;
  if (evidence === undefined) throw new Error(findings.map(({ message }) => message.en).join("; "));
  const titlesOf = ({ titles }: Standing) => titles;
  expect(evidence.units.map(({ key }) => key)).toEqual(units.map(({ key }) => key));
  expect(evidence.standings.map(titlesOf)).toEqual(standings.map(titlesOf));
  return standings.flatMap(titlesOf).filter(({ expires }) => expires !== undefined).length;
}

describe("what is written for the next year is read in the next year", () => {
  test.each([true, false])("with a register: %s", async (registered) => {
    let dated = 0;
    await fc.assert(
      fc.asyncProperty(office, async (given) => {
        const files = filesOf(given, registered);
        const first = await assessed(files, "2021-12-31");
        const expected = ["title-expired", "successor-missing", "value-missing"];
        const others = first.findings.filter(({ code }) => !expected.includes(code));
        expect(others.map(({ code, message }) => `${code} ${message.en}`)).toEqual([]);
        if (first.assessment === undefined) throw new Error("there is no assessment");
        const remaining = first.assessment.results.filter(({ after }) => !isGone(after));
        const keys = remaining.map(({ score }) => score.unit.key);
        if (keys.length === 0) return; // there is nobody left to be assessed
        const stays = given.units.filter((one, index) => keys.includes(codeOf(given, index, one.name)));
        const next: Files = {
          register: render(first.assessment, "2021-12-31", "register", given.language),
          data: dataOf(given, true, stays),
          history: [render(first.assessment, "2021-12-31", "history", given.language)],
        };
        const second = await assessed(next, "2022-12-31");
        const told = second.findings.filter(({ code }) => code !== "successor-missing");
        expect(
          told.map(({ code, message, file, cell }) => `${code} ${file} ${cell?.line} ${message.en}`),
        ).toEqual([]);
        if (second.evidence === undefined || second.assessment === undefined)
          throw new Error("it is not read");
        const { units, standings } = second.evidence;
        expect(units.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
        for (const { read, written } of recorded(second.evidence, remaining)) expect(read).toEqual(written);
        for (const result of remaining) {
          const index = units.findIndex(({ key }) => key === result.score.unit.key);
          expect(standings[index]).toEqual(left(result, 2021));
          expect(units[index]?.name).toBe(result.score.unit.name);
        }
        dated += await untitled(next, second.evidence, given);
        // What the office wrote itself is still there, to the letter.
        const own = (evidence: Evidence) =>
          evidence.units
            .filter(({ key }) => keys.includes(key))
            .map(({ columns }) => columns.get("=备注") ?? "no column");
        if (registered && first.evidence !== undefined) {
          expect(own(second.evidence)).toEqual(own(first.evidence));
          expect(own(second.evidence)).not.toContain("no column");
        }
        // And nothing but the decisions of the year changes it.
        const again = render(second.assessment, "2021-12-31", "register", given.language);
        expect(again.split("\n")[0]).toBe(next.register?.split("\n")[0]);
      }),
      { numRuns: 150, seed: 20211231 },
    );
    expect(dated).toBeGreaterThan(50);
  });

  test("a text that was guarded is had again", () => {
    fc.assert(fc.property(nasty, (text) => unguarded(guarded(text)) === text));
  });
});

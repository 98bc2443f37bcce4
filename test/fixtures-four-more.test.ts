import { readFile } from "node:fs/promises";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { formatExact } from "../src/base/rational.ts";
import { planRubric } from "../src/cli/load.ts";
import { constantOf } from "../src/rubric/compile-rule.ts";
import type { NodePlan } from "../src/rubric/plan.ts";
import { run } from "./support/recording-io.ts";

interface Assessed {
  readonly units: readonly {
    readonly name: string;
    readonly group: string;
    readonly rank: number;
    readonly tied: boolean;
    readonly total: string;
    readonly exact: string;
    readonly outcome: string | null;
    readonly reasons: readonly { readonly clause: string; readonly text: string }[];
    readonly indicators: readonly { readonly id: string; readonly exact: string; readonly state: string }[];
    readonly phases?: readonly { readonly name: string; readonly total: string; readonly exact: string }[];
  }[];
  readonly tally: Readonly<Record<string, number>>;
  readonly findings: readonly { readonly code: string; readonly severity: string }[];
}

/** Runs the command of a fixture, with the result as data. */
async function assess(fixture: string): Promise<Assessed> {
  const command = (await readFile(`fixtures/${fixture}/command.txt`, "utf8")).trim().split(" ");
  const { code, stdout, stderr } = await run([...command, "-f", "json"]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Assessed;
}

const wanping = await assess("wanping-2012");
const wuqing = await assess("wuqing-union-2017");
const national = await assess("national-unit");
const hefei = await assess("hefei-unit-2013");

const unitOf = ({ units }: Assessed, name: string): Assessed["units"][number] => {
  const unit = units.find((candidate) => candidate.name === name);
  if (unit === undefined) throw new Error(`no unit ${name}`);
  return unit;
};
const exactOf = (assessed: Assessed, name: string, id: string): string | undefined =>
  unitOf(assessed, name).indicators.find((indicator) => indicator.id === id)?.exact;
const stateOf = (assessed: Assessed, name: string, id: string): string | undefined =>
  unitOf(assessed, name).indicators.find((indicator) => indicator.id === id)?.state;
const clauses = (assessed: Assessed, name: string): string[] =>
  unitOf(assessed, name).reasons.map(({ clause }) => clause);
const codes = ({ findings }: Assessed): string[] =>
  findings.map(({ code, severity }) => `${severity} ${code}`).sort();
const tied = ({ units }: Assessed): [string, number][] =>
  units.filter((unit) => unit.tied).map(({ name, rank }) => [name, rank]);

describe.each([
  ["wanping-2012", wanping, 100],
  ["wuqing-union-2017", wuqing, 100],
  ["national-unit", national, 110],
  ["hefei-unit-2013", hefei, 100],
] as const)("%s", (_, assessed, most) => {
  it.each(assessed.units.map((unit) => [unit.name, unit] as const))(
    "%s: parts add up exactly",
    (_name, unit) => {
      const total = unit.indicators.reduce((sum, { exact }) => sum.add(new Fraction(exact)), new Fraction(0));
      expect(total.toFraction()).toBe(new Fraction(unit.exact).toFraction());
      expect(total.gte(0) && total.lte(most)).toBe(true);
    },
  );

  it("gives every unit an outcome, with a numbered reason in words", () => {
    for (const { name, outcome, reasons } of assessed.units) {
      expect(outcome, name).not.toBeNull();
      expect(reasons.length, name).toBeGreaterThan(0);
      for (const { clause, text } of reasons) {
        expect(clause, name).toMatch(/^(?:结果|否决|负面|★)/);
        expect(text, name).not.toBe("");
      }
    }
  });

  it("counts each unit once in the tally", () => {
    expect(Object.values(assessed.tally).reduce((sum, count) => sum + count, 0)).toBe(assessed.units.length);
  });
});

describe("an area with communities, villages and organisations", () => {
  it("comes to its tally", () => {
    expect(wanping.tally).toEqual({
      取消评选资格: 1,
      "自评不实，重新自查": 1,
      先进: 6,
      达标: 2,
      限期整改: 4,
    });
    expect([...new Set(wanping.units.map(({ group }) => group))]).toEqual(["社区", "村", "驻区单位"]);
  });

  it("judges each kind by its own items", () => {
    const own: Record<string, string[]> = {
      社区: ["harmony"],
      村: ["ten-ones"],
      驻区单位: ["pledge", "breaches"],
    };
    for (const { name, group } of wanping.units) {
      const applied = ["harmony", "ten-ones", "pledge", "breaches"].filter(
        (id) => stateOf(wanping, name, id) !== "not-applicable",
      );
      expect(applied, name).toEqual(own[group]);
    }
  });

  it("gives a late item its share, and none past the last day or without a date", () => {
    expect(exactOf(wanping, "示例银杏社区", "plan")).toBe("3"); // on the last day
    expect(exactOf(wanping, "示例银杏社区", "meeting")).toBe("3"); // some day of the month
    expect(exactOf(wanping, "示例河湾村", "plan")).toBe("3/2"); // a day late
    expect(exactOf(wanping, "示例河湾村", "meeting")).toBe("0"); // past the last day
    expect(exactOf(wanping, "示例河湾村", "theme-elders")).toBe("0"); // never
    expect(stateOf(wanping, "示例河湾村", "theme-elders")).toBe("missing");
  });

  it("asks for all to take part", () => {
    expect(exactOf(wanping, "示例银杏社区", "participation")).toBe("6");
    // 1 of 710 missing is 10/71 of a point, at 0.3 a point
    expect(exactOf(wanping, "示例晓月村", "participation")).toBe(
      new Fraction(6).sub(new Fraction(3, 71)).toFraction(),
    );
  });

  it("shares out what does not apply, and tells of the one blank", () => {
    for (const name of ["示例云锦小学", "示例古城邮局"])
      expect(stateOf(wanping, name, "complaints")).toBe("not-applicable");
    // 8 points for no cars in the way are worth 8 × 24/18.
    expect(exactOf(wanping, "示例云锦小学", "occupation")).toBe("32/3");
    expect(exactOf(wanping, "示例石榴村", "funding")).toBe("1/2");
    expect(codes(wanping)).toEqual(["warning value-missing"]);
  });

  it("asks for both of two things joined by and", () => {
    expect(exactOf(wanping, "示例长桥运输公司", "volunteering")).toBe("1");
  });

  it("lets two communities that are alike share a rank", () => {
    expect(tied(wanping)).toEqual([
      ["示例柳荫社区", 2],
      ["示例槐树社区", 2],
    ]);
  });

  it("bars for an accident of this year, not of the last", () => {
    expect(clauses(wanping, "示例晶华酒店")).toEqual(["否决（一）", "结果（一）"]);
    expect(unitOf(wanping, "示例长桥运输公司").outcome).toBe("达标");
  });

  it("compares what a unit said of itself with what was found", () => {
    for (const { name, phases } of wanping.units)
      expect(
        phases?.map((phase) => phase.name),
        name,
      ).toEqual(["整体推进", "自我检查"]);
    const boastful = wanping.units.filter(({ exact, phases }) => {
      const self = new Fraction(phases?.[1]?.exact ?? "0");
      return self.gte(90) && new Fraction(exact).lt(80);
    });
    expect(boastful.map(({ name, outcome }) => [name, outcome])).toEqual([
      ["示例砖塔社区", "自评不实，重新自查"],
    ]);
    // Nobody had done in June what the acceptance found in December.
    for (const { name, exact, phases } of wanping.units)
      expect(new Fraction(phases?.[0]?.exact ?? "100").lt(exact), name).toBe(true);
  });
});

describe("unions over three years", () => {
  const weighted = (...years: readonly (string | number)[]): string =>
    years
      .reduce<Fraction>(
        (sum, year, index) => sum.add(new Fraction(year).mul([15, 25, 60][index] ?? 0).div(100)),
        new Fraction(0),
      )
      .toFraction();

  it("come to their tally, by system", () => {
    expect(wuqing.tally).toEqual({ 取消资格: 1, 先进基层工会: 6, 合格: 3, 限期整改: 3 });
    expect([...new Set(wuqing.units.map(({ group }) => group))]).toEqual([
      "教育系统",
      "卫生系统",
      "工业系统",
      "镇街系统",
    ]);
  });

  it("weigh the points of each year, the last one most", () => {
    // One, two and four contests of four, at 6 points.
    expect(exactOf(wuqing, "示例第一中学工会", "contests")).toBe(weighted("1.5", 3, 6));
    expect(exactOf(wuqing, "示例自行车厂工会", "to-enterprises")).toBe(weighted(3, 3, 2));
    // The blank year counts nothing; 24 and 30 of 24 pages earn all four points.
    expect(exactOf(wuqing, "示例中医院工会", "website")).toBe(weighted(0, 4, 4));
    expect(stateOf(wuqing, "示例中医院工会", "website")).toBe("missing");
  });

  it("weigh a yearly figure before it is scored", () => {
    // 70%, 80% and 95% are 87.5%, on the line from 60% (0) to 90% (3).
    expect(weighted(70, 80, 95)).toBe("175/2");
    expect(exactOf(wuqing, "示例妇幼保健院工会", "membership")).toBe("11/4");
  });

  it("sum up answer sheets without those that do not count", () => {
    expect(exactOf(wuqing, "示例疾控中心工会", "took-part-points")).toBe("12"); // 18 of 20: 90%
    expect(codes(wuqing)).toEqual([
      "warning survey-short",
      "warning survey-short",
      "warning survey-short",
      "warning value-missing",
    ]);
  });

  it("do not lose by what does not apply", () => {
    expect(stateOf(wuqing, "示例实验小学工会", "to-markets")).toBe("not-applicable");
    expect(exactOf(wuqing, "示例疾控中心工会", "visits")).toBe("2");
  });

  it("cap the awards, one matter once, within the term", () => {
    expect(exactOf(wuqing, "示例第一中学工会", "commendations")).toBe("7/2");
    expect(exactOf(wuqing, "示例第一中学工会", "awards:cap")).toBe("-1/2");
    expect(exactOf(wuqing, "示例运河街工会", "commendations")).toBe("0");
  });

  it("bar from the first day of the term on", () => {
    expect(clauses(wuqing, "示例电缆厂工会")).toEqual(["否决（一）", "结果（一）"]);
    expect(unitOf(wuqing, "示例自行车厂工会").outcome).toBe("先进基层工会");
  });

  it("are both commended where they share the second place", () => {
    expect(tied(wuqing)).toEqual([
      ["示例地毯厂工会", 2],
      ["示例面粉厂工会", 2],
    ]);
    expect(unitOf(wuqing, "示例面粉厂工会").outcome).toBe("先进基层工会");
  });
});

describe("candidates for a national title", () => {
  it("come to their tally", () => {
    expect(national.tally).toEqual({ 不得参评: 1, 不符合条件: 3, 推荐: 4, 不予推荐: 2 });
  });

  it("are barred two years to the day, and not a day longer", () => {
    expect(clauses(national, "示例省远望港务公司")).toEqual(["负面（二）", "结果（一）"]);
    expect(unitOf(national, "示例省恒力电力公司").outcome).toBe("推荐");
  });

  it.each([
    ["示例省云杉局", "★1"],
    ["示例省滨江医院", "★2"],
    ["示例省百味食品公司", "★3"],
  ])("%s does not pass %s, whatever its score", (name, gate) => {
    expect(clauses(national, name)).toEqual([gate, "结果（二）"]);
    expect(Number(unitOf(national, name).total)).toBeGreaterThan(85);
  });

  it("earn 10 points on top at most", () => {
    expect(exactOf(national, "示例省青松局", "commendations")).toBe("13");
    expect(exactOf(national, "示例省青松局", "bonus:cap")).toBe("-6");
  });

  it("lose for each point short, in proportion", () => {
    expect(exactOf(national, "示例省青松局", "volunteering")).toBe("8");
    expect(exactOf(national, "示例省白杨局", "volunteering")).toBe("123/16"); // 8 − 1.25 × 0.25
  });

  it("share out the points of an item that does not apply over the other twelve", () => {
    expect(stateOf(national, "示例省启航中学", "pairing")).toBe("not-applicable");
    const [first] = national.units.filter(({ name }) => name === "示例省启航中学");
    const earned = first?.indicators.filter(({ id }) => id === "rule-of-law").map(({ exact }) => exact);
    expect(earned).toEqual([new Fraction(800, 94).toFraction()]);
  });

  it("report a blank, and marks too few to trim", () => {
    expect(codes(national)).toEqual(["warning few-assessors", "warning value-missing"]);
  });
});

describe("units of 75 + 20 + 5", () => {
  it("come to their tally", () => {
    expect(hefei.tally).toEqual({ 取消资格: 1, 命名: 4, 限期整改: 3, 不予命名: 1 });
  });

  it("stand on the line and a tenth below it, once rounded", () => {
    const around = ["示例市逍遥局", "示例市蜀山局"].map((name) => {
      const { exact, total, outcome } = unitOf(hefei, name);
      return [new Fraction(exact).sub(85).toFraction(), total, outcome];
    });
    expect(around).toEqual([
      ["-1/20", "85.0", "命名"],
      ["-7/100", "84.9", "限期整改"],
    ]);
  });

  it("bring several methods of one clause together", () => {
    expect(exactOf(hefei, "示例市银河商场", "arrangement")).toBe("66/25"); // the least: 33% of 8
    expect(exactOf(hefei, "示例市逍遥局", "volunteering")).toBe("901/100"); // 60% of 9.35 + 40% of 8.5
    expect(exactOf(hefei, "示例市逍遥局", "service")).toBe("9"); // the mean of three
    expect(stateOf(hefei, "示例市淝河机械公司", "volunteering")).toBe("missing");
    expect(codes(hefei)).toEqual(["warning value-missing"]);
  });

  it("take the lowest site, after the mean of its assessors", () => {
    expect(exactOf(hefei, "示例市逍遥局", "first-sight")).toBe("7");
  });

  it("count a disapproving sheet as 0 and take off for blank ones", () => {
    expect(exactOf(hefei, "示例市政务大厅", "visitor-score")).toBe("167/20"); // 70 ÷ 8 − 2 × 0.2
  });

  it("cap the bonus inside the hundred", () => {
    expect(exactOf(hefei, "示例市政务大厅", "commendations")).toBe("5");
    expect(exactOf(hefei, "示例市政务大厅", "bonus:cap")).toBe("-1");
    expect(exactOf(hefei, "示例市雨花局", "commendations")).toBe("1");
  });

  it("share a rank where they are alike", () => {
    expect(tied(hefei)).toEqual([
      ["示例市车站", 2],
      ["示例市供水营业厅", 2],
    ]);
  });

  it("are barred twelve months to the day, and not a day longer", () => {
    expect(clauses(hefei, "示例市银河商场")).toEqual(["否决", "结果（一）"]);
    expect(unitOf(hefei, "示例市量子仪器公司").outcome).toBe("命名");
  });
});

describe("the published structure", () => {
  /** Items right below the total, and how many items are right below each. */
  const structure = async (name: string): Promise<{ top: readonly NodePlan[]; below: number[][] }> => {
    const planned = planRubric(name, await readFile(`rubrics/${name}.yaml`, "utf8"));
    if (!planned.ok) throw new Error(`${name} does not compile`);
    const top = planned.value.plan.root.children;
    return {
      top,
      below: top.map((node) =>
        node.kind === "group" ? [node.children.length, new Set(node.children.map(numberOf)).size] : [0, 0],
      ),
    };
  };
  /** Variants of one item differ in the second word of their number: 5 甲, 5 乙. */
  const numberOf = ({ no = "" }: NodePlan): string => no.split(" ")[0] ?? "";
  const points = (top: readonly NodePlan[]): (string | undefined)[] =>
    top.map((node) => {
      const constant = constantOf(node.points);
      return constant && formatExact(constant);
    });

  it("of the area: four parts of 3, 3, 5 and 3 items, the last activity for three kinds of unit", async () => {
    const { top, below } = await structure("wanping-2012");
    expect(top.map(({ name }) => name)).toEqual(["组织领导", "宣传", "活动", "难点问题"]);
    expect(below).toEqual([
      [3, 3],
      [3, 3],
      [7, 5],
      [3, 3],
    ]);
  });

  it("of the unions: 5 series, 4 platforms, 6 visits, 3 percentages", async () => {
    const { below } = await structure("wuqing-union-2017");
    expect(below.slice(0, 4).map(([count]) => count)).toEqual([5, 4, 6, 3]);
  });

  it("of the national title: 13 items, the first of 14 points, and 10 on top", async () => {
    const { top } = await structure("national-unit");
    expect(top.map(({ no }) => no)).toEqual([
      ...Array.from({ length: 13 }, (_, index) => `${index + 1}`),
      "加分",
    ]);
    const worth = points(top);
    expect(worth[0]).toBe("14");
    expect(worth.at(-1)).toBe("10");
    expect(worth.slice(0, 13).reduce((sum, item) => sum + Number(item), 0)).toBe(100);
  });

  it("of 75 + 20 + 5", async () => {
    expect(points((await structure("hefei-unit-2013")).top)).toEqual(["75", "20", "5"]);
  });
});

import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { type Assessed, assess } from "./support/assess-fixture.ts";

const dynamic = await assess("dynamic-70-20-10");
const sections = await assess("wenming-keshi");
const villages = await assess("qiongzhong-village");
const all = { dynamic, sections, villages };

const unitOf = ({ units }: Assessed, name: string): Assessed["units"][number] => {
  const unit = units.find((candidate) => candidate.name === name);
  if (unit === undefined) throw new Error(`no unit ${name}`);
  return unit;
};
const clauses = (name: string): string[] => unitOf(dynamic, name).reasons.map(({ clause }) => clause);
const indicator = (assessed: Assessed, name: string, id: string) =>
  unitOf(assessed, name).indicators.find((candidate) => candidate.id === id);

describe.each(Object.entries(all))("the points of %s", (_, { units }) => {
  it.each(units.map((unit) => [unit.name, unit] as const))("%s: add up exactly", (_name, unit) => {
    const total = unit.indicators.reduce((sum, { exact }) => sum.add(new Fraction(exact)), new Fraction(0));
    expect(total.toFraction()).toBe(new Fraction(unit.exact).toFraction());
  });

  it("stay within 0 and 100", () => {
    const totals = units.map(({ exact }) => new Fraction(exact));
    expect(totals.filter((total) => total.lt(0) || total.gt(100))).toEqual([]);
  });
});

describe("dynamic management, 70 + 20 + 10", () => {
  it("keeps, demotes and revokes", () => {
    expect(Object.keys(dynamic.tally)).toEqual(["撤销", "降级", "保留"]);
    expect(Object.values(dynamic.tally).reduce((sum, count) => sum + count, 0)).toBe(24);
    expect(dynamic.tally["撤销"]).toBe(4);
    expect(dynamic.tally["降级"]).toBeGreaterThanOrEqual(3);
  });

  it("gives every unit the reason of its own outcome", () => {
    const wanted: Record<string, RegExp> = {
      撤销: /^撤销（[一二三四五六七八九十]）$|^结果（一）$/,
      降级: /^结果（二）$/,
      保留: /^结果（三）$/,
    };
    for (const { name, outcome, reasons } of dynamic.units) {
      expect(reasons.length, name).toBeGreaterThan(0);
      for (const { clause, text } of reasons) {
        expect(clause, name).toMatch(wanted[outcome ?? ""] ?? /never/);
        expect(text, name).not.toBe("");
      }
    }
  });

  it("revokes for the cause that was reported, whatever the score", () => {
    expect(clauses("示例市银杏局")).toEqual(["撤销（一）", "结果（一）"]);
    expect(clauses("示例市海燕客运公司")).toEqual(["撤销（二）", "结果（一）"]);
    expect(clauses("示例市红枫食品公司")).toEqual(["撤销（七）", "撤销（八）", "结果（一）"]);
    expect(clauses("示例市长风体育中心")).toEqual(["撤销（十）", "结果（一）"]);
    expect(unitOf(dynamic, "示例市长风体育中心")).toMatchObject({ rank: 1, outcome: "撤销" });
  });

  it("does not revoke for a report found to be untrue", () => {
    expect(unitOf(dynamic, "示例市青禾局").outcome).toBe("保留");
  });

  it("draws the line at the rounded total", () => {
    const around = ["示例市明灯局", "示例市杜鹃幼儿园", "示例市白鹭局"].map((name) => {
      const { exact, total, outcome } = unitOf(dynamic, name);
      return [new Fraction(exact).sub(85).toFraction(), total, outcome];
    });
    expect(around).toEqual([
      ["0", "85.00", "保留"],
      ["-1/300", "85.00", "保留"],
      ["-1/150", "84.99", "降级"],
    ]);
  });

  it("lets units that are alike share a rank", () => {
    const tied = dynamic.units.filter((unit) => unit.tied);
    expect(tied.map(({ name }) => name)).toEqual(["示例市云桥局", "示例市松涛局"]);
    expect(new Set(tied.map(({ rank }) => rank)).size).toBe(1);
  });

  it("tells a blank from what does not apply", () => {
    expect(indicator(dynamic, "示例市石泉局", "knowledge")).toMatchObject({
      state: "missing",
      points: "0.00",
    });
    // Granted in full, as the rubric says of units without a canteen.
    for (const name of ["示例市碧波水质站", "示例市稻香农技站", "示例市锦绣物业公司"])
      expect(indicator(dynamic, name, "canteen")).toMatchObject({ state: "not-applicable", points: "4.00" });
    // The four points of the window are shared by the other two items of the group.
    expect(indicator(dynamic, "示例市晨光学校", "window")).toMatchObject({
      state: "not-applicable",
      points: "0.00",
    });
    expect(indicator(dynamic, "示例市晨光学校", "satisfaction")?.exact).toBe("42/5");
  });

  it("reports the blanks, and nothing worse", () => {
    expect(new Set(dynamic.findings.map(({ code, severity }) => `${severity} ${code}`))).toEqual(
      new Set(["warning value-missing"]),
    );
  });

  it("caps the awards at 10", () => {
    expect(indicator(dynamic, "示例市晴川局", "awards:cap")?.exact).toBe("-3");
    const awards = ["general-award", "single-award", "publicity", "site-meeting", "innovation", "awards:cap"];
    for (const { name, indicators } of dynamic.units) {
      const earned = indicators
        .filter(({ id }) => awards.includes(id))
        .reduce((sum, { exact }) => sum.add(new Fraction(exact)), new Fraction(0));
      expect(earned.lte(10), name).toBe(true);
    }
  });
});

describe("sections that must not be the last", () => {
  const losing = (id: string): string[] =>
    sections.units.filter(({ name }) => indicator(sections, name, id)?.exact === "0").map(({ name }) => name);

  it("take the points from the last, and from all who share the last place", () => {
    expect(losing("attendance")).toEqual(["后勤科"]);
    expect(losing("hygiene").sort()).toEqual(["业务二科", "信息科"]);
  });

  it("do not name the last by the total", () => {
    expect(unitOf(sections, "后勤科")).toMatchObject({ outcome: "不命名" });
    expect(unitOf(sections, "后勤科").reasons.map(({ clause }) => clause)).toEqual(["命名（一）"]);
  });

  it("ask for more than 65 of 100 votes", () => {
    expect(indicator(sections, "督查科", "poll")?.exact).toBe("0");
  });
});

describe("villages", () => {
  it("earn by the published sizes", () => {
    expect(indicator(villages, "示例县木棉村", "indoor")?.exact).toBe("8");
    expect(indicator(villages, "示例县木棉村", "outdoor")?.exact).toBe("8");
    expect(indicator(villages, "示例县槟榔村", "indoor")?.exact).toBe("24/5");
    expect(indicator(villages, "示例县槟榔村", "board")?.exact).toBe("0");
  });

  it("earn the lower of two judgements, nothing for falling incomes, and lose nothing for having no livestock", () => {
    expect(indicator(villages, "示例县鼻箫村", "value")?.exact).toBe("6");
    expect(indicator(villages, "示例县椰林村", "income")?.exact).toBe("0");
    expect(indicator(villages, "示例县竹竿舞村", "livestock")).toMatchObject({ state: "not-applicable" });
  });
});

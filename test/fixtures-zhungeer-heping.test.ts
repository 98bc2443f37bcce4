import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { type Assessed, assess } from "./support/assess-fixture.ts";

const banner = await assess("zhungeer-2021");
const district = await assess("heping-2013");

const unitOf = ({ units }: Assessed, name: string): Assessed["units"][number] => {
  const unit = units.find((candidate) => candidate.name === name);
  if (unit === undefined) throw new Error(`no unit ${name}`);
  return unit;
};
const clauses = (assessed: Assessed, name: string): string[] =>
  unitOf(assessed, name).reasons.map(({ clause }) => clause);
const indicator = (assessed: Assessed, name: string, id: string) =>
  unitOf(assessed, name).indicators.find((candidate) => candidate.id === id);
const points = (assessed: Assessed, name: string, id: string): string | undefined =>
  indicator(assessed, name, id)?.exact;
/** How often each word stands in a list. */
function countOf(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries(counts);
}
const sizes = ({ units }: Assessed) => countOf(units.map(({ group }) => group));
const named = ({ units }: Assessed, clause: string): string[] =>
  units.filter(({ reasons }) => reasons.some((reason) => reason.clause === clause)).map(({ name }) => name);
const kinds = ({ findings }: Assessed) =>
  countOf(findings.map(({ severity, code }) => `${severity} ${code}`));

describe.each(Object.entries({ banner, district }))("the %s", (_, { units, tally }) => {
  it.each(units.map((unit) => [unit.name, unit] as const))("%s: parts add up exactly", (_name, unit) => {
    const total = unit.indicators.reduce((sum, { exact }) => sum.add(new Fraction(exact)), new Fraction(0));
    expect(total.toFraction()).toBe(new Fraction(unit.exact).toFraction());
  });

  it("gives every unit an outcome and a reason in words", () => {
    for (const { name, outcome, reasons } of units) {
      expect(outcome, name).not.toBeNull();
      expect(reasons.length, name).toBeGreaterThan(0);
      for (const { clause, text } of reasons) expect([clause, text], name).not.toContain("");
    }
    expect(Object.values(tally).reduce((sum, count) => sum + count, 0)).toBe(units.length);
  });

  it("stays within what can be earned", () => {
    expect(units.filter(({ exact }) => new Fraction(exact).lt(0) || new Fraction(exact).gt(105))).toEqual([]);
  });
});

describe("a banner's 2021 round", () => {
  it("comes to the published figures: 13 criticised, 10 revoked, 12 awarded", () => {
    expect(banner.tally).toEqual({ 授予: 12, 不予授予: 2, 撤销: 10, 通报批评: 13, 保留: 23 });
    expect(sizes(banner)).toEqual({ 标兵: 18, 文明单位: 42 });
  });

  it("revokes three for mergers, four for incidents, two for their score and one for two bad years", () => {
    expect(named(banner, "结果（四）").sort()).toEqual(
      ["示例旗兰草水务公司", "示例旗木轮局", "示例旗清波水文站"].sort(),
    );
    // Those with a higher title are reported upward.
    expect(named(banner, "结果（五）").sort()).toEqual(["示例旗飞雁局", "示例旗黑金煤业公司"].sort());
    expect(named(banner, "结果（六）").sort()).toEqual(["示例旗赤焰焦化公司", "示例旗驼铃客运站"].sort());
    expect(named(banner, "结果（七）").sort()).toEqual(["示例旗广厦建筑公司", "示例旗落霞局"].sort());
    expect(named(banner, "结果（七）之二")).toEqual(["示例旗牧歌种畜站"]);
    // Criticised the year before, and on the right side of the line now.
    expect(unitOf(banner, "示例旗沃土农业公司").outcome).toBe("保留");
    // A merger after the reference date has not happened.
    expect(unitOf(banner, "示例旗东塬中心").outcome).toBe("保留");
  });

  it("criticises nine for the composite score, and four for one side of it", () => {
    expect(named(banner, "结果（八）")).toHaveLength(9);
    expect(named(banner, "结果（九）").sort()).toEqual(
      ["示例旗丰乐商贸公司", "示例旗晓风局", "示例旗绿野林场", "示例旗长河局"].sort(),
    );
  });

  it("says what each unit holds afterwards", () => {
    const titles = (name: string) => unitOf(banner, name).titles;
    expect(titles("示例旗启明局")).toMatchObject({ before: ["旗级文明单位"], after: ["旗级文明单位标兵"] });
    expect(titles("示例旗新芽局")).toMatchObject({ before: [], after: ["旗级文明单位"], bannedUntil: null });
    expect(titles("示例旗飞雁局")).toMatchObject({
      before: ["旗级文明单位标兵", "自治区级文明单位标兵"],
      after: ["自治区级文明单位标兵"],
      bannedUntil: "2023-12-31",
    });
    expect(titles("示例旗木轮局")).toMatchObject({ after: [], bannedUntil: null });
    expect(titles("示例旗百灵学校")).toMatchObject({ after: ["旗级文明单位标兵"], rectifyBy: "2022-06-30" });
  });

  it("holds pacesetters to a higher line", () => {
    const { group, total, outcome } = unitOf(banner, "示例旗百灵学校");
    expect([group, outcome]).toEqual(["标兵", "通报批评"]);
    expect(Number(total)).toBeGreaterThan(80);
    expect(Number(total)).toBeLessThan(85);
  });

  it("counts an incident on the first day of the twelve months, not one a day before", () => {
    expect(clauses(banner, "示例旗飞雁局")).toEqual(["否决（一）", "结果（五）"]);
    expect(unitOf(banner, "示例旗沙柳局").outcome).toBe("保留");
  });

  it("tells accidents apart by their level, and counts reports", () => {
    expect(clauses(banner, "示例旗黑金煤业公司")).toContain("否决（二）");
    expect(unitOf(banner, "示例旗通达运输公司").outcome).toBe("保留");
    expect(clauses(banner, "示例旗驼铃客运站")).toEqual(["否决（六）", "结果（六）"]);
  });

  it("awards an applicant on the line, not one a hundredth below it, nor one whose papers were untrue", () => {
    expect(unitOf(banner, "示例旗静湖局")).toMatchObject({ exact: "85", outcome: "授予" });
    expect(unitOf(banner, "示例旗晨钟电信公司")).toMatchObject({ total: "84.99", outcome: "不予授予" });
    expect(clauses(banner, "示例旗蓝海网络公司")).toEqual(["否决（五）", "结果（一）"]);
  });

  it("counts one matter once, caps the bonus, and leaves out last year's award", () => {
    expect(points(banner, "示例旗苍松局", "commendations")).toBe("7");
    expect(points(banner, "示例旗苍松局", "examples")).toBe("2");
    expect(points(banner, "示例旗苍松局", "bonus:cap")).toBe("-4");
    expect(points(banner, "示例旗飞雁局", "commendations")).toBe("0");
  });

  it("doubles what was concealed, halves what was put right, counts what happened twice", () => {
    const taken = ["示例旗金穗局", "示例旗红柳局", "示例旗朝霞幼儿园"].map((name) =>
      points(banner, name, "reports"),
    );
    expect(taken).toEqual(["-2", "-1/2", "-2"]);
  });

  it("gives a late plan half, up to the last day", () => {
    const earned = ["示例旗晴岚局", "示例旗芦苇局", "示例旗石桥局"].map((name) =>
      points(banner, name, "plan"),
    );
    expect(earned).toEqual(["1", "1", "0"]);
  });

  it("tells a blank from what does not apply", () => {
    expect(indicator(banner, "示例旗金穗局", "lectures")).toMatchObject({ state: "missing", exact: "0" });
    expect(indicator(banner, "示例旗彩虹幼儿园", "village")).toMatchObject({ state: "missing", exact: "0" });
    for (const name of ["示例旗红柳局", "示例旗沙枣图书馆", "示例旗远志银行支行"])
      expect(indicator(banner, name, "canteen")).toMatchObject({ state: "not-applicable", exact: "2" });
    // The four points of both partners go to the community alone.
    expect(indicator(banner, "示例旗同心保险公司", "village")).toMatchObject({ state: "not-applicable" });
    // Eleven months at most, where one was not written down.
    expect(Number(indicator(banner, "示例旗东塬中心", "volunteer-months")?.points)).toBeLessThanOrEqual(5.5);
    expect(kinds(banner)).toEqual({ "warning value-missing": 4, "warning survey-short": 3 });
  });

  it("lets two units alike in everything share a rank", () => {
    const tied = banner.units.filter((unit) => unit.tied);
    expect(tied.map(({ name }) => name)).toEqual(["示例旗丹霞局", "示例旗月泉局"]);
    expect(new Set(tied.map(({ rank }) => rank)).size).toBe(1);
  });
});

describe("a district's five leads, 2013", () => {
  it("ranks 99 units in three groups", () => {
    expect(district.units).toHaveLength(99);
    expect(sizes(district)).toEqual({ 机关: 36, 事业单位和窗口行业: 38, 生产型企业: 25 });
    expect(Object.keys(district.tally)).toEqual(["取消资格", "优秀", "达标", "限期整改", "不达标"]);
    expect(district.tally["取消资格"]).toBe(2);
  });

  it("bars the two with a veto, whatever their score, and not the one with an untrue report", () => {
    expect(clauses(district, "示例区瑞雪局")).toEqual(["否决（三）", "结果（一）"]);
    expect(clauses(district, "示例区金桥服装厂")).toEqual(["否决（二）", "结果（一）"]);
    expect(unitOf(district, "示例区玉泉局").outcome).not.toBe("取消资格");
  });

  it("draws the line of 90 at the rounded total", () => {
    const around = ["示例区松风食品厂", "示例区梅岭机械厂", "示例区兰溪服装厂"].map((name) => {
      const { exact, total, rank, outcome } = unitOf(district, name);
      return [new Fraction(exact).sub(90).toFraction(), total, rank, outcome];
    });
    const first = unitOf(district, "示例区松风食品厂").rank;
    expect(around).toEqual([
      ["0", "90.00", first, "优秀"],
      ["-1/300", "90.00", first, "优秀"],
      ["-1/150", "89.99", first + 2, "达标"],
    ]);
  });

  it("lets two offices alike in everything share a rank", () => {
    const [one, other] = ["示例区柳岸局", "示例区枫林局"].map((name) => unitOf(district, name));
    expect([one?.exact, one?.rank, one?.tied]).toEqual([other?.exact, other?.rank, true]);
  });

  it("spreads the points of 四清一绿 over the tasks a unit has, and over the rest where it has none", () => {
    const tasks = ["clean-air", "clean-rivers", "clean-communities", "clean-villages", "greening"];
    const applying = (name: string) =>
      tasks.filter((id) => indicator(district, name, id)?.state === "scored");
    expect(applying("示例区兰溪局")).toEqual(["clean-air"]);
    expect(applying("示例区清风局")).toEqual(["clean-air", "greening"]);
    expect(applying("示例区碧波局")).toEqual(tasks);
    expect(applying("示例区松风食品厂")).toEqual([]);
    // Five marks of eight, made up for the five of fifteen that this factory has no tasks for.
    expect(points(district, "示例区松风食品厂", "frontage-order")).toBe("20/3");
  });

  it("scores service by the kind of unit", () => {
    const marks = (name: string) =>
      ["overdue", "mystery-visits", "safety"].map((id) => indicator(district, name, id)?.state);
    expect(marks("示例区玉泉局")).toEqual(["scored", "not-applicable", "not-applicable"]);
    expect(marks("示例区松风小学")).toEqual(["not-applicable", "scored", "not-applicable"]);
    expect(marks("示例区松风食品厂")).toEqual(["not-applicable", "not-applicable", "scored"]);
  });

  it("gives a project kept up for three years more than one that is new", () => {
    const earned = (name: string) => [
      points(district, name, "projects"),
      points(district, name, "lasting-projects"),
    ];
    expect(earned("示例区霞光局")).toEqual(["2", "3"]);
    expect(earned("示例区朝阳局")).toEqual(["6", "0"]);
  });

  it("gives a late agreement half, up to the last day", () => {
    const earned = ["示例区菊园局", "示例区梅岭局", "示例区竹影局"].map((name) =>
      points(district, name, "agreement"),
    );
    expect(earned).toEqual(["3", "3/2", "0"]);
  });

  it("tells a blank from what does not apply, and two assessors from four", () => {
    expect(indicator(district, "示例区桂香局", "lectures")).toMatchObject({ state: "missing", exact: "0" });
    expect(indicator(district, "示例区竹影电子厂", "agreement")).toMatchObject({ state: "missing" });
    for (const name of ["示例区晓月局", "示例区杏坛幼儿园", "示例区菊园印刷厂"]) {
      expect(indicator(district, name, "canteen")).toMatchObject({ state: "not-applicable", exact: "2" });
      expect(indicator(district, name, "canteen-signs")).toMatchObject({ state: "not-applicable" });
    }
    expect(kinds(district)).toEqual({
      "warning value-missing": 5,
      "warning few-assessors": 1,
      "warning survey-short": 1,
    });
  });
});

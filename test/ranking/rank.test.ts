import { expect, test } from "vitest";
import { assessText, rubricOf } from "../support/assess-text.ts";

const rubric = (more = "") =>
  rubricOf(
    `${more}\nindicators:\n  - { id: a, name: 甲项, points: 60, rule: marks }\n  - { id: b, name: 乙项, points: 40, rule: marks }\n`,
  );

const places = async (...texts: Parameters<typeof assessText>) => {
  const { assessment, findings } = await assessText(...texts);
  if (assessment === undefined) throw new Error(findings.map(({ message }) => message.en).join("\n"));
  return assessment.results.map(
    ({ group, rank, tied, score }) => `${group}${rank}${tied ? "=" : ""}${score.unit.name}`,
  );
};

test("equal totals share a rank, the next is left out, and the register gives the order within", async () => {
  const data = "单位,a,b\n丁,30,20\n乙,30,30\n丙,20,30\n甲,50,40\n";
  expect(await places(rubric(), data, "name\n甲\n乙\n丙\n丁\n")).toEqual(["1甲", "2乙", "3=丙", "3=丁"]);
  expect(await places(rubric(), data)).toEqual(["1甲", "2乙", "3=丁", "3=丙"]);
});

test("tie-breaks count only where the rubric lists them, in their order", async () => {
  const data = "单位,a,b\n甲,30,20\n乙,20,30\n丙,30,20\n";
  expect(await places(rubric("ranking: { ties: [{ score: b }] }"), data)).toEqual(["1乙", "2=甲", "2=丙"]);
  expect(await places(rubric("ranking: { ties: [{ score: b, better: lower }] }"), data)).toEqual([
    "1=甲",
    "1=丙",
    "3乙",
  ]);
});

test("a tie-break by an input that is no score", async () => {
  const data = "单位,a,b,事故数\n甲,30,20,2\n乙,30,20,0\n丙,30,20,\n";
  const declared =
    "inputs: { faults: { name: 事故数, type: count } }\nranking: { ties: [{ input: faults, better: lower }] }";
  expect(await places(rubric(declared), data)).toEqual(["1乙", "2甲", "3丙"]);
});

test("groups come in the rubric's order, then in that of the units", async () => {
  const data = "单位,组别,a,b\n甲,丙组,1,1\n乙,乙组,2,2\n丙,甲组,3,3\n丁,乙组,4,4\n";
  expect(await places(rubric(), data)).toEqual(["丙组1甲", "乙组1丁", "乙组2乙", "甲组1丙"]);
  expect(await places(rubric("ranking: { groups: [甲组, 乙组, 丙组] }"), data)).toEqual([
    "甲组1丙",
    "乙组1丁",
    "乙组2乙",
    "丙组1甲",
  ]);
});

test("by several columns at once, and by none", async () => {
  const data = "单位,类别,地区,a,b\n甲,机关,东,1,1\n乙,机关,西,2,2\n";
  expect(await places(rubric("ranking: { group-by: [category, region] }"), data)).toEqual([
    "机关 / 东1甲",
    "机关 / 西1乙",
  ]);
  expect(await places(rubric("ranking: { group-by: [] }"), data)).toEqual(["1乙", "2甲"]);
});

test("ranks see the rounded figures unless the rubric says exact", async () => {
  const data = "单位,a,b\n甲,30.001,20\n乙,30.002,20\n";
  expect(await places(rubric(), data)).toEqual(["1=甲", "1=乙"]);
  expect(await places(rubric("rounding: { ranks: exact }"), data)).toEqual(["1乙", "2甲"]);
});

test("lower can be better", async () => {
  expect(await places(rubric("ranking: { better: lower }"), "单位,a,b\n甲,3,1\n乙,2,1\n")).toEqual([
    "1乙",
    "2甲",
  ]);
});

import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import {
  formatDecimal,
  formatExact,
  parseDecimal,
  rational,
  round,
  subtract,
} from "../../src/base/rational.ts";
import { assessText } from "../support/assess-text.ts";

const published = (path: string): Record<string, string>[] => parse(readFileSync(path), { columns: true });
const score = async (name: string) => {
  const read = (path: string) => readFileSync(path, "utf8");
  const { assessment, findings } = await assessText(
    read(`rubrics/${name}.yaml`),
    read(`fixtures/${name}/submissions.csv`),
  );
  expect(findings).toEqual([]);
  return assessment?.results ?? [];
};

describe("Jining, August 2017", () => {
  test("19 units in 2 groups, in the order as published", async () => {
    const rows = published("fixtures/jining-2017/published/jining-2017-08.csv");
    const results = await score("jining-2017");
    expect(results.map(({ group, score: { unit } }) => [group, unit.name])).toEqual(
      rows.map(({ group, unit }) => [group, unit]),
    );
    expect(results.map(({ rank }) => rank)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 1, 2, 3, 4, 5, 6,
    ]);
  });
  test("16 totals are equal to the published ones, the other 3 are exactly 0.01 above", async () => {
    const rows = published("fixtures/jining-2017/published/jining-2017-08.csv");
    const results = await score("jining-2017");
    const differences = results.map(({ score: { total, unit } }, index) => {
      const printed = parseDecimal(rows[index]?.["total"] ?? "") ?? rational(0);
      return [unit.name, formatExact(subtract(round(total, 2, "half-up"), printed))];
    });
    expect(differences.filter(([, difference]) => difference !== "0")).toEqual([
      ["鼓楼街道", "0.01"],
      ["南张街道", "0.01"],
      ["新兖镇", "0.01"],
    ]);
    expect(differences).toHaveLength(19);
  });
});

test("Hefei, July 2018: all 16 published ranks", async () => {
  const rows = published("fixtures/hefei-2018/published/hefei-2018-07.csv");
  const results = await score("hefei-2018");
  const ours = results.map(({ group, rank, score: { unit, total } }) => [
    group,
    unit.name,
    formatDecimal(total, 1, "half-up"),
    String(rank),
  ]);
  expect(ours).toEqual(rows.map(({ group, unit, score: figure, rank }) => [group, unit, figure, rank]));
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as library from "../src/index.ts";
import { name, version } from "../src/version.ts";

test("the version is that of package.json", () => {
  const { name: packageName, version: packageVersion } = JSON.parse(readFileSync("package.json", "utf8"));
  expect([name, version]).toEqual([packageName, packageVersion]);
});

test("others can score without the command line", async () => {
  const document = library.parseRubricDocument(
    "r.yaml",
    'ceping: 1\nid: r\ntitle: 例\nversion: "1"\nindicators:\n  - { id: a, name: 甲项, points: 10, rule: marks }\n',
  );
  if (!document.ok) throw new Error("no document");
  const rubric = library.readRubric(document.value);
  if (!rubric.ok) throw new Error("no rubric");
  const plan = library.compileRubric(document.value, rubric.value);
  if (!plan.ok) throw new Error("no plan");
  const submissions: library.Source[] = [
    {
      name: "data.csv",
      async *chunks() {
        yield new TextEncoder().encode("单位,a\n甲,9.5\n");
      },
    },
  ];
  const evidence = await library.collect({ plan: plan.value, submissions });
  if (!evidence.ok) throw new Error("no evidence");
  const assessed = library.assess(plan.value, evidence.value);
  if (!assessed.ok) throw new Error("no assessment");
  const [result] = assessed.value.results;
  expect(result && library.formatFraction(result.score.total)).toBe("19/2");
});

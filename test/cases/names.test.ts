import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { createNames, isProblem } from "../../src/cases/names.ts";
import { headingsKnown, nameInputs, readHeadings } from "../../src/evidence/headings.ts";
import type { Plan } from "../../src/rubric/plan.ts";
import { allConditions } from "../../src/rubric/walk.ts";
import { planText } from "../support/assess-text.ts";
import { shippedRubrics } from "../support/shipped-rubrics.ts";

function planOf(text: string): Plan {
  const { plan } = planText(text);
  if (plan === undefined) throw new Error("this does not compile");
  return plan;
}

/** Columns that a rubric asks the register for: there any heading may stand. */
const fromRegister = (plan: Plan): string[] => [
  ...plan.ranking.groupBy,
  ...plan.inputs.flatMap(({ source }) => (source.from === "register" ? [source.column] : [])),
  ...allConditions(plan).flatMap((condition) => (condition.kind === "column" ? [condition.column] : [])),
];

/** What a column of submissions with this heading is read as: an input, something else, or nothing. */
function readAs(plan: Plan, heading: string): number | "column" | "refused" {
  const { form, problems } = readHeadings(plan, nameInputs(plan), ["单位", heading], "submissions");
  return problems.length > 0 ? "refused" : (form.cells[0]?.input ?? "column");
}

const headingsFor = (plan: Plan): Set<string> =>
  new Set([
    ...headingsKnown(plan),
    ...plan.inputs.flatMap(({ id, name, names }) => [id, name, ...names]),
    ...Object.values(plan.columns).flat(),
    ...fromRegister(plan),
    ...["在职职工人数", "没有这一列"],
  ]);

describe("cases take for a key what score takes for a heading", () => {
  test.each(shippedRubrics)("%s", (path) => {
    const plan = planOf(readFileSync(path, "utf8"));
    const names = createNames(plan);
    const asked = fromRegister(plan);
    for (const heading of headingsFor(plan)) {
      const read = readAs(plan, heading);
      const slot = names.slot(heading);
      if (typeof read === "number") expect(slot, heading).toEqual({ input: read });
      else if (read === "refused" && !asked.includes(heading)) expect(isProblem(slot), heading).toBe(true);
      else expect("input" in slot, heading).toBe(false);
    }
  });

  it("is not the name of an input that stands in the register: there its column has a heading of its own", () => {
    const plan = planOf(`ceping: 1
id: x
title: x
version: "1"
inputs:
  staff: { name: 在职职工人数, type: count, register: headcount }
indicators:
  - { id: a, name: 甲, points: 5, rule: proportional, input: staff, target: 10 }
`);
    const names = createNames(plan);
    for (const refused of ["在职职工人数", "staff"]) {
      expect(readAs(plan, refused)).toBe("refused");
      expect(names.slot(refused)).toMatchObject({ code: "case-key" });
    }
    expect(names.slot("在职职工人数")).toMatchObject({ hint: { zh: "是否想写“职工人数”？" } });
    for (const taken of ["职工人数", "headcount"]) expect(names.slot(taken)).toEqual({ column: "headcount" });
  });
});

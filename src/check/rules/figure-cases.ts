import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Condition, Plan } from "../../rubric/plan.ts";
import type { FigureSite } from "../condition-sites.ts";
import { conditionText } from "../condition-text.ts";
import type { CheckContext, CheckRule } from "../rule.ts";
import { constantOf } from "./condition-constant.ts";

/** Figures by kind of unit: a case that an earlier one leaves nobody, and kinds of unit that no case is for. */
export const figureCases: CheckRule = {
  codes: ["case-never", "case-missing"],
  check(context) {
    return context.sites.figures.flatMap((site) => [
      ...unreached(context, site),
      ...uncovered(context, site),
    ]);
  },
};

const noneOf = (conditions: readonly Condition[]): readonly Condition[] =>
  conditions.map((condition) => ({ kind: "not", condition }));

const possible = (plan: Plan, conditions: readonly Condition[]): boolean =>
  constantOf(plan, { kind: "all", conditions }) !== "never";

/** `otherwise` is no case: it may stand there to be on the safe side. */
function unreached({ plan, at }: CheckContext, { figure, path, given }: FigureSite): readonly Finding[] {
  return figure.flatMap(({ when }, index): Finding[] => {
    if (when === undefined || !possible(plan, [...given, when])) return []; // told of as a condition
    const before = figure.slice(0, index).flatMap(({ when }) => when ?? []);
    return possible(plan, [...given, ...noneOf(before), when])
      ? []
      : [at([...path, index], problems.caseNever(conditionText(plan, when)))];
  });
}

function uncovered({ plan, atKey }: CheckContext, { figure, path, given }: FigureSite): readonly Finding[] {
  const cases = figure.flatMap(({ when }) => when ?? []);
  if (cases.length < figure.length || !possible(plan, [...given, ...noneOf(cases)])) return [];
  return [atKey(path, problems.caseMissing(String(path.at(-1))))];
}

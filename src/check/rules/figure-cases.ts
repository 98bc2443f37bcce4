import { flatMap } from "../../base/flat-map.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Condition } from "../../rubric/plan.ts";
import type { FigureSite } from "../condition-sites.ts";
import { conditionText } from "../condition-text.ts";
import type { CheckContext, CheckRule } from "../rule.ts";
import { mayHold } from "./condition-constant.ts";

/** Figures by kind of unit: a case that an earlier one leaves nobody, and kinds of unit that no case is for. */
export const figureCases: CheckRule = {
  codes: ["case-never", "case-missing"],
  check(context) {
    return flatMap(context.sites.figures, (site) => [
      ...unreached(context, site),
      ...uncovered(context, site),
    ]);
  },
};

const noneOf = (conditions: readonly Condition[]): readonly Condition[] =>
  conditions.map((condition) => ({ kind: "not", condition }));

/** `otherwise` is no case: it may stand there to be on the safe side. */
function unreached({ plan, at }: CheckContext, { figure, path, given }: FigureSite): readonly Finding[] {
  return flatMap(figure, ({ when }, index): Finding[] => {
    if (when === undefined || mayHold(plan, [...given, when]) !== true) return []; // told of as a condition
    const before = flatMap(figure.slice(0, index), ({ when }) => when ?? []);
    return mayHold(plan, [...given, ...noneOf(before), when]) === false
      ? [at([...path, index], problems.caseNever(conditionText(plan, when)))]
      : [];
  });
}

function uncovered({ plan, atKey }: CheckContext, { figure, path, given }: FigureSite): readonly Finding[] {
  const cases = flatMap(figure, ({ when }) => when ?? []);
  if (cases.length < figure.length || mayHold(plan, [...given, ...noneOf(cases)]) !== true) return [];
  return [atKey(path, problems.caseMissing(String(path.at(-1))))];
}

import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Condition, Plan } from "../../rubric/plan.ts";
import { type ConditionSite, sitesInside } from "../condition-sites.ts";
import { conditionText } from "../condition-text.ts";
import type { CheckContext, CheckRule } from "../rule.ts";
import { type Truth, truthOf } from "../truth.ts";
import { constantOf } from "./condition-constant.ts";

/** One of several conditions without which they would come to the same: written twice, or implied by others. */
export const conditionSuperfluous: CheckRule = {
  codes: ["condition-duplicate", "condition-superfluous"],
  check(context) {
    return context.sites.everyCondition.flatMap((site) => judge(context, site));
  },
};

function judge({ plan, at }: CheckContext, { condition, ...site }: ConditionSite): readonly Finding[] {
  if (!("conditions" in condition) || constantOf(plan, condition) !== undefined) return [];
  const { conditions, kind } = condition;
  // A member that is decided beforehand is told of as such.
  const places = [...conditions.keys()].filter(
    (place) => constantOf(plan, conditions[place] ?? condition) === undefined,
  );
  const truth = truthOf(plan, conditions);
  if (truth === undefined) return [];
  const inside = sitesInside({ condition, ...site });
  const kept = new Set(places);
  const findings: Finding[] = [];
  for (const place of places.toReversed()) {
    kept.delete(place);
    if (!follows(truth, kind, [...kept], place)) {
      kept.add(place);
      continue;
    }
    const path = inside[place]?.path ?? site.path;
    const said = conditionText(plan, conditions[place] ?? condition);
    const twin = [...kept].find((other) => truth.every((row) => row[other] === row[place]));
    if (twin !== undefined) {
      findings.push(at(path, problems.conditionDuplicate(said, textOf(plan, conditions, twin) ?? said)));
      continue;
    }
    const because = [...kept].find((other) => follows(truth, kind, [other], place));
    findings.push(at(path, problems.conditionSuperfluous(kind, said, textOf(plan, conditions, because))));
  }
  return findings;
}

const textOf = (plan: Plan, conditions: readonly Condition[], place: number | undefined) => {
  const condition = place === undefined ? undefined : conditions[place];
  return condition && conditionText(plan, condition);
};

/** Of `all`, whether a member holds wherever the others do; of `any`, whether one of them holds wherever it does. */
function follows(truth: Truth, kind: "all" | "any", others: readonly number[], place: number): boolean {
  return truth.every((row) =>
    kind === "all"
      ? row[place] === true || others.some((other) => row[other] !== true)
      : row[place] !== true || others.some((other) => row[other] === true),
  );
}

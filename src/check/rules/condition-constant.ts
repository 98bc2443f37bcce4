import { flatMap } from "../../base/flat-map.ts";
import { forLast } from "../../base/once.ts";
import { type Problem, problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Condition, Plan } from "../../rubric/plan.ts";
import { type ConditionSite, sitesInside } from "../condition-sites.ts";
import { conditionText, limitsText } from "../condition-text.ts";
import { conditionKey } from "../keys.ts";
import type { CheckContext, CheckRule } from "../rule.ts";
import { type Truth, truthOf } from "../truth.ts";

/** A condition that no unit can meet, or that every unit meets: what hangs on it is decided beforehand. */
export const conditionConstant: CheckRule = {
  codes: ["condition-never", "condition-always"],
  check(context) {
    return flatMap(context.sites.conditions, (site) => judge(context, site));
  },
};

/** Told of the innermost condition only: what stands around it follows. */
function judge(context: CheckContext, site: ConditionSite): readonly Finding[] {
  const inside = flatMap(sitesInside(site), (inner) => judge(context, inner));
  if (inside.length > 0) return inside;
  const { plan, at } = context;
  const { condition, path, given } = site;
  const verdict = constantOf(plan, condition);
  if (verdict !== undefined) {
    const clash = verdict === "never" ? (emptyOf(condition) ?? clashIn(plan, condition)) : undefined;
    if (clash !== undefined) return [at(path, clash)];
    const limits =
      condition.kind === "number" && condition.subject.by === "input"
        ? limitsText(plan, condition.subject.input)
        : undefined;
    const tell = verdict === "never" ? problems.conditionNever : problems.conditionAlways;
    return [at(path, tell(conditionText(plan, condition), limits))];
  }
  if (given.length === 0 || !excluded(plan, given, condition)) return [];
  const whom = conditionText(plan, { kind: "all", conditions: given });
  return [at(path, problems.conditionNotHere(conditionText(plan, condition), whom))];
}

type Verdict = "always" | "never" | "either" | "not-decided";

/** Whether it comes out alike for every unit whose data are there; undefined where it does not, or that is not known. */
export function constantOf(plan: Plan, condition: Condition): "always" | "never" | undefined {
  const verdict = verdictOf(plan, condition);
  return verdict === "always" || verdict === "never" ? verdict : undefined;
}

/** Whether some unit may meet all of these; undefined where there are too many ways to look at. */
export function mayHold(plan: Plan, conditions: readonly Condition[]): boolean | undefined {
  const verdict = verdictOf(plan, { kind: "all", conditions });
  return verdict === "not-decided" ? undefined : verdict !== "never";
}

function verdictOf(plan: Plan, condition: Condition): Verdict {
  const key = conditionKey(condition);
  const verdicts = known(plan);
  const verdict = verdicts.get(key) ?? inWords(truthOf(plan, [condition]));
  verdicts.set(key, verdict);
  return verdict;
}

/** A rubric says again and again whom an indicator is for. */
const known = forLast((_: Plan) => new Map<string, Verdict>());

function inWords(truth: Truth | undefined): Verdict {
  if (truth === undefined) return "not-decided";
  if (truth.length !== 1) return "either";
  return truth[0]?.[0] === true ? "always" : "never";
}

/** A condition on any of the vetoes or gates of a rubric that has none. */
function emptyOf(condition: Condition): Problem | undefined {
  if (condition.kind === "veto" && condition.vetoes.length === 0) return problems.conditionOfNone("veto");
  return condition.kind === "gate" && condition.gates.length === 0
    ? problems.conditionOfNone("gate")
    : undefined;
}

/** Two conditions that exclude each other, where that is why all of them never hold together. */
function clashIn(plan: Plan, condition: Condition): Problem | undefined {
  if (condition.kind !== "all") return undefined;
  for (const [index, one] of condition.conditions.entries()) {
    for (const other of condition.conditions.slice(index + 1)) {
      if (constantOf(plan, { kind: "all", conditions: [one, other] }) === "never")
        return problems.conditionClash(conditionText(plan, one), conditionText(plan, other));
    }
  }
  return undefined;
}

/** Whether it can hold of nobody for whom it is looked at, though of others. */
function excluded(plan: Plan, given: readonly Condition[], condition: Condition): boolean {
  return mayHold(plan, given) === true && mayHold(plan, [...given, condition]) === false;
}

import { joinTexts, same, type Text } from "../base/language.ts";
import type { Condition, OutcomePlan, Plan } from "../rubric/plan.ts";
import { type Facts, holds } from "../scoring/condition.ts";
import { describe } from "../scoring/describe.ts";

/** Why a unit has its outcome: the clause of the rubric, and what met it. */
export interface Reason {
  readonly clause: string;
  readonly text: Text;
}

/** Why `rule` holds for a unit: each veto and gate under its own clause, then the figures that met the rule. */
export function reasonsFor(plan: Plan, rule: OutcomePlan, facts: Facts): Reason[] {
  const because = rule.because === undefined ? undefined : same(rule.because);
  if (rule.when === undefined) {
    return [
      {
        clause: rule.clause,
        text: because ?? { zh: "前列各条均不符合", en: "no rule before this one applies" },
      },
    ];
  }
  const reasons = explain(plan, rule.when, facts);
  const named = reasons.flatMap((reason) => ("clause" in reason ? [reason] : []));
  const own = reasons.flatMap((reason) => ("clause" in reason ? [] : [reason.text]));
  const figures = own.length === 0 ? undefined : joinTexts(own, "；", "; ");
  if (because === undefined)
    return figures === undefined ? named : [...named, { clause: rule.clause, text: figures }];
  if (figures === undefined) return [...named, { clause: rule.clause, text: because }];
  const text = { zh: `${because.zh}（${figures.zh}）`, en: `${because.en} (${figures.en})` };
  return [...named, { clause: rule.clause, text }];
}

type Part = Reason | { readonly text: Text };

/** What made a condition hold: of alternatives, those that do. */
function explain(plan: Plan, condition: Condition, facts: Facts): Part[] {
  switch (condition.kind) {
    case "all":
      return condition.conditions.flatMap((inner) => explain(plan, inner, facts));
    case "any":
      return condition.conditions
        .filter((inner) => holds(inner, facts))
        .flatMap((inner) => explain(plan, inner, facts));
    case "veto":
      return condition.vetoes.flatMap((index) => {
        const veto = plan.vetoes[index];
        return veto !== undefined && facts.vetoes[index] === true
          ? [{ clause: veto.no, text: same(veto.name) }]
          : [];
      });
    case "gate":
      return condition.gates.flatMap((index) => {
        const gate = plan.gates[index];
        if (gate === undefined || facts.unmetGates[index] !== true) return [];
        return [{ clause: gate.no, text: { zh: `${gate.name}：未达到`, en: `${gate.name}: not met` } }];
      });
    default:
      return [{ text: describe(plan, condition, facts) }];
  }
}

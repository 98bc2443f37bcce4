import type { Condition, OutcomePlan, Plan } from "../rubric/plan.ts";
import { conditionsInside, decisiveConditions } from "../rubric/walk.ts";
import type { RecordCondition } from "./assumption.ts";

/** What is known of a condition on records; undefined where it may be either. */
export type Known = (condition: RecordCondition) => boolean | undefined;

/** Conditions on what is on record of a unit: its titles, its status, earlier decisions. */
export const isRecord = (condition: Condition): condition is RecordCondition => {
  const { kind } = condition;
  return (
    kind === "title" ||
    kind === "predecessor" ||
    kind === "term-ends" ||
    kind === "status" ||
    kind === "standing" ||
    kind === "earlier"
  );
};

/** Every condition on records by which the rubric decides. */
export const recordConditions = (plan: Plan): readonly RecordCondition[] =>
  decisiveConditions(plan).flatMap(conditionsInside).filter(isRecord);

const verdict = (holds: boolean): Condition => ({ kind: holds ? "all" : "any", conditions: [] });

/** The condition with a verdict in place of each record that is known. */
export function settle(condition: Condition, known: Known): Condition {
  if (condition.kind === "not") return { kind: "not", condition: settle(condition.condition, known) };
  if (condition.kind === "all" || condition.kind === "any")
    return { kind: condition.kind, conditions: condition.conditions.map((inner) => settle(inner, known)) };
  const holds = isRecord(condition) ? known(condition) : undefined;
  return holds === undefined ? condition : verdict(holds);
}

/** The rubric as it is for units of which so much is known. What it says of quotas stays as it is. */
export function settlePlan(plan: Plan, known: Known): Plan {
  return {
    ...plan,
    gates: plan.gates.map((gate) => ({ ...gate, requires: settle(gate.requires, known) })),
    vetoes: plan.vetoes.map((veto) => ({ ...veto, when: settle(veto.when, known) })),
    outcomes: plan.outcomes.map(
      (rule): OutcomePlan => ({ ...rule, when: rule.when && settle(rule.when, known) }),
    ),
  };
}

/** Whether the rubric has anything that lasts from one year to the next. */
export const hasRecords = (plan: Plan): boolean =>
  plan.titles.length > 0 ||
  plan.outcomes.some(({ effect }) => effect !== undefined) ||
  recordConditions(plan).some(({ kind }) => kind === "earlier");

import type { OutcomePlan, Plan } from "../rubric/plan.ts";
import type { Change } from "./change.ts";

/**
 * Gates, vetoes and outcomes left out, and outcomes in another order. What is handed in for a gate
 * stays an input of the Plan: a case that gives it must not stumble over it.
 */
export const decisionChanges = (plan: Plan): Change[] => [
  ...plan.gates.map(
    ({ name, origin }, index): Change => ({
      path: origin,
      from: name,
      to: "—",
      edit: {
        on: "plan",
        change: (own) => ({
          ...own,
          gates: own.gates.with(index, {
            ...at(own.gates, index),
            requires: { kind: "all", conditions: [] },
          }),
        }),
      },
    }),
  ),
  ...plan.vetoes.map(
    ({ name, origin }, index): Change => ({
      path: origin,
      from: name,
      to: "—",
      edit: {
        on: "plan",
        change: (own) => ({
          ...own,
          vetoes: own.vetoes.with(index, { ...at(own.vetoes, index), when: { kind: "any", conditions: [] } }),
        }),
      },
    }),
  ),
  ...plan.outcomes.map(
    (outcome, index): Change => ({
      path: outcome.origin,
      from: shown(outcome),
      to: "—",
      edit: { on: "plan", change: (own) => ({ ...own, outcomes: own.outcomes.toSpliced(index, 1) }) },
    }),
  ),
  ...plan.outcomes.slice(1).map((next, index): Change => {
    const outcome = at(plan.outcomes, index);
    return {
      path: outcome.origin,
      from: `${shown(outcome)}, ${shown(next)}`,
      to: `${shown(next)}, ${shown(outcome)}`,
      edit: {
        on: "plan",
        change: (own) => ({ ...own, outcomes: own.outcomes.with(index, next).with(index + 1, outcome) }),
      },
    };
  }),
];

const shown = ({ name, clause }: OutcomePlan): string => `${name}（${clause}）`;

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`there is no item ${index}`);
  return found;
}

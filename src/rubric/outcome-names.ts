import type { Plan } from "./plan.ts";

/** Every outcome that a unit can have, in the rubric's order: also those that ties on a last place are referred to. */
export const outcomeNames = ({ outcomes }: Pick<Plan, "outcomes">): readonly string[] => [
  ...new Set(
    outcomes.flatMap(({ name, quota }) => (quota?.tie.kind === "refer" ? [name, quota.tie.outcome] : [name])),
  ),
];

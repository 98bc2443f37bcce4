import { flatMap } from "../base/flat-map.ts";
import type { Plan } from "./plan.ts";
import { allConditions } from "./walk.ts";

/** Columns of the register that the rubric asks for by name. */
export const columnsNamed = (plan: Plan): ReadonlySet<string> =>
  new Set([
    ...plan.ranking.groupBy,
    ...flatMap(plan.inputs, ({ source }) => (source.from === "register" ? [source.column] : [])),
    ...flatMap(allConditions(plan), (condition) => (condition.kind === "column" ? [condition.column] : [])),
  ]);

/** What the rubric asks of a unit itself: those columns, and the roles that its conditions are about. */
export function columnsAsked(plan: Plan): ReadonlySet<string> {
  const asked = new Set<string>(columnsNamed(plan));
  const { categories, tags } = plan.units;
  if (categories !== undefined) asked.add("category");
  if (tags !== undefined) asked.add("tags");
  for (const condition of allConditions(plan)) {
    if (condition.kind === "category") asked.add("category");
    else if (condition.kind === "tag") asked.add("tags");
  }
  return asked;
}

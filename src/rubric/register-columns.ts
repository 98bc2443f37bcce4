import type { Plan } from "./plan.ts";
import { allConditions } from "./walk.ts";

/** What the rubric asks of a unit itself: columns of the register, by the role or the heading it has for them. */
export function columnsAsked(plan: Plan): ReadonlySet<string> {
  const asked = new Set<string>(plan.ranking.groupBy);
  const { categories, tags } = plan.units;
  if (categories !== undefined) asked.add("category");
  if (tags !== undefined) asked.add("tags");
  for (const { source } of plan.inputs) if (source.from === "register") asked.add(source.column);
  for (const condition of allConditions(plan)) {
    if (condition.kind === "category") asked.add("category");
    else if (condition.kind === "tag") asked.add("tags");
    else if (condition.kind === "column") asked.add(condition.column);
  }
  return asked;
}

import type { Plan } from "./plan.ts";

/** The words that a column of the register may have, where the rubric lists them: categories, groups; or, each for itself, tags. */
export function allowedWords({ units, ranking }: Plan, column: string): readonly string[] | undefined {
  if (column === "tags") return units.tags;
  const listed = column === "category" ? units.categories : undefined;
  const [groupBy, ...more] = ranking.groupBy;
  if (more.length > 0 || column !== groupBy || ranking.groups.length === 0) return listed;
  // A category without a group would have no place in the ranking.
  return ranking.groups.filter((word) => listed?.includes(word) !== false);
}

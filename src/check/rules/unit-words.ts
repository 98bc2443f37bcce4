import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import { columnsNamed } from "../../rubric/register-columns.ts";
import { allConditions } from "../../rubric/walk.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

/** Categories and tags that are listed and make no difference, and groups by category that do not agree with the list. */
export const unitWords: CheckRule = {
  codes: ["units-unused", "groups-and-categories"],
  check(context) {
    return [...unusedWords(context), ...groupsByCategory(context)];
  },
};

/** Listed words are asked of every unit: where nothing looks at any of them, what they were for may be forgotten. */
function unusedWords({ plan, document, atKey }: CheckContext): readonly Finding[] {
  const { categories, tags } = plan.units;
  if (categories === undefined && tags === undefined) return [];
  const named = columnsNamed(plan);
  const looked =
    named.has("category") ||
    named.has("tags") ||
    allConditions(plan).some(({ kind }) => kind === "category" || kind === "tag");
  // What is dropped may leave a list of the file below without use: that file is not at fault.
  return looked
    ? []
    : [atKey(["units"], problems.unitsUnused())].filter(({ file }) => file === document.file);
}

/** A group that no unit can be in, as it is no category; a category whose units are in no group, and are refused. */
function groupsByCategory({ plan, at }: CheckContext): readonly Finding[] {
  const { groupBy, groups } = plan.ranking;
  const { categories } = plan.units;
  if (groupBy.length !== 1 || groupBy[0] !== "category" || categories === undefined || groups.length === 0)
    return [];
  return [
    ...groups.flatMap((group, index) =>
      categories.includes(group) ? [] : [at(["ranking", "groups", index], problems.groupNoCategory(group))],
    ),
    ...categories.flatMap((category, index) =>
      groups.includes(category)
        ? []
        : [at(["units", "categories", index], problems.categoryNoGroup(category))],
    ),
  ];
}

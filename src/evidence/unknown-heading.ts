import { closest } from "../base/closest.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { standingRoles } from "../rubric/schema.ts";
import { historyColumns } from "./history-columns.ts";
import { headingKey, usualHeadings } from "./usual-headings.ts";

/** Columns of the reports of results, besides those of a history. */
const reportHeadings: readonly string[] = ["理由", "reasons", "排名"];

/** Why a heading of submissions is none: of another kind of file, of a table with an indicator a row, or a slip. */
export function unknownHeading(heading: string, names: readonly string[], known: readonly string[]): Problem {
  const key = headingKey(heading);
  // The days of titles stand in a history, too, but are the register's.
  const { since, expires, ...columns } = historyColumns;
  const results = [...Object.values(columns).flatMap(({ zh, en }) => [zh, en]), ...reportHeadings];
  // A column for values stands beside one for indicators; but 结果 is what a report calls the outcome.
  if (results.includes(key)) return problems.headingOfResults(heading);
  if (standingRoles.some((role) => usualHeadings[role].includes(key)))
    return problems.headingOfRegister(heading);
  if (usualHeadings.indicator.includes(key)) return problems.headingHalfLong(heading, "value");
  if (usualHeadings.value.includes(key)) return problems.headingHalfLong(heading, "indicator");
  const near = closest(
    heading,
    known.filter((other) => headingKey(other) !== key),
  );
  return problems.headingUnknown(heading, names, near);
}

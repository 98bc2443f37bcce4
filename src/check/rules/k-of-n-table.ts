import { flatMap } from "../../base/flat-map.ts";
import {
  compare,
  formatExact,
  formatPercent,
  multiply,
  one,
  type Rational,
  rational,
} from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import { constantOf } from "../../rubric/compile-rule.ts";
import type { LeafPlan, Rule } from "../../rubric/plan.ts";
import { awardText } from "../../scoring/kinds/award.ts";
import { compareAwards } from "../awards.ts";
import { rangeOfLeaf } from "../band-cells.ts";
import type { CheckContext, CheckRule } from "../rule.ts";
import { samplesOf } from "../truth.ts";

type KOfN = Extract<Rule, { kind: "k-of-n" }>;
type Row = KOfN["table"][number];

/** A table of how many of n are met: a row that no number comes to, and a row that gives more for fewer. */
export const kOfNTable: CheckRule = {
  codes: ["table-row-never", "table-more-for-fewer"],
  check(context) {
    return flatMap(context.plan.leaves, (leaf) =>
      leaf.rule.kind === "k-of-n"
        ? [...unreached(context, leaf, leaf.rule), ...moreForFewer(context, leaf, leaf.rule)]
        : [],
    );
  },
};

/** How many it takes, or what share of all where their number is not known. */
const takes = ({ of }: KOfN, { met, share }: Row): Rational =>
  share && of !== undefined ? multiply(met, rational(of)) : met;

const keyText = ({ met, share }: Row): string => (share ? formatPercent(met) : formatExact(met));

function unreached({ plan, atKey }: CheckContext, leaf: LeafPlan, rule: KOfN): readonly Finding[] {
  const { table, of, clauses, per } = rule;
  // Several assessors of one site may come to a part of it, and sites that do not apply make shares of the others.
  const counted = clauses.length > 0 || per !== undefined ? undefined : rangeOfLeaf(plan, leaf);
  const range = {
    least: counted?.least ?? rational(0),
    most: counted?.most ?? (of === undefined ? one : rational(of)),
    whole: counted?.whole ?? (of !== undefined && per === undefined),
  };
  const lines = table.map((row) => takes(rule, row));
  const reached = samplesOf(range, lines).map((met) => lines.findIndex((line) => compare(met, line) >= 0));
  return flatMap(table, (row, index) =>
    reached.includes(index)
      ? []
      : [atKey([...leaf.origin, "table", keyText(row)], problems.tableRowNever(keyText(row)))],
  );
}

/** Of clauses and sites; where the number is handed in, that it may earn less for more is proven with a witness. */
function moreForFewer({ atKey }: CheckContext, leaf: LeafPlan, rule: KOfN): readonly Finding[] {
  const { clauses, per, table, otherwise } = rule;
  if (clauses.length === 0 && per === undefined) return [];
  const rows = [
    ...table.map((row) => ({ key: keyText(row), give: row.give })),
    { key: "otherwise", give: otherwise },
  ];
  return flatMap(rows.slice(1), (row, index) => {
    const more = rows[index];
    const order = more && compareAwards(row.give, more.give, constantOf(leaf.points));
    if (more === undefined || order === undefined || order <= 0) return [];
    const problem = problems.tableMoreForFewer(row.key, awardText(row.give), more.key, awardText(more.give));
    return [atKey([...leaf.origin, "table", more.key], problem)];
  });
}

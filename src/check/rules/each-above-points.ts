import { flatMap } from "../../base/flat-map.ts";
import { compare, formatExact, type Rational } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { LeafPlan } from "../../rubric/plan.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

/** A deduction or an award of which a single one is worth more than the item: a part of it never counts. */
export const eachAbovePoints: CheckRule = {
  codes: ["each-above-points"],
  check: (context) => flatMap(context.plan.leaves, (leaf) => ofLeaf(context, leaf)),
};

function ofLeaf({ proof, at, atKey }: CheckContext, leaf: LeafPlan): readonly Finding[] {
  const { rule, index, origin } = leaf;
  const levels = rule.kind === "events" ? rule.levels : undefined;
  if (levels === undefined && !("each" in rule && rule.each !== undefined)) return [];
  const figures = flatMap(proof.kinds(), ({ kind }) =>
    kind.profile.reached[index] === true ? (kind.profile.figures[index] ?? []) : [],
  );
  const [first] = figures;
  // Of very many kinds of unit not all are looked at: the figure may suit one that is left out.
  if (first?.points === undefined || !proof.complete()) return [];
  const problem = problems.eachAbovePoints;
  const tell = (worth: Rational) => problem(formatExact(worth), formatExact(first.points ?? worth));
  /** For every kind of unit; a figure that suits some of them is no slip. */
  const isAbove = (worths: readonly Rational[]): boolean =>
    figures.every(({ points }, place) => {
      const worth = worths[place] ?? worths[0];
      return points !== undefined && worth !== undefined && compare(worth, points) > 0;
    });
  if (levels !== undefined)
    return flatMap([...levels], ([level, worth]) =>
      isAbove([worth]) ? [atKey([...origin, "levels", level], tell(worth))] : [],
    );
  return isAbove(figures.map(({ each }) => each)) ? [at([...origin, "each"], tell(first.each))] : [];
}

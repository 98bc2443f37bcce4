import { add, isWhole, isZero, multiply, type Rational, subtract, zero } from "../base/rational.ts";
import type { Award, GroupPlan, LeafPlan, NodePlan, Plan } from "../rubric/plan.ts";
import { awarded } from "../scoring/kinds/award.ts";
import type { Figures, Profile } from "../scoring/profile.ts";
import { attainableKinds } from "./attainable-kinds.ts";
import { figuresOfInput } from "./condition-range.ts";
import { alwaysThere } from "./leaf-range.ts";
import { closed, everything, outermost, type Range } from "./range.ts";

/**
 * The points that an indicator can come to on its own scale, for any kind of unit, never too few;
 * undefined where there is no short list of them.
 */
export function pointsOfLeaf(plan: Plan, leaf: LeafPlan): readonly Rational[] | undefined {
  const { list, complete } = attainableKinds(plan);
  if (!complete) return undefined;
  const all: Rational[] = [];
  for (const { profile } of list) {
    const figures = profile.figures[leaf.index];
    if (profile.reached[leaf.index] !== true || figures === undefined) continue;
    const own = listedPoints(leaf, figures);
    if (own === undefined) return undefined;
    all.push(...own);
  }
  return all;
}

/** What a node can come to on its own scale, for any kind of unit it is for; never too narrow. */
export function rangeOfNode(plan: Plan, node: number): Range {
  const { list, complete } = attainableKinds(plan);
  const own = list.flatMap((kind) =>
    node === 0 || kind.profile.reached[node] === true ? (kind.attainable.widest()[node] ?? []) : [],
  );
  return complete ? closed(outermost(own, "low"), outermost(own, "high")) : everything;
}

/**
 * Whether every node comes to whole points, whatever is handed in: then no rounding changes anything.
 * What several years come to is a mean, and events may count by parts: of these nothing is said.
 */
export function hasWholePoints(plan: Plan): boolean {
  const { list, complete } = attainableKinds(plan);
  const { floor = zero, cap = zero } = plan.total;
  if (!complete || plan.years.reach > 0 || plan.years.results.length > 0) return false;
  return [floor, cap].every(isWhole) && list.every(({ profile }) => isWholeNode(plan, profile, plan.root));
}

function isWholeNode(plan: Plan, profile: Profile, node: NodePlan): boolean {
  if (profile.applies[node.index] === false) return true;
  const { points, scales } = profile;
  if (!isWhole(points[node.index] ?? zero) || !isWhole(scales[node.index] ?? zero)) return false;
  if (node.kind === "leaf") return isWholeLeaf(plan, node, profile.figures[node.index]);
  return (
    isWhole(profile.caps[node.index] ?? zero) &&
    sharesWhole(node, profile) &&
    node.children.every((child) => isWholeNode(plan, profile, child))
  );
}

/** Whether what does not apply leaves the others as they are, and is itself granted whole points. */
function sharesWhole(group: GroupPlan, { applies, points, worths }: Profile): boolean {
  if (group.part !== "base" || group.cap !== undefined) return true;
  const shared = group.children.filter(({ part }) => part === "base");
  const present = shared.filter(({ index }) => applies[index] !== false);
  const worth = present.reduce((sum, { index }) => add(sum, worths[index] ?? zero), zero);
  const own = points[group.index];
  const hasGap = present.length < shared.length && own !== undefined && !isZero(subtract(own, worth));
  return (
    !hasGap &&
    present.every(
      (child) =>
        isWhole(worths[child.index] ?? zero) &&
        (child.notApplicable === "zero" ||
          child.notApplicable === "full" ||
          (child.kind === "leaf" && alwaysThere(child))),
    )
  );
}

function isWholeLeaf(plan: Plan, leaf: LeafPlan, figures: Figures | undefined): boolean {
  if (figures === undefined) return true;
  const listed = listedPoints(leaf, figures);
  if (listed !== undefined) return listed.every(isWhole);
  if (!isPlain(leaf)) return false;
  const { rule } = leaf;
  const whole = [figures.points ?? zero, figures.each, figures.due].every(isWhole);
  const counts = leaf.variants.every(({ inputs: [input] }) => figuresOfInput(plan, input).whole);
  switch (rule.kind) {
    case "marks":
      return rule.outOf === undefined && counts;
    case "deduct-per-missing":
    case "deduct-per-fault":
    case "each-time":
      return whole && counts;
    case "deduct-per-point-short":
      return whole && rule.partPoints !== "proportional";
    default:
      return false;
  }
}

/** Whether its points are those that its rule gives once. */
const isPlain = ({ reductions, variants, combine }: LeafPlan): boolean =>
  reductions.length === 0 && (variants.length <= 1 || combine === "least" || combine === "greatest");

/** All that the rule can give where that is written down, besides nothing and full points for what is missing. */
function listedPoints(leaf: LeafPlan, { points }: Figures): readonly Rational[] | undefined {
  const { rule } = leaf;
  if (points === undefined || !isPlain(leaf)) return undefined;
  const giving = (...awards: readonly Award[]): readonly Rational[] => [
    zero,
    points,
    ...awards.map((award) => awarded(award, points)),
  ];
  switch (rule.kind) {
    case "fixed":
      return [points];
    case "once":
    case "all-or-nothing":
      return giving();
    case "grade":
      return giving(...rule.scale.values());
    case "bands":
      return giving(...rule.bands.map(({ give }) => give), rule.otherwise);
    case "k-of-n":
      return giving(...rule.table.map(({ give }) => give), rule.otherwise);
    case "threshold":
      return giving(rule.otherwise);
    case "on-time":
      return [zero, points, multiply(points, rule.late)];
    default:
      return undefined;
  }
}

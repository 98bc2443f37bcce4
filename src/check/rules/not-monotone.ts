import { compare, formatExact, formatPercent, type Rational, smaller, zero } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { LeafPlan, Plan, Rule } from "../../rubric/plan.ts";
import { compareBy } from "../../scoring/condition.ts";
import { awarded } from "../../scoring/kinds/award.ts";
import type { Profile } from "../../scoring/profile.ts";
import { cellsOfLeaf } from "../band-cells.ts";
import { assign, newDraft } from "../draft.ts";
import { edgesOf } from "../options.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

/** An indicator on which more of the same figure earns first more and then less, or the other way round. */
export const notMonotone: CheckRule = {
  codes: ["not-monotone"],
  check: (context) => context.plan.leaves.flatMap((leaf) => ofLeaf(context, leaf)),
};

interface Step {
  readonly figure: Rational;
  readonly points: Rational;
}

function ofLeaf({ plan, proof, atKey }: CheckContext, leaf: LeafPlan): readonly Finding[] {
  const { rule } = leaf;
  if (rule.kind !== "bands" && rule.kind !== "curve" && rule.kind !== "k-of-n") return [];
  const context = proof.kinds().find(({ kind }) => kind.profile.reached[leaf.index]);
  const [variant, ...others] = leaf.variants;
  const input = plan.inputs[variant?.inputs[0] ?? -1];
  if (context === undefined || variant === undefined || others.length > 0 || input === undefined) return [];
  if (rule.kind === "k-of-n" && (rule.clauses.length > 0 || rule.per !== undefined)) return [];
  if (
    input.source.from !== "inputs" &&
    input.many === undefined &&
    keepsOneWay(plan, leaf, context.kind.profile)
  )
    return [];
  const solver = context.solver();
  const steps = edgesOf(plan, leaf, context.kind.profile)
    .sort(compare)
    .flatMap((figure): Step[] => {
      const draft = newDraft();
      assign(plan, draft, input.index, figure);
      const points = solver.pointsOf(draft, leaf);
      return points === undefined ? [] : [{ figure, points }];
    });
  const turn = turningPoint(rule.kind === "bands" ? withoutGaps(rule, steps) : steps);
  if (turn === undefined) return [];
  const told = turn.map(({ figure, points }) => ({
    figure: input.percent ? formatPercent(figure) : formatExact(figure),
    points: formatExact(points),
  }));
  const best = solver.extreme("best");
  const [sample] = solver.samples(best, 0);
  const finding = atKey(
    [...leaf.origin, rule.kind === "k-of-n" ? "table" : rule.kind],
    problems.notMonotone(leaf.name, told),
  );
  if (sample === undefined) return [finding];
  const units = turn.map(({ figure }, index) => {
    const draft = { texts: new Map(best.texts), events: [...best.events] };
    assign(plan, draft, input.index, figure);
    return {
      name: `单位${index + 1}`,
      columns: context.kind.columns,
      texts: draft.texts,
      events: draft.events,
    };
  });
  return [{ ...finding, witness: proof.witness({ ...sample, units }) }];
}

/** Whether the rule by itself gives only more, or only less, the higher a figure is: nothing need then be tried. */
function keepsOneWay(plan: Plan, leaf: LeafPlan, { figures }: Profile): boolean {
  const { rule } = leaf;
  const points = figures[leaf.index]?.points ?? zero;
  const earned =
    rule.kind === "curve"
      ? rule.curve.map((point) => smaller(points, point.points))
      : rule.kind === "bands"
        ? cellsOfLeaf(plan, leaf, rule.bands).map(({ bands: [first = -1] }) =>
            awarded(rule.bands[first]?.give ?? rule.otherwise, points),
          )
        : undefined;
  return earned !== undefined && turnOf(earned) === undefined;
}

/** Figures between two bands that belong to none are a fault of their own. */
function withoutGaps({ bands }: Extract<Rule, { kind: "bands" }>, steps: readonly Step[]): readonly Step[] {
  const inBand = steps.map(({ figure }) =>
    bands.some(({ tests }) => tests.every(({ operator, value }) => compareBy(operator, figure, value))),
  );
  const from = inBand.indexOf(true);
  const to = inBand.lastIndexOf(true);
  return steps.filter((_, index) => inBand[index] === true || index < from || index > to);
}

/** Three steps in order of their figures, of which the middle one earns more, or less, than both others. */
function turningPoint(steps: readonly Step[]): readonly Step[] | undefined {
  const turn = turnOf(steps.map(({ points }) => points));
  if (turn === undefined) return undefined;
  const found = [steps[turn.first], steps[turn.turned], steps[turn.turned + 1]];
  return found.every((step) => step !== undefined) ? found : undefined;
}

/** After which of the points they first change, and after which they first change the other way. */
function turnOf(
  points: readonly Rational[],
): { readonly first: number; readonly turned: number } | undefined {
  const changes = points.slice(1).map((next, index) => {
    const before = points[index];
    return before === undefined ? 0 : Math.sign(compare(next, before));
  });
  const first = changes.findIndex((change) => change !== 0);
  const turned = changes.findIndex((change, index) => index > first && change === -(changes[first] ?? 0));
  return first === -1 || turned === -1 ? undefined : { first, turned };
}

import { flatMap } from "../../base/flat-map.ts";
import { compare, formatExact, formatPercent, type Rational, smaller, zero } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { InputPlan, LeafPlan, Plan, Rule } from "../../rubric/plan.ts";
import { compareBy } from "../../scoring/condition.ts";
import { awarded } from "../../scoring/kinds/award.ts";
import type { Profile } from "../../scoring/profile.ts";
import { cellsOfLeaf } from "../band-cells.ts";
import { assign, copyOf, type Draft, newDraft } from "../draft.ts";
import { figureOf } from "../figure-of.ts";
import { edgesOf } from "../options.ts";
import type { KindContext } from "../outcome-proof.ts";
import type { CheckContext, CheckRule } from "../rule.ts";
import type { Sample } from "../sample.ts";

/** An indicator on which more of the same figure earns first more and then less, or the other way round. */
export const notMonotone: CheckRule = {
  codes: ["not-monotone"],
  check: (context) => flatMap(context.plan.leaves, (leaf) => ofLeaf(context, leaf)),
};

/** A unit whose cells come to a figure, and what that earns. */
interface Step {
  readonly figure: Rational;
  readonly points: Rational;
  readonly draft: Draft;
}

interface About {
  readonly plan: Plan;
  readonly leaf: LeafPlan;
  readonly input: InputPlan;
  readonly context: KindContext;
}

function ofLeaf({ plan, proof, atKey }: CheckContext, leaf: LeafPlan): readonly Finding[] {
  const { rule } = leaf;
  if (rule.kind !== "bands" && rule.kind !== "curve" && rule.kind !== "k-of-n") return [];
  const context = proof.kinds().find(({ kind }) => kind.profile.reached[leaf.index]);
  const [variant, ...others] = leaf.variants;
  const input = plan.inputs[variant?.inputs[0] ?? -1];
  if (context === undefined || variant === undefined || others.length > 0 || input === undefined) return [];
  if (rule.kind === "k-of-n" && (rule.clauses.length > 0 || rule.per !== undefined)) return [];
  if (keepsOneWay(plan, leaf, context.kind.profile)) return [];
  const about: About = { plan, leaf, input, context };
  const turn = turningPoint(about, newDraft);
  if (turn === undefined) return [];
  // Beside what the best unit hands in, other figures may be what the cells can say.
  const best = context.solver().extreme("best");
  const whole = turningPoint(about, () => copyOf(best));
  const sample = whole && sampleOf(about, whole);
  const told = (sample === undefined ? turn : (whole ?? turn)).map(({ figure, points }) => ({
    figure: input.percent ? formatPercent(figure) : formatExact(figure),
    points: formatExact(points),
  }));
  const finding = atKey(
    [...leaf.origin, rule.kind === "k-of-n" ? "table" : rule.kind],
    problems.notMonotone(leaf.name, told),
  );
  return [sample === undefined ? finding : { ...finding, witness: proof.witness(sample) }];
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

/** Units on both sides of every edge, and between the edges, from the lowest figure to the highest. */
function stepsOf({ plan, leaf, input, context }: About, start: () => Draft): readonly Step[] {
  const between = leaf.rule.kind === "bands" ? cellsOfLeaf(plan, leaf, leaf.rule.bands) : [];
  const wanted = [...edgesOf(plan, leaf, context.kind.profile), ...between.map(({ figure }) => figure)];
  const solver = context.solver();
  return flatMap(wanted, (figure): Step[] => {
    const draft = start();
    assign(plan, draft, input.index, figure);
    // The cells may not be able to say it: what they do say counts.
    const said = figureOf(plan, draft, input.index);
    const points = solver.pointsOf(draft, leaf);
    return said === undefined || points === undefined ? [] : [{ figure: said, points, draft }];
  }).sort((a, b) => compare(a.figure, b.figure));
}

/** Figures between two bands that belong to none, and earn no more than either, are a fault of their own. */
function withoutGaps({ bands }: Extract<Rule, { kind: "bands" }>, steps: readonly Step[]): readonly Step[] {
  const inBand = steps.map(({ figure }) =>
    bands.some(({ tests }) => tests.every(({ operator, value }) => compareBy(operator, figure, value))),
  );
  return steps.filter(({ points }, index) => {
    if (inBand[index] === true) return true;
    const below = steps[inBand.lastIndexOf(true, index)];
    const above = steps[inBand.indexOf(true, index)];
    return [below, above].some((step) => step === undefined || compare(points, step.points) > 0);
  });
}

/** Three units in order of their figures, of which the middle one earns more, or less, than both others. */
function turningPoint(about: About, start: () => Draft): readonly Step[] | undefined {
  const { rule } = about.leaf;
  const all = stepsOf(about, start);
  const steps = rule.kind === "bands" ? withoutGaps(rule, all) : all;
  const turn = turnOf(steps.map(({ points }) => points));
  if (turn === undefined) return undefined;
  const found = [steps[turn.first], steps[turn.turned], steps[turn.turned + 1]];
  return found.every((step) => step !== undefined) ? found : undefined;
}

/** The three units side by side, where scoring gives them the points that are told. */
function sampleOf({ leaf, context: { kind, solver } }: About, turn: readonly Step[]): Sample | undefined {
  const [first] = turn;
  const [alone] = first === undefined ? [] : solver().samples(first.draft, 0);
  if (alone === undefined) return undefined;
  const units = turn.map(({ draft: { texts, events } }, index) => ({
    name: `单位${index + 1}`,
    columns: kind.columns,
    texts,
    events,
  }));
  const sample: Sample = { ...alone, units };
  const results = solver().run(sample)?.results ?? [];
  const shown = turn.every(({ points }, unit) => {
    const earned = results.find(({ score }) => score.unit.index === unit)?.score.earned[leaf.index];
    return earned !== undefined && compare(earned, points) === 0;
  });
  return shown ? sample : undefined;
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

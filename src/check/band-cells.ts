import { flatMap } from "../base/flat-map.ts";
import { forLast } from "../base/once.ts";
import type { Rational } from "../base/rational.ts";
import type { BandPlan, LeafPlan, Plan } from "../rubric/plan.ts";
import { compareBy } from "../scoring/condition.ts";
import { type FigureRange, figuresOfInput } from "./condition-range.ts";
import { samplesOf } from "./truth.ts";

/** Figures that a rule of bands treats alike, from low to high: an edge, or a stretch between two. */
export interface BandCell {
  /** One of them. */
  readonly figure: Rational;
  /** The bands that they keep to; the first of them counts. */
  readonly bands: readonly number[];
}

/** What a rule of one input can be handed. */
export const rangeOfLeaf = (plan: Plan, leaf: LeafPlan): FigureRange =>
  figuresOfInput(plan, leaf.variants[0]?.inputs[0]);

const known = forLast((_: Plan) => new Map<LeafPlan, readonly BandCell[]>());

/** The cells of what the rule of an indicator can be handed; worked out once, as several rules of `check` ask. */
export function cellsOfLeaf(plan: Plan, leaf: LeafPlan, bands: readonly BandPlan[]): readonly BandCell[] {
  const cells = known(plan).get(leaf) ?? bandCells(rangeOfLeaf(plan, leaf), bands);
  known(plan).set(leaf, cells);
  return cells;
}

/** Whether every figure that an indicator can be handed, by whichever method, keeps to one of the bands. */
export const bandsCoverAll = (plan: Plan, { variants }: LeafPlan, bands: readonly BandPlan[]): boolean =>
  variants.every(({ inputs: [input] }) =>
    bandCells(figuresOfInput(plan, input), bands).every((cell) => cell.bands.length > 0),
  );

export function bandCells(range: FigureRange, bands: readonly BandPlan[]): readonly BandCell[] {
  const edges = flatMap(bands, ({ tests }) => tests.map(({ value }) => value));
  return samplesOf(range, edges).map((figure) => ({
    figure,
    bands: [...bands.keys()].filter((index) =>
      bands[index]?.tests.every(({ operator, value }) => compareBy(operator, figure, value)),
    ),
  }));
}

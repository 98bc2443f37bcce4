import { flatMap } from "../../base/flat-map.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import { constantOf } from "../../rubric/compile-rule.ts";
import type { LeafPlan, Plan, Rule } from "../../rubric/plan.ts";
import { awardText } from "../../scoring/kinds/award.ts";
import { formatFigure } from "../../scoring/kinds/bands.ts";
import { compareAwards } from "../awards.ts";
import { type BandCell, bandCells, cellsOfLeaf } from "../band-cells.ts";
import { anyFigure } from "../condition-range.ts";
import { bandText, limitsText } from "../condition-text.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

type Bands = Extract<Rule, { kind: "bands" }>;

/** Bands that no figure reaches, that share figures with each other, or that leave figures out between them. */
export const bands: CheckRule = {
  codes: ["band-never", "band-overlap", "band-gap"],
  check({ plan, at }) {
    return flatMap(plan.leaves, (leaf) => {
      const { rule } = leaf;
      if (rule.kind !== "bands") return [];
      const cells = cellsOfLeaf(plan, leaf, rule.bands);
      const about: About = { plan, at, leaf, rule, cells, percent: isPercent(plan, leaf) };
      return [...unreached(about), ...overlaps(about), ...gaps(about)];
    });
  },
};

interface About extends Pick<CheckContext, "plan" | "at"> {
  readonly leaf: LeafPlan;
  readonly rule: Bands;
  readonly cells: readonly BandCell[];
  readonly percent: boolean;
}

const inputOf = (leaf: LeafPlan): number => leaf.variants[0]?.inputs[0] ?? 0;
const isPercent = (plan: Plan, leaf: LeafPlan): boolean => plan.inputs[inputOf(leaf)]?.percent === true;
const has = (cell: BandCell, band: number): boolean => cell.bands.includes(band);

/** No figure keeps to its edges, or those that do all count in a band above. */
function unreached({ plan, leaf, rule, cells, percent, at }: About): readonly Finding[] {
  return flatMap(rule.bands, (band, index): Finding[] => {
    if (cells.some(({ bands }) => bands[0] === index)) return [];
    const said = bandText(band, percent);
    const path = [...leaf.origin, "bands", index];
    const inside = cells.filter((cell) => has(cell, index));
    if (inside.length === 0) {
      // Edges that exclude each other need no limits to do so.
      const isEmpty = bandCells(anyFigure, [band]).every(({ bands }) => bands.length === 0);
      const limits = isEmpty ? undefined : limitsText(plan, inputOf(leaf));
      return [at(path, problems.bandNever(said, limits))];
    }
    const before = inside[0]?.bands[0] ?? 0;
    const alone = inside.every(({ bands }) => bands[0] === before) ? rule.bands[before] : undefined;
    return [at(path, problems.bandTaken(said, alone && bandText(alone, percent)))];
  });
}

/**
 * Two bands of which neither lies inside the other, and which share figures: the first of them takes these.
 * One inside the other is how bands are usually written, from the best down or from the middle out.
 */
function overlaps({ leaf, rule, cells, percent, at }: About): readonly Finding[] {
  return flatMap(rule.bands, (band, index): Finding[] => {
    const inside = cells.filter((cell) => has(cell, index));
    if (inside.every(({ bands }) => bands[0] !== index)) return []; // told of as one that is never reached
    const before = [...rule.bands.keys()].slice(0, index).find((other) => {
      const shared = inside.filter((cell) => has(cell, other));
      return (
        shared.some(({ bands }) => bands[0] === other) &&
        shared.length < inside.length &&
        shared.length < cells.filter((cell) => has(cell, other)).length
      );
    });
    const other = before === undefined ? undefined : rule.bands[before];
    if (other === undefined) return [];
    const [one, two] = [bandText(band, percent), bandText(other, percent)];
    return [at([...leaf.origin, "bands", index], problems.bandOverlap(one, two))];
  });
}

/** Figures between two bands that keep to neither and are worth no more than either: hardly what was meant. */
function gaps({ leaf, rule, cells, percent, at }: About): readonly Finding[] {
  const points = constantOf(leaf.points);
  return flatMap(cells, (cell, index): Finding[] => {
    const below = cells[index - 1]?.bands[0];
    const above = cells.slice(index).find(({ bands }) => bands.length > 0)?.bands[0];
    if (cell.bands.length > 0 || below === undefined || above === undefined) return [];
    const [low, high] = [rule.bands[below], rule.bands[above]];
    if (low === undefined || high === undefined) return [];
    const orders = [low, high].map(({ give }) => compareAwards(rule.otherwise, give, points));
    if (orders.some((order) => order === undefined || order > 0) || orders.every((order) => order === 0))
      return [];
    const problem = problems.bandGap(
      bandText(low, percent),
      bandText(high, percent),
      formatFigure(cell.figure, percent),
      awardText(rule.otherwise),
    );
    return [at([...leaf.origin, "bands", Math.max(below, above)], problem)];
  });
}

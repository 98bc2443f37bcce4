import { compare, type Rational } from "../base/rational.ts";
import type { Unit } from "../evidence/evidence.ts";
import type { Better, Plan } from "../rubric/plan.ts";
import type { Values } from "./compute.ts";
import { groupNameOf } from "./group.ts";

/** How a unit stands among the others of its group, or among all. */
export interface Relations {
  /** The figures of the units compared with, from low to high, each as often as it occurs. */
  figures(unit: number, over: "group" | "all"): readonly Rational[];
}

/** Relations by one figure of each unit; a unit without the figure takes no part. `units` go by their index. */
export function relate(
  plan: Plan,
  units: readonly Unit[],
  figureOf: (unit: number) => Rational | undefined,
): Relations {
  const sorted = new Map<string, Rational[]>();
  const keyOf = (unit: Unit, over: "group" | "all"): string =>
    over === "all" ? "all" : `group ${groupNameOf(plan, unit)}`;
  // `forEach` passes over the places of units that take no part.
  units.forEach((unit) => {
    const figure = figureOf(unit.index);
    if (figure === undefined) return;
    for (const over of ["group", "all"] as const) {
      const key = keyOf(unit, over);
      const list = sorted.get(key);
      if (list === undefined) sorted.set(key, [figure]);
      else list.push(figure);
    }
  });
  for (const list of sorted.values()) list.sort(compare);
  return {
    figures: (index, over) => {
      const unit = units[index];
      return (unit && sorted.get(keyOf(unit, over))) ?? [];
    },
  };
}

/**
 * Whether `figure` is among the `count` worst (or best): fewer than `count` units are strictly worse
 * (better). Units that share the last place are all last.
 */
export function isAmong(
  figures: readonly Rational[],
  figure: Rational,
  end: "worst" | "best",
  count: number,
  better: Better,
): boolean {
  const towardsLow = (end === "worst") === (better === "higher");
  const beyond = towardsLow
    ? countBefore(figures, figure, 0)
    : figures.length - countBefore(figures, figure, 1);
  return beyond < count;
}

/** How many of the sorted figures are below `figure`; with `reach` 1, below or equal to it. */
function countBefore(figures: readonly Rational[], figure: Rational, reach: 0 | 1): number {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = figures[middle];
    if (other !== undefined && compare(other, figure) < reach) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Relations by inputs, worked out when first asked for. */
export function createInputRelations(
  plan: Plan,
  units: readonly Unit[],
  values: readonly Values[],
): (input: number) => Relations {
  const known = new Map<number, Relations>();
  return (input) => {
    let relations = known.get(input);
    if (relations === undefined) {
      relations = relate(plan, units, (unit) => {
        const value = values[unit]?.[input];
        return value?.kind === "number" ? value.number : undefined;
      });
      known.set(input, relations);
    }
    return relations;
  };
}

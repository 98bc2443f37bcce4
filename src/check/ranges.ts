import { once } from "../base/once.ts";
import { type Rational, zero } from "../base/rational.ts";
import type { LeafPlan, Plan } from "../rubric/plan.ts";
import { combine } from "../scoring/combine.ts";
import { type Ends, rangeOfEnds } from "./ends.ts";
import { createLeafRanges, type Kind, type LeafRanges, othersShare } from "./leaf-range.ts";
import { isEmpty, meet, type Range } from "./range.ts";
import { spansOf } from "./spans.ts";

/** What a kind of unit can attain; lists of nodes go by `node.index`. All but the indicators is worked out when first asked for. */
export interface Attainable {
  /** Where an indicator applies and has been handed in: the range of its points on its own scale. */
  leaf(leaf: LeafPlan): Range;
  /** The same, or where it is blank. */
  leafOrMissing(leaf: LeafPlan): Ends;
  /** Where everything that is for the unit applies and has been handed in. */
  nodes(): readonly Range[];
  /** Besides, where cells say 不适用 or are blank and the rubric has a word for that: never less than `nodes`. */
  widest(): readonly Range[];
  /** As in `widest`, what the items of a group come to before its limits and rounding; of groups that are for the unit. */
  sums(): readonly (Range | undefined)[];
  /** Whether a node, by itself, may come to lie in a range: no is proven. */
  reaches(node: number, range: Range): boolean;
  /** The same of several nodes at once. */
  mayBe(wanted: ReadonlyMap<number, Range>): boolean;
}

/** The attainable range of every indicator, group and the total, for one kind of unit; never too narrow. */
export function attainable(plan: Plan, kind: Kind, endsOf: LeafRanges = createLeafRanges(plan)): Attainable {
  const nodes = once(() => handedIn(plan, kind, endsOf));
  const plain = once(() => spansOf(plan, kind, endsOf));
  // What full data come to is known sooner than what blanks may make of it.
  const reaches: Attainable["reaches"] = (node, range) =>
    touches(nodes()[node], range) || touches(plain().ranges[node], range);
  return {
    leaf: (leaf) => rangeOfEnds(endsOf(leaf, kind).handedIn),
    leafOrMissing: (leaf) => endsOf(leaf, kind).orMissing,
    nodes,
    widest: () => plain().ranges,
    sums: () => plain().sums,
    reaches,
    mayBe: (wanted) => {
      const total = wanted.get(plan.root.index);
      // Nothing else has to be so for the total to be what it is.
      if (total !== undefined && wanted.size === 1) return reaches(plan.root.index, total);
      return wanted.size === 0 || spansOf(plan, kind, endsOf, wanted, plain()).possible;
    },
  };
}

const touches = (own: Range | undefined, range: Range): boolean =>
  own !== undefined && !isEmpty(meet(own, range));

/** What every node comes to where each indicator is at one end of its range, and where each is at the other. */
function handedIn(plan: Plan, kind: Kind, endsOf: LeafRanges): readonly Range[] {
  const { profile } = kind;
  const at = (end: "low" | "high", deductions: "low" | "high"): ReturnType<typeof combine> => {
    const points: (Rational | undefined)[] = new Array(plan.entries.length);
    for (const leaf of plan.leaves) {
      if (profile.reached[leaf.index] === true)
        points[leaf.entry] = endsOf(leaf, kind).handedIn[leaf.part === "deduction" ? deductions : end];
    }
    const meanShare = (entry: number): Rational => {
      const planned = plan.entries[entry];
      return planned?.kind === "leaf" ? othersShare(plan, kind, endsOf, planned.leaf)[end] : zero;
    };
    return combine({ plan, profile, leaves: points, meanShare });
  };
  const high = at("high", "high");
  const low = at("low", "low");
  const deducts = plan.leaves.some(({ part }) => part === "deduction");
  return plan.nodes.map((node) => {
    if (node.index !== 0)
      return rangeOfEnds({ low: low.earned[node.index] ?? zero, high: high.earned[node.index] ?? zero });
    // A total is lowest where deductions are highest.
    return deducts
      ? rangeOfEnds({ low: at("low", "high").total, high: at("high", "low").total })
      : rangeOfEnds({ low: low.total, high: high.total });
  });
}

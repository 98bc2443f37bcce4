import { once } from "../base/once.ts";
import type { Witness } from "../findings/finding.ts";
import type { Condition, Plan } from "../rubric/plan.ts";
import { type KindOfUnit, kindsOfUnit } from "./kinds-of-unit.ts";
import { createLeafRanges, type LeafRanges } from "./leaf-range.ts";
import {
  createSearch,
  type KindContext,
  type OutcomeProof,
  proveOutcomes,
  type Reach,
} from "./outcome-proof.ts";
import { attainable } from "./ranges.ts";
import { hasRecords } from "./records.ts";
import { filesOf, type Sample } from "./sample.ts";
import { createSolver } from "./solver.ts";
import { proveTitles, type TitleProof } from "./title-proof.ts";

/** What can be proven about a rubric before anybody is judged by it. Everything in it is worked out when first asked for. */
export interface Proof {
  /** The kinds of unit that the rubric tells apart, with what they can attain. */
  kinds(): readonly KindContext[];
  /** Whether these are all; ten tags would make a thousand. */
  complete(): boolean;
  outcomes(): OutcomeProof;
  /** What titles and earlier years do to it; undefined where nothing lasts from one year to the next. */
  titles(): TitleProof | undefined;
  /** Whether a condition can hold, and whether it can fail to. */
  condition(condition: Condition): { readonly holds: Reach; readonly fails: Reach };
  /** A sample as files that `score` reads. */
  witness(sample: Sample): Witness;
}

export function createProof(plan: Plan): Proof {
  const found = once(() => kindsOfUnit(plan));
  const ranges = createLeafRanges(plan);
  const kinds = once(() => found().list.map((kind) => contextOf(plan, kind, ranges)));
  const outcomes = once(() => proveOutcomes(plan, kinds(), found().complete));
  const titles = once(() => (hasRecords(plan) ? proveTitles(plan, kinds(), found().complete) : undefined));
  return {
    kinds,
    complete: () => found().complete,
    outcomes,
    titles,
    condition: (condition) => {
      const search = createSearch(plan, kinds(), [condition], found().complete);
      const any = (): boolean => true;
      return { holds: search.reach(0, any), fails: search.reach(-1, any) };
    },
    witness: (sample) => filesOf(plan, sample),
  };
}

function contextOf(plan: Plan, kind: KindOfUnit, ranges: LeafRanges): KindContext {
  const range = attainable(plan, kind, ranges);
  const solver = once(() => createSolver(plan, kind, range));
  return { kind, attainable: range, solver };
}

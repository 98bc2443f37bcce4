import { forLast } from "../base/once.ts";
import type { Plan } from "../rubric/plan.ts";
import { type KindOfUnit, kindsOfUnit } from "./kinds-of-unit.ts";
import { createLeafRanges } from "./leaf-range.ts";
import { type Attainable, attainable } from "./ranges.ts";

/** The kinds of unit that a rubric tells apart, with what each can come to; `complete` unless there are too many. */
export const attainableKinds = forLast(
  (plan: Plan): { complete: boolean; list: readonly (KindOfUnit & { attainable: Attainable })[] } => {
    const { list, complete } = kindsOfUnit(plan);
    const endsOf = createLeafRanges(plan);
    return {
      complete,
      list: list.map((kind) => ({ ...kind, attainable: attainable(plan, kind, endsOf) })),
    };
  },
);

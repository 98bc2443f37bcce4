import type { NodePlan, Plan } from "../rubric/plan.ts";
import type { IndicatorNode, Rubric } from "../rubric/schema.ts";

/** A group or an indicator as it is written and as it is compiled, with those beside it. */
export interface RubricNode {
  readonly node: IndicatorNode;
  readonly plan: NodePlan;
}

/** Every group and indicator in the order of the paper; one list for each group, the first level first. */
export function siblingsIn(rubric: Rubric, plan: Plan): readonly (readonly RubricNode[])[] {
  const lists: RubricNode[][] = [];
  let next = 1; // nodes are in the order of the paper, after the root
  const visit = (nodes: readonly IndicatorNode[]): void => {
    const list: RubricNode[] = [];
    lists.push(list);
    for (const node of nodes) {
      const compiled = plan.nodes[next];
      next += 1;
      if (compiled === undefined) throw new Error("the plan has every indicator of the rubric");
      list.push({ node, plan: compiled });
      if ("indicators" in node) visit(node.indicators);
    }
  };
  visit(rubric.indicators);
  return lists;
}

import { flatMap } from "../../base/flat-map.ts";
import { compare } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { NodePlan } from "../../rubric/plan.ts";
import { sumOverKinds } from "../limits-in-effect.ts";
import type { CheckRule } from "../rule.ts";

/** Caps and floors that never come into play. */
export const limits: CheckRule = {
  codes: ["cap-never-binds", "floor-never-binds"],
  check({ plan, proof, at }) {
    const { root, nodes, total } = plan;
    const { cap, floor } = total;
    const capped = nodes.filter(isCapped);
    if (capped.length === 0 && cap === undefined && floor === undefined) return [];
    // Of very many kinds of unit not all are looked at: one that is left out may well come to more.
    if (!proof.complete()) return [];
    const findings: Finding[] = [];
    for (const node of capped) {
      const most = sumOverKinds(proof.kinds(), node, "high");
      const caps = flatMap(proof.kinds(), ({ kind }) => kind.profile.caps[node.index] ?? []);
      const [own] = caps;
      if (own !== undefined && most !== undefined && caps.every((other) => compare(most, other) < 0))
        findings.push(at([...node.origin, "cap"], problems.capNeverBinds(node.name, own, most)));
    }
    const most = cap && sumOverKinds(proof.kinds(), root, "high");
    if (cap !== undefined && most !== undefined && compare(most, cap) < 0)
      findings.push(at(["total", "cap"], problems.capNeverBinds(root.name, cap, most)));
    const least = floor && sumOverKinds(proof.kinds(), root, "low");
    if (floor !== undefined && least !== undefined && compare(least, floor) > 0)
      findings.push(at(["total", "floor"], problems.floorNeverBinds(floor, least)));
    return findings;
  },
};

const isCapped = (node: NodePlan): boolean => node.kind === "group" && node.cap !== undefined;

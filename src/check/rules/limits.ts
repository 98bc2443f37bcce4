import { add, compare, multiply, negate, one, type Rational, zero } from "../../base/rational.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { GroupPlan } from "../../rubric/plan.ts";
import type { KindContext } from "../outcome-proof.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

/** Caps and floors that never come into play. */
export const limits: CheckRule = {
  codes: ["cap-never-binds", "floor-never-binds"],
  check(context) {
    const { plan, proof, at } = context;
    const findings: Finding[] = [];
    for (const node of plan.nodes) {
      if (node.kind !== "group" || node.cap === undefined) continue;
      const most = overKinds(proof.kinds(), (kind) => sumOf(kind, node, "high"));
      const caps = proof.kinds().flatMap(({ kind }) => kind.profile.caps[node.index] ?? []);
      const [cap] = caps;
      if (cap !== undefined && most !== undefined && caps.every((other) => compare(most, other) < 0))
        findings.push(at([...node.origin, "cap"], problems.capNeverBinds(node.name, cap, most)));
    }
    findings.push(...ofTotal(context));
    return findings;
  },
};

function ofTotal({ plan, proof, at }: CheckContext): readonly Finding[] {
  const { cap, floor } = plan.total;
  const findings: Finding[] = [];
  if (cap !== undefined) {
    const most = overKinds(proof.kinds(), (kind) => sumOf(kind, plan.root, "high"));
    if (most !== undefined && compare(most, cap) < 0)
      findings.push(at(["total", "cap"], problems.capNeverBinds(plan.root.name, cap, most)));
  }
  if (floor !== undefined) {
    const least = overKinds(proof.kinds(), (kind) => sumOf(kind, plan.root, "low"), -1);
    if (least !== undefined && compare(least, floor) > 0)
      findings.push(at(["total", "floor"], problems.floorNeverBinds(floor, least)));
  }
  return findings;
}

/** The greatest (or least) figure of any kind of unit; undefined where one has no limit, or there are too many kinds. */
function overKinds(
  kinds: readonly KindContext[],
  figure: (kind: KindContext) => Rational | undefined,
  sign = 1,
): Rational | undefined {
  const figures = kinds.map(figure);
  const known = figures.filter((value) => value !== undefined);
  if (known.length < figures.length || known.length === 0) return undefined;
  return known.reduce((a, b) => (sign * compare(a, b) >= 0 ? a : b));
}

/** What the items of a group can come to before its own limit; deductions count against it. */
function sumOf(
  { kind, attainable }: KindContext,
  group: GroupPlan,
  end: "low" | "high",
): Rational | undefined {
  const other = end === "high" ? "low" : "high";
  let sum: Rational | undefined = zero;
  for (const child of group.children) {
    if (kind.profile.applies[child.index] === false) continue;
    const taken = group.index === 0 && child.part === "deduction";
    const figure: Rational | undefined = attainable.widest()[child.index]?.[taken ? other : end];
    const scaled: Rational | undefined = figure && multiply(figure, kind.profile.scales[child.index] ?? one);
    const signed: Rational | undefined = taken ? scaled && negate(scaled) : scaled;
    sum = sum === undefined || signed === undefined ? undefined : add(sum, signed);
  }
  return sum;
}

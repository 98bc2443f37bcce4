import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Condition } from "../../rubric/plan.ts";
import { resultOfUnit } from "../outcome-proof.ts";
import type { CheckRule } from "../rule.ts";

/** An outcome for the last of a group, which the best unit there is gets where it is the only one of its group. */
export const groupOfOne: CheckRule = {
  codes: ["group-of-one"],
  check({ plan, proof, atKey }) {
    const rules = plan.outcomes.filter(({ when }) => when !== undefined && comparesWithWorst(when));
    if (rules.length === 0) return [];
    for (const context of proof.kinds()) {
      const solver = context.solver();
      const [sample] = solver.samples(solver.extreme("best"), 0);
      const assessment = sample && solver.run(sample);
      const result = assessment && resultOfUnit(assessment);
      if (sample === undefined || result === undefined) continue;
      const decided = rules.find(({ name, clause }) => name === result.outcome && clause === result.clause);
      if (decided === undefined) continue;
      const finding: Finding = atKey([...decided.origin, "when"], problems.groupOfOne(decided.name));
      return [{ ...finding, witness: proof.witness(sample) }];
    }
    return [];
  },
};

function comparesWithWorst(condition: Condition): boolean {
  if (condition.kind === "relative") return condition.end === "worst" && condition.over === "group";
  if (condition.kind === "all" || condition.kind === "any")
    return condition.conditions.some(comparesWithWorst);
  return false;
}

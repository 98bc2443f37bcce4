import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import type { Condition } from "../../rubric/plan.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

/** Vetoes that never or always occur, gates that nobody or everybody meets, and gates that silence opens. */
export const gatesAndVetoes: CheckRule = {
  codes: ["veto-never", "veto-always", "gate-never-met", "gate-always-met", "gate-missing-passes"],
  check(context) {
    const { plan, proof, at } = context;
    const findings: Finding[] = [];
    for (const { name, when, origin } of plan.vetoes) {
      if (when.kind === "yes") continue;
      const { holds, fails } = proof.condition(when);
      if (holds.status === "unreachable") findings.push(at([...origin, "when"], problems.vetoNever(name)));
      if (fails.status === "unreachable")
        findings.push(best(context, at([...origin, "when"], problems.vetoAlways(name))));
    }
    for (const { name, requires, origin } of plan.gates) {
      if (silenceOpens(requires)) findings.push(at(origin, problems.gateMissingPasses(name)));
      if (requires.kind === "yes") continue;
      const { holds, fails } = proof.condition(requires);
      if (holds.status === "unreachable")
        findings.push(best(context, at([...origin, "requires"], problems.gateNeverMet(name))));
      if (fails.status === "unreachable")
        findings.push(at([...origin, "requires"], problems.gateAlwaysMet(name)));
    }
    return findings;
  },
};

/** With the best unit there is as a witness, where one can be made up. */
function best({ proof }: CheckContext, finding: Finding): Finding {
  const solver = proof.kinds()[0]?.solver();
  const [sample] = solver === undefined ? [] : solver.samples(solver.extreme("best"), 0);
  return sample === undefined || solver?.run(sample) === undefined
    ? finding
    : { ...finding, witness: proof.witness(sample) };
}

const silenceOpens = (requires: Condition): boolean => requires.kind === "yes" && requires.missing === "yes";

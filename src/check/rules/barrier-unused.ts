import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import { allConditions } from "../../rubric/walk.ts";
import type { CheckRule } from "../rule.ts";

/** Gates and vetoes that no outcome looks at: by themselves they change nothing. */
export const barrierUnused: CheckRule = {
  codes: ["veto-unused", "gate-unused"],
  check({ plan, document, at }) {
    if (plan.outcomes.length === 0) return [];
    const conditions = allConditions(plan);
    const vetoes = new Set(conditions.flatMap((one) => (one.kind === "veto" ? one.vetoes : [])));
    const gates = new Set(conditions.flatMap((one) => (one.kind === "gate" ? one.gates : [])));
    const findings: Finding[] = [
      ...plan.vetoes.flatMap(({ name, origin }, index) =>
        vetoes.has(index) ? [] : [at([...origin, "name"], problems.vetoUnused(name))],
      ),
      ...plan.gates.flatMap(({ name, origin }, index) =>
        gates.has(index) ? [] : [at([...origin, "name"], problems.gateUnused(name))],
      ),
    ];
    // What is dropped may leave something of the file below without use: that file is not at fault.
    return findings.filter(({ file }) => file === document.file);
  },
};

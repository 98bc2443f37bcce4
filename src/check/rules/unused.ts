import { flatMap } from "../../base/flat-map.ts";
import { problems } from "../../findings/catalog.ts";
import type { Finding } from "../../findings/finding.ts";
import { inputsOf } from "../../rubric/compile-rule.ts";
import type { Plan } from "../../rubric/plan.ts";
import { allConditions } from "../../rubric/walk.ts";
import type { CheckContext, CheckRule } from "../rule.ts";

/** What the rubric declares and nothing in it reads: left over, or forgotten where it was to be used. */
export const unused: CheckRule = {
  codes: ["input-unused", "method-unused", "tag-unused", "term-unused"],
  check(context) {
    const findings = [...inputs(context), ...methods(context), ...tags(context), ...term(context)];
    // What is dropped may leave something of the file below without use: that file is not at fault.
    return findings.filter(({ file }) => file === context.document.file);
  },
};

function inputs({ rubric, plan, atKey }: CheckContext): readonly Finding[] {
  const read = new Set(inputsRead(plan));
  return flatMap(Object.keys(rubric.inputs ?? {}), (id) => {
    const input = plan.inputs.find((one) => one.id === id);
    return input === undefined || read.has(input.index)
      ? []
      : [atKey(["inputs", id], problems.inputUnused(input.name))];
  });
}

const inputsRead = (plan: Plan): number[] => [
  ...flatMap(plan.leaves, ({ variants }) => flatMap(variants, (variant) => variant.inputs)),
  ...flatMap(allConditions(plan), inputsOf),
  ...flatMap([...plan.ranking.ties, ...flatMap(plan.outcomes, ({ quota }) => quota?.ties ?? [])], (tie) =>
    tie.by === "input" ? [tie.input] : [],
  ),
  ...flatMap(plan.inputs, ({ source }) =>
    source.from === "inputs"
      ? flatMap(source.operands, (operand) => ("input" in operand ? [operand.input] : []))
      : [],
  ),
];

function methods({ rubric, nodes, at }: CheckContext): readonly Finding[] {
  const named = new Set(
    flatMap(nodes, ({ node }) => {
      const several = "methods" in node ? (node.methods ?? []) : [];
      return [node.method ?? "", ...(Array.isArray(several) ? several : Object.keys(several))];
    }),
  );
  return flatMap(rubric.methods ?? [], (name, index) =>
    named.has(name) ? [] : [at(["methods", index], problems.methodUnused(name))],
  );
}

/** Tags may be there for the register alone; where some of them count, one that does not is more likely forgotten. */
function tags({ rubric, sites, at }: CheckContext): readonly Finding[] {
  const read = new Set(flatMap(sites.everyCondition, ({ node }) => node.tag ?? []));
  const declared = rubric.units?.tags ?? [];
  return flatMap(declared, (tag, index) =>
    read.size === 0 || read.has(tag) ? [] : [at(["units", "tags", index], problems.tagUnused(tag))],
  );
}

function term({ rubric, nodes, sites, atKey }: CheckContext): readonly Finding[] {
  const windows = [
    ...nodes.map(({ node }) => ("within" in node ? node.within : undefined)),
    ...sites.everyCondition.map(({ node }) => node.within),
  ];
  const isRead = windows.some((written) => ["term", "本届"].includes(written?.trim() ?? ""));
  return rubric.term === undefined || isRead ? [] : [atKey(["term"], problems.termUnused())];
}

import { compileCondition } from "./compile-condition.ts";
import { addInput, type Context } from "./compile-context.ts";
import type { Path } from "./document.ts";
import type { Condition, GatePlan, VetoPlan } from "./plan.ts";

/** Gates and vetoes without a condition of their own have a yes/no input under their id. */
export function compileGatesAndVetoes(context: Context): { gates: GatePlan[]; vetoes: VetoPlan[] } {
  const own = (
    section: "gates" | "vetoes",
    index: number,
    entry: { id: string; no?: string | undefined; name: string },
  ): Condition => {
    const names = [entry.id, entry.no, entry.name].filter((name) => name !== undefined);
    const draft = {
      id: entry.id,
      name: entry.name,
      names,
      method: undefined,
      type: { kind: "yes-no" },
      source: { from: "submissions" },
      origin: [section, "list", index],
    } as const;
    const declared = context.inputsById.get(entry.id);
    return {
      kind: "yes",
      input: (declared ?? addInput(context, draft)).index,
      missing: context.rubric[section]?.missing ?? "finding",
    };
  };
  const gates = (context.rubric.gates?.list ?? []).map((entry, index): GatePlan => {
    const origin: Path = ["gates", "list", index];
    const requires =
      entry.requires === undefined
        ? own("gates", index, entry)
        : compileCondition(context, entry.requires, [...origin, "requires"], "gates");
    return { id: entry.id, no: entry.no ?? entry.id, name: entry.name, requires, origin };
  });
  const vetoes = (context.rubric.vetoes?.list ?? []).map((entry, index): VetoPlan => {
    const origin: Path = ["vetoes", "list", index];
    const when =
      entry.when === undefined
        ? own("vetoes", index, entry)
        : compileCondition(context, entry.when, [...origin, "when"], "scores");
    return { id: entry.id, no: entry.no ?? entry.id, name: entry.name, when, origin };
  });
  return { gates, vetoes };
}

import { closest } from "../base/closest.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { Plan } from "../rubric/plan.ts";
import { findInput, type InputNames, knownNames } from "./headings.ts";

/** The input a long row speaks of, or why there is none, and which of its two fields is at fault. */
export type Found =
  | { readonly input: number }
  | { readonly problem: Problem; readonly about: "indicator" | "method" };

/** Which input a long row speaks of, by its indicator and method; remembered, for rows repeat them. */
export function createLookUp(plan: Plan, names: InputNames): (indicator: string, method: string) => Found {
  const remembered = new Map<string, Map<string, Found>>();
  return (indicator, method) => {
    let byMethod = remembered.get(indicator);
    if (byMethod === undefined) {
      byMethod = new Map();
      remembered.set(indicator, byMethod);
    }
    let found = byMethod.get(method);
    if (found === undefined) {
      found = find(plan, names, indicator.trim(), method.trim());
      byMethod.set(method, found);
    }
    return found;
  };
}

function find(plan: Plan, names: InputNames, indicator: string, method: string): Found {
  const wrongMethod = (known: readonly string[]): Found => ({
    problem: problems.methodUnknown(indicator, method, known, closest(method, known)),
    about: "method",
  });
  const exact = method === "" ? undefined : findInput(names, `${indicator}@${method}`);
  const found = exact ?? findInput(names, indicator);
  if (found === undefined) {
    const several = plan.inputs.filter(({ names: own }) =>
      own.some((name) => name.startsWith(`${indicator}@`)),
    );
    if (several.length > 0) return wrongMethod(several.flatMap((input) => input.method ?? []));
    const known = knownNames(plan);
    return {
      problem: problems.indicatorUnknown(indicator, known, closest(indicator, known)),
      about: "indicator",
    };
  }
  if ("several" in found) {
    return { problem: problems.headingAmbiguous(indicator, found.several), about: "indicator" };
  }
  const expected = plan.inputs[found.input]?.method;
  return method !== "" && expected !== undefined && method !== expected
    ? wrongMethod([expected])
    : { input: found.input };
}

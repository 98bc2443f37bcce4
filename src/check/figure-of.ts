import type { Rational } from "../base/rational.ts";
import type { Value } from "../evidence/value.ts";
import type { Plan } from "../rubric/plan.ts";
import { computeInputs, inputsBehind } from "../scoring/compute.ts";
import type { Draft } from "./draft.ts";
import { readInto, unitName } from "./rating.ts";

const ignore = (): void => undefined;

/** What an input of a draft comes to once its cells are read; of several values, what all of them say. */
export function figureOf(plan: Plan, draft: Draft, index: number): Rational | undefined {
  const input = plan.inputs[index];
  if (input === undefined) return undefined;
  const given: (Value | undefined)[] = [];
  readInto(given, plan, draft, inputsBehind(plan, index));
  // Most are handed in as they are: nothing need then be worked out of all there is.
  const plain = input.source.from !== "inputs" && input.many === undefined;
  const value = (plain ? given : computeInputs(plan, given, unitName, ignore))[index];
  if (value?.kind !== "many") return value?.kind === "number" ? value.number : undefined;
  // A draft that says one text has every assessor say it.
  const [first] = draft.texts.get(index)?.length === 1 ? value.observations : [];
  return first?.value?.kind === "number" ? first.value.number : undefined;
}

import type { Plan } from "../rubric/plan.ts";
import { inputsBehind } from "../scoring/compute.ts";
import type { Assumption } from "./assumption.ts";
import { type Draft, exempt, happen, place, say } from "./draft.ts";

/** What an assumption asks of the data themselves; `fixed` takes down which inputs must not move any more. */
export function settle(plan: Plan, draft: Draft, assumption: Assumption, fixed: Set<number>): void {
  const hold = (input: number): void => {
    for (const raw of inputsBehind(plan, input)) fixed.add(raw);
  };
  switch (assumption.kind) {
    case "range":
      if (assumption.subject.by !== "input") return;
      place(plan, draft, assumption.subject.input, assumption.range);
      hold(assumption.subject.input);
      return;
    case "yes":
      say(plan, draft, assumption.input, assumption.yes ? "是" : "否");
      hold(assumption.input);
      return;
    case "word":
      say(plan, draft, assumption.input, assumption.word);
      hold(assumption.input);
      return;
    case "events":
      happen(plan, draft, assumption.condition, Number(assumption.range.low?.numerator ?? 0));
      return;
    case "not-applicable":
      if (assumption.subject.by !== "input") return;
      exempt(plan, draft, assumption.subject.input);
      hold(assumption.subject.input);
      return;
    default:
      return;
  }
}

import { joinTexts, type Text } from "../base/language.ts";
import { statusText } from "../evidence/register.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Step } from "./trails.ts";

/** How a unit got where it is: its outcomes year by year. */
export function trailText(plan: Plan, steps: readonly Step[]): Text {
  let year = 0;
  const parts = steps.map((step): Text => {
    if (step.by === "others" || step.by === "term") {
      const name = plan.titles[step.title]?.name ?? "";
      return step.by === "others"
        ? { zh: `上级授予“${name}”`, en: `others grant "${name}"` }
        : { zh: `“${name}”期满`, en: `the term of "${name}" ends` };
    }
    year += 1;
    const words = statusText(step.status);
    const status =
      step.status === "active" ? { zh: "", en: "" } : { zh: `（${words.zh}）`, en: ` (${words.en})` };
    const outcome = step.by === "none" ? { zh: "没有结果", en: "no outcome" } : undefined;
    const clause = step.by === "rule" ? (plan.outcomes[step.rule]?.clause ?? "") : "";
    const told = step.by === "rule" ? `[${clause}] ${step.outcome}` : "";
    return {
      zh: `第 ${year} 年${outcome?.zh ?? told}${status.zh}`,
      en: `year ${year}: ${outcome?.en ?? told}${status.en}`,
    };
  });
  return joinTexts(parts, "，", ", ");
}

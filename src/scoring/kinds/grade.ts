import { formatExact, zero } from "../../base/rational.ts";
import type { Award } from "../../rubric/plan.ts";
import type { Figures } from "../profile.ts";
import type { Given, RuleResult } from "../result.ts";
import { awarded, awardText } from "./award.ts";

/** A letter or word of a scale, worth a share of the points or points of its own (domain M4, M7). */
export function scoreGrade(
  scale: ReadonlyMap<string, Award>,
  { points = zero }: Figures,
  given: Given,
): RuleResult {
  const award = given.kind === "word" ? scale.get(given.word) : undefined;
  if (award === undefined) throw new Error("a grade that is not on its scale was let through");
  return {
    branch: given.kind === "word" ? given.word : "",
    earned: awarded(award, points),
    working: () => {
      const worth = awardText(award);
      const by = award.share ? ` × ${formatExact(points)}` : "";
      return { zh: `${worth.zh}${by}`, en: `${worth.en}${by}` };
    },
  };
}

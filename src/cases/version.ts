import type { Day } from "../base/date.ts";
import { isWithinPeriod, type Period } from "../base/period.ts";
import type { RubricDocument } from "../rubric/document.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Rubric } from "../rubric/schema.ts";

/** A rubric as it stood for a time; most have one version, which always holds. */
export interface RubricVersion {
  readonly valid: Period;
  readonly document: RubricDocument;
  readonly rubric: Rubric;
  readonly plan: Plan;
}

/** The place in the list of the version that holds on a day; -1 where none does. */
export const versionAt = (versions: readonly RubricVersion[], day: Day): number =>
  versions.findIndex(({ valid }) => isWithinPeriod(day, valid));

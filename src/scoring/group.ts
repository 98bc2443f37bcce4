import type { Unit } from "../evidence/evidence.ts";
import type { Plan } from "../rubric/plan.ts";

/** The group a unit is ranked in: its columns that the rubric groups by; empty where it names none. */
export const groupNameOf = (plan: Plan, unit: Unit): string =>
  plan.ranking.groupBy
    .map((column) => unit.columns.get(column) ?? "")
    .filter((part) => part !== "")
    .join(" / ");

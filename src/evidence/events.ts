import { closest } from "../base/closest.ts";
import { type Day, parseDay, withoutMidnight } from "../base/date.ts";
import { compare, isWhole, one, parseDecimal, type Rational, zero } from "../base/rational.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { Plan } from "../rubric/plan.ts";
import type { ColumnRole } from "../rubric/schema.ts";
import type { Roles } from "./headings.ts";
import { splitTags } from "./tags.ts";

/** A dated event of one unit: an incident, an award, a fault found. */
export interface EventRecord {
  readonly date: Day;
  readonly kind: string;
  readonly level: string;
  readonly matter: string;
  readonly circumstances: readonly string[];
  /** How often it happened on that day. */
  readonly count: Rational;
  readonly note: string;
  /** The file and line, as `placeOf` packs them. */
  readonly place: number;
}

/** Columns that a file of events must have, and those it may have. */
export const eventColumns: readonly ColumnRole[] = [
  "date",
  "kind",
  "level",
  "matter",
  "circumstance",
  "count",
  "note",
];

/** One row of a file of events. Every word must be one the rubric knows: an incident that no rule reads would be lost. */
export function readEvent(
  plan: Plan,
  roles: Roles,
  fields: readonly string[],
  place: number,
  report: (problem: Problem, field: number) => void,
): EventRecord | undefined {
  const text = (role: ColumnRole): string => (fields[roles.get(role) ?? -1] ?? "").trim();
  const fieldOf = (role: ColumnRole): number => roles.get(role) ?? 0;
  const allow = (role: ColumnRole, word: string, allowed: readonly string[] | undefined): void => {
    if (word === "" || allowed === undefined || allowed.includes(word)) return;
    report(problems.valueNotInList(word, allowed, closest(word, allowed)), fieldOf(role));
  };
  const date = parseDay(withoutMidnight(text("date")));
  if (date === undefined) report(problems.valueNotDay(text("date")), fieldOf("date"));
  const kind = text("kind");
  if (kind === "") report(problems.valueNotInList("", plan.events.kinds, undefined), fieldOf("kind"));
  allow("kind", kind, plan.events.kinds);
  allow("level", text("level"), plan.events.levels);
  for (const { levels, events } of plan.events.rules) {
    if (levels === undefined || !events.includes(kind) || levels.has(text("level"))) continue;
    report(problems.eventLevel(kind, text("level"), [...levels.keys()]), fieldOf("level"));
  }
  const circumstances = splitTags(text("circumstance"));
  for (const word of circumstances) allow("circumstance", word, plan.events.circumstances);
  const count = text("count") === "" ? one : parseDecimal(text("count"));
  if (count === undefined || !isWhole(count) || compare(count, zero) < 0)
    report(problems.valueNotWhole(text("count")), fieldOf("count"));
  if (date === undefined) return undefined;
  return {
    date,
    kind,
    level: text("level"),
    matter: text("matter"),
    circumstances,
    count: count ?? one,
    note: text("note"),
    place,
  };
}

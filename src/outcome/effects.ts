import { type Day, endOfYear, monthsAfter } from "../base/date.ts";
import { exclusiveAmong, type HeldTitle, type Standing } from "../evidence/standing.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import type { LengthPlan, OutcomePlan, Plan } from "../rubric/plan.ts";

export interface After {
  readonly standing: Standing;
  readonly problems: readonly Problem[];
}

/**
 * Where a unit stands after a decision: titles granted, taken, changed and renewed, and what it is left
 * with. A time to put things right has been judged by this decision, and ends with it.
 */
export function standingAfter(
  plan: Plan,
  rule: OutcomePlan | undefined,
  before: Standing,
  asOf: Day | undefined,
  unit: string,
): After {
  if (rule === undefined) return { standing: before, problems: [] };
  const { effect } = rule;
  if (effect === undefined) return { standing: { ...before, rectifyBy: undefined }, problems: [] };
  const found: Problem[] = [];
  const nameOf = (title: number): string => plan.titles[title]?.name ?? "";
  const held = new Map(before.titles.map((one) => [one.title, one]));
  const grant = (title: number): void => {
    const term = plan.titles[title]?.term;
    held.set(title, { title, since: asOf, expires: later(asOf, term) });
  };
  const required = (title: number): void => {
    const { requires = [] } = plan.titles[title] ?? {};
    if (requires.length === 0 || requires.some((other) => before.titles.some((one) => one.title === other)))
      return;
    found.push(problems.titleRequired(unit, rule.name, nameOf(title), requires.map(nameOf)));
  };
  for (const title of effect.takes) held.delete(title);
  // All at once: what comes in the place of a title is not replaced in its turn.
  const changed = [...effect.changes].filter(([from]) => held.has(from));
  for (const [from] of changed) held.delete(from);
  for (const [, to] of changed)
    if (to !== undefined && !held.has(to)) {
      required(to);
      grant(to);
    }
  for (const title of effect.renews) {
    const own = held.get(title);
    if (own !== undefined && isDue(own, asOf))
      held.set(title, { ...own, expires: renewed(own, plan.titles[title]?.term, asOf) });
  }
  for (const title of effect.grants) {
    required(title);
    grant(title);
  }
  const titles = [...held.values()].sort((a, b) => a.title - b.title);
  for (const [first, second] of exclusiveAmong(plan.titles, titles))
    found.push(problems.titlesExclusive(unit, rule.name, first, second));
  const { lifts } = effect;
  /** What is added never ends before what is there already. */
  const until = (length: LengthPlan | undefined, own: Day | undefined, lifted: boolean): Day | undefined => {
    const days = [lifted ? undefined : own, later(asOf, length)].filter((day) => day !== undefined);
    return days.length === 0 ? undefined : Math.max(...days);
  };
  const standing: Standing = {
    ...before,
    titles,
    suspendedUntil: until(effect.suspends, before.suspendedUntil, lifts.includes("suspension")),
    bannedUntil: until(effect.bans, before.bannedUntil, lifts.includes("ban")),
    rectifyBy: later(asOf, effect.rectify),
  };
  return { standing, problems: found };
}

const later = (asOf: Day | undefined, length: LengthPlan | undefined): Day | undefined =>
  asOf === undefined || length === undefined ? undefined : monthsAfter(asOf, length.months);

/** A term is renewed in the year in which it ends; one without an end on record at any time. */
const isDue = ({ expires }: HeldTitle, asOf: Day | undefined): boolean =>
  expires === undefined || asOf === undefined || expires <= endOfYear(asOf);

/** A new term begins where the old one ends, or on the day of the decision where it has no end on record. */
function renewed(
  { expires }: HeldTitle,
  term: LengthPlan | undefined,
  asOf: Day | undefined,
): Day | undefined {
  if (term === undefined) return undefined;
  const from = expires ?? asOf;
  return from === undefined ? undefined : monthsAfter(from, term.months);
}

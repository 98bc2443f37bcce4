import { compare, type Rational } from "../base/rational.ts";
import type { Standing } from "../evidence/standing.ts";
import { standingAfter } from "../outcome/effects.ts";
import type { Plan } from "../rubric/plan.ts";
import type { Assumption } from "./assumption.ts";
import { referenceDay } from "./draft.ts";
import { textOf } from "./keys.ts";
import type { KindOfUnit } from "./kinds-of-unit.ts";
import { type KindContext, resultOfUnit, type Search } from "./outcome-proof.ts";
import type { OnePath } from "./paths.ts";
import type { Range } from "./range.ts";
import type { Sample } from "./sample.ts";

/**
 * Two units with the same record, alike in all that the rubric decides by but the total: the one with the higher
 * total is treated harder.
 */
export interface Inversion {
  readonly kind: KindOfUnit;
  readonly lower: Side;
  readonly higher: Side;
}

export interface Side {
  /** Place in the list of outcomes; -1 where none holds. */
  readonly rule: number;
  readonly total: Rational;
  readonly sample: Sample;
}

/**
 * How hard each decision is on a unit that stands so, and last what no decision is: 2 where a title is lost, or
 * goes down to one that it needs, or a ban begins; 1 where the unit is suspended or has to put things right.
 * Undefined where another title comes in its place, of which nobody can say whether it is more or less.
 */
export function hardnessOf(plan: Plan, before: Standing): readonly (number | undefined)[] {
  const asOf = referenceDay(plan);
  const later = (now: number | undefined, then: number | undefined): boolean =>
    now !== undefined && (then === undefined || now > then);
  const rules = plan.outcomes.map((rule): number | undefined => {
    const { standing: after } = standingAfter(plan, rule, before, asOf, "");
    const lost = before.titles.filter(({ title }) => !after.titles.some((one) => one.title === title));
    const gained = after.titles.filter(({ title }) => !before.titles.some((one) => one.title === title));
    const lower = (from: number): boolean =>
      gained.every(({ title }) => plan.titles[from]?.requires.includes(title) === true);
    if (later(after.bannedUntil, before.bannedUntil)) return 2;
    // What is granted in the same breath may be what the unit applied for.
    const asked = gained.length > 0 && (rule.effect?.grants.length ?? 0) > 0;
    if (lost.length > 0) return !asked && lost.every(({ title }) => lower(title)) ? 2 : undefined;
    return later(after.suspendedUntil, before.suspendedUntil) || after.rectifyBy !== undefined ? 1 : 0;
  });
  return [...rules, 0];
}

type Answers = OnePath<number>["answers"];

/** How many pairs of ways are tried out for one decision. */
const mostTries = 6;

/** One inversion for each decision that is harder than one at a lower total, where one is found. */
export function findInversions(
  plan: Plan,
  contexts: readonly KindContext[],
  search: Search,
  hardness: readonly (number | undefined)[],
): readonly Inversion[] {
  const all = [...plan.outcomes.keys(), -1];
  const hardnessAt = (rule: number): number | undefined => hardness.at(rule);
  return all.flatMap((harsh): Inversion[] => {
    const hard = hardnessAt(harsh) ?? 0;
    if (hard === 0) return [];
    const milder = all.filter((rule) => (hardnessAt(rule) ?? hard) < hard);
    let tries = 0;
    for (const context of contexts) {
      for (const higher of search.ways(context, harsh)) {
        for (const rule of milder) {
          for (const lower of search.ways(context, rule)) {
            const pair = alikeBut(plan, lower, higher);
            if (pair === undefined) continue;
            tries += 1;
            if (tries > mostTries) return [];
            const low = sideOf(context, search, pair[0], rule);
            const high = low && sideOf(context, search, pair[1], harsh);
            if (low !== undefined && high !== undefined)
              return [{ kind: context.kind, lower: low, higher: high }];
          }
        }
      }
    }
    return [];
  });
}

/** Both with all that either asks for, where they differ in the total alone, and the first has less of it. */
function alikeBut(
  plan: Plan,
  lower: Answers,
  higher: Answers,
): readonly [readonly Assumption[], readonly Assumption[]] | undefined {
  const [low, lowTotal] = apart(plan, lower);
  const [high, highTotal] = apart(plan, higher);
  if (lowTotal === undefined || highTotal === undefined || !isBelow(lowTotal.range, highTotal.range))
    return undefined;
  for (const [key, answer] of low) {
    const other = high.get(key);
    if (other !== undefined && textOf(other) !== textOf(answer)) return undefined;
  }
  const shared = [...new Map([...low, ...high]).values()];
  return [
    [...shared, lowTotal],
    [...shared, highTotal],
  ];
}

type OfTotal = Extract<Assumption, { kind: "range" }>;

/** What is asked of the total, and all the rest. */
function apart(plan: Plan, answers: Answers): readonly [Answers, OfTotal | undefined] {
  const rest = new Map(answers);
  let total: OfTotal | undefined;
  for (const [key, answer] of answers) {
    if (answer.kind !== "range" || answer.subject.by !== "score" || answer.subject.node !== 0) continue;
    const { phase } = answer.subject;
    if (phase !== undefined && phase !== plan.phases?.result) continue;
    total = answer;
    rest.delete(key);
  }
  return [rest, total];
}

const isBelow = ({ high }: Range, { low }: Range): boolean =>
  high !== undefined && low !== undefined && compare(high, low) <= 0;

function sideOf(
  context: KindContext,
  search: Search,
  assumptions: readonly Assumption[],
  rule: number,
): Side | undefined {
  let total: Rational | undefined;
  const sample = search.sampleOf(context, assumptions, (assessment) => {
    const result = resultOfUnit(assessment);
    total = result?.score.total;
    return result !== undefined && (result.rule ?? -1) === rule && total !== undefined;
  });
  return sample === undefined || total === undefined ? undefined : { rule, total, sample };
}

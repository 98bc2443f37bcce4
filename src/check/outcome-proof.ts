import type { Assessment, Result } from "../assess.ts";
import { flatMap } from "../base/flat-map.ts";
import { once } from "../base/once.ts";
import { ceiling, divide, formatExact, isZero, one } from "../base/rational.ts";
import type { CountPlan, Plan, QuotaPlan } from "../rubric/plan.ts";
import { allConditions } from "../rubric/walk.ts";
import type { Assumption } from "./assumption.ts";
import type { KindOfUnit } from "./kinds-of-unit.ts";
import { allowanceOf, createExplorer, type OnePath } from "./paths.ts";
import { exactRange, isOfResult, placesOf } from "./questions.ts";
import { everything, isEmpty, meet, type Range } from "./range.ts";
import type { Attainable } from "./ranges.ts";
import type { Sample } from "./sample.ts";
import type { Solver } from "./solver.ts";
import { createTrial } from "./trial.ts";

/** Whether some unit can have an outcome: a sample that has it, none can, or it could not be decided. */
export type Reach = Reached | { readonly status: "unreachable" } | { readonly status: "not-decided" };

export interface Reached {
  readonly status: "reachable";
  readonly sample: Sample;
  readonly kind: KindOfUnit;
}

/**
 * What can become of units. That something cannot be is proven by figures alone, which is quick; a unit that shows
 * that it can be is looked for only where it is asked for.
 */
export interface OutcomeProof {
  /** Proven: by the rule at this place, no unit can get its outcome. */
  unreachable(rule: number): boolean;
  /** Proven: every unit meets the condition of the rule at this place, so that none gets to those after it. */
  stopsAll(rule: number): boolean;
  /** Whether some unit gets its outcome by the rule at this place, with such a unit. */
  reach(rule: number): Reach;
  /** Whether some unit gets no outcome at all. */
  none(): Reach;
  /** Rules that are reached only because lines see rounded figures, each with a unit. */
  onlyRounded(): readonly { readonly rule: number; readonly reach: Reached }[];
}

/** What is known of one kind of unit. */
export interface KindContext {
  readonly kind: KindOfUnit;
  readonly attainable: Attainable;
  /** Made when first asked for. */
  solver(): Solver;
}

/** How many ways of reaching an outcome are tried out for one kind of unit, and for all, before it is left undecided. */
const mostTries = 6;
const mostTriesOfAll = 24;

/** For how many kinds of unit some are scored with nothing particular in mind. */
const mostTrials = 16;

/** Kinds of unit whose paths are gone through without haste, however many there are. */
const mostThorough = 64;

/** For every outcome, and for none, whether a unit can get there; exact where it says so. */
export function proveOutcomes(plan: Plan, kinds: readonly KindContext[], complete: boolean): OutcomeProof {
  const search = createSearch(
    plan,
    kinds,
    plan.outcomes.map(({ when }) => when),
    complete,
    new Set(flatMap(plan.outcomes, ({ quota }, index) => (quota === undefined ? [] : [index]))),
  );
  const trials = kinds.slice(0, mostTrials).map(({ kind, solver }) => ({
    kind,
    trial: createTrial(plan, solver, othersNeeded(plan)),
  }));
  /** Where no way that was thought out leads there, some unit may come there all the same. */
  const tried = (reach: Reach, holds: (result: Result) => boolean): Reach => {
    if (reach.status !== "not-decided") return reach;
    for (const { kind, trial } of trials) {
      const sample = trial.find(holds);
      if (sample !== undefined) return { status: "reachable", sample, kind };
    }
    return reach;
  };
  const reachOf = (rule: number, holds: (result: Result) => boolean): Reach =>
    tried(
      search.reach(rule, (assessment) => {
        const result = resultOfUnit(assessment);
        return result !== undefined && holds(result);
      }),
      holds,
    );
  const reaches: Reach[] = [];
  const reach = (rule: number): Reach => {
    const { name, clause } = plan.outcomes[rule] ?? {};
    // Several rules may give the same outcome: the clause says which of them did.
    reaches[rule] ??= reachOf(rule, (result) => result.outcome === name && result.clause === clause);
    return reaches[rule];
  };
  const unreachable = (rule: number): boolean => complete && !search.feasible(rule, true);
  return {
    unreachable,
    stopsAll: (rule) => {
      const { when, quota } = plan.outcomes[rule] ?? {};
      if (when === undefined || quota !== undefined || !unreachable(rule + 1)) return false;
      return complete && !createSearch(plan, kinds, [when], complete).feasible(-1, true);
    },
    reach,
    none: once(() => reachOf(-1, ({ outcome }) => outcome === undefined)),
    onlyRounded: once(() =>
      flatMap(plan.outcomes, (_, rule) => {
        const found = search.feasible(rule, false) ? undefined : reach(rule);
        return found?.status === "reachable" ? [{ rule, reach: found }] : [];
      }),
    ),
  };
}

/** The first unit of a sample is the one it is about. */
export const resultOfUnit = ({ results }: Assessment): Result | undefined =>
  results.find(({ score }) => score.unit.index === 0);

type Conditions = Parameters<ReturnType<typeof createExplorer>["first"]>[0];

export interface Search {
  /** Whether the condition at `result` can be the first that holds (-1: none does). */
  reach(result: number, shows: (assessment: Assessment) => boolean): Reach;
  /** Whether nothing speaks against it; `rounded` is whether lines see rounded figures where the rubric says so. */
  feasible(result: number, rounded: boolean): boolean;
  /** What a unit of that kind can be like for `result` to come of it, as far as nothing speaks against it; the plainest first. */
  ways(context: KindContext, result: number): readonly OnePath<number>["answers"][];
  /** A sample like that, if one is found that shows what is asked for. */
  sampleOf(
    context: KindContext,
    assumptions: readonly Assumption[],
    shows: (assessment: Assessment) => boolean,
  ): Sample | undefined;
}

/** Looks for units for which the conditions turn out in a certain way. */
export function createSearch(
  plan: Plan,
  kinds: readonly KindContext[],
  conditions: Conditions,
  complete: boolean,
  /** Those conditions whose units are cut by a quota, so that some of them go on to the next. */
  cut: ReadonlySet<number> = new Set(),
): Search {
  const needed = othersNeeded(plan);
  const explored = new Map<string, Explored>();
  const allowance = allowanceOf(mostThorough);
  const exploredFor = (context: KindContext, rounded: boolean): Explored => {
    const key = `${kinds.indexOf(context)} ${rounded}`;
    let found = explored.get(key);
    if (found === undefined) {
      const explorer = createExplorer(plan, context.kind, context.attainable, rounded);
      found = {
        paths: explorer.first(conditions, cut, allowance),
        possible: createPossible(plan, context, rounded),
      };
      explored.set(key, found);
    }
    return found;
  };
  // Where one of them always holds, none is never the answer.
  const always = conditions.some((condition, index) => condition === undefined && !cut.has(index));
  const never = (result: number): boolean => result === -1 && always;
  const waysTo = (context: KindContext, result: number, rounded: boolean) => {
    const { paths, possible } = exploredFor(context, rounded);
    return paths.list.filter((path) => path.result === result && possible(path.answers));
  };

  const ways: Search["ways"] = (context, result) =>
    never(result)
      ? []
      : waysTo(context, result, true)
          .map(({ answers }) => answers)
          .sort((a, b) => weight(a) - weight(b));

  const sampleOf: Search["sampleOf"] = (context, assumptions, shows) => {
    const solver = context.solver();
    const others = assumptions.reduce(
      (most, assumption) =>
        assumption.kind === "relative"
          ? Math.max(most, othersFor(assumption.condition.count))
          : assumption.kind === "quota"
            ? Math.max(most, othersWithin(plan.outcomes[assumption.rule]?.quota))
            : most,
      needed,
    );
    for (const draft of solver.drafts(assumptions, (range) => exactRange(plan, range, true))) {
      for (const sample of solver.samples(draft, others)) {
        const assessment = solver.run(sample);
        if (assessment !== undefined && shows(assessment)) return sample;
      }
    }
    return undefined;
  };

  const reach: Search["reach"] = (result, shows) => {
    if (never(result)) return { status: "unreachable" };
    let open = !complete;
    let tries = 0;
    for (const context of kinds) {
      const list = ways(context, result);
      if (list.length > 0 || !exploredFor(context, true).paths.complete) open = true;
      for (const answers of list.slice(0, mostTries)) {
        tries += 1;
        if (tries > mostTriesOfAll) return { status: "not-decided" };
        const sample = sampleOf(context, [...answers.values()], shows);
        if (sample !== undefined) return { status: "reachable", sample, kind: context.kind };
      }
    }
    return { status: open ? "not-decided" : "unreachable" };
  };
  const feasible: Search["feasible"] = (result, rounded) =>
    !never(result) &&
    kinds.some((context) => {
      const { paths, possible } = exploredFor(context, rounded);
      return !paths.complete || paths.list.some((path) => path.result === result && possible(path.answers));
    });
  return { reach, feasible, ways, sampleOf };
}

/** How many other units the rules of indicators compare a unit with. */
function othersNeeded(plan: Plan): number {
  const counts = flatMap(allConditions(plan), (condition) =>
    condition.kind === "relative" ? [othersFor(condition.count)] : [],
  );
  // Where a quota is a number of places, there are as many units.
  const places = plan.outcomes.map(({ quota }) => (quota?.size.kind === "most" ? othersWithin(quota) : 0));
  return Math.max(plan.leaves.some(({ rule }) => rule.kind === "min-max") ? 1 : 0, ...counts, ...places);
}

/** Units to compare with: of a share, so many that it comes to one place at least. */
const othersFor = (count: CountPlan): number =>
  count.kind === "number"
    ? count.count
    : isZero(count.share)
      ? 0
      : Math.min(Number(formatExact(ceiling(divide(one, count.share)))), mostOthers);

/** Units among whom a quota is cut: so many that it comes to one place at least, and to no more than there are units. */
function othersWithin(quota: QuotaPlan | undefined): number {
  if (quota === undefined) return 0;
  const { size } = quota;
  const counts = placesOf(quota).map(({ value }) =>
    size.kind === "most"
      ? Math.min(Number(formatExact(value)), mostOthers)
      : othersFor({ kind: "share", share: value, round: size.round }),
  );
  return Math.max(0, ...counts);
}

/** More units than this are not made up. */
const mostOthers = 40;

/** Cells that do not apply are tried last. */
const weight = (answers: OnePath<number>["answers"]): number =>
  [...answers.values()].filter(({ kind }) => kind === "not-applicable").length * 100 + answers.size;

/** The paths of one kind of unit, and whether figures speak against what one takes for granted. */
interface Explored {
  readonly paths: ReturnType<ReturnType<typeof createExplorer>["first"]>;
  readonly possible: (answers: OnePath<number>["answers"]) => boolean;
}

/** Many paths take the same for granted of the figures, and differ in other things. */
function createPossible(plan: Plan, { attainable }: KindContext, rounded: boolean): Explored["possible"] {
  const exact = new Map<Assumption, { readonly id: number; readonly range: Range }>();
  const verdicts = new Map<string, boolean>();
  const exactOf = (assumption: Assumption & { kind: "range" }) => {
    const known = exact.get(assumption);
    if (known !== undefined) return known;
    const made = { id: exact.size, range: exactRange(plan, assumption.range, rounded) };
    exact.set(assumption, made);
    return made;
  };
  const judge = (assumed: readonly (Assumption & { kind: "range" })[]): boolean => {
    const known = new Map<number, Range>();
    for (const assumption of assumed) {
      if (assumption.subject.by !== "score") continue;
      const { node } = assumption.subject;
      const range = meet(known.get(node) ?? everything, exactOf(assumption).range);
      if (isEmpty(range)) return false;
      known.set(node, range);
    }
    return attainable.mayBe(known);
  };
  return (answers) => {
    const assumed: (Assumption & { kind: "range" })[] = [];
    let key = "";
    for (const assumption of answers.values()) {
      if (assumption.kind !== "range" || !isOfResult(plan, assumption.subject)) continue;
      assumed.push(assumption);
      key += `${exactOf(assumption).id} `;
    }
    let verdict = verdicts.get(key);
    if (verdict === undefined) {
      verdict = judge(assumed);
      verdicts.set(key, verdict);
    }
    return verdict;
  };
}

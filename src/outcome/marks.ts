import { add, isZero, negate, type Rational, subtract, sum, zero } from "../base/rational.ts";
import { type Ranked, rank } from "../ranking/rank.ts";
import type { NodePlan, Plan } from "../rubric/plan.ts";
import { conditionsInside, decisiveConditions } from "../rubric/walk.ts";
import { limitTotal } from "../scoring/combine.ts";
import type { UnitScore } from "../scoring/score.ts";
import { type JudgeInput, judgeAll, type Verdict } from "./judge.ts";
import { comparesUnits, createRetrial, type OtherOutcome } from "./retrial.ts";

/**
 * What alone has made a decision what it is: without the tie-breaks, with exact figures, or without its
 * own deductions the unit would have `otherwise`. `instead` are the others whom that would have met.
 */
export interface Mark {
  readonly kind: "tie-break" | "rounding" | "deduction";
  readonly otherwise: string | undefined;
  readonly instead: readonly OtherOutcome[];
}

/** The marks of every unit, in the order of `ranked`: each is found by judging once more. */
export function marksOf(input: JudgeInput, verdicts: readonly Verdict[]): readonly (readonly Mark[])[] {
  const { plan, ranked } = input;
  const marks: Mark[][] = ranked.map(() => []);
  if (plan.outcomes.length === 0) return marks;
  const before = new Map(verdicts.map(({ facts, outcome }) => [facts.unit.index, outcome]));
  const compareWith = (kind: Mark["kind"], changed: Plan): void => {
    const after = outcomesOf({ ...input, plan: changed, ranked: rank(changed, input.scores) });
    for (const [index, { score }] of ranked.entries()) {
      const otherwise = after.get(score.unit.index);
      if (otherwise !== before.get(score.unit.index)) marks[index]?.push({ kind, otherwise, instead: [] });
    }
  };
  const withoutTies = planWithoutTies(plan);
  if (withoutTies !== undefined) compareWith("tie-break", withoutTies);
  const { lines, ranks } = plan.rounding;
  if (lines === "rounded" || ranks === "rounded")
    compareWith("rounding", { ...plan, rounding: { ...plan.rounding, lines: "exact", ranks: "exact" } });
  const deductions = deductionsOf(plan);
  if (deductions.entries.length === 0) return marks;
  const around = neighbours(input);
  const retrials = new Map<readonly Ranked[], ReturnType<typeof createRetrial>>();
  for (const [index, place] of ranked.entries()) {
    const { score } = place;
    if (deductions.entries.every((entry) => isZero(score.contributions[entry] ?? zero))) continue;
    const judged = around(place);
    const retrial = retrials.get(judged) ?? createRetrial({ ...input, ranked: judged });
    retrials.set(judged, retrial);
    const { outcome, others } = retrial(scoreWithout(plan, score, deductions));
    if (outcome === before.get(score.unit.index)) continue;
    marks[index]?.push({ kind: "deduction", otherwise: outcome, instead: others });
  }
  return marks;
}

const outcomesOf = (input: JudgeInput): ReadonlyMap<number, string | undefined> =>
  new Map(judgeAll(input).map(({ facts, outcome }) => [facts.unit.index, outcome]));

/** Only where places are cut do tie-breaks decide anything. */
function planWithoutTies(plan: Plan): Plan | undefined {
  const quotas = plan.outcomes.flatMap(({ quota }) => quota ?? []);
  const parts = plan.ranking.ties.length > 0 || quotas.some(({ ties }) => ties.length > 0);
  if (quotas.length === 0 || !parts) return undefined;
  return {
    ...plan,
    ranking: { ...plan.ranking, ties: [] },
    outcomes: plan.outcomes.map((rule) =>
      rule.quota === undefined ? rule : { ...rule, quota: { ...rule.quota, ties: [] } },
    ),
  };
}

interface Deductions {
  readonly nodes: readonly number[];
  readonly entries: readonly number[];
}

/** Everything that stands below a deduction. */
function deductionsOf(plan: Plan): Deductions {
  const inside = (node: NodePlan): NodePlan[] =>
    node.kind === "leaf" ? [node] : [node, ...node.children.flatMap(inside)];
  const nodes = plan.root.children.filter(({ part }) => part === "deduction").flatMap(inside);
  return {
    nodes: nodes.map(({ index }) => index),
    entries: nodes.flatMap((node) =>
      node.kind === "leaf"
        ? [node.entry]
        : [node.capEntry, node.roundingEntry].filter((entry) => entry !== undefined),
    ),
  };
}

/** The units among which the decision on one of them is made: those that a quota or a place compares it with. */
function neighbours({ plan, ranked }: JudgeInput): (place: Ranked) => readonly Ranked[] {
  if (!comparesUnits(plan)) return () => ranked;
  const quotas = plan.outcomes.flatMap(({ quota }) => quota ?? []);
  const relative = decisiveConditions(plan)
    .flatMap(conditionsInside)
    .filter((condition) => condition.kind === "relative");
  const all = quotas.some(({ per }) => per === "all") || relative.some(({ over }) => over === "all");
  if (all) return () => ranked;
  const groups = new Map<string, Ranked[]>();
  for (const place of ranked) {
    const group = groups.get(place.group);
    if (group === undefined) groups.set(place.group, [place]);
    else group.push(place);
  }
  return ({ group }) => groups.get(group) ?? [];
}

/** The score as it would have been: everything else stays, and the limits of the total are taken once more. */
function scoreWithout(plan: Plan, score: UnitScore, { nodes, entries }: Deductions): UnitScore {
  const taken = sum(entries.map((entry) => score.contributions[entry] ?? zero));
  const cap = plan.root.capEntry;
  const limited = cap === undefined ? zero : (score.contributions[cap] ?? zero);
  const before = subtract(subtract(score.total, limited), taken);
  const total = limitTotal(plan, before);
  const contributions = score.contributions.map((points, entry): Rational => {
    if (entry === cap) return add(total, negate(before));
    return entries.includes(entry) ? zero : points;
  });
  const earned = score.earned.map((points, node) =>
    nodes.includes(node) && points !== undefined ? zero : points,
  );
  return { ...score, total, contributions, earned };
}

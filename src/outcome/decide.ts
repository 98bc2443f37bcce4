import type { Day } from "../base/date.ts";
import { type Rational, round } from "../base/rational.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, type Outcome, outcomeOf } from "../findings/finding.ts";
import type { Ranked } from "../ranking/rank.ts";
import type { Condition, Plan } from "../rubric/plan.ts";
import { type Facts, holds } from "../scoring/condition.ts";
import { type PhaseScores, phaseScore } from "../scoring/phases.ts";
import { type Relations, relate } from "../scoring/relations.ts";
import { locate, type Scores, type UnitScore } from "../scoring/score.ts";
import { type Reason, reasonsFor } from "./reasons.ts";

export interface Decision {
  /** Undefined where the rubric names no outcomes, or none fits. */
  readonly outcome: string | undefined;
  /** The clause of the rule that was taken. */
  readonly clause?: string;
  readonly reasons: readonly Reason[];
}

export interface DecideInput {
  readonly plan: Plan;
  readonly ranked: readonly Ranked[];
  readonly scores: Scores;
  readonly phases: PhaseScores;
  readonly evidence: Evidence;
  readonly asOf: Day | undefined;
  /** Told what every unit was judged by. */
  readonly notice?: ((facts: Facts) => void) | undefined;
}

/** The outcome of every ranked unit: the first rule that holds. Ranks are known; years and quotas join here. */
export function decide({
  plan,
  ranked,
  scores,
  phases,
  evidence,
  asOf,
  notice,
}: DecideInput): Outcome<readonly Decision[]> {
  const findings: Finding[] = [];
  const scoreRelations = createScoreRelations(plan, scores);
  /** Vetoes are judged before gates, and both before any outcome. */
  const factsOf = (score: UnitScore, missing: (input: number) => void): Facts => {
    const run = (phase: number | undefined): UnitScore | undefined =>
      phase === undefined || phase === plan.phases?.result
        ? score
        : phaseScore(phases, evidence, phase, score.unit.index);
    const facts: Facts = {
      unit: score.unit,
      values: score.values,
      score: (node, phase) => {
        const scored = run(phase);
        return scored && scoreOf(plan, scored, node);
      },
      points: (node) => score.profile.points[node],
      relations: (subject) =>
        subject.by === "score" ? scoreRelations(subject.node) : scores.inputRelations(subject.input),
      events: evidence.events[score.unit.index] ?? [],
      asOf,
      vetoes: [],
      unmetGates: [],
      missing,
    };
    const vetoes = plan.vetoes.map(({ when }) => holds(when, facts));
    const unmetGates = plan.gates.map(
      ({ requires }) => !(holds(requires, { ...facts, vetoes }) || doesNotApply(requires, score)),
    );
    return { ...facts, vetoes, unmetGates };
  };
  const decisions = ranked.map(({ score }) => {
    const told = new Set<number>();
    const missing = (input: number): void => {
      if (told.has(input)) return;
      told.add(input);
      const problem = problems.valueMissing(score.unit.name, plan.inputs[input]?.name ?? "");
      findings.push(locate(evidence, score.unit, input, problem));
    };
    const facts = factsOf(score, missing);
    notice?.(facts);
    const decision = decideOne(plan, facts);
    if (decision.outcome === undefined && plan.outcomes.length > 0) {
      findings.push(locate(evidence, score.unit, -1, problems.outcomeNone(score.unit.name)));
    }
    return decision;
  });
  return outcomeOf(decisions, findings);
}

function decideOne(plan: Plan, facts: Facts): Decision {
  const rule = plan.outcomes.find(({ when }) => when === undefined || holds(when, facts));
  if (rule === undefined) return { outcome: undefined, reasons: [] };
  return { outcome: rule.name, clause: rule.clause, reasons: reasonsFor(plan, rule, facts) };
}

/** A figure as lines see it. */
const lineFigure = (plan: Plan, value: Rational): Rational =>
  plan.rounding.lines === "exact" ? value : round(value, plan.rounding.places, plan.rounding.mode);

const scoreOf = (plan: Plan, score: UnitScore, node: number): Rational | undefined => {
  const earned = node === 0 ? score.total : score.earned[node];
  return earned && lineFigure(plan, earned);
};

type ScoreRelations = (node: number) => Relations;

function createScoreRelations(plan: Plan, { units }: Scores): ScoreRelations {
  const known = new Map<number, Relations>();
  return (node) => {
    let relations = known.get(node);
    if (relations === undefined) {
      relations = relate(
        plan,
        units.map(({ unit }) => unit),
        (index) => {
          const score = units[index];
          return score && scoreOf(plan, score, node);
        },
      );
      known.set(node, relations);
    }
    return relations;
  };
}

/** A gate whose own input says 不适用 stands in nobody's way. */
const doesNotApply = (requires: Condition, { values }: UnitScore): boolean =>
  requires.kind === "yes" && values[requires.input]?.kind === "not-applicable";

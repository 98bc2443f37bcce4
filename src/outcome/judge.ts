import type { Day } from "../base/date.ts";
import { type Rational, round } from "../base/rational.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { plainStanding } from "../evidence/standing.ts";
import {
  bestFirst,
  bettersOf,
  type Figures,
  figuresOf,
  type Ranked,
  rankFigure,
  tieFigures,
} from "../ranking/rank.ts";
import type { Condition, OutcomePlan, Plan, QuotaPlan, Subject } from "../rubric/plan.ts";
import { type Facts, holds } from "../scoring/condition.ts";
import { type PhaseScores, phaseScore } from "../scoring/phases.ts";
import { type Relations, relate } from "../scoring/relations.ts";
import type { Scores, UnitScore } from "../scoring/score.ts";
import { cutByQuota, type Placing, type QuotaFault } from "./quota.ts";
import { resultOver, termsOf } from "./years.ts";

export interface JudgeInput {
  readonly plan: Plan;
  readonly ranked: readonly Ranked[];
  readonly scores: Scores;
  readonly phases: PhaseScores;
  readonly evidence: Evidence;
  readonly asOf: Day | undefined;
  /** Whether these are all units there are, or some that stand for them: a quota then has more places than they. */
  readonly units?: "all" | "some";
}

/** What the rules come to for one unit. */
export interface Verdict {
  /** The rule that was taken, by its place; undefined where none fits. */
  readonly rule: number | undefined;
  readonly outcome: string | undefined;
  /** How it fared within the quotas of the rules that fit it: the last one is that of the rule taken, if it has one. */
  readonly placings: ReadonlyMap<number, Placing>;
  readonly facts: Facts;
}

/** What came up while units were judged. */
export interface JudgeReports {
  missing(score: UnitScore, input: number): void;
  /** A year without a result, which a result over years needs. */
  missingYear(score: UnitScore, result: number, year: number): void;
  quota(rule: OutcomePlan, fault: QuotaFault): void;
}

const quiet: JudgeReports = {
  missing: () => undefined,
  missingYear: () => undefined,
  quota: () => undefined,
};

/**
 * Which rule is taken for every unit, in the order of `ranked`: rule after rule over all units, so that a
 * quota is cut among those whom no rule before it has decided. Vetoes are judged before gates, and both
 * before any outcome; ranks are known before any quota.
 */
export function judgeAll(input: JudgeInput, reports: JudgeReports = quiet): readonly Verdict[] {
  const { plan, ranked } = input;
  const court = createCourt(input, reports);
  const members = ranked.map((place, index) => ({
    place,
    index,
    unit: place.score.unit,
    group: place.group,
    facts: court.factsOf(place.score),
    placings: new Map<number, Placing>(),
  }));
  type Member = (typeof members)[number];
  const verdicts: (Verdict | undefined)[] = members.map(() => undefined);
  const give = (member: Member, rule: number, outcome: string): void => {
    verdicts[member.index] = { rule, outcome, placings: member.placings, facts: member.facts };
  };
  for (const [index, rule] of plan.outcomes.entries()) {
    const fits = ({ index: own, facts }: Member): boolean =>
      verdicts[own] === undefined && (rule.when === undefined || holds(rule.when, facts));
    const eligible = members.filter(fits);
    const { quota } = rule;
    if (quota === undefined) {
      for (const member of eligible) give(member, index, rule.name);
      continue;
    }
    const { keyOf, compare } = orderOf(plan, quota, court);
    const { placings, faults } = cutByQuota({
      quota,
      all: members,
      eligible,
      keyOf: ({ place }: Member) => keyOf(place.score),
      compare,
      holds: (condition: Condition, { facts }: Member) => holds(condition, facts),
    });
    for (const fault of faults) reports.quota(rule, fault);
    for (const [member, placing] of placings) {
      member.placings.set(index, placing);
      if (placing.verdict === "placed") give(member, index, rule.name);
      else if (placing.verdict === "referred" && quota.tie.kind === "refer")
        give(member, index, quota.tie.outcome);
    }
  }
  return members.map(
    (member): Verdict =>
      verdicts[member.index] ?? {
        rule: undefined,
        outcome: undefined,
        placings: member.placings,
        facts: member.facts,
      },
  );
}

/** Who comes first within a quota: by the ranking, or by a result over years; then by the quota's own tie-breaks. */
export function orderOf(
  plan: Plan,
  quota: QuotaPlan,
  court: Pick<Court, "rankedResult">,
): { keyOf(score: UnitScore): Figures; readonly compare: (a: Figures, b: Figures) => number } {
  const { by, ties } = quota;
  const betters = ties.map(({ better }) => better);
  if (by === undefined)
    return {
      keyOf: (score) => [...figuresOf(plan, score), ...tieFigures(plan, ties, score)],
      compare: bestFirst([...bettersOf(plan), ...betters]),
    };
  return {
    keyOf: (score) => [court.rankedResult(score, by), ...tieFigures(plan, ties, score)],
    compare: bestFirst(["higher", ...betters]),
  };
}

/** What conditions see of units: `relations` stand in for those that the scores of all units come to. */
export interface Court {
  factsOf(score: UnitScore, relations?: (subject: Subject) => Relations): Facts;
  relations(subject: Subject): Relations;
  /** What several years come to, as ranks see it. */
  rankedResult(score: UnitScore, index: number): Rational | undefined;
  /** What a relation compares of a unit. */
  figureOf(score: UnitScore, subject: Subject): Rational | undefined;
}

export function createCourt(
  { plan, ranked, scores, phases, evidence, asOf }: JudgeInput,
  reports: JudgeReports = quiet,
): Court {
  const judged: UnitScore[] = []; // by the index of the unit
  for (const { score } of ranked) judged[score.unit.index] = score;
  const byNode = relationsBy((node, index) => {
    const score = judged[index];
    return score && scoreOf(plan, score, node);
  });
  const byResult = relationsBy((result, index) => {
    const score = judged[index];
    return score && lineResult(score, result, () => undefined);
  });
  const relationsOf = (subject: Subject): Relations => {
    if (subject.by === "score") return byNode(subject.node);
    return subject.by === "result" ? byResult(subject.result) : scores.inputRelations(subject.input);
  };
  function relationsBy(
    figureOf: (which: number, unit: number) => Rational | undefined,
  ): (which: number) => Relations {
    const known = new Map<number, Relations>();
    return (which) => {
      let relations = known.get(which);
      if (relations === undefined) {
        const units = judged.map(({ unit }) => unit);
        relations = relate(plan, units, (index) => figureOf(which, index));
        known.set(which, relations);
      }
      return relations;
    };
  }
  function yearsResult(
    score: UnitScore,
    index: number,
    missing: (year: number) => void,
  ): Rational | undefined {
    const result = plan.years.results[index];
    if (result === undefined) return undefined;
    const terms = termsOf(plan, result, score.total, evidence.history[score.unit.index] ?? [], asOf);
    const exact = resultOver(terms, result);
    if (exact === undefined) for (const { year, total } of terms) if (total === undefined) missing(year);
    return exact;
  }
  const lineResult: typeof yearsResult = (score, index, missing) => {
    const exact = yearsResult(score, index, missing);
    return exact && lineFigure(plan, exact);
  };
  const factsOf: Court["factsOf"] = (score, relations = relationsOf) => {
    const { unit } = score;
    const run = (phase: number | undefined): UnitScore | undefined =>
      phase === undefined || phase === plan.phases?.result
        ? score
        : phaseScore(phases, evidence, phase, unit.index);
    const facts: Facts = {
      unit,
      values: score.values,
      score: (node, phase) => {
        const scored = run(phase);
        return scored && scoreOf(plan, scored, node);
      },
      points: (node) => score.profile.points[node],
      relations,
      events: evidence.events[unit.index] ?? [],
      asOf,
      vetoes: [],
      unmetGates: [],
      standing: evidence.standings[unit.index] ?? plainStanding,
      inherited: (evidence.predecessors[unit.index] ?? []).flatMap((other) =>
        (evidence.standings[other]?.titles ?? []).map(({ title }) => title),
      ),
      history: evidence.history[unit.index] ?? [],
      every: plan.years.every,
      result: (index) => lineResult(score, index, (year) => reports.missingYear(score, index, year)),
      missing: (index) => reports.missing(score, index),
    };
    return withBarriers(plan, facts);
  };
  return {
    factsOf,
    relations: relationsOf,
    rankedResult: (score, index) => {
      const exact = yearsResult(score, index, (year) => reports.missingYear(score, index, year));
      return exact && rankFigure(plan, exact);
    },
    figureOf: (score, subject) => {
      if (subject.by === "score") return scoreOf(plan, score, subject.node);
      if (subject.by === "result") return lineResult(score, subject.result, () => undefined);
      const value = score.values[subject.input];
      return value?.kind === "number" ? value.number : undefined;
    },
  };
}

/** What is the case, with the vetoes and gates that follow from it. */
export function withBarriers(plan: Plan, facts: Facts): Facts {
  const vetoes = plan.vetoes.map(({ when }) => holds(when, facts));
  const unmetGates = plan.gates.map(
    ({ requires }) => !(holds(requires, { ...facts, vetoes }) || doesNotApply(requires, facts)),
  );
  return { ...facts, vetoes, unmetGates };
}

/** A figure as lines see it. */
const lineFigure = (plan: Plan, value: Rational): Rational =>
  plan.rounding.lines === "exact" ? value : round(value, plan.rounding.places, plan.rounding.mode);

const scoreOf = (plan: Plan, score: UnitScore, node: number): Rational | undefined => {
  const earned = node === 0 ? score.total : score.earned[node];
  return earned && lineFigure(plan, earned);
};

/** A gate whose own input says 不适用 stands in nobody's way. */
const doesNotApply = (requires: Condition, { values }: Pick<Facts, "values">): boolean =>
  requires.kind === "yes" && values[requires.input]?.kind === "not-applicable";

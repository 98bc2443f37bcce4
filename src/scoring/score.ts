import type { Day } from "../base/date.ts";
import { forLast } from "../base/once.ts";
import {
  add,
  divide,
  formatExact,
  isZero,
  type Rational,
  rational,
  subtract,
  zero,
} from "../base/rational.ts";
import { type Evidence, findCell, findGap, locatePlace, type Unit } from "../evidence/evidence.ts";
import { plainStanding } from "../evidence/standing.ts";
import type { Value } from "../evidence/value.ts";
import { type Problem, problems } from "../findings/catalog.ts";
import { atCell, type Finding, inFile, type Outcome, outcomeOf } from "../findings/finding.ts";
import { inputsOf } from "../rubric/compile-rule.ts";
import type { LeafPlan, Plan } from "../rubric/plan.ts";
import { decisiveConditions } from "../rubric/walk.ts";
import { type Combined, combine } from "./combine.ts";
import { computeInputs, inputsBehind, type Report, type Values } from "./compute.ts";
import type { Facts } from "./condition.ts";
import { disagreeing } from "./disagreeing.ts";
import { groupNameOf } from "./group.ts";
import type { LeafScore, Notice } from "./leaf-score.ts";
import { type Profile, profilesOf } from "./profile.ts";
import { createInputRelations, type Relations } from "./relations.ts";
import type { State } from "./result.ts";
import { scoreLeaf } from "./score-leaf.ts";

/** The score of one unit: what every entry added, and the total they add up to. */
export interface UnitScore extends Combined {
  readonly unit: Unit;
  readonly group: string;
  readonly values: Values;
  readonly profile: Profile;
  /** By entry. */
  readonly states: readonly State[];
}

export interface Scores {
  readonly units: readonly UnitScore[];
  /** Scores an indicator of a unit once more, with its working: what `trace` shows. */
  rescore(unit: number, leaf: LeafPlan, notice?: Notice): LeafScore;
  inputRelations(input: number): Relations;
}

/** Every indicator of every unit, and the totals; exact. */
export function score(
  plan: Plan,
  evidence: Evidence,
  asOf: Day | undefined,
  tells: (unit: Unit) => boolean = () => true,
): Outcome<Scores> {
  const findings: Finding[] = [];
  const reportFor = (unit: Unit): Report => {
    if (!tells(unit)) return () => undefined;
    return (problem, input, place) => findings.push(locate(evidence, unit, input, problem, place));
  };
  const values = evidence.units.map((unit) =>
    computeInputs(plan, evidence.values[unit.index] ?? [], unit.name, reportFor(unit)),
  );
  const factsFor = (unit: Unit): Facts => ({
    ...factsOf(unit, values[unit.index] ?? [], inputRelations),
    events: evidence.events[unit.index] ?? [],
    asOf,
  });
  const inputRelations = createInputRelations(plan, evidence.units, values);
  const profileOf = profilesOf(plan);
  const scoreOne = (
    unit: Unit,
    leaf: LeafPlan,
    report: Report,
    profile: Profile,
    notice?: Notice,
  ): LeafScore => {
    const facts = factsFor(unit);
    const figures = profile.figures[leaf.index] ?? emptyFigures;
    return scoreLeaf(leaf, { plan, facts, figures, report, notice });
  };

  const means = createMeans(plan, evidence.units, (unit, leaf) => {
    const profile = profileOf(unit);
    if (profile.reached[leaf.index] !== true) return undefined;
    const { earned, state = "scored" } = scoreOne(unit, leaf, () => undefined, profile);
    const points = profile.points[leaf.index];
    if (state !== "scored" || earned === undefined || points === undefined || isZero(points))
      return undefined;
    return divide(earned, points);
  });

  const run: Run = { plan, evidence, values, findings, tells, reportFor, factsFor, means };
  const idleOf = idleInputsOf(plan);
  const checked = new Set<Profile>();
  const units: UnitScore[] = [];
  for (const unit of evidence.units) {
    const profile = profileOf(unit);
    if (!checked.has(profile)) {
      checked.add(profile);
      for (const problem of [
        ...figuresThatAreUnsaid(plan, profile, unit),
        ...pointsThatDisagree(plan, profile, unit),
      ])
        findings.push(unitFinding(evidence, unit, problem));
    }
    units.push(scoreUnit(run, unit, profile, idleOf(profile)));
  }
  const scores: Scores = {
    units,
    inputRelations,
    rescore: (index, leaf, notice) => {
      const one = units[index];
      if (one === undefined) throw new RangeError(`there is no unit ${index}`);
      if (one.profile.reached[leaf.index] !== true) return notForThisUnit;
      return scoreOne(one.unit, leaf, () => undefined, one.profile, notice);
    },
  };
  return outcomeOf(scores, findings);
}

/** What is shared by all units of a run. */
interface Run {
  readonly plan: Plan;
  readonly evidence: Evidence;
  readonly values: readonly Values[];
  readonly findings: Finding[];
  tells(unit: Unit): boolean;
  reportFor(unit: Unit): Report;
  factsFor(unit: Unit): Facts;
  means(entry: number, unit: number): Rational | undefined;
}

/** `idle` are the inputs of items that are not for the unit. */
function scoreUnit(run: Run, unit: Unit, profile: Profile, idle: readonly number[]): UnitScore {
  const { plan, evidence, findings } = run;
  const values = run.values[unit.index] ?? [];
  const report = run.reportFor(unit);
  for (const input of idle) {
    const value = values[input];
    if (value === undefined || saysNothing(value)) continue;
    report(problems.valueNotForUnit(unit.name, plan.inputs[input]?.name ?? "", saidIn(value)), input);
  }
  const facts = run.factsFor(unit);
  const leaves: (Rational | undefined)[] = new Array(plan.entries.length);
  let states: State[] | undefined;
  for (const leaf of plan.leaves) {
    const score =
      profile.reached[leaf.index] === true
        ? scoreLeaf(leaf, { plan, facts, figures: profile.figures[leaf.index] ?? emptyFigures, report })
        : notForThisUnit;
    leaves[leaf.entry] = score.earned;
    if (score.state !== undefined) {
      states ??= new Array<State>(plan.entries.length).fill("scored");
      states[leaf.entry] = score.state;
    }
  }
  const meanShare = (entry: number): Rational | undefined => {
    const mean = run.means(entry, unit.index);
    if (mean === undefined) findings.push(...meanOfNone(plan, entry, unit, evidence));
    return mean;
  };
  const combined = combine({ plan, profile, leaves, meanShare });
  if (combined.empty && run.tells(unit))
    findings.push(unitFinding(evidence, unit, problems.nothingApplies(unit.name)));
  const group = groupNameOf(plan, unit);
  return { ...combined, unit, group, values, profile, states: states ?? allScored(plan) };
}

/** One list for all units of which nothing else is to be said. */
const allScored = forLast(({ entries }: Plan): readonly State[] =>
  new Array<State>(entries.length).fill("scored"),
);

const emptyFigures = { points: undefined, due: zero, target: zero, each: zero };

/** What a cell says; of several, the first that says something. */
const saidIn = (value: Value): string =>
  value.kind === "many"
    ? (value.observations.find((seen) => seen.value !== undefined)?.value?.text ?? "")
    : value.text;

/** Whether a cell of an item that is not for the unit is as it should be: blank or 不适用. */
const saysNothing = (value: Value): boolean =>
  value.kind === "many"
    ? value.observations.every((seen) => seen.value === undefined || saysNothing(seen.value))
    : value.kind === "not-applicable";

const notForThisUnit: LeafScore = {
  state: "not-applicable",
  earned: undefined,
  working: () => ({ zh: "本单位不涉及", en: "not for this unit" }),
};

/** Rules of indicators know nothing of titles and earlier years. */
const noYears = {
  standing: plainStanding,
  inherited: [],
  history: [],
  every: 1,
  result: () => undefined,
} satisfies Partial<Facts>;

function factsOf(unit: Unit, values: Values, inputRelations: Scores["inputRelations"]): Facts {
  return {
    unit,
    values,
    score: () => undefined,
    points: () => undefined,
    relations: (subject) => {
      if (subject.by === "input") return inputRelations(subject.input);
      throw new Error("a rule of an indicator cannot ask for scores");
    },
    events: [],
    asOf: undefined,
    vetoes: [],
    unmetGates: [],
    ...noYears,
    missing: () => undefined, // the rules look at their inputs before they judge
  };
}

/** Puts a problem where the value of an input stands, or would stand. */
export function locate(
  evidence: Evidence,
  unit: Unit,
  input: number,
  problem: Problem,
  place?: number,
): Finding {
  const known = place === undefined ? undefined : locatePlace(evidence, place, input);
  const found = known ?? findCell(evidence, unit.index, input) ?? findGap(evidence, unit.index, input);
  return found === undefined
    ? unitFinding(evidence, unit, problem)
    : atCell(found.file, found.cell.line, found.cell.field, problem);
}

function unitFinding(evidence: Evidence, unit: Unit, problem: Problem): Finding {
  const file = evidence.files.find(({ lines }) => lines.has(unit.index));
  const line = file?.lines.get(unit.index);
  if (file !== undefined && line !== undefined) return atCell(file.name, line, 0, problem);
  return evidence.files[0] === undefined ? problem : inFile(evidence.files[0].name, problem);
}

/** Figures by kind of unit that leave this kind out: 0 would be a guess. */
const figuresThatAreUnsaid = (plan: Plan, { unsaid }: Profile, unit: Unit): Problem[] =>
  unsaid.map(({ node, key }) => problems.caseNone(unit.name, plan.nodes[node]?.name ?? "", key));

/** Declared points against those inside, for a kind of unit. */
const pointsThatDisagree = (plan: Plan, profile: Profile, unit: Unit): Problem[] =>
  disagreeing(plan, profile).map(({ group, declared, inside }) =>
    problems.pointsDisagree(group.name, unit.name, formatExact(declared), formatExact(inside)),
  );

/**
 * The inputs of items that are not for a kind of unit: a value in one of them would be passed over, and
 * is more likely a slip of the column or of the category.
 */
const idleInputsOf = forLast((plan: Plan): ((profile: Profile) => readonly number[]) => {
  const known = new Map<Profile, readonly number[]>();
  const inputsOfLeaf = (leaf: LeafPlan): number[] =>
    leaf.variants.flatMap(({ inputs }) => inputs.flatMap((input) => inputsBehind(plan, input)));
  const elsewhere = [
    ...decisiveConditions(plan).flatMap(inputsOf),
    ...plan.ranking.ties.flatMap((tie) => (tie.by === "input" ? [tie.input] : [])),
  ].flatMap((input) => inputsBehind(plan, input));
  return (profile) => {
    let idle = known.get(profile);
    if (idle === undefined) {
      const used = new Set([
        ...elsewhere,
        ...plan.leaves.filter(({ index }) => profile.reached[index]).flatMap(inputsOfLeaf),
      ]);
      const others = plan.leaves.filter(({ index }) => profile.reached[index] !== true).flatMap(inputsOfLeaf);
      idle = [...new Set(others)].filter(
        (input) => !used.has(input) && plan.inputs[input]?.source.from === "submissions",
      );
      known.set(profile, idle);
    }
    return idle;
  };
});

/** The mean share of its points that the other units earned on an indicator (domain M22). */
function createMeans(
  plan: Plan,
  units: readonly Unit[],
  shareOf: (unit: Unit, leaf: LeafPlan) => Rational | undefined,
): (entry: number, unit: number) => Rational | undefined {
  const known = new Map<number, { sum: Rational; count: number; shares: (Rational | undefined)[] }>();
  return (entry, unit) => {
    let tally = known.get(entry);
    if (tally === undefined) {
      const planned = plan.entries[entry];
      const shares = units.map((one) => (planned?.kind === "leaf" ? shareOf(one, planned.leaf) : undefined));
      const given = shares.filter((share) => share !== undefined);
      tally = { sum: given.reduce(add, zero), count: given.length, shares };
      known.set(entry, tally);
    }
    const own = tally.shares[unit];
    const count = tally.count - (own === undefined ? 0 : 1);
    return count === 0 ? undefined : divide(subtract(tally.sum, own ?? zero), rational(count));
  };
}

function meanOfNone(plan: Plan, entry: number, unit: Unit, evidence: Evidence): Finding[] {
  const planned = plan.entries[entry];
  if (planned?.kind !== "leaf") return [];
  return [
    locate(
      evidence,
      unit,
      planned.leaf.variants[0]?.inputs[0] ?? 0,
      problems.meanOfNone(unit.name, planned.leaf.name),
    ),
  ];
}

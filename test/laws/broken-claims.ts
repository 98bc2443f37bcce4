import type { Assessment } from "../../src/assess.ts";
import { compare, formatExact, isNegative, isZero, zero } from "../../src/base/rational.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { judgeAll } from "../../src/outcome/judge.ts";
import type { Path, RubricDocument } from "../../src/rubric/document.ts";
import type { LeafPlan } from "../../src/rubric/plan.ts";

/** Whether a finding says something of the value at a path. */
type Says = (code: string, path: Path) => Finding | undefined;

function sayingOf(document: RubricDocument, findings: readonly Finding[]): Says {
  return (code, path) => {
    const { span } = document.place(path);
    return findings.find(
      (finding) => finding.code === code && JSON.stringify(finding.span) === JSON.stringify(span),
    );
  };
}

/** What `check` says of a rubric and some unit of an assessment proves wrong. */
export function brokenClaims(
  document: RubricDocument,
  findings: readonly Finding[],
  assessment: Assessment,
): readonly string[] {
  const says = sayingOf(document, findings);
  return [
    ...brokenLimits(says, assessment),
    ...brokenPoints(says, assessment),
    ...brokenDecisions(says, assessment),
  ];
}

/** Caps and floors that do come into play. */
function brokenLimits(says: Says, { plan, results }: Assessment): readonly string[] {
  return results.flatMap(({ score: { unit, contributions } }) =>
    plan.nodes.flatMap((node) => {
      const changed = node.kind === "group" && node.capEntry !== undefined && contributions[node.capEntry];
      if (changed === undefined || changed === false || isZero(changed)) return [];
      const told =
        node.index !== 0
          ? says("cap-never-binds", [...node.origin, "cap"])
          : isNegative(changed)
            ? says("cap-never-binds", ["total", "cap"])
            : says("floor-never-binds", ["total", "floor"]);
      return told === undefined ? [] : [`${unit.name}, ${node.id}: ${told.message.en}`];
    }),
  );
}

/** Points that are earned, and bands that are reached. */
function brokenPoints(says: Says, assessment: Assessment): readonly string[] {
  const { plan, results } = assessment;
  return plan.leaves.flatMap((leaf) => {
    const scores = results.filter(({ score }) => score.profile.reached[leaf.index] === true);
    const short = says("points-unattainable", [...leaf.origin, "points"]);
    const forAll = short?.message.zh.includes("最好的单位也") === true ? short : undefined;
    const constant = says("points-constant", leaf.origin);
    const handedIn = scores.flatMap(({ score }) =>
      score.states[leaf.entry] === "scored" ? [formatExact(score.earned[leaf.index] ?? zero)] : [],
    );
    const full = scores.filter(({ score }) => {
      const points = score.profile.points[leaf.index];
      const earned = score.earned[leaf.index];
      return points !== undefined && earned !== undefined && compare(earned, points) >= 0;
    });
    return [
      ...(forAll !== undefined && full.length > 0 ? [`${leaf.id}: ${forAll.message.en}`] : []),
      ...(constant !== undefined && new Set(handedIn).size > 1 ? [`${leaf.id}: ${constant.message.en}`] : []),
      ...scores
        .flatMap(({ score }) => bandsOf(assessment, score.unit.index, leaf))
        .flatMap((band) => {
          const told = says("band-never", [...leaf.origin, "bands", band]);
          return told === undefined ? [] : [`${leaf.id}: ${told.message.en}`];
        }),
    ];
  });
}

/** The bands that a unit is in. */
function bandsOf({ scores }: Assessment, unit: number, leaf: LeafPlan): readonly number[] {
  const found: number[] = [];
  if (leaf.rule.kind !== "bands") return found;
  scores.rescore(unit, leaf, ({ outcome }) => {
    if (typeof outcome === "object" && typeof outcome.branch === "number") found.push(outcome.branch);
  });
  return found;
}

/** Outcomes that units get, vetoes and gates that do come out the other way. */
function brokenDecisions(says: Says, assessment: Assessment): readonly string[] {
  const { plan, results, scores, phases, evidence, asOf } = assessment;
  const verdicts = judgeAll({ plan, ranked: results, scores, phases, evidence, asOf });
  return verdicts.flatMap(({ rule, facts }) => {
    const told = [
      ...plan.outcomes.map((_, index) => brokenOutcome(says, rule ?? plan.outcomes.length, index)),
      ...plan.vetoes.map(({ origin }, index) =>
        says(facts.vetoes[index] === true ? "veto-never" : "veto-always", [...origin, "when"]),
      ),
      ...plan.gates.map(({ origin }, index) =>
        says(facts.unmetGates[index] === true ? "gate-always-met" : "gate-never-met", [
          ...origin,
          "requires",
        ]),
      ),
    ];
    return told.flatMap((finding) =>
      finding === undefined ? [] : [`${facts.unit.name}: ${finding.message.en}`],
    );
  });
}

/** What is said of the outcome at `index`, where a unit decided by the rule at `rule` proves it wrong. */
function brokenOutcome(says: Says, rule: number, index: number): Finding | undefined {
  const told = says("outcome-unreachable", ["outcomes", index, "when"]);
  // Either nobody gets it, or everybody does who comes to it.
  const stopsAll = told?.message.en.startsWith("every unit meets") === true;
  return (stopsAll ? rule > index : rule === index) ? told : undefined;
}

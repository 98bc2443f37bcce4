import type { Assessment, Result } from "../../assess.ts";
import { type Day, formatDay } from "../../base/date.ts";
import { type Language, say } from "../../base/language.ts";
import { formatDecimal, formatExact, formatFraction, type Rational, zero } from "../../base/rational.ts";
import type { Standing } from "../../evidence/standing.ts";
import type { Plan } from "../../rubric/plan.ts";
import { maximumOf } from "../../scoring/combine.ts";
import { phaseScore } from "../../scoring/phases.ts";
import { findingJson } from "../findings/json.ts";
import { entryId, entryName, showPoints, tally } from "../league-table.ts";
import type { Reporter } from "../reporter.ts";

/** The whole assessment as one document; numbers are texts, exact and decimal. */
export const json: Reporter = {
  extensions: ["json"],
  render(assessment, facts, { language }) {
    const { plan } = assessment;
    const document = {
      format: "ceping/assessment",
      formatVersion: 1,
      tool: facts.tool,
      rubric: { ...plan.rubric, ...validJson(plan), sha256: facts.rubricSha256 },
      inputs: facts.inputs,
      asOf: facts.asOf ?? null,
      units: unitsJson(assessment, language),
      tally: Object.fromEntries(tally(assessment)),
      findings: facts.findings.map((finding) => findingJson(finding, language)),
    };
    return `${JSON.stringify(document, null, 2)}\n`;
  },
};

/** Every unit with its result, in order of rank within each group. */
export function unitsJson(assessment: Assessment, language: Language) {
  const { plan, results } = assessment;
  return results.map((result) => ({
    unit: result.score.unit.key,
    name: result.score.unit.name,
    group: result.group,
    rank: result.rank,
    tied: result.tied,
    total: showPoints(plan, result.score.total),
    exact: formatFraction(result.score.total),
    outcome: result.outcome ?? null,
    reasons: result.reasons.map(({ clause, text }) => ({ clause, text: say(text, language) })),
    ...overrideOf(result),
    near: (result.near?.() ?? []).map(({ clause, outcome, text }) => ({
      clause,
      outcome,
      text: say(text, language),
    })),
    ...(result.marks === undefined ? {} : { marks: marksOf(assessment, result) }),
    ...(plan.titles.length === 0 ? {} : { titles: titlesOf(plan, result) }),
    indicators: plan.entries.map((entry, index) => ({
      id: entryId(entry),
      name: say(entryName(entry), language),
      kind: entry.kind === "leaf" ? entry.leaf.part : entry.kind,
      points: showPoints(plan, result.score.contributions[index] ?? zero),
      exact: formatFraction(result.score.contributions[index] ?? zero),
      max:
        entry.kind === "leaf"
          ? showMaximum(plan, maximumOf(plan, result.score.profile, result.score, index))
          : null,
      state: result.score.states[index],
    })),
    groups: groupsOf(plan, result),
    ...(plan.phases === undefined ? {} : { phases: phasesOf(assessment, result) }),
  }));
}

/** The days of the version that was used, where the rubric has several. */
export const validJson = ({ rubric: { valid } }: Plan) =>
  valid === undefined
    ? {}
    : {
        valid: {
          from: valid.from === undefined ? null : formatDay(valid.from),
          to: valid.to === undefined ? null : formatDay(valid.to),
        },
      };

/** The most an entry can add, in the shortest exact decimal text; null where there is no limit. */
function showMaximum(plan: Plan, max: Rational | undefined): string | null {
  if (max === undefined) return null;
  const exact = formatExact(max);
  return exact.includes("/") ? formatDecimal(max, plan.rounding.places, plan.rounding.mode) : exact;
}

/** The computed outcome, where it was changed by hand, and by whom; the reasons are those of the computed one. */
const overrideOf = ({ computed, override }: Result) =>
  override === undefined
    ? {}
    : { computed: computed ?? null, override: { ...override, date: formatDay(override.date) } };

/** What alone has made the decision what it is. */
const marksOf = ({ evidence }: Assessment, { marks = [] }: Result) =>
  marks.map(({ kind, otherwise, instead }) => ({
    kind,
    otherwise: otherwise ?? null,
    instead: instead.map(({ unit, outcome }) => ({
      unit: evidence.units[unit]?.key ?? "",
      outcome: outcome ?? null,
    })),
  }));

/** The titles before and after the decision, and what else it leaves the unit with. */
const titlesOf = (plan: Plan, { before, after }: Result) => {
  const names = ({ titles }: Standing): string[] => titles.map(({ title }) => plan.titles[title]?.name ?? "");
  const day = (until: Day | undefined): string | null => (until === undefined ? null : formatDay(until));
  return {
    before: names(before),
    after: names(after),
    suspendedUntil: day(after.suspendedUntil),
    bannedUntil: day(after.bannedUntil),
    rectifyBy: day(after.rectifyBy),
  };
};

/** The groups' points on their own scales: what lines on a group look at. */
const groupsOf = (plan: Plan, { score }: Result) =>
  plan.nodes.flatMap((node) => {
    const earned = score.earned[node.index];
    if (node.kind !== "group" || node.index === 0) return [];
    return [
      {
        id: node.id,
        name: node.name,
        points: earned === undefined ? null : showPoints(plan, earned),
        exact: earned === undefined ? null : formatFraction(earned),
      },
    ];
  });

/** The totals of the other runs of the rubric. */
const phasesOf = ({ plan, phases, evidence }: Assessment, { score }: Result) =>
  (plan.phases?.list ?? []).flatMap((name, index) => {
    const run = phaseScore(phases, evidence, index, score.unit.index);
    if (index === plan.phases?.result || run === undefined) return [];
    return [{ name, total: showPoints(plan, run.total), exact: formatFraction(run.total) }];
  });

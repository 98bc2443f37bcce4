import type { Day } from "../base/date.ts";
import { joinTexts } from "../base/language.ts";
import { problems } from "../findings/catalog.ts";
import { type Finding, type Outcome, outcomeOf } from "../findings/finding.ts";
import type { OutcomePlan, Plan } from "../rubric/plan.ts";
import { locate } from "../scoring/score.ts";
import { type JudgeInput, type JudgeReports, judgeAll, type Verdict } from "./judge.ts";
import { type Mark, marksOf } from "./marks.ts";
import { type NearRule, nearRules } from "./near.ts";
import type { QuotaFault } from "./quota.ts";
import { type Reason, reasonsFor } from "./reasons.ts";

/** Why, by whom and when the outcome of a unit was changed by hand. */
export interface Override {
  readonly reason: string;
  readonly by: string;
  readonly date: Day;
}

export interface Decision {
  /** Undefined where the rubric names no outcomes, or none fits. */
  readonly outcome: string | undefined;
  /** The rule that was taken, by its place, and its clause. */
  readonly rule?: number;
  readonly clause?: string;
  readonly reasons: readonly Reason[];
  /** The outcome that the rules gave, where it was changed by hand. */
  readonly computed?: string;
  /** Who changed it, when and why; the rule and its clause are then those of the new outcome, the reasons and marks those of the computed one. */
  readonly override?: Override;
  /** What alone has made the decision what it is: a tie-break, rounding, a deduction. */
  readonly marks?: readonly Mark[];
  /** The rules that came near; worked out when asked for. */
  near?(): readonly NearRule[];
}

/** The outcome of every ranked unit: the first rule that holds and has a place for it. */
export function decide(input: JudgeInput): Outcome<readonly Decision[]> {
  const { plan, ranked, evidence } = input;
  const findings: Finding[] = [];
  const verdicts = judgeAll(input, reportsInto(input, findings));
  const marks = marksOf(input, verdicts);
  const decisions = verdicts.map((verdict, index): Decision => {
    const unit = ranked[index]?.score.unit;
    if (verdict.outcome === undefined && plan.outcomes.length > 0 && unit !== undefined)
      findings.push(locate(evidence, unit, -1, problems.outcomeNone(unit.name)));
    const own = marks[index] ?? [];
    return {
      ...decisionOf(plan, verdict),
      ...(own.length === 0 ? {} : { marks: own }),
      // What a verdict rests on is kept only where there are rules to have come near.
      ...(plan.outcomes.length === 0 ? {} : { near: () => nearRules(plan, verdict) }),
    };
  });
  return outcomeOf(decisions, findings);
}

function decisionOf(plan: Plan, verdict: Verdict): Decision {
  const rule = verdict.rule === undefined ? undefined : plan.outcomes[verdict.rule];
  if (verdict.rule === undefined || rule === undefined) return { outcome: undefined, reasons: [] };
  const reasons = withPlace(reasonsFor(plan, rule, verdict.facts), rule, verdict);
  return { outcome: verdict.outcome, rule: verdict.rule, clause: rule.clause, reasons };
}

/** The reasons with the place within the quota of the rule that was taken, beside what met that rule. */
function withPlace(
  reasons: readonly Reason[],
  rule: OutcomePlan,
  { rule: index = -1, placings }: Verdict,
): readonly Reason[] {
  const placing = placings.get(index);
  if (placing === undefined) return reasons;
  const { place, size, eligible, tied, verdict } = placing;
  const from =
    rule.quota?.from === "worst" ? { zh: "倒数第", en: "from the bottom" } : { zh: "第", en: "from the top" };
  const parts = [
    {
      zh: `符合这一条的 ${eligible} 个单位中列${from.zh} ${place}${tied ? "（并列）" : ""}，名额 ${size} 个`,
      en: `place ${place} ${from.en}${tied ? " (shared)" : ""} of the ${eligible} units that meet this, with ${size} ${size === 1 ? "place" : "places"}`,
    },
    ...(verdict === "referred"
      ? [{ zh: "并列在最后一个名额上", en: "level on the last place with others" }]
      : []),
  ];
  const text = joinTexts(parts, "，", ", ");
  const own = reasons.findLastIndex(({ clause }) => clause === rule.clause); // a veto may have the same number
  const before = reasons[own];
  if (before === undefined) return [...reasons, { clause: rule.clause, text }];
  return reasons.with(own, { clause: rule.clause, text: joinTexts([before.text, text], "；", "; ") });
}

/** Puts what comes up while units are judged where it stands; the same is told once of a unit. */
function reportsInto({ plan, evidence, units }: JudgeInput, findings: Finding[]): JudgeReports {
  const told = new Set<string>();
  const once = (key: string, finding: () => Finding): void => {
    if (told.has(key)) return;
    told.add(key);
    findings.push(finding());
  };
  return {
    missing: ({ unit }, input) =>
      once(`input ${unit.index} ${input}`, () =>
        locate(evidence, unit, input, problems.valueMissing(unit.name, plan.inputs[input]?.name ?? "")),
      ),
    missingYear: ({ unit }, result, year) =>
      once(`year ${unit.index} ${result} ${year}`, () =>
        locate(
          evidence,
          unit,
          -1,
          problems.earlierMissing(unit.name, plan.years.results[result]?.name ?? "", year),
        ),
      ),
    quota: (rule, fault) => {
      if (units === "some" && (fault.kind === "above" || fault.kind === "ample")) return;
      once(`quota ${rule.origin.join(".")} ${fault.kind} ${fault.group}`, () => ({
        ...quotaProblem(rule, fault),
        origin: [...rule.origin, "quota"],
      }));
    },
  };
}

const quotaProblem = (rule: OutcomePlan, fault: QuotaFault) => {
  if (fault.kind === "above") return problems.quotaAbove(rule.name, fault.group, fault.most, fault.size);
  if (fault.kind === "ample") return problems.quotaAmple(rule.name, fault.group, fault.most, fault.size);
  if (fault.kind === "empty") return problems.quotaEmpty(rule.name, fault.group, fault.eligible);
  return fault.kind === "differs"
    ? problems.quotaDiffers(rule.name, fault.group)
    : problems.quotaUnsaid(rule.name, fault.group);
};

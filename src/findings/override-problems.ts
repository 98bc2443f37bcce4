import { listed, nearOr, problem, quoted } from "./problem.ts";

/** What can be wrong with decisions that were changed by hand. */
export const overrideProblems = {
  overrideField: (found: string, known: readonly string[], near: string | undefined) =>
    problem(
      "override-field",
      "error",
      { zh: `“${quoted(found)}”不能人工变更`, en: `"${quoted(found)}" cannot be changed by hand` },
      nearOr(near, known),
    ),
  overrideOutcome: (found: string, known: readonly string[], near: string | undefined) =>
    problem(
      "override-outcome",
      "error",
      found === ""
        ? { zh: "没有写改成什么结果", en: "it is not said what the outcome was changed to" }
        : { zh: `体系里没有结果“${quoted(found)}”`, en: `the rubric has no outcome "${quoted(found)}"` },
      nearOr(near, known) ?? { zh: "这个体系没有结果可改", en: "this rubric has no outcomes to be changed" },
    ),
  overrideAmbiguous: (outcome: string, clauses: readonly string[]) => {
    const numbers = listed(clauses);
    return problem(
      "override-ambiguous",
      "error",
      {
        zh: `结果是“${quoted(outcome)}”的有几条（${numbers.zh}），对称号的后果不同`,
        en: `several rules give "${quoted(outcome)}" (${numbers.en}), and their effects on titles differ`,
      },
      {
        zh: `写其中一条的序号：${numbers.zh}`,
        en: `write the number of the one that is meant: ${numbers.en}`,
      },
    );
  },
  overrideIncomplete: (column: "reason" | "by" | "date") => {
    const word = lacking[column] ?? lacking.reason;
    return problem(
      "override-incomplete",
      "error",
      { zh: `人工变更没有写${word.zh}`, en: `a change by hand does not say ${word.en}` },
      {
        zh: "理由、决定人和日期都要写，以备核查",
        en: "reason, by and date are all needed, so that anybody can look the decision up",
      },
    );
  },
  overrideLater: (date: string, asOf: string) =>
    problem(
      "override-later",
      "warning",
      {
        zh: `变更的日期 ${quoted(date)} 在基准日 ${quoted(asOf)} 之后；变更照样有效`,
        en: `the change of ${quoted(date)} comes after the reference date, ${quoted(asOf)}; it counts all the same`,
      },
      {
        zh: "核对日期，以及这是不是这一年的变更",
        en: "check the date, and whether it is this assessment that was changed",
      },
    ),
  overrideTwice: (unit: string, line: number) =>
    problem(
      "override-twice",
      "error",
      {
        zh: `“${quoted(unit)}”的结果变更了两次，前一次在第 ${line} 行`,
        en: `the outcome of "${quoted(unit)}" is changed twice, before on line ${line}`,
      },
      {
        zh: "只留最后的决定；原值写计算出的结果",
        en: "keep the decision that stands; old is the outcome that was computed",
      },
    ),
  overrideStale: (unit: string, old: string | undefined, now: string | undefined) =>
    problem(
      "override-stale",
      "error",
      {
        zh: `“${quoted(unit)}”现在算出的结果是${named(now).zh}，不是${named(old).zh}：这项变更不再成立`,
        en: `the outcome computed for "${quoted(unit)}" is now ${named(now).en}, not ${named(old).en}: the change no longer stands`,
      },
      {
        zh: "数据或体系改了，请决定人重新看一遍：仍要变更的，改写原值；不再需要的，删去这一行",
        en: "data or rubric have changed: let those who decided look again, then write what is computed now as old, or take out the row",
      },
    ),
  overrideSame: (unit: string, outcome: string) =>
    problem(
      "override-same",
      "error",
      {
        zh: `“${quoted(unit)}”的新值和原值都是“${quoted(outcome)}”，什么也没有变更`,
        en: `old and new of "${quoted(unit)}" are both "${quoted(outcome)}": nothing is changed`,
      },
      { zh: "改正新值，或删去这一行", en: "mend the new outcome, or take out the row" },
    ),
};

const lacking = {
  reason: { zh: "理由", en: "why" },
  by: { zh: "决定人", en: "who decided it" },
  date: { zh: "日期", en: "when" },
} as const;

const named = (outcome: string | undefined) =>
  outcome === undefined
    ? { zh: "（无）", en: "none" }
    : { zh: `“${quoted(outcome)}”`, en: `"${quoted(outcome)}"` };

import type { Text } from "../base/language.ts";
import { formatExact, type Rational } from "../base/rational.ts";
import { problem, quoted } from "./problem.ts";

/** A kind of unit in words: its category, tags and columns; nothing where the rubric makes no difference. */
const ofKind = (kind: string): Text =>
  kind === "" ? { zh: "", en: "" } : { zh: `（${quoted(kind)}）`, en: ` (${quoted(kind)})` };

const between = (low: Rational | undefined, high: Rational | undefined): Text => {
  const show = (end: Rational | undefined, none: string): string =>
    end === undefined ? none : formatExact(end);
  return {
    zh: `${show(low, "不限")} 至 ${show(high, "不限")}`,
    en: `${show(low, "no limit")} to ${show(high, "no limit")}`,
  };
};

const witnessHint: Text = {
  zh: "用 --witness 文件夹 可写出这样的一份报送数据",
  en: "--witness with a folder writes such a submission",
};
const and = (hint: Text): Text => ({
  zh: `${hint.zh}；${witnessHint.zh}`,
  en: `${hint.en}; ${witnessHint.en}`,
});

/** What is said of the only unit of a group. */
const onlyUnit = ({ zh, en }: Text): Text => ({
  zh: `组里只有一个单位时，它是第一也是末位：${zh}`,
  en: `the only unit of a group is both its first and its last: ${en}`,
});

/** What the only unit of a group comes to, by what compares it with its group. */
export const ofOnlyUnit = {
  last: (name: string): Text => ({
    zh: `最好的单位也会得到“${quoted(name)}”`,
    en: `even the best gets "${quoted(name)}"`,
  }),
  first: (name: string): Text => ({
    zh: `最差的单位也会得到“${quoted(name)}”`,
    en: `even the worst gets "${quoted(name)}"`,
  }),
  "not-last": (name: string): Text => ({
    zh: `最好的单位也得不到“${quoted(name)}”`,
    en: `even the best does not get "${quoted(name)}"`,
  }),
  veto: (name: string): Text => ({
    zh: `最好的单位也会被否决（“${quoted(name)}”）`,
    en: `the veto "${quoted(name)}" strikes even the best`,
  }),
  gate: (name: string): Text => ({
    zh: `最好的单位也达不到准入条件“${quoted(name)}”`,
    en: `even the best does not meet the gate "${quoted(name)}"`,
  }),
  "item-met": (name: string): Text => ({
    zh: `最差的单位也算达到“${quoted(name)}”`,
    en: `even the worst meets "${quoted(name)}"`,
  }),
  "item-unmet": (name: string): Text => ({
    zh: `最好的单位也达不到“${quoted(name)}”`,
    en: `even the best does not meet "${quoted(name)}"`,
  }),
};

const onlyUnitHint = and({
  zh: "再加一条分数或数据的界限；每组都不止一个单位的，用注释写明",
  en: "add a line on the score or the figure itself; where every group has several units, say so in a comment",
});

/** What is proven of a rubric that reads: it can do, or can never do, what its authors will hardly have meant. */
export const proofProblems = {
  outcomeUnreachable: (name: string, low: Rational | undefined, high: Rational | undefined) => {
    const range = between(low, high);
    return problem(
      "outcome-unreachable",
      "warning",
      {
        zh: `没有单位能得到结果“${quoted(name)}”（总分不出 ${range.zh}）`,
        en: `no unit can get the outcome "${quoted(name)}" (totals lie within ${range.en})`,
      },
      {
        zh: "前面的规定先成立，或条件做不到：检查各条的先后和界限",
        en: "an earlier rule holds first, or the condition cannot be met: look at their order and their lines",
      },
    );
  },
  outcomeStopsAll: (name: string, after: readonly string[]) =>
    problem(
      "outcome-unreachable",
      "warning",
      {
        zh: `每个单位都符合“${quoted(name)}”的条件：后面的${after.map((one) => `“${quoted(one)}”`).join("、")}没有单位能得到`,
        en: `every unit meets the condition of the outcome "${quoted(name)}": no unit can get what comes after it (${after.map((one) => `"${quoted(one)}"`).join(", ")})`,
      },
      {
        zh: "检查它的界限；确实是其余单位都得的，写成最后一条 otherwise: yes",
        en: "look at its line; where it is meant for all that are left, make it the last one, with otherwise: yes",
      },
    ),
  outcomeGap: (total: string, kind: string) => {
    const of = ofKind(kind);
    return problem(
      "outcome-gap",
      "warning",
      {
        zh: `有的单位得不到任何结果，例如总分 ${total} 的单位${of.zh}`,
        en: `some units get no outcome, such as one${of.en} with a total of ${total}`,
      },
      and({
        zh: "在最后写一条 otherwise: yes，或补上漏掉的一段",
        en: "end with a rule that says otherwise: yes, or add what is left out",
      }),
    );
  },
  outcomeOnlyRounded: (name: string, what: Text, exact: string, shown: string) =>
    problem(
      "outcome-only-rounded",
      "warning",
      {
        zh: `只有靠修约才能得到结果“${quoted(name)}”：${quoted(what.zh)}实际 ${exact}，修约成 ${shown} 才算`,
        en: `the outcome "${quoted(name)}" is reached through rounding only: ${quoted(what.en)} ${exact} counts as ${shown}, to which it is rounded`,
      },
      and({
        zh: "检查界限和能得的最高分；要按未修约的数判断，写 rounding 的 lines: exact",
        en: "look at the line and at what can be earned; to judge by exact figures write lines: exact under rounding",
      }),
    ),
  vetoNever: (name: string) =>
    problem(
      "veto-never",
      "warning",
      { zh: `否决事项“${quoted(name)}”不可能发生`, en: `the veto "${quoted(name)}" can never occur` },
      {
        zh: "它的条件做不到：检查界限和数据的范围",
        en: "its condition cannot be met: look at its lines and at what the data may be",
      },
    ),
  vetoAlways: (name: string) =>
    problem(
      "veto-always",
      "warning",
      {
        zh: `否决事项“${quoted(name)}”对任何单位都成立，最好的单位也不例外`,
        en: `the veto "${quoted(name)}" holds for every unit, even for the best`,
      },
      and({ zh: "检查条件的方向和界限", en: "look at the direction and the line of its condition" }),
    ),
  gateNeverMet: (name: string) =>
    problem(
      "gate-never-met",
      "warning",
      {
        zh: `准入条件“${quoted(name)}”没有单位能达到，最好的单位也不例外`,
        en: `no unit can meet the gate "${quoted(name)}", not even the best`,
      },
      and({ zh: "检查条件的方向和界限", en: "look at the direction and the line of its condition" }),
    ),
  gateAlwaysMet: (name: string) =>
    problem(
      "gate-always-met",
      "warning",
      {
        zh: `准入条件“${quoted(name)}”任何单位都达到，等于没有`,
        en: `every unit meets the gate "${quoted(name)}", as if it were not there`,
      },
      { zh: "检查条件的方向和界限，或删去它", en: "look at the direction and the line, or remove it" },
    ),
  capNeverBinds: (name: string, cap: Rational, most: Rational) =>
    problem(
      "cap-never-binds",
      "warning",
      {
        zh: `“${quoted(name)}”的上限 ${formatExact(cap)} 不起作用：最多只能得 ${formatExact(most)}`,
        en: `the cap of ${formatExact(cap)} on "${quoted(name)}" has no effect: no more than ${formatExact(most)} can be earned`,
      },
      {
        zh: "检查上限和里面各项的分值，或删去上限",
        en: "look at the cap and at the points inside, or remove the cap",
      },
    ),
  floorNeverBinds: (floor: Rational, least: Rational) =>
    problem(
      "floor-never-binds",
      "warning",
      {
        zh: `总分的下限 ${formatExact(floor)} 不起作用：最少也能得 ${formatExact(least)}`,
        en: `the floor of ${formatExact(floor)} under the total has no effect: no less than ${formatExact(least)} can be earned`,
      },
      { zh: "检查下限和减分项，或删去下限", en: "look at the floor and the deductions, or remove the floor" },
    ),
  kindPoints: (group: string, kind: string, declared: string, inside: string) => {
    const of = ofKind(kind);
    return problem(
      "kind-points",
      "warning",
      {
        zh: `对这类单位${of.zh}，“${quoted(group)}”写明 ${declared} 分，里面合计却是 ${inside} 分`,
        en: `for this kind of unit${of.en} "${quoted(group)}" declares ${declared} points, but those inside add up to ${inside}`,
      },
      and({
        zh: "检查按类别写的分值和适用范围",
        en: "look at the points by category, and at what the items apply to",
      }),
    );
  },
  pointsUnattainable: (name: string, points: Rational, most: Rational, kind: string) => {
    const of = ofKind(kind);
    return problem(
      "points-unattainable",
      "warning",
      {
        zh: `“${quoted(name)}”值 ${formatExact(points)} 分，最好的单位${of.zh}也只能得 ${formatExact(most)} 分`,
        en: `"${quoted(name)}" is worth ${formatExact(points)}, but the best unit${of.en} can earn ${formatExact(most)} at most`,
      },
      and({
        zh: "检查等级、分段和数据的上限，让最好的一档等于分值",
        en: "look at the steps, the bands and the limits of the data: the best should be worth the points",
      }),
    );
  },
  /** The same of a deduction: what it can take. */
  deductionUnattainable: (name: string, points: Rational, most: Rational, kind: string) => {
    const of = ofKind(kind);
    return problem(
      "points-unattainable",
      "warning",
      {
        zh: `减分项“${quoted(name)}”最多扣 ${formatExact(points)} 分，最差的单位${of.zh}也只扣得到 ${formatExact(most)} 分`,
        en: `the deduction "${quoted(name)}" is worth ${formatExact(points)}, but the worst unit${of.en} can lose ${formatExact(most)} at most`,
      },
      and({
        zh: "检查等级、分段和数据的上限，让最重的一档等于分值",
        en: "look at the steps, the bands and the limits of the data: the hardest should take all the points",
      }),
    );
  },
  pointsConstant: (name: string, points: Rational) =>
    problem(
      "points-constant",
      "warning",
      {
        zh: `“${quoted(name)}”无论数据怎样都得 ${formatExact(points)} 分`,
        en: `"${quoted(name)}" earns ${formatExact(points)} whatever the data say`,
      },
      {
        zh: "检查规则；确实人人都得的，用 rule: fixed",
        en: "look at the rule; for points that everybody gets write rule: fixed",
      },
    ),
  missingGains: (name: string, silent: string, said: string) =>
    problem(
      "missing-gains",
      "warning",
      {
        zh: `“${quoted(name)}”不报比报得不好更合算：不报总分 ${silent}，如实报最差的是 ${said}`,
        en: `on "${quoted(name)}" silence pays: handing in nothing makes a total of ${silent}, the worst figure one of ${said}`,
      },
      and({
        zh: "缺报写成 missing: zero 或 finding；由主管部门填、不报就是没有的，可以允许",
        en: "write missing: zero or finding; where the office fills it in and nothing means none, allow it",
      }),
    ),
  gateMissingPasses: (name: string) =>
    problem(
      "gate-missing-passes",
      "warning",
      {
        zh: `准入条件“${quoted(name)}”不报也算达到`,
        en: `the gate "${quoted(name)}" counts as met where nothing is handed in`,
      },
      {
        zh: "gates 的 missing 写成 no 或 finding",
        en: "write missing: no or finding under gates",
      },
    ),
  /** `real` is what the line comes to; undefined where no rounded figure is equal to it. */
  lineFinerThanRounding: (line: Text, places: number, real: Text | undefined, exact: boolean) =>
    problem(
      "line-finer-than-rounding",
      "warning",
      {
        zh: `界限“${line.zh}”比修约的 ${places} 位小数更细，${real === undefined ? "修约后的数都不等于它" : `实际就是“${real.zh}”`}`,
        en: `the line "${line.en}" is finer than the rounding to ${places} decimal places: ${real === undefined ? "no rounded figure is equal to it" : `in effect it is "${real.en}"`}`,
      },
      exact
        ? {
            zh: "界限写到修约的位数；lines: exact 不起作用，因为 rounding 的 at 已把这个数修约过",
            en: "write the line to the places of rounding; lines: exact does not help, because at under rounding has rounded this figure",
          }
        : {
            zh: "界限写到修约的位数；要按未修约的数判断，写 rounding 的 lines: exact",
            en: "write the line to the places of rounding; to judge by exact figures write lines: exact under rounding",
          },
    ),
  relativeIgnoresTies: (places: Text) =>
    problem(
      "relative-ignores-ties",
      "warning",
      {
        zh: `${places.zh}不看 ties 怎样破同分：并列在界上的都算在内`,
        en: `${places.en} take no notice of ties: all who are level on the last place are among them`,
      },
      {
        zh: "本意就是并列的都算，就用注释允许；否则把界上的单位交人工核定",
        en: "where all of them are meant, allow it; otherwise have the units on that place looked at by hand",
      },
    ),
  /** `exact` is the key under `rounding` that makes them go by exact figures. */
  tiesByRounding: (places: Text, whose: Text, item: string, exact: "lines" | "ranks") =>
    problem(
      "ties-by-rounding",
      "warning",
      {
        zh: `${places.zh}看的是修约到整数的${whose.zh}，“${quoted(item)}”却会有小数：修约后相同的单位都在界上，没有破同分的规定`,
        en: `${places.en} go by the ${whose.en} in whole points, but "${quoted(item)}" gives parts of points: units that come to the same are level on the last place, and nothing breaks the tie`,
      },
      {
        zh: `rounding 里多留几位小数，或写 ${exact}: exact${exact === "ranks" ? "，或写出怎样破同分" : ""}；本意就是修约后相同算并列的，用注释允许`,
        en: `leave decimals or write ${exact}: exact under rounding${exact === "ranks" ? ", or say how ties are broken" : ""}; where equal whole points are meant to tie, allow it`,
      },
    ),
  groupOfOne: (what: Text) => problem("group-of-one", "warning", onlyUnit(what), onlyUnitHint),
  groupOfOneEqual: (name: string) =>
    problem(
      "group-of-one",
      "warning",
      onlyUnit({
        zh: `最好的单位在“${quoted(name)}”上也得 0 分`,
        en: `even the best earns 0 on "${quoted(name)}"`,
      }),
      and({
        zh: "写 if-equal: full，或在全体单位中比（over: all）；每组都不止一个单位的，用注释写明",
        en: "write if-equal: full, or compare all units (over: all); where every group has several units, say so in a comment",
      }),
    ),
  notMonotone: (name: string, steps: readonly { readonly figure: string; readonly points: string }[]) => {
    const show = (language: "zh" | "en"): string =>
      steps
        .map(({ figure, points }) =>
          language === "zh" ? `${figure} 得 ${points} 分` : `${figure} earns ${points}`,
        )
        .join(language === "zh" ? "，" : ", ");
    return problem(
      "not-monotone",
      "warning",
      {
        zh: `“${quoted(name)}”数据越好得分不一定越高：${show("zh")}`,
        en: `on "${quoted(name)}" a better figure may earn less: ${show("en")}`,
      },
      and({
        zh: "检查各段的先后和分数；两头低、中间高确是本意的，可以允许",
        en: "look at the order and the awards of the steps; where the middle is meant to be best, allow it",
      }),
    );
  },
} as const;

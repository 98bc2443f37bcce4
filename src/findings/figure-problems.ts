import type { Text } from "../base/language.ts";
import { formatExact, formatPercent, type Rational } from "../base/rational.ts";
import { listed, problem, quoted } from "./problem.ts";

/** A sum of the file below is wrong with what another file makes of its parts. */
function changedBy({ file, parts }: { readonly file: string; readonly parts: readonly string[] }): Text {
  const names = listed(parts);
  const own =
    parts.length === 0
      ? { zh: "", en: "" }
      : { zh: `改了分的有“${names.zh}”；`, en: `it gives points to ${names.en}; ` };
  return {
    zh: `这是按 ${file} 改动后的合计：${own.zh}在 ${file} 里另写 points，或改正它的改动；工具不会替您选一个`,
    en: `this is the sum with the changes of ${file}: ${own.en}write points anew in ${file}, or mend its changes; the tool will not choose for you`,
  };
}

/** What can be wrong with the figures of a rubric: numbers, points, weights. */
export const figureProblems = {
  // numbers
  rubricNumber: (found: string, near?: string) =>
    problem(
      "rubric-number",
      "error",
      { zh: `“${quoted(found)}”不是数`, en: `"${quoted(found)}" is not a number` },
      near === undefined
        ? {
            zh: "写成 5、0.5 或 66% 这样的数，不写单位，不用科学计数法",
            en: "write a number such as 5, 0.5 or 66%, without a unit and not in scientific notation",
          }
        : {
            zh: `写成 ${quoted(near)}，不写单位和千分位`,
            en: `write ${quoted(near)}, without a unit or thousands separators`,
          },
      near,
    ),
  numberTooLong: (found: string, most: number) =>
    problem(
      "number-too-long",
      "error",
      {
        zh: `“${quoted(found)}”太长（${found.length} 个字符，最多 ${most} 个）`,
        en: `"${quoted(found)}" is too long (${found.length} characters, at most ${most})`,
      },
      {
        zh: "核对是否误粘贴了别的内容",
        en: "see whether something else was pasted here",
      },
    ),
  /** `key` is what the number belongs to, where that is known. */
  rubricNegative: (found: string, key = "") =>
    problem(
      "rubric-negative",
      "error",
      { zh: `这里不能是负数“${found}”`, en: `"${found}" cannot be negative here` },
      key === "share"
        ? {
            zh: "名额的比例写 0% 到 100%，如 90%",
            en: "the share of a quota is from 0% to 100%, such as 90%",
          }
        : key === "most"
          ? { zh: "名额写 0 或正的整数", en: "a quota is a whole number of units, 0 or more" }
          : {
              zh: "扣分写正数，并放在 as: deduction 的项目里或用扣分的规则",
              en: "write what is taken off as a positive number, in an item with as: deduction or with a rule that deducts",
            },
    ),
  rubricWhole: (found: string) =>
    problem(
      "rubric-whole",
      "error",
      {
        zh: `“${found}”应是 0 到 1000000 的整数`,
        en: `"${found}" should be a whole number from 0 to 1000000`,
      },
      { zh: "写成 0、1、2 这样的数", en: "write a number such as 0, 1 or 2" },
    ),
  roundingPlaces: (found: number, most: number) =>
    problem(
      "rounding-places",
      "error",
      {
        zh: `保留 ${found} 位小数太多，最多 ${most} 位`,
        en: `${found} decimal places are too many; there are ${most} at most`,
      },
      {
        zh: "写要保留几位小数，如 2；不是保留到几分之几",
        en: "write how many decimal places are kept, such as 2, not the fraction they go down to",
      },
    ),
  rubricPercent: (found: string) =>
    problem(
      "rubric-percent",
      "error",
      { zh: `“${found}”应是百分数`, en: `"${found}" should be a percentage` },
      { zh: `写成 ${found}% 这样带百分号的数`, en: `write it with a percent sign, such as ${found}%` },
    ),
  limitsCrossed: (least: string, most: string) =>
    problem(
      "limits-crossed",
      "error",
      {
        zh: `最小 ${quoted(least)} 大于最大 ${quoted(most)}，没有数能在其间`,
        en: `the least, ${quoted(least)}, is above the most, ${quoted(most)}: no figure lies between`,
      },
      { zh: "核对两个数，多半写反了", en: "compare the two: they may be the wrong way round" },
    ),
  limitsWithoutCount: (least: string, most: string) =>
    problem(
      "limits-crossed",
      "error",
      {
        zh: `次数是整数，${quoted(least)} 到 ${quoted(most)} 之间没有整数`,
        en: `a count is a whole number, and there is none from ${quoted(least)} to ${quoted(most)}`,
      },
      {
        zh: "核对两个数；不是次数的，type 写 number 或 percent",
        en: "compare the two; what is no count has the type number or percent",
      },
    ),
  limitsApart: (name: string, computed: Text) =>
    problem(
      "limits-crossed",
      "error",
      {
        zh: `“${quoted(name)}”算出来的数没有一个在它的 from、to 之间：按算它用的各项，${computed.zh}`,
        en: `no figure that "${quoted(name)}" can be computed to lies within its from and to: by what it is computed from, ${computed.en}`,
      },
      {
        zh: "核对 from、to 和算它用的各项的范围",
        en: "compare its from and to with the limits of what it is computed from",
      },
    ),
  pointsPercent: (found: string, value: string) =>
    problem(
      "points-percent",
      "error",
      {
        zh: `这里应是分数或次数，写成“${quoted(found)}”就成了 ${value}`,
        en: `points or a number of times belong here: "${quoted(found)}" would be ${value}`,
      },
      {
        zh: "写成不带百分号的数；占上级分值比例的写 weight，按档给比例的写 give",
        en: "write a number without the percent sign; a share of the group's points is weight, one by steps is give",
      },
    ),
  percentAgainstNumber: (input: string) =>
    problem(
      "percent-mismatch",
      "error",
      {
        zh: `拿百分数去比不是百分数的输入项“${input}”`,
        en: `a percentage is compared with "${input}", which is no percentage`,
      },
      {
        zh: "去掉百分号，或把该输入项声明为 type: percent",
        en: "leave out the percent sign, or declare the input with type: percent",
      },
    ),
  numberAgainstPercent: (input: string) =>
    problem(
      "percent-mismatch",
      "error",
      {
        zh: `输入项“${input}”是百分数，这里的数没有百分号`,
        en: `the input "${input}" is a percentage, but this number has no percent sign`,
      },
      {
        zh: "写成 80% 这样带百分号的数",
        en: "write it with a percent sign, such as 80%",
      },
    ),
  targetZero: () =>
    problem(
      "target-zero",
      "error",
      { zh: "目标值不能是 0", en: "the target cannot be 0" },
      {
        zh: "按比例计分要除以目标值：写一个大于 0 的数",
        en: "points in proportion are divided by it: write a number above 0",
      },
    ),

  // points and weights
  /**
   * `besides` are the points of what is bonus or deduction, which the declared ones do not have; `overlaid` is the file
   * that changes the one in which the sum is declared, and the parts that have their points from it.
   */
  pointsSum: (
    name: string,
    declared: Rational,
    found: Rational,
    parts: readonly Rational[],
    besides: readonly Rational[] = [],
    overlaid?: { readonly file: string; readonly parts: readonly string[] },
  ) => {
    const terms = parts.length > 1 ? parts.map(formatExact).join("+") : "";
    const more = besides.map(formatExact);
    return problem(
      "points-sum",
      "error",
      {
        zh: `“${name}”写明 ${formatExact(declared)} 分，里面各项合计 ${formatExact(found)} 分${terms && `（${terms}）`}${more.length === 0 ? "" : `，加分、减分（${more.join("、")}）不计入`}`,
        en: `"${name}" declares ${formatExact(declared)} points, but what is inside adds up to ${formatExact(found)}${terms && ` (${terms})`}${more.length === 0 ? "" : `: bonus and deductions (${more.join(", ")}) do not count towards it`}`,
      },
      overlaid === undefined
        ? {
            zh: "核对印发的测评表，改正其中一处；工具不会替您选一个",
            en: "compare with the printed table and mend one of them; the tool will not choose for you",
          }
        : changedBy(overlaid),
    );
  },
  pointsMissing: (name: string) =>
    problem(
      "points-missing",
      "error",
      { zh: `“${name}”没有写分值`, en: `"${name}" has no points` },
      { zh: "补上 points: …（或 weight: …%）", en: "add points: … (or weight: …%)" },
    ),
  weightsSum: (found: Rational) =>
    problem(
      "weights-sum",
      "error",
      {
        zh: `权重合计 ${formatPercent(found)}，应为 100%`,
        en: `the weights add up to ${formatPercent(found)}, but 100% is required`,
      },
      {
        zh: "改正权重；某项不适用时的重新分摊由 not-applicable 规定，不必改权重",
        en: "mend the weights; re-sharing where an item does not apply is what not-applicable is for",
      },
    ),
  weightsMixed: () =>
    problem(
      "weights-mixed",
      "error",
      { zh: "同一组里有的写权重、有的没写", en: "some items of the group have a weight and some have none" },
      {
        zh: "要么每项都写 weight，要么都只写 points",
        en: "give every item a weight, or none",
      },
    ),
  weightsInOpenGroup: () =>
    problem(
      "weights-open-group",
      "error",
      {
        zh: "加分、减分或封顶的组里不能用权重",
        en: "a bonus, a deduction or a capped group cannot have weights",
      },
      { zh: "在这里写 points", en: "write points here" },
    ),
  weightsWithoutPoints: () =>
    problem(
      "weights-without-points",
      "error",
      { zh: "用权重的组要写明分值", en: "a group whose items have weights must declare its points" },
      {
        zh: "在组上（总分则在文件开头）写 points: 100",
        en: "write points: 100 on the group (for the total, at the top of the file)",
      },
    ),
  partInside: () =>
    problem(
      "part-inside",
      "error",
      { zh: "as 只能写在最上一级的项目上", en: '"as" belongs on items of the first level only' },
      {
        zh: "把加分项、减分项放到 indicators 的第一级",
        en: "move bonus and deduction items to the first level of indicators",
      },
    ),
  figureCase: () =>
    problem(
      "figure-case",
      "error",
      { zh: "分情形的数写得不完整", en: "a case of this figure is incomplete" },
      {
        zh: "每项写 { when: 条件, value: 数 }，最后一项可写 { otherwise: 数 }",
        en: "write each case as { when: condition, value: number }; the last may be { otherwise: number }",
      },
    ),
  otherwiseNotLast: () =>
    problem(
      "otherwise-not-last",
      "error",
      { zh: "otherwise 后面还有内容，永远轮不到", en: "what stands after otherwise is never reached" },
      { zh: "把 otherwise 放在最后", en: "put otherwise last" },
    ),
};

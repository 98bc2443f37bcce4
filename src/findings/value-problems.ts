import { nearOr, problem, quoted } from "./problem.ts";

/** What can be wrong with values, and with what comes of them. */
export const valueProblems = {
  cellDuplicate: (unit: string, input: string, file: string, line: number) =>
    problem(
      "cell-duplicate",
      "error",
      {
        zh: `“${quoted(unit)}”的“${quoted(input)}”已在 ${file} 第 ${line} 行给过`,
        en: `"${quoted(input)}" of "${quoted(unit)}" was given before, in ${file} line ${line}`,
      },
      { zh: "一个单位的一项只能有一个值，删去一个", en: "a unit has one value for an item: take one out" },
    ),

  // values
  valueNotNumber: (text: string, near: string | undefined) =>
    problem(
      "value-not-number",
      "error",
      near === undefined
        ? { zh: `“${quoted(text)}”不是数`, en: `"${quoted(text)}" is not a number` }
        : {
            zh: `“${quoted(text)}”不是只用半角数字写成的数`,
            en: `"${quoted(text)}" is not a number in plain digits`,
          },
      nearOr(near, []) ?? {
        zh: "写成 4.5 这样的数；不适用写“不适用”，没有数据则留空",
        en: 'write a number such as 4.5; "不适用" or "n/a" where it does not apply; leave it blank where there is nothing',
      },
    ),
  valueScientific: (text: string) =>
    problem(
      "value-scientific",
      "error",
      { zh: `“${quoted(text)}”是科学计数法`, en: `"${quoted(text)}" is in scientific notation` },
      {
        zh: "多为 Excel 自动改写：把该列设为文本或数值格式后重新导出",
        en: "Excel often does this: format the column as text or number and export again",
      },
    ),
  valuePercentUnexpected: (text: string) =>
    problem(
      "value-percent",
      "error",
      {
        zh: `“${quoted(text)}”带百分号，而这一项不是百分数`,
        en: `"${quoted(text)}" has a percent sign, but this item is no percentage`,
      },
      {
        zh: "写分数本身，或在测评体系里把该输入项声明为 type: percent",
        en: "write the marks themselves, or declare the input with type: percent in the rubric",
      },
    ),
  valueShareOrPercent: (text: string) =>
    problem(
      "value-share-or-percent",
      "warning",
      { zh: `“${quoted(text)}”按 ${quoted(text)}% 计`, en: `"${quoted(text)}" is read as ${quoted(text)}%` },
      {
        zh: "如果是比例（1 即 100%），请写成百分数，如 85%",
        en: "if a share is meant (1 is 100%), write it as a percentage, such as 85%",
      },
    ),
  valueNotWhole: (text: string) =>
    problem(
      "value-not-whole",
      "error",
      { zh: `“${quoted(text)}”应是整数`, en: `"${quoted(text)}" should be a whole number` },
      {
        zh: "这一项是次数或个数，写 0、1、2 这样的数",
        en: "this item is a count: write a number such as 0, 1 or 2",
      },
    ),
  valueAbove: (text: string, most: string) =>
    problem(
      "value-above-maximum",
      "error",
      { zh: `“${quoted(text)}”超过最高值 ${most}`, en: `"${quoted(text)}" is above the maximum of ${most}` },
      { zh: `应在 ${most} 以内`, en: `it can be ${most} at most` },
    ),
  valueBelow: (text: string, least: string) =>
    problem(
      "value-below-minimum",
      "error",
      {
        zh: `“${quoted(text)}”低于最低值 ${least}`,
        en: `"${quoted(text)}" is below the minimum of ${least}`,
      },
      {
        zh: "扣分也写正数；允许更低的，在测评体系里给该输入项写 from",
        en: "write what is taken off as a positive number; if lower values are right, give the input a from in the rubric",
      },
    ),
  valueNotInList: (text: string, allowed: readonly string[], near: string | undefined) =>
    problem(
      "value-not-in-list",
      "error",
      { zh: `“${quoted(text)}”不是可用的词`, en: `"${quoted(text)}" is not one of the words allowed` },
      nearOr(near, allowed),
    ),
  valueNotYesNo: (text: string) =>
    problem(
      "value-not-yes-no",
      "error",
      { zh: `“${quoted(text)}”应是“是”或“否”`, en: `"${quoted(text)}" should be yes or no` },
      { zh: "写 是/否、√/×、有/无 或 1/0", en: "write yes/no, √/× or 1/0" },
    ),

  // a unit's data
  valueMissing: (unit: string, name: string) => ({
    ...problem(
      "value-missing",
      "warning",
      {
        zh: `“${quoted(unit)}”缺“${quoted(name)}”，按 0 分（未达到、未发生）计`,
        en: `"${quoted(name)}" of "${quoted(unit)}" is missing and counts as nothing`,
      },
      {
        zh: "补上数据；不适用写“不适用”；或在测评体系里用 missing 规定缺报怎样算",
        en: 'hand it in; write "n/a" where it does not apply; or say in the rubric, with missing, what a blank means',
      },
    ),
    item: name,
  }),
  clauseNotApplicable: (name: string, clause: string) =>
    problem(
      "clause-not-applicable",
      "error",
      {
        zh: `“${quoted(name)}”第 ${clause} 条写了不适用，测评体系没说怎样算`,
        en: `clause ${clause} of "${quoted(name)}" is marked as not applicable, and the rubric does not say what that means`,
      },
      {
        zh: "给该指标写 not-applicable: full（算达到）或 zero（算未达到）",
        en: "give the indicator not-applicable: full (counts as met) or zero (as unmet)",
      },
    ),
  zeroDenominator: (name: string) =>
    problem(
      "zero-denominator",
      "error",
      { zh: `“${quoted(name)}”的分母是 0`, en: `the denominator of "${quoted(name)}" is 0` },
      {
        zh: "核对这个数；确实不涉及的写“不适用”",
        en: 'check the number; write "n/a" where the item does not concern the unit',
      },
    ),
  caseNone: (unit: string, name: string, key: string) =>
    problem(
      "case-none",
      "error",
      {
        zh: `“${quoted(name)}”的 ${key} 分情形写，但没有一种情形包括“${quoted(unit)}”这类单位`,
        en: `no case of the ${key} of "${quoted(name)}" is for units like "${quoted(unit)}"`,
      },
      {
        zh: "在测评体系里补上这一情形，或在最后写 { otherwise: 数 }；也可能是登记表里的类别、标签写错了",
        en: "add the case to the rubric, or end with { otherwise: number }; or mend the unit's category or tags",
      },
    ),
  pointsDisagree: (group: string, unit: string, declared: string, inside: string) =>
    problem(
      "points-disagree",
      "error",
      {
        zh: `对“${quoted(unit)}”这类单位，“${quoted(group)}”写明 ${declared} 分，里面各项合计 ${inside} 分`,
        en: `for units like "${quoted(unit)}", "${quoted(group)}" declares ${declared} points, but what is inside adds up to ${inside}`,
      },
      {
        zh: "改正测评体系里这一组的分值或适用范围",
        en: "mend the points or the applicability in this group of the rubric",
      },
    ),
  meanOfNone: (unit: string, name: string) =>
    problem(
      "mean-of-none",
      "error",
      {
        zh: `“${quoted(name)}”对“${quoted(unit)}”不适用，应取其他单位的平均，但没有其他单位得分`,
        en: `"${quoted(name)}" does not apply to "${quoted(unit)}" and should take the mean of the others, but there are none`,
      },
      {
        zh: "核对是否都写了“不适用”；或给这项指标换一种 not-applicable：renormalise、full 或 zero",
        en: 'see whether it is "n/a" everywhere by mistake; or give the indicator another not-applicable: renormalise, full or zero',
      },
    ),
  nothingApplies: (unit: string) =>
    problem(
      "nothing-applies",
      "error",
      {
        zh: `没有一项指标适用于“${quoted(unit)}”，无法计分`,
        en: `no indicator applies to "${quoted(unit)}": it cannot be scored`,
      },
      {
        zh: "核对这个单位的类别和标签，以及各指标的 applies-to",
        en: "check the category and tags of the unit, and the applies-to of the indicators",
      },
    ),
  /** Of a category of the rubric, before any unit is there. */
  nothingAppliesTo: (category: string) =>
    problem(
      "nothing-applies",
      "error",
      {
        zh: `没有一项指标适用于类别“${quoted(category)}”：这类单位都无法计分`,
        en: `no indicator applies to the category "${quoted(category)}": none of its units can be scored`,
      },
      {
        zh: "核对各指标的 applies-to；不参加测评的类别，从 units 的 categories 里删去",
        en: "check the applies-to of the indicators; take a category that is not assessed out of the categories under units",
      },
    ),
  outcomeNone: (unit: string) =>
    problem(
      "outcome-none",
      "warning",
      { zh: `“${quoted(unit)}”不符合任何一条结果规则`, en: `no outcome fits "${quoted(unit)}"` },
      {
        zh: "在 outcomes 最后加一条 otherwise: yes",
        en: "end the outcomes with one that has otherwise: yes",
      },
    ),
};

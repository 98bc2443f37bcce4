import type { Text } from "../base/language.ts";
import { problem, quoted } from "./problem.ts";

/** What a rubric that reads and compiles may still have wrong in its parts. */
export const structureProblems = {
  scaleUnused: (name: string) =>
    problem(
      "scale-unused",
      "warning",
      { zh: `等级表“${quoted(name)}”没有指标使用`, en: `no indicator uses the scale "${quoted(name)}"` },
      {
        zh: "删去它，或在指标里写 scale: 它的名字",
        en: "remove it, or name it as the scale of an indicator",
      },
    ),

  // conditions
  conditionNever: (said: Text, limits: Text | undefined) =>
    problem(
      "condition-never",
      "warning",
      {
        zh: `没有单位能符合“${quoted(said.zh)}”${limits === undefined ? "" : `：${limits.zh}`}`,
        en: `no unit can meet "${quoted(said.en)}"${limits === undefined ? "" : `: ${limits.en}`}`,
      },
      {
        zh: "对照输入项允许的范围和可用的词，改正条件",
        en: "compare it with the limits and the words of the input, and mend the condition",
      },
    ),
  conditionClash: (one: Text, other: Text) =>
    problem(
      "condition-never",
      "warning",
      {
        zh: `没有单位能同时符合“${quoted(one.zh)}”和“${quoted(other.zh)}”`,
        en: `no unit can meet both "${quoted(one.en)}" and "${quoted(other.en)}"`,
      },
      {
        zh: "改正其中一个；只要符合一个的，把 all 改成 any",
        en: "mend one of them; where one is enough, write any instead of all",
      },
    ),
  conditionNotHere: (said: Text, whom: Text) =>
    problem(
      "condition-never",
      "warning",
      {
        zh: `这里只看符合“${quoted(whom.zh)}”的单位，其中没有能符合“${quoted(said.zh)}”的`,
        en: `this is for units that meet "${quoted(whom.en)}", none of which can meet "${quoted(said.en)}"`,
      },
      {
        zh: "改正这个条件，或改正所在指标、组的 applies-to",
        en: "mend this condition, or the applies-to of the indicator or group around it",
      },
    ),
  conditionOfNone: (kind: "veto" | "gate") =>
    problem(
      "condition-never",
      "warning",
      kind === "veto"
        ? {
            zh: "体系里没有否决事项，这个条件没有单位能符合",
            en: "the rubric has no vetoes: no unit can meet this",
          }
        : {
            zh: "体系里没有准入条件，这个条件没有单位能符合",
            en: "the rubric has no gates: no unit can meet this",
          },
      {
        zh: "在 vetoes 或 gates 里写出来，或删去这个条件",
        en: "write them under vetoes or gates, or take the condition out",
      },
    ),
  conditionAlways: (said: Text, limits: Text | undefined) =>
    problem(
      "condition-always",
      "warning",
      {
        zh: `只要有数据，单位都符合“${quoted(said.zh)}”${limits === undefined ? "" : `：${limits.zh}`}`,
        en: `every unit whose data are there meets "${quoted(said.en)}"${limits === undefined ? "" : `: ${limits.en}`}`,
      },
      {
        zh: "改正条件；确实不设条件的，删去它",
        en: "mend the condition; where none is meant, take it out",
      },
    ),
  conditionDuplicate: (said: Text, before: Text) =>
    problem(
      "condition-duplicate",
      "warning",
      said.zh === before.zh
        ? {
            zh: `“${quoted(said.zh)}”前面已经写了`,
            en: `"${quoted(said.en)}" stands here twice`,
          }
        : {
            zh: `“${quoted(said.zh)}”与前面的“${quoted(before.zh)}”是一回事`,
            en: `"${quoted(said.en)}" says the same as "${quoted(before.en)}" before it`,
          },
      {
        zh: "删去一个；本来要写别的条件的，改正它",
        en: "take one out; where another was meant, mend it",
      },
    ),
  conditionSuperfluous: (kind: "all" | "any", said: Text, because: Text | undefined) =>
    problem(
      "condition-superfluous",
      "warning",
      because === undefined
        ? {
            zh: `有了其余的条件，“${quoted(said.zh)}”不起作用`,
            en: `with the other conditions, "${quoted(said.en)}" makes no difference`,
          }
        : kind === "all"
          ? {
              zh: `符合“${quoted(because.zh)}”的都符合“${quoted(said.zh)}”，后者不起作用`,
              en: `whatever meets "${quoted(because.en)}" meets "${quoted(said.en)}", which makes no difference`,
            }
          : {
              zh: `符合“${quoted(said.zh)}”的都符合“${quoted(because.zh)}”，前者不起作用`,
              en: `whatever meets "${quoted(said.en)}" meets "${quoted(because.en)}": the first makes no difference`,
            },
      {
        zh: "删去它；要求更严或更宽的，核对界线，或看 all 与 any 是否写反",
        en: "take it out; or see whether a line is wrong, or all and any are the wrong way round",
      },
    ),
  conditionOfOne: (kind: "all" | "any") =>
    problem(
      "condition-of-one",
      "info",
      { zh: `${kind} 里只有一个条件`, en: `${kind} has a single condition inside` },
      {
        zh: `去掉 ${kind}，直接写这个条件；漏写了别的条件的，补上`,
        en: `write the condition without ${kind}; or add what is missing`,
      },
    ),
  conditionDoubleNot: () =>
    problem(
      "condition-double-not",
      "info",
      { zh: "not 里面又是 not，等于没有写", en: "not stands inside not, and the two cancel out" },
      { zh: "把两个 not 都删去", en: "take both out" },
    ),

  // figures by kind of unit
  caseNever: (said: Text) =>
    problem(
      "case-never",
      "warning",
      {
        zh: `符合“${quoted(said.zh)}”的单位都已归入前面的情形，这一条轮不到`,
        en: `an earlier case takes every unit that meets "${quoted(said.en)}": this one is never reached`,
      },
      {
        zh: "自上而下第一个符合的算数：把特殊的情形放在前面，或改正条件",
        en: "the first case that holds counts: put special cases first, or mend the condition",
      },
    ),
  caseMissing: (key: string) =>
    problem(
      "case-missing",
      "warning",
      {
        zh: `${key} 的各种情形没有包括所有的单位`,
        en: `the cases of ${key} leave some units out`,
      },
      {
        zh: "补上漏掉的情形，或在最后写 { otherwise: 数 }；否则遇到这样的单位就无法计分",
        en: "add the missing case, or end with { otherwise: number }; such a unit could not be scored",
      },
    ),

  // bands, curves and tables
  bandNever: (said: Text, limits: Text | undefined) =>
    problem(
      "band-never",
      "warning",
      {
        zh: `没有数能落在“${quoted(said.zh)}”这一档${limits === undefined ? "" : `：${limits.zh}`}`,
        en: `no figure can be ${quoted(said.en)}${limits === undefined ? "" : `: ${limits.en}`}`,
      },
      {
        zh: "核对这一档的界线和输入项允许的范围，改正写错的一个",
        en: "compare the edges of this band with the limits of the input, and mend what is wrong",
      },
    ),
  bandTaken: (said: Text, before: Text | undefined) =>
    problem(
      "band-never",
      "warning",
      before === undefined
        ? {
            zh: `“${quoted(said.zh)}”这一档轮不到：都先归入了前面各档`,
            en: `the bands before it take all that is ${quoted(said.en)}: this one is never reached`,
          }
        : {
            zh: `“${quoted(said.zh)}”这一档轮不到：都先归入了前面的“${quoted(before.zh)}”`,
            en: `the band "${quoted(before.en)}" before it takes all that is ${quoted(said.en)}: this one is never reached`,
          },
      {
        zh: "自上而下第一档符合的算数：把要求高的一档写在前面，或改正界线",
        en: "the first band that fits counts: put the most demanding one first, or mend the edges",
      },
    ),
  bandOverlap: (said: Text, before: Text) =>
    problem(
      "band-overlap",
      "warning",
      {
        zh: `“${quoted(said.zh)}”与前面的“${quoted(before.zh)}”有重叠，重叠的都归入前面一档`,
        en: `"${quoted(said.en)}" overlaps "${quoted(before.en)}" before it, which takes what they share`,
      },
      {
        zh: "写明界线上的数归哪一档：一档写 at-least（含），另一档写 below（不含）",
        en: "say which band has the figure on the edge: at-least in one, below in the other",
      },
    ),
  bandGap: (low: Text, high: Text, figure: string, worth: Text) =>
    problem(
      "band-gap",
      "warning",
      {
        zh: `“${quoted(low.zh)}”与“${quoted(high.zh)}”之间有空档，如 ${figure}，按 otherwise 只得 ${worth.zh}`,
        en: `between "${quoted(low.en)}" and "${quoted(high.en)}" figures are left out, such as ${figure}, which is worth ${worth.en}`,
      },
      {
        zh: "让相邻两档的界线接上，如 at-least: 80 与 below: 80；数只能是整数的，输入项写 type: count",
        en: "let the edges meet, such as at-least: 80 and below: 80; for whole numbers declare an input with type: count",
      },
    ),
  curvePointNever: (figure: string, limits: Text) =>
    problem(
      "curve-point-never",
      "warning",
      {
        zh: `折线的 ${figure} 这一点用不上：${limits.zh}`,
        en: `the point of the curve at ${figure} is never used: ${limits.en}`,
      },
      {
        zh: "核对这一点和输入项的 from、to，改正写错的一个",
        en: "compare the point with from and to of the input, and mend what is wrong",
      },
    ),
  tableRowNever: (key: string) =>
    problem(
      "table-row-never",
      "warning",
      {
        zh: `表中“${key}”这一行用不上：没有哪个条数轮到它`,
        en: `the row "${key}" of the table is never used: no number comes to it`,
      },
      {
        zh: "百分比按总数折成条数后，可能与另一行相同，或超过总数：核对这一行",
        en: "as a number of them all, a percentage may be that of another row, or too large: compare the rows",
      },
    ),
  tableMoreForFewer: (fewer: string, forFewer: Text, more: string, forMore: Text) =>
    problem(
      "table-more-for-fewer",
      "warning",
      {
        zh: `达到得少反而得分多：“${fewer}”给 ${forFewer.zh}，“${more}”给 ${forMore.zh}`,
        en: `fewer earn more: "${fewer}" gives ${forFewer.en}, "${more}" gives ${forMore.en}`,
      },
      { zh: "核对这两行，多半写反了", en: "compare the two rows: they may be the wrong way round" },
    ),
} as const;

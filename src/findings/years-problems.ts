import type { Text } from "../base/language.ts";
import { problem, quoted } from "./problem.ts";

const inGroup = (group: string): Text =>
  group === ""
    ? { zh: "全部单位里", en: "in all" }
    : { zh: `“${quoted(group)}”组里`, en: `in the group "${quoted(group)}"` };

/** What can be wrong in a rubric with titles, earlier years, quotas and what follows from an outcome. */
export const yearsProblems = {
  countOrShare: (found: string) =>
    problem(
      "count-or-share",
      "error",
      {
        zh: `“${quoted(found)}”既不是整数个单位，也不是 0% 到 100% 的份额`,
        en: `"${quoted(found)}" is neither a whole number of units nor a share from 0% to 100%`,
      },
      { zh: "写成 3 或 10%", en: "write 3 or 10%" },
    ),
  titleDuplicate: (name: string) =>
    problem(
      "title-duplicate",
      "error",
      { zh: `称号“${quoted(name)}”写了两次`, en: `the title "${quoted(name)}" is there twice` },
      { zh: "删去一处，或改其中一个的名称", en: "delete one, or give it another name" },
    ),
  titleSelf: (name: string, key: string) =>
    problem(
      "title-self",
      "error",
      {
        zh: `称号“${quoted(name)}”的 ${key} 写了它自己`,
        en: `the title "${quoted(name)}" names itself under ${key}`,
      },
      { zh: "写另一个称号，或删去这一项", en: "name another title, or delete the key" },
    ),
  lengthText: (found: string) =>
    problem(
      "length-text",
      "error",
      { zh: `看不懂的时长“${quoted(found)}”`, en: `"${quoted(found)}" is no length of time` },
      { zh: "写成 6 months、1 year、2 年或 6 个月", en: "write 6 months, 1 year or 2 years" },
    ),
  quotaSize: (name: string) =>
    problem(
      "quota-size",
      "error",
      {
        zh: `结果“${quoted(name)}”的名额要写 most 或 share，二者取一`,
        en: `the quota of the outcome "${quoted(name)}" needs either most or share`,
      },
      {
        zh: "限个数的写 most: 12；限比例的写 share: 90%，并用 of 说明是谁的比例",
        en: "write most: 12 for a number, or share: 90% with of, which says of how many",
      },
    ),
  quotaOf: (name: string, key: "share" | "most") =>
    problem(
      "quota-of",
      "error",
      key === "share"
        ? {
            zh: `结果“${quoted(name)}”的名额是比例，没有写 of（谁的比例）`,
            en: `the quota of the outcome "${quoted(name)}" is a share, but of does not say of how many`,
          }
        : {
            zh: `结果“${quoted(name)}”的名额是个数，不能写 of 和 round`,
            en: `the quota of the outcome "${quoted(name)}" is a number: of and round have no meaning`,
          },
      key === "share"
        ? {
            zh: "写 of: group（本组全部单位）、of: eligible（符合这一条的单位），或一个条件",
            en: "write of: group, of: eligible (those whom this rule fits), or a condition",
          }
        : { zh: "删去 of 和 round，或改用 share", en: "delete of and round, or use share" },
    ),
  quotaRefer: (name: string) =>
    problem(
      "quota-refer",
      "error",
      {
        zh: `结果“${quoted(name)}”的名额：tie: refer 要和 refer（并列时的结果名称）一起写`,
        en: `the quota of the outcome "${quoted(name)}": tie: refer and refer (the outcome of those who tie) go together`,
      },
      {
        zh: "如 tie: refer 加 refer: 提请研究；不用 refer 的写 tie: none 或 all",
        en: "for example tie: refer with refer: to be discussed; without refer write tie: none or all",
      },
    ),
  quotaShare: (found: string) =>
    problem(
      "quota-share",
      "error",
      {
        zh: `名额的比例“${quoted(found)}”应写成 0% 到 100%`,
        en: `the share "${quoted(found)}" of a quota should be from 0% to 100%`,
      },
      { zh: "写成带 % 的数，如 90%", en: "write it with a percent sign, such as 90%" },
    ),
  quotaMost: (found: string) =>
    problem(
      "quota-most",
      "error",
      {
        zh: `名额“${quoted(found)}”应是整数个单位`,
        en: `the quota "${quoted(found)}" should be a whole number of units`,
      },
      { zh: "写成整数，如 12；比例用 share", en: "write a whole number such as 12; for a share use share" },
    ),
  quotaAbove: (name: string, group: string, most: number, size: number) =>
    problem(
      "quota-above",
      "error",
      {
        zh: `结果“${quoted(name)}”的名额有 ${most} 个，${group === "" ? "" : inGroup(group).zh}一共只有 ${size} 个单位`,
        en: `the outcome "${quoted(name)}" has places for ${most}, but there are only ${size} units ${inGroup(group).en}`,
      },
      {
        zh: "核对名额，或核对登记表是否缺了单位",
        en: "see whether the quota is right, or whether units are missing from the register",
      },
    ),
  quotaAmple: (name: string, group: string, most: number, size: number) =>
    problem(
      "quota-ample",
      "warning",
      {
        zh: `结果“${quoted(name)}”的名额有 ${most} 个，${inGroup(group).zh}只有 ${size} 个单位：符合的都有名额`,
        en: `the outcome "${quoted(name)}" has places for ${most}, and there are ${size} units ${inGroup(group).en}: all who fit have one`,
      },
      {
        zh: "这一组确实不用限额的，不必改；否则给它另写名额，或写成 share",
        en: "where that group needs no limit, nothing is to be done; otherwise give it a quota of its own, or a share",
      },
    ),
  quotaEmpty: (name: string, group: string, eligible: number) =>
    problem(
      "quota-empty",
      "warning",
      {
        zh: `结果“${quoted(name)}”的名额按比例算出来是 0 个，${inGroup(group).zh}符合的 ${eligible} 个单位都没有名额`,
        en: `the share of the outcome "${quoted(name)}" comes to no place, though ${eligible} units ${inGroup(group).en} fit`,
      },
      {
        zh: "至少要有一个的，写 round: up；就该没有的，不必改",
        en: "where there should be one at least, write round: up; otherwise nothing is to be done",
      },
    ),
  quotaZero: (name: string) =>
    problem(
      "quota-empty",
      "warning",
      {
        zh: `结果“${quoted(name)}”的名额是 0 个：没有单位能得到它`,
        en: `the quota of the outcome "${quoted(name)}" is 0: no unit can get it`,
      },
      {
        zh: "写出名额；这一次不评的，删去这条结果，或用 valid 写明它从哪一天起有效",
        en: "write how many places there are; where it is not given this time, take the rule out, or say with valid from which day it holds",
      },
    ),
  quotaDiffers: (name: string, group: string) =>
    problem(
      "quota-differs",
      "error",
      {
        zh: `结果“${quoted(name)}”的名额：${inGroup(group).zh}各单位查到的名额不一样`,
        en: `the quota of the outcome "${quoted(name)}" is not one number for all units ${inGroup(group).en}`,
      },
      {
        zh: "名额的条件只用分组的那一栏，使一个组只有一个名额",
        en: "let its cases depend only on what the units are grouped by, so that a group has one quota",
      },
    ),
  quotaUnsaid: (name: string, group: string) =>
    problem(
      "quota-unsaid",
      "error",
      {
        zh: `结果“${quoted(name)}”没有写${inGroup(group).zh}的名额`,
        en: `the outcome "${quoted(name)}" does not say how many places there are ${inGroup(group).en}`,
      },
      { zh: "补一种情形，或写 otherwise", en: "add a case for it, or an otherwise" },
    ),
  yearsShape: (name: string) =>
    problem(
      "years-shape",
      "error",
      {
        zh: `跨年成绩“${quoted(name)}”要写 weights 或 mean，二者取一`,
        en: `the result over years "${quoted(name)}" needs either weights or mean`,
      },
      {
        zh: "如 weights: { 2: 15%, 1: 25%, 0: 60% }（0 是本年，1 是上年），或 mean: 3（连本年三年平均）",
        en: "such as weights: { 2: 15%, 1: 25%, 0: 60% } (0 is this year, 1 the one before), or mean: 3",
      },
    ),
  yearsAgo: (found: string) =>
    problem(
      "years-ago",
      "error",
      {
        zh: `“${quoted(found)}”不是几年前：本年写 0，上年写 1，依此类推，最多 30`,
        en: `"${quoted(found)}" is not how long ago: this year is 0, the one before is 1, and so on up to 30`,
      },
      { zh: "改成 0 到 30 的整数", en: "write a whole number from 0 to 30" },
    ),
  earlierTimes: (times: number, last: number) =>
    problem(
      "earlier-times",
      "error",
      {
        zh: `前 ${last} 年里不可能有 ${times} 次（都要在 1 以上，times 不大于 last，last 不大于 30）`,
        en: `there cannot be ${times} in the last ${last} years (both at least 1, times not above last, last not above 30)`,
      },
      { zh: "核对 last 和 times", en: "compare last and times" },
    ),
  effectEmpty: (name: string) =>
    problem(
      "effect-empty",
      "error",
      {
        zh: `结果“${quoted(name)}”的 effect 里什么也没有写`,
        en: `nothing is written under effect of the outcome "${quoted(name)}"`,
      },
      {
        zh: "写 grants、takes、changes 等，或删去 effect",
        en: "write grants, takes, changes …, or delete effect",
      },
    ),
  effectClash: (name: string, title: string) =>
    problem(
      "effect-clash",
      "error",
      {
        zh: `结果“${quoted(name)}”对称号“${quoted(title)}”有两种处理`,
        en: `the outcome "${quoted(name)}" does two things with the title "${quoted(title)}"`,
      },
      {
        zh: "一个称号只写在 grants、takes、changes、renews 之一",
        en: "name a title under one of grants, takes, changes and renews only",
      },
    ),
  titleRequired: (unit: string, outcome: string, title: string, required: readonly string[]) =>
    problem(
      "title-required",
      "error",
      {
        zh: `“${quoted(unit)}”的结果是“${quoted(outcome)}”，要授予“${quoted(title)}”，但它没有${required.join("或")}`,
        en: `"${quoted(unit)}" has the outcome "${quoted(outcome)}", which grants "${quoted(title)}", but it does not hold ${required.join(" or ")}`,
      },
      {
        zh: "在这条结果的 when 里加上 title 条件，或核对登记表的称号",
        en: "add a condition on title to that outcome, or see whether the register lacks a title",
      },
    ),
  titlesExclusive: (unit: string, outcome: string, first: string, second: string) =>
    problem(
      "titles-exclusive",
      "error",
      {
        zh: `“${quoted(unit)}”的结果是“${quoted(outcome)}”，之后会同时有“${quoted(first)}”和“${quoted(second)}”，二者不能并存`,
        en: `after the outcome "${quoted(outcome)}", "${quoted(unit)}" would hold both "${quoted(first)}" and "${quoted(second)}", which exclude each other`,
      },
      {
        zh: "在这条结果里用 changes 以新换旧，或在 when 里把这种单位排除",
        en: "use changes in that outcome, or leave such units out of its condition",
      },
    ),
  earlierMissing: (unit: string, result: string, year: number) =>
    problem(
      "earlier-missing",
      "error",
      {
        zh: `“${quoted(unit)}”没有 ${year} 年的成绩，算不出“${quoted(result)}”`,
        en: `there is no result of "${quoted(unit)}" in ${year}, so "${quoted(result)}" cannot be worked out`,
      },
      {
        zh: "补上那一年的历年成绩（用 --replay 时，加上那一年的子文件夹）；新进单位没有那一年的，在体系里写 missing: renormalise",
        en: "add that year to the history (with --replay, a subfolder of that year); where new units have none, write missing: renormalise in the rubric",
      },
    ),
};

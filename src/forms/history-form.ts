import { type Language, same, say, type Text } from "../base/language.ts";
import { type HistoryColumn, historyColumnNames, historyColumns } from "../evidence/history-columns.ts";
import { statusText } from "../evidence/register.ts";
import type { Plan } from "../rubric/plan.ts";
import { statuses } from "../rubric/schema.ts";
import { byOffice, type EmptyForm, type FormColumn, nothing } from "./form.ts";

/** The form of earlier results; in the first year there are none, and those after it write them. */
export function historyForm(plan: Plan, language: Language, file: string): EmptyForm {
  return {
    file,
    about: {
      zh: "一个单位一年一行；用 --history 交给命令。以后各年用 -o history: 写出，第一年只留列名",
      en: "one row a unit and year; given to the commands with --history. Later years write it with -o history:; in the first only the headings",
    },
    columns: historyColumnNames.map(
      (column): FormColumn => ({
        heading: say(historyColumns[column], language),
        ...help(plan, column),
        most: nothing,
        by: byOffice,
      }),
    ),
    rows: [],
  };
}

type Help = Pick<FormColumn, "meaning" | "allowed">;

const gone = statuses.filter((status) => status !== "active").map(statusText);
const whole: Text = { zh: "整数", en: "a whole number" };
const free: Text = { zh: "任意文字，可不填", en: "any text, or blank" };

function help(plan: Plan, column: HistoryColumn): Help {
  const titles = same(plan.titles.map(({ name }) => name).join(" / "));
  const outcomes = [...new Set([...plan.outcomes.map(({ name }) => name), ...plan.years.outcomes])];
  const texts: Readonly<Record<HistoryColumn, Help>> = {
    year: {
      meaning: {
        zh: "哪一年；没有测评的年度只填这一格",
        en: "the year; a year without an assessment has nothing else",
      },
      allowed: { zh: "年份，如 2021", en: "a year such as 2021" },
    },
    rubric: {
      meaning: { zh: "用的测评体系", en: "the rubric it was assessed by" },
      allowed: same(plan.years.continues.join(" / ")),
    },
    unit: { meaning: { zh: "单位当时的代码", en: "the code it had then" }, allowed: free },
    name: { meaning: { zh: "单位名称", en: "the name of the unit" }, allowed: free },
    group: { meaning: { zh: "在哪一组排名", en: "the group it was ranked in" }, allowed: free },
    total: {
      meaning: { zh: "公布的总分", en: "the total as published" },
      allowed: { zh: "数", en: "a number" },
    },
    exact: {
      meaning: { zh: "修约前的总分，没有的留空", en: "the total before rounding, or blank" },
      allowed: { zh: "数或分数", en: "a number or a fraction" },
    },
    rank: { meaning: { zh: "在组里的名次", en: "its place in its group" }, allowed: whole },
    units: { meaning: { zh: "组里有几个单位", en: "how many units the group had" }, allowed: whole },
    outcome: {
      meaning: { zh: "最后的结果", en: "the outcome in the end" },
      allowed: same(outcomes.join(" / ")),
    },
    computed: {
      meaning: { zh: "人工改过的，原来算出的结果", en: "the computed outcome, where it was changed by hand" },
      allowed: free,
    },
    clause: { meaning: { zh: "依据的条款", en: "the clause it rests on" }, allowed: free },
    before: { meaning: { zh: "这次测评之前的称号", en: "titles held before" }, allowed: titles },
    after: { meaning: { zh: "这次测评之后的称号", en: "titles held after" }, allowed: titles },
    since: {
      meaning: {
        zh: "“现有称号”里各个称号的授予日期，按顺序用顿号分开",
        en: "the day on which each title held after was granted, in their order",
      },
      allowed: { zh: "日期，如 2021-12-31；可不填", en: "dates such as 2021-12-31, or blank" },
    },
    expires: {
      meaning: {
        zh: "“现有称号”里各个称号的期限到哪一天为止",
        en: "the last day of the term of each title held after",
      },
      allowed: { zh: "日期，如 2024-12-31；可不填", en: "dates such as 2024-12-31, or blank" },
    },
    status: {
      meaning: {
        zh: "这一年里合并、撤销的单位写它的状态，别的留空",
        en: "the status of a unit that was merged or closed that year; blank for all others",
      },
      allowed: {
        zh: gone.map(({ zh }) => zh).join(" / "),
        en: gone.map(({ en }) => en).join(" / "),
      },
    },
  };
  return texts[column];
}

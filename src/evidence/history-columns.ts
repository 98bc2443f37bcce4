import type { Text } from "../base/language.ts";

/** The columns of a history, in the order in which they are written. */
export const historyColumns = {
  year: { zh: "年度", en: "year" },
  rubric: { zh: "测评体系", en: "rubric" },
  unit: { zh: "单位代码", en: "unit" },
  name: { zh: "单位名称", en: "name" },
  group: { zh: "组别", en: "group" },
  total: { zh: "总分", en: "total" },
  exact: { zh: "精确总分", en: "exact" },
  rank: { zh: "名次", en: "rank" },
  units: { zh: "组内单位数", en: "units" },
  outcome: { zh: "结果", en: "outcome" },
  computed: { zh: "计算结果", en: "computed" },
  clause: { zh: "条款", en: "clause" },
  before: { zh: "原有称号", en: "before" },
  after: { zh: "现有称号", en: "after" },
  since: { zh: "授予日期", en: "since" },
  expires: { zh: "有效期至", en: "expires" },
  status: { zh: "单位状态", en: "status" },
} as const satisfies Record<string, Text>;

export type HistoryColumn = keyof typeof historyColumns;
export const historyColumnNames = Object.keys(historyColumns) as readonly HistoryColumn[]; // the keys of the object just above

/** What else the columns may be called. */
export const otherHeadings: Readonly<Partial<Record<HistoryColumn, readonly string[]>>> = {
  unit: ["代码", "code", "统一社会信用代码"],
  name: ["单位"],
};

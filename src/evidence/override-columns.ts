import type { Text } from "../base/language.ts";

/** The columns of a file of decisions that were changed by hand, as the tool calls them. */
export const overrideColumns = {
  unit: { zh: "单位", en: "unit" },
  field: { zh: "字段", en: "field" },
  old: { zh: "原值", en: "old" },
  new: { zh: "新值", en: "new" },
  reason: { zh: "理由", en: "reason" },
  by: { zh: "决定人", en: "by" },
  date: { zh: "日期", en: "date" },
} as const satisfies Record<string, Text>;

export type OverrideColumn = keyof typeof overrideColumns;
export const overrideColumnNames = Object.keys(overrideColumns) as readonly OverrideColumn[]; // the keys of the object just above

/** What else the columns may be called. */
export const otherOverrideHeadings: Readonly<Record<OverrideColumn, readonly string[]>> = {
  unit: ["单位代码", "单位名称", "代码", "名称", "code", "name"],
  field: ["项目"],
  old: ["原结果"],
  new: ["新结果", "改为"],
  reason: ["原因"],
  by: ["决定机关", "决定人/机关", "决定单位"],
  date: ["决定日期"],
};

/** What may be changed by hand, and the words for it. */
export const overrideFields = {
  outcome: ["结果", "outcome"],
} as const satisfies Record<string, readonly string[]>;

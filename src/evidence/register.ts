import type { Text } from "../base/language.ts";
import { type ColumnRole, type Status, statuses } from "../rubric/schema.ts";
import type { Roles } from "./headings.ts";

/** The register as it was given: what next year's is made from. */
export interface Register {
  /** Its place among the files of the evidence. */
  readonly file: number;
  readonly headings: readonly string[];
  readonly roles: Roles;
  /** The row of each unit, by unit, as it was written. */
  readonly rows: readonly (readonly string[])[];
}

/** Columns that say what a unit holds and has become, as the tool heads them. */
export const standingHeadings = {
  title: { zh: "称号", en: "title" },
  since: { zh: "授予日期", en: "since" },
  expires: { zh: "有效期至", en: "expires" },
  status: { zh: "状态", en: "status" },
  "status-date": { zh: "变更日期", en: "status-date" },
  into: { zh: "并入", en: "into" },
  former: { zh: "原代码", en: "former" },
  "suspended-until": { zh: "停牌至", en: "suspended-until" },
  "banned-until": { zh: "禁止申报至", en: "banned-until" },
  "rectify-by": { zh: "整改期限", en: "rectify-by" },
} as const satisfies Partial<Record<ColumnRole, Text>>;

/** The status that a word stands for. */
export const statusMeant = (word: string): Status | undefined =>
  statuses.find((one) => statusWords[one].en === word.toLowerCase() || statusWords[one].zh.includes(word));

/** All the words there are for a status, and those that are usual. */
export const allStatusWords = (): string[] =>
  statuses.flatMap((one) => [...statusWords[one].zh, statusWords[one].en]);
export const usualStatusWords = (): string[] => statuses.map((one) => statusWords[one].zh[0] ?? one);

/** A status as the tool writes it. */
export const statusText = (status: Status): Text => ({
  zh: statusWords[status].zh[0] ?? "",
  en: statusWords[status].en,
});

/** The words for each status; the tool writes the first of each language. */
export const statusWords: Readonly<Record<Status, { readonly zh: readonly string[]; readonly en: string }>> =
  {
    active: { zh: ["正常", "在册"], en: "active" },
    merged: { zh: ["合并", "并入"], en: "merged" },
    split: { zh: ["拆分", "分立"], en: "split" },
    closed: { zh: ["撤并", "注销", "关停"], en: "closed" },
    renamed: { zh: ["更名"], en: "renamed" },
  };

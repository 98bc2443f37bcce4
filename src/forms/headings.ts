import { harmless } from "../base/harmless.ts";
import type { Language, Text } from "../base/language.ts";
import { type FileUse, nameInputs, readHeadings } from "../evidence/headings.ts";
import { standingHeadings } from "../evidence/register.ts";
import type { InputPlan, Plan } from "../rubric/plan.ts";
import type { ColumnRole } from "../rubric/schema.ts";

/** What a column is called where the rubric has no word of its own for it. */
const usual: Readonly<Partial<Record<ColumnRole, Text>>> = {
  unit: { zh: "单位", en: "unit" },
  code: { zh: "单位代码", en: "code" },
  name: { zh: "单位名称", en: "name" },
  group: { zh: "组别", en: "group" },
  category: { zh: "类别", en: "category" },
  tags: { zh: "标签", en: "tags" },
  headcount: { zh: "职工人数", en: "headcount" },
  region: { zh: "地区", en: "region" },
  system: { zh: "系统", en: "system" },
  level: { zh: "级别", en: "level" },
  ...standingHeadings,
  indicator: { zh: "指标", en: "indicator" },
  value: { zh: "值", en: "value" },
  assessor: { zh: "测评员", en: "assessor" },
  site: { zh: "点位", en: "site" },
  period: { zh: "期", en: "period" },
  phase: { zh: "阶段", en: "phase" },
  sheet: { zh: "问卷编号", en: "sheet" },
  date: { zh: "日期", en: "date" },
  kind: { zh: "事项", en: "kind" },
  matter: { zh: "事由", en: "matter" },
  circumstance: { zh: "情节", en: "circumstance" },
  count: { zh: "次数", en: "count" },
  note: { zh: "备注", en: "note" },
};

/** Headings that `score` will understand: each is read back by the reader of headings before it is used. */
export interface Headings {
  ofRole(role: ColumnRole, use: FileUse): string;
  /** The name of an input where it is clear, otherwise its id. */
  ofInput(input: InputPlan): string;
  /** What an input is called in a long row, where no column can be mistaken for it. */
  inLongRow(input: InputPlan): string;
  /** The role of a heading, if it has one. */
  roleOf(heading: string, use: FileUse): ColumnRole | undefined;
}

export function createHeadings(plan: Plan, language: Language): Headings {
  const names = nameInputs(plan);
  const read = (heading: string, use: FileUse) => readHeadings(plan, names, [heading], use).form;
  const roleOf = (heading: string, use: FileUse): ColumnRole | undefined =>
    [...read(heading, use).roles.keys()][0];
  const isInput = (heading: string, input: InputPlan): boolean =>
    read(heading, "submissions").cells.some((cell) => cell.input === input.index);
  const isName = (word: string, input: InputPlan): boolean => {
    const found = names.get(word.trim().toLowerCase());
    return found !== undefined && "input" in found && found.input === input.index;
  };
  const first = (candidates: readonly string[], fits: (word: string) => boolean): string =>
    candidates.find((word) => harmless(word) === word && fits(word)) ?? candidates.at(-1) ?? "";
  return {
    ofRole: (role, use) => {
      const { zh = role, en = role } = usual[role] ?? {};
      const both = language === "en" ? [zh, en] : [en, zh];
      const [other = role, own = role] = both;
      return first([...(plan.columns[role] ?? []), own, other], (word) => roleOf(word, use) === role);
    },
    ofInput: (input) => first([nameOf(input), input.id], (word) => isInput(word, input)),
    inLongRow: (input) => first([nameOf(input), input.id], (word) => isName(word, input)),
    roleOf,
  };
}

/** The word for an input that its column has: its name, or the wording of a clause. */
export const nameOf = ({ id, name, names }: InputPlan): string =>
  names.includes(name) ? name : (names.at(-1) ?? id);

/** What a column of this role is called, for the guide. */
export const roleText = (role: ColumnRole): Text => usual[role] ?? { zh: role, en: role };

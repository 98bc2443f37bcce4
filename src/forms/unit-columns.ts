import type { Language } from "../base/language.ts";
import type { Plan } from "../rubric/plan.ts";
import { byOffice, type FormColumn, type FormUnit, nothing } from "./form.ts";
import type { Headings } from "./headings.ts";

/** The columns that say which unit a row is about, and what stands in them. */
export interface UnitColumns {
  readonly columns: readonly FormColumn[];
  readonly rows: readonly UnitRow[];
}
export interface UnitRow {
  readonly unit: FormUnit;
  readonly cells: readonly string[];
}

/**
 * Units go by their names: a spreadsheet turns an 18-digit code into 1.21E+17. Only where names do not
 * tell units apart their codes stand before them.
 */
export function unitColumns(headings: Headings, units: readonly FormUnit[]): UnitColumns {
  const named = (heading: string): FormColumn => ({
    heading,
    meaning: { zh: "哪个单位；已填好的不要改", en: "which unit; leave what stands there" },
    allowed: { zh: "登记表里的名称或代码", en: "a name or code of the register" },
    most: nothing,
    by: byOffice,
  });
  if (namesAreClear(units))
    return {
      columns: [named(headings.ofRole("unit", "submissions"))],
      rows: units.map((unit) => ({ unit, cells: [unit.name] })),
    };
  return {
    columns: [
      {
        ...named(headings.ofRole("code", "submissions")),
        allowed: {
          zh: "登记表里的代码；在 Excel 里先把这一列设为文本",
          en: "a code of the register; in Excel, format the column as text first",
        },
      },
      named(headings.ofRole("name", "submissions")),
    ],
    rows: units.map((unit) => ({ unit, cells: [unit.key, unit.name] })),
  };
}

/** Whether each name means one unit, and none is another's code. */
function namesAreClear(units: readonly FormUnit[]): boolean {
  const keys = new Map(units.map(({ key, name }) => [key, name]));
  const names = new Set(units.map(({ name }) => name));
  return names.size === units.length && units.every(({ name }) => (keys.get(name) ?? name) === name);
}

/** With several runs of the rubric, a column that says which, and a row for each. */
export function phaseColumns(plan: Plan, headings: Headings, units: UnitColumns): UnitColumns {
  if (plan.phases === undefined) return units;
  const { list, result } = plan.phases;
  const column: FormColumn = {
    heading: headings.ofRole("phase", "submissions"),
    meaning: {
      zh: `哪个阶段；计结果的是“${list[result]}”`,
      en: `which run; the one that counts is "${list[result]}"`,
    },
    allowed: { zh: list.join(" / "), en: list.join(" / ") },
    most: nothing,
    by: byOffice,
  };
  return {
    columns: [...units.columns, column],
    rows: units.rows.flatMap(({ unit, cells }) => list.map((phase) => ({ unit, cells: [...cells, phase] }))),
  };
}

/** What all these forms share. */
export interface FormContext {
  readonly plan: Plan;
  readonly headings: Headings;
  /** The units, for each run of the rubric where there are several. */
  readonly phased: UnitColumns;
  readonly language: Language;
}

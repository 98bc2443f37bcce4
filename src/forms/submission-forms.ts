import { type Language, say, type Text } from "../base/language.ts";
import { groupBy } from "../base/order.ts";
import type { Plan } from "../rubric/plan.ts";
import { byOffice, type EmptyForm, type FormColumn, type FormUnit, nothing } from "./form.ts";
import type { Headings } from "./headings.ts";
import { columnOf } from "./input-column.ts";
import { longForm } from "./long-form.ts";
import { type FormContext, phaseColumns, unitColumns } from "./unit-columns.ts";
import { type InputUse, usesOf } from "./uses.ts";

/** The forms that are handed in: one a method, and apart what a unit has several values or sheets of. */
export function submissionForms(
  plan: Plan,
  headings: Headings,
  units: readonly FormUnit[],
  language: Language,
): EmptyForm[] {
  const phased = phaseColumns(plan, headings, unitColumns(headings, units));
  const context: FormContext = { plan, headings, phased, language };
  const groups = groupBy(usesOf(plan), ({ input, method, decides, dimensions }) =>
    JSON.stringify([input.many ?? (decides ? "decides" : "one"), method, ...dimensions]),
  );
  return [...groups.values()].map((uses) => formOf(context, uses));
}

function formOf(context: FormContext, uses: readonly InputUse[]): EmptyForm {
  switch (uses[0]?.input.many) {
    case "dimensions":
      return longForm(context, uses);
    case "sheets":
      return surveyForm(context, uses);
    default:
      return wideForm(context, uses);
  }
}

/** One row a unit, one column an input. */
function wideForm({ plan, headings, phased, language }: FormContext, uses: readonly InputUse[]): EmptyForm {
  const decides = uses[0]?.decides === true;
  const other: Text = decides
    ? { zh: "前置条件和一票否决", en: "gates-and-vetoes" }
    : { zh: "报送数据", en: "submissions" };
  return {
    file: uses[0]?.method ?? say(other, language),
    about: { zh: "每个单位一行", en: "one row a unit" },
    columns: [...phased.columns, ...inputColumns(plan, headings, uses)],
    rows: phased.rows.map(({ cells }) => cells),
  };
}

const inputColumns = (plan: Plan, headings: Headings, uses: readonly InputUse[]): FormColumn[] =>
  uses.map((use) => columnOf(plan, use, headings.ofInput(use.input)));

/** One row an answer sheet: how many there will be, nobody knows. */
function surveyForm({ plan, headings, phased, language }: FormContext, uses: readonly InputUse[]): EmptyForm {
  const sheet: FormColumn = {
    heading: headings.ofRole("sheet", "submissions"),
    meaning: { zh: "问卷的编号，便于核对", en: "the number of the sheet, for checking" },
    allowed: { zh: "任意文字，可不填", en: "any text, or blank" },
    most: nothing,
    by: byOffice,
  };
  const method = uses[0]?.method;
  const name = say({ zh: "问卷", en: "survey" }, language);
  return {
    file: method === undefined ? name : `${method}-${name}`,
    about: {
      zh: "每份问卷一行，同一单位写多行；白卷也要写一行，答案留空。不是同一种问卷的，分成几个文件",
      en: "one row a sheet, so several a unit; a blank sheet has a row, too. Sheets of another questionnaire go into a file of their own",
    },
    columns: [...phased.columns, sheet, ...inputColumns(plan, headings, uses)],
    rows: [],
  };
}
